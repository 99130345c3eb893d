"""Read numbers in digits: "1,234.5", "12,34,567", "1 000 000", "2 1/2"."""

import re
from dataclasses import dataclass, replace

from reader.text.recognition.figures.tables import words
from reader.text.recognition.figures.tokens import Tokens

_SPACES = frozenset("\u2009\u202f\xa0'’")
FRACTIONS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅜": 0.375}
_POINT = re.compile(
    r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
)
_COMMA = re.compile(r"\d+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ORDINALS = frozenset(["st", "nd", "rd", "th"])
_PREFIX_WORDS = frozenset(["minus", "plus", "mid", "pre", "post", "non", "sub", "mini", "near"])
_DIGITS_MAX = 40  # longer runs of digits are keys and hashes, not amounts


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the tokens `[first, last)`.

    `scale` is the magnitude in `value` (1e6 in "5 million"), 1 without; `high` the upper end of
    an order of magnitude ("thousands of"); `plain` means nothing but digits, without grouping,
    point or magnitude, as product names and years are written; `spelt` that it is in words.
    """

    first: int
    last: int
    value: float
    scale: float = 1.0
    high: float | None = None
    plain: bool = False
    spelt: bool = False


def parse_digits(raw: str, language: str) -> float | None:
    """Return the value of digits with points and commas in them, or None if they are no number."""
    if len(raw) > _DIGITS_MAX:
        return None
    comma = language in words("numbers", "decimal_comma")
    if comma and _COMMA.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", "."))
    if _POINT.fullmatch(raw):
        return float(raw.replace(",", ""))
    grouped = _COMMA.fullmatch(raw) and raw.count(".") > (1 if "," not in raw else 0)
    return float(raw.replace(".", "").replace(",", ".")) if grouped else None


def inside_a_name(tokens: Tokens, at: int) -> bool:
    """Tell digits that are part of a word, a code, a path or a time ("A7", "F-35", "/3", ":48")."""
    if not tokens.glued(at):
        return False
    before = tokens.raw[at - 1]
    if before in ("-", "‑", "–"):
        root = tokens.low[at - 2]
        return tokens.glued(at - 1) and root[-1:].isalnum() and root not in _PREFIX_WORDS
    if before == ".":
        return tokens.glued(at - 1)  # ".5" is a number, "v.5" is not
    letter = before[-1:].isalnum() and not "\u3040" <= before[-1] <= "\ud7af"
    return letter or before in (*"/_#@=&:\\", "'", "’")


def read_digits(tokens: Tokens, at: int, language: str) -> Number | None:
    """Return the number whose digits are at token `at`, its groups and fraction taken in."""
    value = parse_digits(tokens.raw[at], language)
    last = at + 1
    if value is None:
        return None
    if tokens.raw[at - 1] == "." and tokens.glued(at) and tokens.raw[at].isdecimal():
        return Number(at - 1, last, float(f"0.{tokens.raw[at]}"))
    while len(tokens.raw[last]) == 3 and _group_follows(tokens, last, language):
        value = value * 1000 + float(tokens.raw[last])
        last += 1
    plain = last == at + 1 and tokens.raw[at].isdecimal()
    if tokens.glued(last):
        if tokens.low[last] in _ORDINALS:
            return None
        if tokens.raw[last] == ":" and tokens.raw[last + 1][:1].isdecimal():
            return None
    return _with_fraction(tokens, Number(at, last, value, plain=plain))


def _group_follows(tokens: Tokens, at: int, language: str) -> bool:
    """Tell whether three digits continue a number grouped by spaces, as in "1 000 000"."""
    if not tokens.raw[at].isdecimal() or len(tokens.raw[at - 1].split(",")[0]) > 3:
        return False
    gap = tokens.text[tokens.end[at - 1] : tokens.start[at]]
    return gap in _SPACES or (gap == " " and language in words("numbers", "decimal_comma"))


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """Add the fraction of "1/2", "2 1/2" and "2½" to a whole number."""
    at = number.last
    if not number.plain:
        return number
    if tokens.low[at] in FRACTIONS:
        return replace(
            number, last=at + 1, value=number.value + FRACTIONS[tokens.low[at]], plain=False
        )
    if (part := _ratio(tokens, number.first)) is not None:
        return replace(number, last=number.last + 2, value=part, plain=False)
    if not tokens.glued(at) and (part := _ratio(tokens, at)) is not None:
        return replace(number, last=at + 3, value=number.value + part, plain=False)
    return number


def _ratio(tokens: Tokens, at: int) -> float | None:
    top, slash, bottom = tokens.raw[at : at + 3]
    if slash not in ("/", "⁄") or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    if not (top.isdecimal() and bottom.isdecimal() and len(top) < 3 and len(bottom) < 3):
        return None
    if tokens.raw[at + 3] == "/" or not 0 < int(top) < int(bottom) <= 32:
        return None
    return int(top) / int(bottom)
