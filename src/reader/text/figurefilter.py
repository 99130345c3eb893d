"""What is typed to choose among all figures: `>1bn USD`, `1..5 percent`, `2025-10..2025-12`."""

import re
from dataclasses import dataclass

from reader.text.amount import Amount, amount

_OP = re.compile(r"(>=|<=|>|<|=)\s+")
_BOUND = re.compile(r"(>=|<=|>|<|=)(.+)")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_SCALES = {"thousand", "million", "billion", "trillion", "k", "m", "bn", "tn"}


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure is compared with: an amount, or a day (ISO 8601, perhaps cut short)."""

    op: str
    value: Amount | str


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Bounds that a figure meets, all of them, and words: its unit or kind, or of the article."""

    bounds: tuple[Bound, ...] = ()
    words: tuple[str, ...] = ()


def parse_figure_filter(typed: str, *, days: bool) -> FigureFilter:
    """Read what was typed; with `days`, numbers that can be are years and days."""
    bounds: list[Bound] = []
    words: list[str] = []
    for token in _tokens(typed):
        found = _bounds(token, days)
        bounds += found
        if not found:
            words.append(token)
    return FigureFilter(tuple(bounds), tuple(words))


def _tokens(typed: str) -> list[str]:
    """Words, an operator and a scale with the number they belong to."""
    tokens: list[str] = []
    for word in _OP.sub(r"\1", " ".join(typed.split())).split():
        if tokens and word.casefold() in _SCALES and tokens[-1][-1].isdigit():
            tokens[-1] += f" {word}"
        else:
            tokens.append(word)
    return tokens


def _bounds(token: str, days: bool) -> list[Bound]:
    first, dots, last = token.partition("..")
    if dots:
        ends = [(op, _value(end, days)) for op, end in ((">=", first), ("<=", last)) if end]
    elif found := _BOUND.fullmatch(token):
        ends = [(found[1], _value(found[2], days))]
    else:
        ends = [("=", _value(token, days))]
    bounds = [Bound(op, value) for op, value in ends if value is not None]
    return bounds if len(bounds) == len(ends) else []


def _value(token: str, days: bool) -> Amount | str | None:
    if days:
        return token if _DAY.fullmatch(token) else None
    return amount(token)
