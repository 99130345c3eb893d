"""A day as people write it → a date: for follow-ups, in the commands and the app."""

from datetime import date, datetime, time


def day(words: str, today: date) -> date | None:
    """The day meant by "2026-01-05", "tomorrow", "next friday", "in 2 weeks"; None for no day.

    A day without a year is the next one from `today` on. Words are read by dateparser, which is
    only imported when they are not ISO 8601.
    """
    words = words.strip().lower()
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    if words.isdecimal() or not any(char.isalnum() for char in words):
        return None  # a number alone could be a day, a month or a year
    return _by_dateparser(words, today)


def _by_dateparser(words: str, today: date) -> date | None:
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    # dateparser knows "friday" and means the coming one, but not "next friday".
    plain = words.removeprefix("next ") if words.split()[-1] in _WEEKDAYS else words
    found = dateparser.parse(_NEXT.get(plain, plain), settings=settings)
    return found.date() if found else None


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
_NEXT = {"next week": "in 1 week", "next month": "in 1 month", "next year": "in 1 year"}
