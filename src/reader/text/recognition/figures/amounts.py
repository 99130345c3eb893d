"""Read one amount of any kind at a token, and join two into a range."""

from dataclasses import replace

from reader.model import FigureKind
from reader.text.recognition.figures.counts import count
from reader.text.recognition.figures.digits import Number
from reader.text.recognition.figures.draft import Draft, Page, measured
from reader.text.recognition.figures.measures import duration, percent, quantity
from reader.text.recognition.figures.money import amount, money, pounds_are_money
from reader.text.recognition.figures.numbers import read_number
from reader.text.recognition.figures.shares import share
from reader.text.recognition.figures.tables import words
from reader.text.recognition.figures.tokens import Tokens

_DASHES = frozenset("-–—‑")
_NOON = frozenset(["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o", "uhr", "gmt", "utc"])
_LARGE = 1000  # from here on two numbers make a range without a unit
_WIDEST = 3
_BOUND_REACH = 4  # words between a verb of change and the amount it changed from


def figure(page: Page, at: int) -> Draft | None:
    """Return the amount or range of amounts beginning at token `at`, or None."""
    if (part := share(page, at)) is not None:
        return part
    if (first := _single(page, at)) is None:
        return None
    joined = _range(page, first)
    draft = joined or first
    if draft.kind is FigureKind.COUNT and draft.unit is None and not joined:
        return draft if draft.number and _bare_is_enough(page, draft) else None
    return draft


def _single(page: Page, at: int, inner: bool = False) -> Draft | None:
    if (draft := money(page, at)) is not None:
        return draft
    number = read_number(page.tokens, at, page.language, inner=inner)
    if number is None or page.tokens.low[number.last] in _NOON:
        return None
    return _named(page, number) or measured(number, number.last, FigureKind.COUNT, None)


def _named(page: Page, number: Number) -> Draft | None:
    """Return what the number measures or counts, by what follows it."""
    tokens = page.tokens
    if pounds_are_money(page, number, number.last):
        return measured(number, number.last + 1, FigureKind.MONEY, "GBP")
    for recognise in (percent, amount, duration, quantity, count):
        if (draft := recognise(page, number)) is not None:
            return draft
    if tokens.runs_on(number.last):
        return measured(number, number.first, FigureKind.COUNT, None)
    return None


def _bare_is_enough(page: Page, draft: Draft) -> bool:
    """Tell whether a number that nothing names is a figure by itself."""
    return (
        draft.number is not None
        and draft.last > draft.first
        and count(page, draft.number) is not None
    )


def _range(page: Page, low: Draft) -> Draft | None:
    """Join `low` with the amount after "-", "to", "and" or "or", where the two are one range."""
    tokens = page.tokens
    after = _joint(tokens, low)
    if after is None or low.value_to is not None or low.last == low.first:
        return None
    high = _single(page, after, inner=True)
    if high is None or high.value_to is not None or high.last == high.first or high.number is None:
        return None
    if (high.number.first != after and high.first != after) or not _alike(low, high):
        return None
    low = _scaled(low, high)
    if not _rises(low, high):
        return None
    kind, unit = (low.kind, low.unit) if low.unit else (high.kind, high.unit)
    if unit is None and high.number.value < _LARGE:
        return None
    if _by(tokens, low) and low.number and high.number.value > _WIDEST * low.number.value:
        return None  # up by 40 to 400
    return replace(low, last=high.last, kind=kind, unit=unit, value_to=high.value)


def _joint(tokens: Tokens, low: Draft) -> int | None:
    """Return the token after the word or dash that may join a range."""
    at = low.last
    word, before = tokens.low[at], tokens.low[low.first - 1]
    if word in _DASHES:
        spaced = not tokens.glued(at) and not tokens.glued(at + 1)
        return (
            at + 1
            if tokens.glued(at) == tokens.glued(at + 1) and (word != "-" or not spaced)
            else None
        )
    if word == "/" and low.kind is FigureKind.MONEY and tokens.glued(at):
        return at + 1
    if word == "and":
        return (
            at + 1
            if before == "between" or (low.unit is None and _between(tokens, low.first))
            else None
        )
    if word == "to":
        hyphen = tokens.raw[at + 1] == "-"
        return at + 1 + hyphen if _by(tokens, low) or not _changed(tokens, low.first) else None
    small = low.unit is None and low.number is not None and low.number.value < 100
    return at + 1 if word == "or" and small else None


def _between(tokens: Tokens, at: int) -> bool:
    return "between" in tokens.low[max(0, at - 3) : at]


def _changed(tokens: Tokens, at: int) -> bool:
    """Tell an amount that a verb of change goes from: "fell from 5 to 3", "rose 3% to $12"."""
    change = words("words", "change")
    reach = _BOUND_REACH if tokens.low[at - 1] == "from" else 2
    return not change.isdisjoint(tokens.low[max(0, at - reach) : at])


def _by(tokens: Tokens, low: Draft) -> bool:
    """Tell the range of a change ("fell by 1 to 2 degrees")."""
    return tokens.low[low.first - 1] == "by"


def _alike(low: Draft, high: Draft) -> bool:
    if low.unit is None or high.unit is None:
        return high.unit is not None or low.kind is high.kind
    return low.unit == high.unit


def _scaled(low: Draft, high: Draft) -> Draft:
    """Give "5" in "$5 to $7 million" the million of its upper end."""
    below, above = low.number, high.number
    if below is None or above is None or below.scale != 1 or above.scale == 1:
        return low
    if not abs(below.value) < abs(above.value) / above.scale:
        return low
    value = below.value * above.scale
    return replace(low, value=value, number=replace(below, value=value, scale=above.scale))


def _rises(low: Draft, high: Draft) -> bool:
    below, above = low.value, high.value
    return isinstance(below, float | int) and isinstance(above, float | int) and below < above


def approximate(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether the words around a figure make it approximate or a bound."""
    at = draft.first - 1
    while tokens.low[at] in ("a", "an", "the", "between", "from", "of"):
        at -= 1
        if tokens.low[at + 1] == "of" and tokens.low[at] not in (
            "upwards",
            "upward",
            "north",
            "excess",
            "estimate",
            "short",
        ):
            return False
    single = tokens.low[at] in words("words", "approximate") and tokens.raw[at] != "Under"
    pair = f"{tokens.low[at - 1]} {tokens.low[at]}" in words("words", "approximate_pairs")
    of = f"{tokens.low[at]} {tokens.low[at + 1]}" in words("words", "approximate_pairs")
    after = tokens.phrase(draft.last, draft.last + 2) if draft.last < tokens.count else ""
    return single or pair or of or after in words("words", "approximate_after")
