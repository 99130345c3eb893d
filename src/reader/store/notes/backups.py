"""Rotated copies of `notes.json`: the last ten, and the last of each day for thirty days.

Together they take no more than a hundred megabytes, or three times the notes where that is more.
"""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from reader.model import NotSaved
from reader.store.durable import write_durably
from reader.store.notes.layout import decode
from reader.store.notes.migrations import FORMAT, format_of

_APART = timedelta(minutes=10)
_LATEST = 10
_DAYS = 30
_ROOM = 100_000_000  # bytes
# No line of a document can look so: the break in it cannot stand in a JSON string.
_OF_TODAY = b'"about":{\n"1":{"format":%d,' % FORMAT
_AT_LEAST = 3
_FORM = "notes-%Y%m%dT%H%M%SZ.json"
_NAME = re.compile(r"notes-\d{8}T\d{6}Z\.json")


class Backups:
    """The folder of backups: never more than forty, each named for when it was made, in UTC."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked = False

    def all(self) -> list[Path]:
        """Every backup, newest first."""
        found = self._folder.glob("notes-*.json")
        return sorted((path for path in found if _NAME.fullmatch(path.name)), reverse=True)

    def newest_good(self) -> Path | None:
        """The newest backup that can be read."""
        return next(filter(_is_good, self.all()), None)

    def keep(self, notes: Path, now: datetime) -> None:
        """Copy the notes, unless that was done within ten minutes, and drop what is too old.

        Where that fails the reader's change is saved all the same: a second line of defence must
        not break the first.
        """
        now = now.astimezone(UTC)
        kept = self.all()
        self._put_aside_earlier(notes)
        if not notes.exists() or any(abs(now - _made(path)) < _APART for path in kept[:1]):
            return
        try:
            write_durably(self._folder / now.strftime(_FORM), notes.read_bytes())
            self._rotate()
        except (OSError, NotSaved):
            return

    def _put_aside_earlier(self, notes: Path) -> None:
        """Keep, for ever, the last notes of an earlier format: an earlier Reader can read them."""
        with suppress(OSError, NotSaved, ValueError):
            if not self._looked:
                self._looked = True
                data = notes.read_bytes()
                if _OF_TODAY in data:  # as Reader writes it, so that nothing has to be decoded
                    return
                number = format_of(decode(data))
                aside = self._folder / f"notes.format-{number}.json"
                if data.strip() and number < FORMAT and not aside.exists():
                    write_durably(aside, data)

    def _rotate(self) -> None:
        backups = self.all()
        last_of_day: dict[str, Path] = {}
        for path in backups:
            last_of_day.setdefault(f"{_made(path):%Y%m%d}", path)
        wanted = {*backups[:_LATEST], *list(last_of_day.values())[:_DAYS]}
        staying = _within_room([path for path in backups if path in wanted])
        for path in backups:
            if path not in staying:
                path.unlink(missing_ok=True)


def _within_room(backups: list[Path]) -> set[Path]:
    """The newest of these there is room for, three in any case."""
    sizes = list(accumulate(path.stat().st_size for path in backups))
    return {
        path
        for number, (path, size) in enumerate(zip(backups, sizes, strict=True))
        if number < _AT_LEAST or size <= _ROOM
    }


def _made(backup: Path) -> datetime:
    return datetime.strptime(backup.name, _FORM).replace(tzinfo=UTC)


def _is_good(backup: Path) -> bool:
    try:
        return bool(decode(backup.read_bytes()))
    except (OSError, ValueError):
        return False
