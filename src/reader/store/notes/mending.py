"""Mending a damaged `notes.json`: what can be read in it, and the rest from the newest backup."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.model import DamagedNotes
from reader.store.durable import write_durably
from reader.store.location import Location
from reader.store.notes.backups import Backups
from reader.store.notes.layout import Record, Tables, decode, document, only_item
from reader.store.notes.migrations import migrated
from reader.store.notes.storage import NotesStorage
from reader.store.notes.values import name
from reader.store.notes.view import ANNOTATIONS, ARTICLES, IDS, REMOVED

# Fields by which documents under a heading that cannot be read are told apart.
_MARKS = {
    ANNOTATIONS: {"id", "article"},
    "site_rules": {"id", "site"},
    "saved_searches": {"id", "query"},
    "entity_corrections": {"id", "text"},
    REMOVED: {"id", "removed"},
}


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending did: where a copy of the damaged file is, and the backup that was restored."""

    aside: Path | None = None
    restored: Path | None = None

    def __bool__(self) -> bool:
        return self.aside is not None or self.restored is not None


def mend(location: Location, storage: NotesStorage, now: datetime) -> Mended:
    """Make the notes readable again, if they are not. Deletes nothing.

    The damaged file is copied to `notes.damaged-….json` beside it. What can be read in it, line by
    line, counts; what cannot comes from the newest good backup, and with it, perhaps, what was
    deleted since.
    """
    with storage.locked():
        storage.know("")  # every document is read
        try:
            storage.read()
        except DamagedNotes:
            return _mend(location, storage, now)
        return Mended()


def _mend(location: Location, storage: NotesStorage, now: datetime) -> Mended:
    damaged = location.notes.read_bytes() if location.notes.exists() else b""
    aside = _set_aside(location, damaged, now) if damaged else None
    backup = Backups(location.backups).newest_good()
    tables = migrated(legible(damaged))
    if backup:
        tables = _filled(tables, migrated(decode(backup.read_bytes())))
    storage.write(tables)
    return Mended(aside, backup)


def _set_aside(location: Location, damaged: bytes, now: datetime) -> Path:
    when = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    names = (
        f"notes.damaged-{when}{suffix}.json" for suffix in ["", *map("-{}".format, range(2, 1000))]
    )
    aside = next(path for path in map(location.home.joinpath, names) if not path.exists())
    write_durably(aside, damaged)
    return aside


def legible(data: bytes) -> Tables:
    """The documents that can be read in a damaged file: those whose lines are whole."""
    tables: Tables = {}
    table: str | None = None
    for line in data.decode(errors="replace").split("\n"):
        try:
            if line.endswith("{"):
                table = None
                table, _ = only_item(line + "}")
            elif line in ("}", "},"):
                table = None
            elif "\ufffd" not in line:
                key, record = document(line)
                _add(tables.setdefault(table or _table_of(record), {}), key, record)
        except ValueError:
            continue
    return tables


def _add(table: dict[str, Record], key: str, record: Record) -> None:
    """Put a document in; one whose number another has gets the next that is free."""
    number = len(table)
    while key in table and dict(table[key].fields) != dict(record.fields):
        number += 1
        key = str(number)
    table[key] = record


def _table_of(record: Record) -> str:
    """The table of a document under a heading that cannot be read."""
    if "id" not in record.fields:
        return ARTICLES
    for table, fields in _MARKS.items():
        if fields <= record.fields.keys():
            return table
    return ANNOTATIONS


def _filled(tables: Tables, backup: Tables) -> Tables:
    """`tables` with what only `backup` has."""
    return {
        table: _filled_table(tables.get(table, {}), backup.get(table, {}), IDS.get(table))
        for table in {**backup, **tables}
    }


def _filled_table(
    table: dict[str, Record], backup: dict[str, Record], field: str | None
) -> dict[str, Record]:
    if field is None:
        return {**backup, **table}
    known = {name(record.fields.get(field)) for record in table.values()}
    missing = [r for r in backup.values() if name(r.fields.get(field)) not in known]
    free = 1 + max((int(key) for key in table if key.isdecimal()), default=0)
    return {**table, **{str(free + i): record for i, record in enumerate(missing)}}
