"""Work out the year of a date without one, and the day of a weekday, from publication."""

from dataclasses import replace
from datetime import date, timedelta

from reader.text.recognition.figures.dates.moment import Moment, is_possible
from reader.text.recognition.figures.dates.tense import outlook
from reader.text.recognition.figures.draft import Page

# Without a word on tense a date lies behind, unless the one ahead is this much nearer.
_AHEAD_AT_MOST = 100
# A date this many days off is meant whatever the tense, when its other year is this much farther.
_NEAR, _FAR = 40, 300


def with_year(page: Page, moment: Moment, first: int, last: int) -> Moment | None:
    """Return `moment` with its year, None where nothing says which."""
    if moment.year is not None:
        return moment
    if page.published is None or moment.month is None:
        return None
    pointer = page.tokens.low[first - 1]
    past, future = _around(moment, page.published, strictly=pointer in ("last", "next"))
    if past is None or future is None:
        return past or future
    ahead = (_as_day(future) - page.published).days
    ago = (page.published - _as_day(past)).days
    lean = outlook(page.tokens, first, last) or _nearer(ago, ahead)
    if max(ago, ahead) >= _FAR and min(ago, ahead) <= _NEAR:
        lean = 1 if ahead < ago else -1
    return future if lean > 0 else past


def _nearer(ago: int, ahead: int) -> int:
    return 1 if ahead <= _AHEAD_AT_MOST and ahead < ago else -1


def on_weekday(page: Page, moment: Moment, number: int) -> Moment:
    """Give "Saturday, April 25" the year nearest to publication in which it is one, if any is."""
    if moment.year is not None or page.published is None:
        return moment
    today = page.published
    dated = [replace(moment, year=y) for y in range(max(1, today.year - 5), today.year + 6)]
    fits = [one for one in dated if is_possible(one) and _as_day(one).weekday() == number]
    return min(fits, key=lambda one: abs((_as_day(one) - today).days), default=moment)


def _as_day(moment: Moment) -> date:
    return date(moment.year or 1, moment.month or 1, moment.day or 1)


def _around(moment: Moment, today: date, *, strictly: bool) -> tuple[Moment | None, Moment | None]:
    """Return the last such date up to `today` and the first from it on, at the moment's precision.

    `strictly` leaves out the month or day of publication itself.
    """
    whole = moment.day is None
    now = today.replace(day=1) if whole else today
    dated = [
        replace(moment, year=year)
        for year in range(today.year - 4, today.year + 5)
        if 0 < year < 9999
    ]
    possible = [candidate for candidate in dated if is_possible(candidate)]
    if strictly:
        possible = [candidate for candidate in possible if _as_day(candidate) != now]
    past = [candidate for candidate in possible if _as_day(candidate) <= now]
    future = [candidate for candidate in possible if _as_day(candidate) >= now]
    return (past[-1] if past else None), (future[0] if future else None)


def weekday(page: Page, number: int, first: int, last: int) -> date | None:
    """Return the day that the weekday `number`, 0 for Monday, means; None without publication."""
    if page.published is None:
        return None
    pointer = page.tokens.low[first - 1]
    back = (page.published.weekday() - number) % 7
    ahead = (number - page.published.weekday()) % 7
    try:
        if pointer in ("last", "previous", "past"):
            return page.published - timedelta(days=back or 7)
        if pointer in ("next", "coming"):
            return page.published + timedelta(days=ahead or 7)
        possessive = page.tokens.low[last + 1] == "s" and page.tokens.raw[last] in ("'", "’")
        if not possessive and outlook(page.tokens, first, last) > 0:
            return page.published + timedelta(days=ahead)
        return page.published - timedelta(days=back)
    except OverflowError:
        return None
