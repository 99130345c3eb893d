"""Files of earlier formats, brought up to this one when they are read.

Each step makes of tables of one format those of the next; nothing is left out. The file itself is
only written anew with the next change, after a copy of it was put aside.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from reader.model import LibraryError
from reader.store.notes.layout import Record, Tables, decode
from reader.store.notes.stamps import SAVED, STATE_FIELDS, TIMES
from reader.store.notes.view import ANNOTATIONS, ARTICLES

ABOUT = "about"
FORMAT = 2


def tables_in(data: bytes, name: str, decoded: Callable[[bytes], Tables] = decode) -> Tables:
    """The tables of a file, in the format of today.

    Raises ValueError when it is no such file, and LibraryError, with its name, when a newer Reader
    wrote it.
    """
    tables = decoded(data)
    if format_of(tables) > FORMAT:
        raise LibraryError(
            "your notes were written by a newer Reader; use that one, or a newer", name
        )
    return migrated(tables)


def format_of(tables: Tables) -> int:
    """The format a file says it has; 0 where it says none."""
    for record in tables.get(ABOUT, {}).values():
        number = record.fields.get("format")
        return number if type(number) is int else 0
    return 0


def migrated(tables: Tables) -> Tables:
    """The same in the format of today. Tables without anything in them stay so."""
    number = format_of(tables)
    if not tables or number >= FORMAT:
        return tables
    for step in _STEPS[max(0, number) :]:
        tables = step(tables)
    about = next(iter(tables.get(ABOUT, {}).values()), Record({}))
    said = {"format": FORMAT, "app": "reader"}
    return {ABOUT: {"1": Record({**about.fields, **said})}, **_without(tables, ABOUT)}


def _said_first(tables: Tables) -> Tables:
    """0 → 1: a file that another program made, or that lost its first lines. Nothing changes."""
    return tables


def _timed(tables: Tables) -> Tables:
    """1 → 2: when each field was changed, which format 1 only said of the whole document."""
    return {
        **tables,
        ARTICLES: {key: _timed_state(one) for key, one in tables.get(ARTICLES, {}).items()},
        ANNOTATIONS: {key: _timed_mark(one) for key, one in tables.get(ANNOTATIONS, {}).items()},
    }


def _timed_state(record: Record) -> Record:
    modified, fields = record.fields.get("modified"), record.fields
    if not _is_time(modified) or TIMES in fields:
        return record
    times = {name: modified for name in STATE_FIELDS if fields.get(name) not in _NOTHING_SAID}
    tags = fields.get("tags")
    if isinstance(tags, list):
        times |= {f"+{tag}": modified for tag in tags if isinstance(tag, str)}
    return Record({**fields, TIMES: times})


def _timed_mark(record: Record) -> Record:
    modified = record.fields.get("modified")
    if not _is_time(modified) or SAVED in record.fields:
        return record
    return Record({**record.fields, SAVED: modified})


def _is_time(value: object) -> bool:
    """Whether it is a time: documents that are none of ours stay as they are."""
    try:
        return isinstance(value, str) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _without(tables: Tables, name: str) -> Tables:
    return {key: table for key, table in tables.items() if key != name}


_NOTHING_SAID: tuple[Any, ...] = (None, "unread", 0, [], False)
_STEPS: tuple[Callable[[Tables], Tables], ...] = (_said_first, _timed)
