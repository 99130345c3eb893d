"""Fields of documents as values; one that is missing or makes no sense counts as not said.

All text passes the gate, as a file may have come from anywhere.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from reader.model import FollowUp
from reader.text.canonical import canonical, canonical_line

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
D = TypeVar("D")
Fields = dict[str, Any]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def follow_up_fields(follow_up: FollowUp | None) -> Fields | None:
    """A follow-up as it stands in a document."""
    return None if follow_up is None else {"on": follow_up.on.isoformat(), "why": follow_up.why}


def follow_up(value: object) -> FollowUp | None:
    """A follow-up; None without a day."""
    if not isinstance(value, dict):
        return None
    try:
        return FollowUp(date.fromisoformat(value["on"]), text(value.get("why")))
    except (KeyError, TypeError, ValueError):
        return None


def span(value: Fields) -> tuple[int | None, int | None]:
    """`start` and `end`, or neither."""
    start, end = offset(value.get("start")), offset(value.get("end"))
    return (start, end) if start is not None and end is not None and start <= end else (None, None)


def offset(value: object) -> int | None:
    """An offset into a text."""
    return value if type(value) is int and value >= 0 else None


def text(value: object) -> str:
    """Text through the gate; "" when it is not text."""
    if not isinstance(value, str):
        return ""
    return value if value.isascii() and value.isprintable() else canonical(value)


def name(value: object) -> str:
    """A value that should be text on one line, such as an id; "" when it is not."""
    if not isinstance(value, str):
        return ""
    if value.isascii() and value.isprintable():
        return " ".join(value.split())  # what the gate would give, at a tenth of its cost
    return canonical_line(value)


def tags(value: object) -> tuple[str, ...]:
    """Tags, each once."""
    found = map(name, value) if isinstance(value, list) else ()
    return tuple(dict.fromkeys(filter(None, found)))


def time(value: object) -> datetime | None:
    """A moment, in UTC where it has no time zone."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def each(values: object, parse: Callable[[Fields], T | None]) -> tuple[T, ...]:
    """What the documents of a list say, those that say nothing left out."""
    documents = (v for v in values if isinstance(v, dict)) if isinstance(values, list) else ()
    return tuple(parsed for parsed in map(parse, documents) if parsed is not None)


def one_of(kinds: type[E], value: object, default: D) -> E | D:
    """A word of an enumeration."""
    try:
        return kinds(value) if isinstance(value, str) else default
    except ValueError:
        return default
