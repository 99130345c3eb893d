"""A TinyDB storage that is never half written, and that several processes can share."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from reader.model import DamagedNotes, LibraryBusy, LibraryError
from reader.store.durable import not_saved, remove_leftovers, write_durably
from reader.store.location import Location
from reader.store.notes.backups import Backups
from reader.store.notes.layout import Tables, decode, encode, records
from reader.store.notes.migrations import tables_in

if TYPE_CHECKING:
    from filelock import BaseFileLock


class NotesStorage(Storage):
    """`notes.json`, held in memory and read again when another process wrote it.

    Documents are given as Records, which cannot be changed in place: put new ones in their stead.
    Not for several threads at once: Notes sees to that.
    """

    def __init__(self, location: Location, patience: float = 5.0) -> None:
        """`patience` is how many seconds to wait for another process that writes."""
        self._path = location.notes
        self._lock_path = location.lock
        self._patience = patience
        self._lock: BaseFileLock | None = None
        self._backups = Backups(location.backups)
        self._tables: Tables = {}
        self._stamp = ""
        self._known = ""

    def know(self, stamp: str) -> None:
        """Take the content of this stamp for one that was read before; "" trusts none.

        Then its documents are read when they are asked for, and what is wrong with one raises
        DamagedNotes there.
        """
        self._known = stamp
        if not stamp:
            self._stamp = ""

    @property
    def stamp(self) -> str:
        """Which content was read or written last; "" when there was no file."""
        return self._stamp

    def stamp_now(self) -> str:
        """Which content the file has now, without reading it; "" when there is none."""
        try:
            return _stamp(self._path.stat())
        except OSError:
            return ""

    def read(self) -> Tables:
        """What the file holds now. Raises DamagedNotes, or LibraryError when it cannot be read."""
        try:
            if not self._stamp or _stamp(self._path.stat()) != self._stamp:
                self._read_file()
        except FileNotFoundError:
            self._tables, self._stamp = self._decoded(b""), ""
        except OSError as error:
            raise LibraryError(
                f"your notes cannot be read ({error.strerror or error})", str(self._path)
            ) from error
        return dict(self._tables)

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Put these tables in place of those there.

        Raises LibraryBusy, DiskFull or NotSaved, and then the file is as it was.
        """
        tables = records(data)
        encoded = encode(tables)
        with self.locked():
            written = write_durably(self._path, encoded, after_ns=_modified(self._path))
        self._tables, self._stamp = tables, _stamp(written)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from writing. Raises LibraryBusy when one does for too long."""
        lock = self._acquired()
        try:
            with not_saved(self._path):
                remove_leftovers(self._path)
            yield
        finally:
            lock.release()

    def _acquired(self) -> "BaseFileLock":
        from filelock import FileLock, Timeout

        if self._lock is None:
            self._lock = FileLock(self._lock_path, timeout=self._patience)
        with not_saved(self._lock_path):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise LibraryBusy(
                    "another Reader is writing to the library; try again when it is done",
                    str(self._lock_path),
                ) from error
        return self._lock

    def _read_file(self) -> None:
        with self._path.open("rb") as file:
            stamp = _stamp(os.fstat(file.fileno()))
            data = file.read()
        self._tables, self._stamp = self._decoded(data, stamp == self._known), stamp

    def _decoded(self, data: bytes, known: bool = False) -> Tables:
        decoded = decode
        if known:
            from reader.store.notes.unread import known as decoded
        try:
            tables = tables_in(data, str(self._path), decoded)
        except ValueError as error:
            raise self._damaged(f"your notes cannot be read as they are: {error}") from error
        if not data.strip() and self._backups.newest_good():
            raise self._damaged("your notes are gone: the file is missing or empty")
        return tables

    def _damaged(self, what: str) -> DamagedNotes:
        backup = self._backups.newest_good()
        cure = (
            f"the newest good backup is {backup}; `reader doctor` sets the damaged file aside "
            "and restores it"
            if backup
            else "there is no backup; `reader doctor` sets the file aside and saves what it can"
        )
        return DamagedNotes(f"{what}; {cure}", str(self._path))


def _stamp(file: os.stat_result) -> str:
    return f"{file.st_mtime_ns:x}-{file.st_size:x}-{file.st_ino:x}"


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
