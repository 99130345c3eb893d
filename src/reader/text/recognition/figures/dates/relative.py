"""Read dates that go from the day of publication: "last month", "three years ago", "yesterday"."""

from reader.model import FigureKind
from reader.text.recognition.figures.dates import calendar
from reader.text.recognition.figures.dates.moment import (
    Moment,
    iso,
    quarter,
    shift_days,
    shift_months,
    week,
)
from reader.text.recognition.figures.draft import Draft, Page
from reader.text.recognition.figures.numbers import read_number
from reader.text.recognition.figures.tables import table, units, words

_UNITS = frozenset(["day", "week", "month", "year", "decade", "century"])
_SEASONS = frozenset(["summer", "winter", "spring", "fall", "autumn", "weekend", "season"])
Span = tuple[str | None, str | None]


def read(page: Page, at: int) -> Draft | None:
    """Return the relative date beginning at token `at`, or None."""
    return (
        _day(page, at)
        or _pointed(page, at)
        or _ago(page, at)
        or _year_ago(page, at)
        or _year_end(page, at)
    )


def _draft(first: int, last: int, span: Span) -> Draft:
    value, value_to = span
    return Draft(first, last, FigureKind.DATE, value, value_to, resolved=value is not None)


def _on(page: Page, days: int) -> str | None:
    moved = page.published and shift_days(page.published, days)
    return moved.isoformat() if moved else None


def _day(page: Page, at: int) -> Draft | None:
    """Read "today", "yesterday", "tonight", "tomorrow morning"."""
    days = calendar.day_words(page.language).get(page.tokens.low[at])
    if days is None:
        return None
    last = (
        at + 1 + (page.tokens.low[at + 1] in words("calendar", "en", "modifiers", "parts_of_day"))
    )
    return _draft(at, last, (_on(page, days), None))


def _pointed(page: Page, at: int) -> Draft | None:
    """Read "last month", "this year", "next week", "this morning", "last night"."""
    tokens = page.tokens
    offset = table("calendar")["en"]["modifiers"]["pointers"].get(tokens.low[at])
    if offset is None:
        return None
    unit, last = tokens.low[at + 1], at + 2
    if unit in ("fiscal", "calendar") and tokens.low[last] == "year":
        unit, last = "year", last + 1
    if unit in words("calendar", "en", "modifiers", "parts_of_day"):
        return _draft(at, last, (_on(page, offset), None)) if offset <= 0 else None
    if unit in _SEASONS:
        return _draft(at, last, (None, None))
    if unit not in _UNITS or (tokens.raw[last] == "-" and tokens.glued(last)):
        return None
    if tokens.low[at] == "previous":  # to what the text speaks of, which may be any time
        return _draft(at, last, (None, None))
    return _draft(at, last, _moved(page, unit, offset))


def _moved(page: Page, unit: str, offset: int) -> Span:
    """Return the day, week, month, year, decade or century `offset` from publication."""
    day = page.published
    if day is None:
        return None, None
    if unit == "day":
        return _on(page, offset), None
    if unit == "week":
        return week(shift_days(day, 7 * offset)), None
    if unit == "month":
        return iso(shift_months(day, offset)), None
    if unit == "year":
        return iso(Moment(day.year + offset)), None
    size = 10 if unit == "decade" else 100
    first = (day.year // size + offset) * size
    return iso(Moment(first)), iso(Moment(first + size - 1))


def _ago(page: Page, at: int) -> Draft | None:
    """Read "three years ago", "a month ago", "11 days ago"; finer than a day is None."""
    tokens = page.tokens
    if tokens.low[at] in ("a", "an", "one"):
        value, after = 1.0, at + 1
    elif (number := read_number(tokens, at, page.language)) and number.high is None:
        value, after = number.value, number.last
    else:
        return None
    found = units("duration").find(tokens, after)
    if found is None:
        return None
    unit, last = found
    if tokens.low[last] == "ago":
        return _draft(at, last + 1, _before(page, unit, value))
    if value == 1 and tokens.low[last] == "earlier" and unit in ("year", "month", "week"):
        return _draft(at, last + 1, _before(page, unit, value))
    return None


def _before(page: Page, unit: str, value: float) -> Span:
    """Return `value` units before publication; a year before goes from the quarter spoken of."""
    if page.published is None or not value < 10_000:
        return None, None
    if unit == "year" and value == 1 and page.quarter:
        return quarter(page.quarter[0] - 1, page.quarter[1])
    if unit == "decade":
        return iso(Moment(page.published.year - int(10 * value))), None
    whole = unit in ("day", "week", "month", "year", "fortnight") and value % 1 == 0
    if not whole:
        return None, None
    if unit == "fortnight":
        return _on(page, -14 * int(value)), None
    return _moved(page, unit, -int(value))


def _year_ago(page: Page, at: int) -> Draft | None:
    """Read "year-ago" and "year-earlier", as in "the year-ago results"."""
    tokens = page.tokens
    if (
        tokens.low[at] != "year"
        or tokens.raw[at + 1] != "-"
        or tokens.low[at + 2] not in ("ago", "earlier")
    ):
        return None
    return _draft(at, at + 3, _before(page, "year", 1.0))


def _year_end(page: Page, at: int) -> Draft | None:
    """Read "year-end" and "year end": the last day of the year of publication."""
    tokens = page.tokens
    hyphen = tokens.raw[at + 1] == "-"
    if (
        tokens.low[at] != "year"
        or tokens.low[at + 1 + hyphen] != "end"
        or tokens.raw[at + 2 + hyphen] == "-"
    ):
        return None
    value = f"{page.published.year:04}-12-31" if page.published else None
    return _draft(at, at + 2 + hyphen, (value, None))
