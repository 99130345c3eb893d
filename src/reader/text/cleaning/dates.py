"""The date a line gives, as ISO 8601 at the precision given.

Months in many languages are data (`months.toml`). Relative dates (“3 hours ago”) give None: there
is no clock here. Of `03/04/2025` neither order is guessed unless one of the numbers is above 12 or
a full stop says day first (03.04.2025, the order of every language that writes it so).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib import resources

_EARLIEST = date(1800, 1, 1)
_LATEST = date(2100, 1, 1)
_TO_LOOK_AT = 200
"""A publication date stands at a line's beginning; nothing beyond is looked at (code points)."""

_YEAR = r"(?P<y>(?:1[89]|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMERIC = (
    re.compile(rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?:(?P<d>\d\d?)\s?[日일號号]?)?"),
    re.compile(r"(?<![\d/.-])(?P<a>\d\d?)(?P<sep>[-/.])\s?(?P<b>\d\d?)(?P=sep)\s?(?P<y>(?:1[89]|20)\d\d)(?!\d)"),
)  # fmt: skip
_SHORT = re.compile(
    r"(?:^|(?<![\d/.-])(?=\d\d\.\d\d\.))(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>[0-4]\d)(?![\d.]*\d)"
)
"""“05.08.24”, by those who write the day first; of this century. “5.8.24” only where a line begins:
versions look like it.
"""
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
_TIME = re.compile(
    r"(?P<h>[01]?\d|2[0-3])(?:[:.h時时点點]|\s?시\s?|h\s)(?P<min>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:[.,]\d+)?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?P<zone>\s?(?:Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d\b))?",
    re.IGNORECASE,
)
_HOUR_ONLY = re.compile(r"(?P<h>1[0-2]|0?[1-9])\s?(?P<half>[ap])\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `[start, end)` of the line, code points, and its ISO 8601 form."""

    start: int
    end: int
    iso: str


def find_date(line: str, today: date | None = None) -> str | None:
    """The first date of a line in ISO 8601 (`2025`-only never counts), or None.

    `today`: dates after the day that follows it are not believed.
    """
    found = locate_date(line, today)
    return found.iso if found else None


def locate_date(line: str, today: date | None = None) -> FoundDate | None:
    """As `find_date`, with where it stands; the time of day beside it belongs to it."""
    head = line[:_TO_LOOK_AT]
    no_day_until = 0
    for start, end, year, month, day in sorted(_days(head)):
        try:
            when = date(year, month, day or 1)
        except ValueError:
            no_day_until = end  # "31 February 2025": the month alone is not meant either
            continue
        if start < no_day_until or not _EARLIEST <= when <= _bound(today):
            continue
        if not day:
            return FoundDate(start, end, f"{year:04}-{month:02}")
        clock = _time_beside(head, start, end)
        return FoundDate(start, end, when.isoformat() + clock)
    return None


def is_date_line(line: str, today: date | None = None) -> bool:
    """Whether a line is hardly more than a date: its label, time, zone and reading time at most."""
    if len(line) > 120:
        return False
    found = locate_date(line, today)
    if not found:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    return len(re.findall(r"[^\W\d_]+", rest)) <= 8


def iso_date(value: object, today: date | None = None) -> str | None:
    """A date as metadata gives it (text, date or datetime), in ISO 8601 down to the minute."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and _EARLIEST.year <= value <= _LATEST.year:
        return str(value)
    if not isinstance(value, str):
        return None
    if re.fullmatch(r"\s*(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?\s*", value):
        return value.strip()
    return find_date(value, today)


def _bound(today: date | None) -> date:
    # One day of grace: it is tomorrow already in some time zone.
    return date.fromordinal(today.toordinal() + 1) if today and today < _LATEST else _LATEST


def _days(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    """Candidates as (start, end, year, month, day), day 0 where none is given."""
    for found in _SHORT.finditer(text):
        yield *found.span(), 2000 + int(found["y"]), int(found["m"]), int(found["d"])
    if not _ANY_YEAR.search(text):
        return
    for found in _NUMERIC[0].finditer(text):
        yield *found.span(), int(found["y"]), int(found["m"]), int(found["d"])
    for found in _NUMERIC[1].finditer(text):
        yield *found.span(), int(found["y"]), int(found["m"]), int(found["d"] or 0)
    for found in _NUMERIC[2].finditer(text):
        first, second = int(found["a"]), int(found["b"])
        if first > 12 or found["sep"] == "." or first == second:
            yield *found.span(), int(found["y"]), second, first
        elif second > 12:
            yield *found.span(), int(found["y"]), first, second
    for found in _COMPACT.finditer(text):
        yield *found.span(), int(found["y"]), int(found["m"]), int(found["d"])
    yield from _named(text)


def _named(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    day_first, month_first, month_only, numbers = _patterns()
    for pattern in (day_first, month_first, month_only):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            month = numbers[found["month"].casefold()]
            yield *found.span(), int(found["y"]), month, int(groups.get("d") or 0)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, int]]:
    file = resources.files("reader.text.cleaning") / "months.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    numbers = {name: at for at, names in enumerate(data["names"], 1) for name in names}
    names = "|".join(re.escape(n) for n in sorted(numbers, key=len, reverse=True))
    joining = "|".join(re.escape(word) for word in data["joining"])
    month = rf"(?<!\w)(?P<month>{names})(?!\w)\.?"
    join = rf"(?:\s?(?:{joining})\s?|[\s.,/-]){{1,3}}"
    day = r"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|º|°|\.)?"
    flags = re.IGNORECASE
    return (
        re.compile(rf"{day}{join}{month}{join}{_YEAR}(?!\d)", flags),
        re.compile(rf"{month}\s?{day},?\s+{_YEAR}(?!\d)", flags),
        re.compile(rf"{month}{join}{_YEAR}(?!\d)", flags),
        numbers,
    )


def _time_beside(text: str, start: int, end: int) -> str:
    after = text[end : end + 40]
    found = _TIME.search(after)
    if found and len(re.findall(r"[^\W\d_]+", after[: found.start()])) <= 3:
        return _clock(found)
    hour = _HOUR_ONLY.search(after[:16])
    if hour:
        return f"T{_hour(int(hour['h']), hour['half']):02}:00"
    before = list(_TIME.finditer(text, max(0, start - 30), start))
    if before and start - before[-1].end() <= 12:
        return _clock(before[-1])
    return ""


def _clock(found: re.Match[str]) -> str:
    hour = _hour(int(found["h"]), found["half"])
    seconds = f":{found['s']}" if found["s"] else ""
    zone = (found["zone"] or "").strip().upper()
    zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02}:{found['min']}{seconds}{zone}"


def _hour(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half.casefold() == "p" else 0)
