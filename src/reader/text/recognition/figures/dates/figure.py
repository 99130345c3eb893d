"""Make a date figure: read, join into a range, resolve, and write as ISO 8601."""

from dataclasses import replace

from reader.model import FigureKind
from reader.text.recognition.figures.dates import absolute, calendar, quarters, relative, resolve
from reader.text.recognition.figures.dates.absolute import Spot
from reader.text.recognition.figures.dates.moment import Moment, is_possible, iso
from reader.text.recognition.figures.draft import Draft, Page
from reader.text.recognition.figures.tables import table, words
from reader.text.recognition.figures.tokens import Tokens

_DATE = FigureKind.DATE
_DASHES = frozenset("-–—")


def find_date(page: Page, at: int) -> Draft | None:
    """Return the date or range of dates beginning at token `at`, or None."""
    start = _past_modifiers(page.tokens, at)
    if start == at and (pointed := _pointed_name(page, at)) is not None:
        return pointed
    if (part := quarters.read(page, start)) is not None:
        value, value_to = part.months or (None, None)
        return Draft(at, part.last, _DATE, value, value_to, resolved=part.resolved)
    if (draft := _absolute(page, start)) or (draft := relative.read(page, start)):
        return replace(draft, first=at)
    return None


def _past_modifiers(tokens: Tokens, at: int) -> int:
    """Return the token after "early", "late", "mid-", "fiscal", or `at`."""
    start = at
    if (
        tokens.low[start] in words("calendar", "en", "modifiers", "near")
        or tokens.low[start] == "fiscal"
    ):
        start += 1
        start += tokens.raw[start] in ("-", "‑") or tokens.low[start] == "in"
        start += tokens.low[start] in ("the", "fiscal")
    return start


def _pointed_name(page: Page, at: int) -> Draft | None:
    """Read "last October", "next Friday": the pointer is part of the words, the name follows."""
    tokens = page.tokens
    if tokens.low[at] not in table("calendar")["en"]["modifiers"]["pointers"]:
        return None
    named = calendar.weekday(tokens, at + 1, page.language)
    if named is None and calendar.month(tokens, at + 1, page.language) is None:
        return None
    draft = _absolute(page, at + 1)
    return replace(draft, first=at) if draft else None


def _absolute(page: Page, at: int) -> Draft | None:
    spot = absolute.read(page.tokens, at, page.language)
    if spot is None:
        return None
    if not spot.known:
        return Draft(at, spot.last, _DATE, None)
    if spot.weekday is not None and spot.moment == Moment():
        return _weekday(page, at, spot)
    ranged = _range(page, at, spot)
    if ranged is None and spot.weekday is not None:
        placed = resolve.on_weekday(page, spot.moment, spot.weekday)
        draft = _dated(page, at, replace(spot, moment=placed))
        return replace(draft, resolved=draft.resolved or placed != spot.moment)
    return ranged or _dated(page, at, spot)


def _weekday(page: Page, at: int, spot: Spot) -> Draft:
    last = spot.last + (
        page.tokens.low[spot.last] in words("calendar", "en", "modifiers", "parts_of_day")
    )
    day = resolve.weekday(page, spot.weekday or 0, at, spot.last)
    return Draft(at, last, _DATE, day.isoformat() if day else None, resolved=day is not None)


def _dated(page: Page, at: int, spot: Spot) -> Draft:
    spot = _of_this_year(page, spot)
    moment = resolve.with_year(page, spot.moment, at, spot.last)
    value = iso(moment) if moment else None
    resolved = value is not None and (
        spot.moment.year is None or (spot.last > at and _relative_year(page, spot))
    )
    until = iso(spot.until) if spot.until else None
    return Draft(at, spot.last, _DATE, value, until, resolved=resolved)


def _relative_year(page: Page, spot: Spot) -> bool:
    return page.tokens.low[spot.last - 1] == "year"


def _of_this_year(page: Page, spot: Spot) -> Spot:
    """Add the year of "June last year", "January this year"."""
    at = spot.last + (page.tokens.low[spot.last] == "of")
    offset = table("calendar")["en"]["modifiers"]["pointers"].get(page.tokens.low[at])
    if (
        spot.moment.year
        or offset is None
        or page.tokens.low[at + 1] != "year"
        or page.published is None
    ):
        return spot
    return replace(
        spot, last=at + 2, moment=replace(spot.moment, year=page.published.year + offset)
    )


def _range(page: Page, at: int, low: Spot) -> Draft | None:
    """Join two dates: "Nov. 5 and Nov. 28, 2024" after "between", "October 3-9", "1991 to 1997"."""
    tokens = page.tokens
    after = _joint(tokens, at, low)
    if after is None or low.until is not None:
        return None
    high = _day_of_month(tokens, after, low, page.language) or absolute.read(
        tokens, after, page.language
    )
    if (
        high is None
        or high.moment == Moment()
        or not high.known
        or not _alike(low.moment, high.moment)
    ):
        return None
    ends = _resolved_ends(page, at, low.moment, high)
    if ends is None:
        return Draft(at, high.last, _DATE, None)
    value, value_to = iso(ends[0]), iso(ends[1])
    if value is None or value_to is None or value >= value_to:
        return None
    return Draft(at, high.last, _DATE, value, value_to, resolved=high.moment.year is None)


def _joint(tokens: Tokens, at: int, low: Spot) -> int | None:
    before, word = tokens.low[at - 1], tokens.low[low.last]
    if word == "," and low.moment.year and tokens.low[low.last + 1] in ("and", "to"):
        return _joint_word(before, tokens.low[low.last + 1], low.last + 2)
    if word in _DASHES:
        even = tokens.glued(low.last) == tokens.glued(low.last + 1)
        return low.last + 1 if even and (word != "-" or tokens.glued(low.last)) else None
    return _joint_word(before, word, low.last + 1)


def _joint_word(before: str, word: str, after: int) -> int | None:
    if word == "and":
        return after if before == "between" else None
    if word in ("through", "thru"):
        return after
    return (
        after
        if word in ("to", "until", "till") and before in ("from", "the", "of", "(", ",")
        else None
    )


def _day_of_month(tokens: Tokens, at: int, low: Spot, language: str) -> Spot | None:
    """Read the second day of "October 3 and 9", which says no month."""
    if low.moment.day is None or calendar.month(tokens, at + 1, language) is not None:
        return None
    if (found := calendar.day(tokens, at)) is None or found[0] <= low.moment.day:
        return None
    moment, last = replace(low.moment, day=found[0]), found[1]
    after = last + (tokens.raw[last] == ",")
    year = calendar.year(tokens, after)
    if moment.year is None and year is not None and calendar.stands_alone(tokens, after):
        moment, last = replace(moment, year=year), after + 1
    return Spot(last, moment) if is_possible(moment) else None


def _alike(low: Moment, high: Moment) -> bool:
    return (low.month is None) == (high.month is None) and (low.day is None) == (high.day is None)


def _resolved_ends(page: Page, at: int, low: Moment, high: Spot) -> tuple[Moment, Moment] | None:
    """Give both ends their year: the one written serves both, an end of year between them apart."""
    if (top := resolve.with_year(page, high.moment, at, high.last)) is None or top.year is None:
        return None
    if low.year is not None:
        return low, top if high.moment.year or top.year >= low.year else replace(top, year=low.year)
    later = (low.month or 0, low.day or 0) > (top.month or 0, top.day or 0)
    return replace(low, year=top.year - later), top
