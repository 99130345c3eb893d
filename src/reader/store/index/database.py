"""The SQLite file: opened, thrown away when it is of no use, and its errors in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from reader.model import DiskFull, LibraryBusy, LibraryError
from reader.store.index.schema import TABLES, VERSION

_PATIENCE = 10.0  # seconds another process may write for
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class Database:
    """One connection, for one thread at a time: the others wait."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._connection = self._open()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def reset(self) -> None:
        """Throw everything away."""
        with self.reading():
            self._connection.close()
            self._connection = self._anew()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to read from. Raises LibraryError for what SQLite cannot do."""
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise self._explained(error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection, inside a transaction: all that is written, or none."""
        with self.reading() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except (sqlite3.Error, _Useless) as error:
            if isinstance(error, sqlite3.Error) and error.sqlite_errorcode in _BUSY:
                raise self._explained(error) from error
        return self._anew()

    def _anew(self) -> sqlite3.Connection:
        try:
            for suffix in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            return self._connect()
        except sqlite3.Error as error:
            raise self._explained(error) from error
        except OSError as error:
            raise LibraryError(
                f"the index cannot be made anew ({error.strerror or error})", str(self._path)
            ) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA temp_store = MEMORY")
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _explained(self, error: sqlite3.Error) -> LibraryError:
        # The module itself raises some errors, with no code.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return DiskFull("there is no room left on the disk for the index", str(self._path))
        if code in _BUSY:
            return LibraryBusy("another Reader is writing to the index", str(self._path))
        return LibraryError(
            f"the index cannot be used ({error}); `reader doctor --rebuild` makes it anew",
            str(self._path),
        )


class _Useless(Exception):
    """The file is of another version."""


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file. Raises _Useless when there are others."""
    if _is_ours(connection):
        return  # without a lock: opening waits for nobody
    connection.execute("BEGIN IMMEDIATE")
    if not _is_ours(connection):  # another process may have been quicker
        for statement in _statements(TABLES):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION:d}")
    connection.execute("COMMIT")


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the tables are there; False for an empty file. Raises _Useless for others."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and version != VERSION:
        raise _Useless
    return bool(tables)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
