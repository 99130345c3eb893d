"""Read quarters and halves of a year: "the third quarter of 2024", "Q3", "the year-ago quarter"."""

from dataclasses import dataclass
from datetime import date

from reader.text.recognition.figures.dates import calendar
from reader.text.recognition.figures.dates.moment import quarter as months
from reader.text.recognition.figures.dates.tense import outlook
from reader.text.recognition.figures.draft import Page
from reader.text.recognition.figures.tables import table, words
from reader.text.recognition.figures.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year before token `last`: `months` are its ends, None without a year."""

    last: int
    months: tuple[str, str] | None
    resolved: bool


def read(page: Page, at: int) -> Part | None:
    """Return the quarter or half beginning at token `at`; remembers it on the page."""
    tokens = page.tokens
    year, start = _leading_year(page, at)
    start += tokens.low[start] == "fiscal"
    start += tokens.raw[start] == "-" and tokens.low[start - 1] == "fiscal"
    if (found := _numbered(tokens, start)) is not None:
        return _placed(page, at, found, year)
    if tokens.low[start] in ("quarter", "period") and _is_spoken_of(tokens, at, start):
        if page.quarter is None and page.published and tokens.low[at] == "latest":
            page.quarter = _completed(page.published)
        if page.quarter:
            return _again(page, at, year, start)
    return _pointed(page, at)


def _is_spoken_of(tokens: Tokens, at: int, noun: int) -> bool:
    """Tell "the quarter", a quarter named before, from "a quarter" of anything."""
    bare = noun == at and tokens.low[at - 1] == "the" and tokens.low[noun] == "quarter"
    return noun > at or (bare and tokens.low[noun + 1] not in ("of", "-", "final", "century"))


def _numbered(tokens: Tokens, at: int) -> tuple[int, str, int] | None:
    """Read "third-quarter", "Q3", "3Q", "first half": number, word, the token after."""
    ordinal = table("calendar")["en"]["modifiers"]["ordinals"].get(tokens.low[at])
    if ordinal is not None:
        noun = at + 1 + (tokens.raw[at + 1] == "-")
        if tokens.low[noun] == "quarter" or (
            tokens.low[noun] == "half" and ordinal <= 2 and _halves_a_year(tokens, noun)
        ):
            return ordinal, tokens.low[noun], noun + 1
        return None
    number, letter = tokens.raw[at + 1], tokens.raw[at]
    if letter in ("Q", "H") and tokens.glued(at + 1) and number in ("1", "2", "3", "4"):
        return (
            (int(number), "quarter" if letter == "Q" else "half", at + 2)
            if letter == "Q" or number < "3"
            else None
        )
    if (
        tokens.raw[at] in ("1", "2", "3", "4")
        and tokens.raw[at + 1] == "Q"
        and tokens.glued(at + 1)
    ):
        return int(tokens.raw[at]), "quarter", at + 2
    return None


def _halves_a_year(tokens: Tokens, at: int) -> bool:
    """Tell the half of a year from the half of a match."""
    after = at + 1 + (tokens.low[at + 1] == "of")
    return calendar.year(tokens, after) is not None or tokens.low[after + 1] == "year"


def _leading_year(page: Page, at: int) -> tuple[int | None, int]:
    """Read the year before a quarter: "1988 third quarter", "this year's", "year-ago"."""
    tokens = page.tokens
    if (year := calendar.year(tokens, at)) is not None:
        return year, at + 1
    pointer = table("calendar")["en"]["modifiers"]["pointers"].get(tokens.low[at])
    if pointer is not None and tokens.low[at + 1] == "year" and tokens.low[at + 3] == "s":
        return (page.published.year + pointer if page.published else None), at + 4
    if (
        tokens.low[at] == "year"
        and tokens.raw[at + 1] == "-"
        and tokens.low[at + 2] in ("ago", "earlier")
    ):
        return (page.quarter[0] - 1 if page.quarter else None), at + 3
    if tokens.low[at] in words("calendar", "en", "modifiers", "latest"):
        return (page.quarter[0] if page.quarter else None), at + 1
    return None, at


def _placed(page: Page, at: int, found: tuple[int, str, int], year: int | None) -> Part:
    """Give a numbered quarter or half its year: the one written, or one worked out."""
    number, noun, last = found
    tokens = page.tokens
    written = calendar.year(tokens, at) is not None
    if year is None and (after := _year_after(page, last)):
        year, last, written = after
    if year is None:
        year = _guess_year(page, number if noun == "quarter" else number * 2 - 1, at, last)
    if year is None:
        return Part(last, None, False)
    if noun == "half":
        span = (months(year, number * 2 - 1)[0], months(year, number * 2)[1])
        return Part(last, span, not written)
    if page.published is None or (year, number) <= _now(page.published):
        page.quarter = (year, number)
    return Part(last, months(year, number), not written)


def _now(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _completed(day: date) -> tuple[int, int]:
    """Return the last quarter that was over on a day, as (year, quarter)."""
    index = day.year * 4 + (day.month - 1) // 3 - 1
    return index // 4, index % 4 + 1


def _guess_year(page: Page, number: int, first: int, last: int) -> int | None:
    """Return the year of a quarter without one: the last begun, unless the text looks ahead."""
    if page.published is None:
        return None
    begun = (page.published.month + 2) // 3 >= number
    if begun or (outlook(page.tokens, first, last) > 0 and page.published.month > 3):
        return page.published.year
    return page.published.year - 1


def _again(page: Page, at: int, year: int | None, noun: int) -> Part | None:
    """Read the quarter spoken of once more: "the latest quarter", "the 1988 period"."""
    if page.quarter is None:
        return None
    last, named = noun + 1, calendar.year(page.tokens, at) is not None
    if not named and (found := _year_after(page, last)):
        year, last, named = found
    whole = year if year is not None else page.quarter[0]
    return Part(last, months(whole, page.quarter[1]), not named)


def _year_after(page: Page, last: int) -> tuple[int | None, int, bool] | None:
    """Read the year after a quarter, "of fiscal 2024", "last year"; and whether it is written."""
    tokens = page.tokens
    after = last + (tokens.low[last] == "of" or tokens.raw[last] == ",")
    after += tokens.low[after] == "fiscal"
    if (named := calendar.year(tokens, after)) is not None:
        return named, after + 1, True
    pointer = table("calendar")["en"]["modifiers"]["pointers"].get(tokens.low[after])
    if pointer is None or tokens.low[after + 1] != "year":
        return None
    return (page.published.year + pointer if page.published else None), after + 2, False


def _pointed(page: Page, at: int) -> Part | None:
    """Read "this quarter", "last quarter", "next quarter"."""
    pointer = table("calendar")["en"]["modifiers"]["pointers"].get(page.tokens.low[at])
    if pointer is None or page.tokens.low[at + 1] != "quarter":
        return None
    if page.published is None:
        return Part(at + 2, None, False)
    index = page.published.year * 4 + (page.published.month - 1) // 3 + pointer
    return Part(at + 2, months(index // 4, index % 4 + 1), True)
