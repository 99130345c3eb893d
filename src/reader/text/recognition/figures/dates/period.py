"""From ISO 8601 at the precision of a text to the days it means."""

from calendar import monthrange
from datetime import date, timedelta

from reader.model import Precision


def period(value: str, value_to: str | None) -> tuple[str, str | None, Precision]:
    """Return the first day, the last one (None when it is the first), and the precision.

    `value` and `value_to` are a year, month, ISO week or day, alike: "2025-07", "2025-09".
    """
    first, last = _first(value), _last(value_to or value)
    return first, last if last != first else None, _precision(value)


def _precision(value: str) -> Precision:
    if "W" in value:
        return Precision.WEEK
    return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(value), Precision.DAY)


def _first(value: str) -> str:
    if "W" in value:
        return _monday(value).isoformat()
    return value + "-01-01"[len(value) - 4 :]


def _last(value: str) -> str:
    if "W" in value:
        return (_monday(value) + timedelta(days=6)).isoformat()
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        return f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}"
    return value


def _monday(week: str) -> date:
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
