"""Rotated copies of `notes.json`: the last ten, and the last of each day for thirty days."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.model import NotSaved
from reader.store.durable import write_durably
from reader.store.notes.layout import decode

_APART = timedelta(minutes=10)
_LATEST = 10
_DAYS = 30
_FORM = "notes-%Y%m%dT%H%M%SZ.json"
_NAME = re.compile(r"notes-\d{8}T\d{6}Z\.json")


class Backups:
    """The folder of backups: never more than forty, each named for when it was made, in UTC."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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
        if not notes.exists() or any(abs(now - _made(path)) < _APART for path in kept[:1]):
            return
        try:
            write_durably(self._folder / now.strftime(_FORM), notes.read_bytes())
            self._rotate()
        except (OSError, NotSaved):
            return

    def _rotate(self) -> None:
        backups = self.all()
        last_of_day: dict[str, Path] = {}
        for path in backups:
            last_of_day.setdefault(f"{_made(path):%Y%m%d}", path)
        staying = {*backups[:_LATEST], *list(last_of_day.values())[:_DAYS]}
        for path in backups:
            if path not in staying:
                path.unlink(missing_ok=True)


def _made(backup: Path) -> datetime:
    return datetime.strptime(backup.name, _FORM).replace(tzinfo=UTC)


def _is_good(backup: Path) -> bool:
    try:
        return bool(decode(backup.read_bytes()))
    except (OSError, ValueError):
        return False
