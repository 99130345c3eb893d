"""Single values as other applications write them: addresses, times, tags, colours."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from reader.model import Colour
from reader.text.canonical import canonical_line

_MILLISECONDS = 1e11  # as seconds that would be the year 5138
_NUMBER = re.compile(r"\d{1,20}(?:\.\d{1,10})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_COLOURS = {
    "red": Colour.RED,
    "pink": Colour.RED,
    "green": Colour.GREEN,
    "olive": Colour.GREEN,
    "blue": Colour.BLUE,
    "cyan": Colour.BLUE,
    "purple": Colour.BLUE,
}


def address(raw: str) -> str | None:
    """A web address that can be opened; None for scripts, local files and what is no address."""
    url = canonical_line(raw).replace(" ", "%20")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and host else None


def moment(raw: object) -> datetime | None:
    """A time from Unix seconds, milliseconds or ISO 8601, in UTC; None for an impossible one."""
    if isinstance(raw, str):
        raw = raw.strip()
        if not _NUMBER.fullmatch(raw):
            return _from_iso(raw)
        raw = float(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    return _from_seconds(raw)


def day(raw: object) -> str | None:
    """When something was published, as ISO 8601: a day, or a day with its time."""
    if isinstance(raw, str) and _DAY.fullmatch(raw.strip()):
        try:
            return date.fromisoformat(raw.strip()).isoformat()
        except ValueError:
            return None
    found = moment(raw)
    if not found:
        return None
    # Midnight is how these applications write a day without a time.
    return found.date().isoformat() if _is_midnight(found) else found.isoformat(timespec="minutes")


def tidy(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, without the `#`, each once, in order."""
    cleaned = (canonical_line(tag).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Names on one line each, each once, in order."""
    return tuple(dict.fromkeys(filter(None, map(canonical_line, names))))


def colour(raw: str) -> Colour:
    """The nearest of Reader's colours; yellow for what has none near."""
    return _COLOURS.get(raw.strip().lower(), Colour.YELLOW)


def counted(number: int, one: str, many: str) -> tuple[str, ...]:
    """A line that says how many were passed over, none for none: `3 replies: …`."""
    return (f"{number} {one if number == 1 else many}",) if number else ()


def _is_midnight(found: datetime) -> bool:
    return found.time() == time(0)


def _from_seconds(seconds: float) -> datetime | None:
    try:
        seconds = seconds / 1000 if seconds > _MILLISECONDS else seconds
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def _from_iso(words: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(words)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (OverflowError, ValueError):
        return None
