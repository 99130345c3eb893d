"""Recognise shares of a whole: "half the seats", "two-thirds of voters", "one in five adults"."""

from reader.model import FigureKind
from reader.text.recognition.figures.draft import Draft, Page
from reader.text.recognition.figures.tables import table, units, words
from reader.text.recognition.figures.tokens import Tokens

_DIGITS = 6  # after the point, of a share that no decimal fraction gives whole
_FEWEST, _MOST = 3, 10_000  # people that one stands for: "one in two" is rare, "1 in 2025" a date


def share(page: Page, at: int) -> Draft | None:
    """Return the share beginning at token `at`, as a quantity of the unit `share`; English only."""
    if page.language != "en":
        return None
    tokens = page.tokens
    found = _half(tokens, at) or _parts(tokens, at) or _odds(tokens, at)
    if found is None or tokens.raw[at - 1] == "-":
        return None
    value, last = found
    return Draft(at, last, FigureKind.QUANTITY, round(value, _DIGITS), unit="share")


def _half(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read "half of them", "half the seats", "half its staff"; "half a mile" is another's."""
    if tokens.low[at] != "half":
        return None
    before = tokens.low[at - 1]
    of = tokens.low[at + 1] == "of" and before not in words("words", "shares", "halved")
    whole = of or tokens.low[at + 1] in words("words", "shares", "wholes")
    return (0.5, at + 1) if whole and not _is_time(tokens, at + 2) else None


def _parts(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read "a third of", "one-fifth of", "two-thirds of", "three quarters of"."""
    many = _small(tokens, at)
    part = at + 1 + (tokens.raw[at + 1] == "-")
    below = table("words")["shares"]["parts"].get(tokens.low[part])
    if many is None or below is None or tokens.low[part + 1] != "of":
        return None
    doubtful = below == 4 and part == at + 1 and not _is_whole(tokens, part + 2)
    measure = tokens.low[part + 2] in ("a", "an")  # a tenth of a second
    return None if many >= below or doubtful or measure else (many / below, part + 1)


def _odds(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Read "one in five adults", "nine out of 10 voters", not "one in two years"."""
    many, joint = _small(tokens, at), at + 1 + (tokens.low[at + 1] == "out")
    joined = tokens.low[joint] == ("in" if joint == at + 1 else "of")
    whole = _small(tokens, joint + 1) if joined else None
    if many is None or whole is None or not many < whole or not _FEWEST <= whole <= _MOST:
        return None
    counted = tokens.low[joint + 2]
    things = len(counted) > 2 and (counted.endswith("s") or counted in table("words")["irregular"])
    played = counted in words("words", "shares", "played")
    measured = _is_time(tokens, joint + 2) or units("quantity").find(tokens, joint + 2)
    return None if not things or played or measured else (many / whole, joint + 2)


def _small(tokens: Tokens, at: int) -> int | None:
    """Read a whole number that is one token: "a", "two", "10"."""
    low = tokens.low[at]
    if low == "a":
        return 1
    if low.isascii() and low.isdecimal() and len(low) < 6:
        return int(low)
    said: int | None = table("numbers")["en"]["words"].get(low)
    return said


def _is_whole(tokens: Tokens, at: int) -> bool:
    """Tell what is had in parts ("its staff", "voters") from what lasts: quarters of growth."""
    low = tokens.low[at]
    determined = low in words("words", "shares", "wholes") or tokens.raw[at][:1].isupper()
    return determined or (len(low) > 3 and low.endswith("s") and not low.endswith("ss"))


def _is_time(tokens: Tokens, at: int) -> bool:
    return units("duration").find(tokens, at) is not None
