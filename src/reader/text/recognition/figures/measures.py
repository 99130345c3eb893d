"""Recognise percentages, durations and quantities: a number and a unit of measure."""

from dataclasses import replace

from reader.model import FigureKind
from reader.text.recognition.figures.counts import is_age
from reader.text.recognition.figures.digits import Number
from reader.text.recognition.figures.draft import Draft, Page, measured
from reader.text.recognition.figures.numbers import read_number
from reader.text.recognition.figures.tables import table, units, words
from reader.text.recognition.figures.tokens import Tokens

_AGE_WORDS = frozenset(["old", "olds"])


def percent(page: Page, number: Number) -> Draft | None:
    """Return the percentage of `number`: "80%", "25 per cent", "50 basis points"."""
    tokens = page.tokens
    at = number.last + (tokens.raw[number.last] == "-")
    if (found := units("percent").find(tokens, at)) is None:
        if tokens.raw[at] == "pc" and tokens.glued(at):
            return measured(number, at + 1, FigureKind.PERCENT, "percent")
        return None
    unit, last = found
    if unit == "percent" and units("percent").find(tokens, at) and tokens.low[last] == "points":
        unit, last = "percentage point", last + 1
    if tokens.raw[at] == "%" and tokens.low[last] in ("age", "pts") and tokens.glued(last):
        last += 1
    return measured(number, last, FigureKind.PERCENT, unit)


def duration(page: Page, number: Number) -> Draft | None:
    """Return the length of time of `number`; an age ("a 45-year-old") counts years instead."""
    tokens = page.tokens
    at, joined = _after_hyphen(tokens, number.last)
    found = units("duration").find(tokens, at)
    if found is None or _is_letter_apart(tokens, at):
        return None
    unit, last = found
    if tokens.raw[last] == "." and tokens.low[at] in ("yr", "yrs", "hr", "hrs"):
        return measured(number, last, FigureKind.DURATION, unit)
    after = last if is_age(tokens, number.first) else _age_ends(tokens, last)
    if after is not None:
        return measured(number, after, FigureKind.COUNT, unit)
    if joined and tokens.raw[last] == "-" and tokens.low[last + 1] == "long":
        last += 2
    return measured(number, last, FigureKind.DURATION, unit)


def _age_ends(tokens: Tokens, at: int) -> int | None:
    """Return the token after "old" of "years old", "-year-old", "years of age", or None."""
    hyphen = at + (tokens.raw[at] in ("-", "–"))
    if tokens.low[hyphen] in _AGE_WORDS:
        return hyphen + 1
    return at + 2 if tokens.low[at : at + 2] == ["of", "age"] else None


def _after_hyphen(tokens: Tokens, at: int) -> tuple[int, bool]:
    joined = tokens.raw[at] in ("-", "‑") and tokens.glued(at) and tokens.glued(at + 1)
    return (at + 1, True) if joined else (at, False)


def _is_letter_apart(tokens: Tokens, at: int) -> bool:
    """Tell a single letter that does not touch its number, and so is hardly its unit."""
    return len(tokens.raw[at]) == 1 and tokens.raw[at].isascii() and not tokens.glued(at)


def quantity(page: Page, number: Number) -> Draft | None:
    """Return the quantity of `number`: "1.5 million barrels per day", "32 m²", "5 ft 2 in"."""
    tokens = page.tokens
    at, _ = _after_hyphen(tokens, number.last)
    at += tokens.raw[at] in ("{", "<") and tokens.raw[at + 2] in ("}", ">")
    if (found := _unit(tokens, at, number)) is None:
        return None
    unit, last = found
    draft = measured(number, last, FigureKind.QUANTITY, unit)
    if unit == "foot":
        draft = _with_inches(page, draft)
    per = _rate(tokens, draft.last)
    return replace(draft, last=per[1], unit=f"{unit} per {per[0]}") if per else draft


def _unit(tokens: Tokens, at: int, number: Number) -> tuple[str, int] | None:
    """Return the unit at token `at` and the token after it: names, symbols, squares and cubes."""
    shape = _shape(tokens, at)
    found = units("quantity").find(tokens, at + (1 + (tokens.raw[at + 1] == ".")) * bool(shape))
    if found is None or _is_doubtful(tokens, at, number):
        return None
    unit, last = found
    if tokens.glued(last) and tokens.raw[last].isdecimal() and not _power(tokens, last):
        return None  # a code, as in "24703L202"
    if not shape and (power := _power(tokens, last)):
        shape, last = power
    return (f"{shape} {unit}" if shape else unit), last


def _shape(tokens: Tokens, at: int) -> str | None:
    if tokens.low[at] in words("units", "per", "area"):
        return "square"
    return "cubic" if tokens.low[at] in words("units", "per", "volume") else None


def _power(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read the power of "km2", "m²", "km^2", "m3"."""
    if not tokens.glued(at) or tokens.raw[at - 1] not in (
        "m",
        "km",
        "cm",
        "mm",
        "ft",
        "mi",
        "м",
        "км",
    ):
        return None
    at += tokens.raw[at] == "^"
    shape = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}.get(tokens.raw[at])
    return (shape, at + 1) if shape else None


def _is_doubtful(tokens: Tokens, at: int, number: Number) -> bool:
    """Tell letters that are no unit where they stand: "5 A", "4 m people", "3G", "16 bit by"."""
    raw = tokens.raw[at]
    if tokens.raw[at + 1] == "-" and tokens.glued(at + 1) and len(raw) == 1:
        return raw not in "mgl"
    if len(raw) == 1 and raw.isascii() and raw.isalpha() and not tokens.glued(at):
        return raw not in "mgW" or number.spelt
    return raw.isascii() and len(raw) == 2 and number.spelt and raw not in ("km", "kg", "cm")


def _rate(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read what a quantity is a rate of: "per hour", "an hour", "/h", "a day"."""
    per = table("units")["per"]["units"]
    at += 2 * (
        tokens.low[at] == "of" and tokens.low[at + 2] in ("per", "a")
    )  # barrels of oil a day
    if tokens.low[at] not in ("per", "a", "an", "/"):
        return None
    word = tokens.low[at + 1]
    if tokens.raw[at] == "/" and not tokens.glued(at + 1):
        return None
    if tokens.low[at] in ("per", "/") and (room := _room(tokens, at + 1)):
        return room
    time = word in ("second", "minute", "hour", "day", "week", "month", "year")
    if word not in per or (tokens.low[at] in ("a", "an") and not time):
        return None
    return per[word], at + 2


def _room(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read the area or volume of "per square kilometre", "/m2" and "/cm³"."""
    shape = _shape(tokens, at)
    found = units("quantity").find(tokens, at + bool(shape))
    if found is None:
        return None
    unit, last = found
    if unit.startswith(("square ", "cubic ")):
        return found  # m²
    power = None if shape else _power(tokens, last)
    shape, last = power or (shape, last)
    return (f"{shape} {unit}", last) if shape else None


def _with_inches(page: Page, draft: Draft) -> Draft:
    """Add the inches of "5 ft 2 in" and "5 feet and 2 inches" to the feet."""
    tokens = page.tokens
    at = draft.last + (tokens.low[draft.last] in ("and", ","))
    if tokens.raw[at][:1].isdecimal():
        inches = read_number(tokens, at, page.language, inner=True)
        named = inches and tokens.low[inches.last] in ("in", "inch", "inches", "″")
        if inches and named and inches.value < 12 and isinstance(draft.value, float):
            feet = draft.value + inches.value / 12
            return replace(draft, last=inches.last + 1, value=feet)
    return draft
