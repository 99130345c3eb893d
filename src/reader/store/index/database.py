"""The SQLite file: opened, thrown away when it is of no use, and its errors in our words."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from reader.model import DiskFull, LibraryBusy, LibraryError
from reader.store.index.schema import FINISH, TABLES, VERSION

_PATIENCE = 10.0  # seconds another process may write for
# Names stand all over the file, so that filling an index asks for a large cache, and writes the
# same pages again and again: they go from the log to the file every 64 MB. Nothing waits for the
# disk until it is full: what was not finished is thrown away.
_FILLING = {"cache_size": "-64000", "wal_autocheckpoint": "16000", "synchronous": "OFF"}
_FILLED = {"cache_size": "-2000", "wal_autocheckpoint": "1000", "synchronous": "NORMAL"}
_SUFFIXES = ("", "-wal", "-shm", "-journal")
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class Database:
    """One connection, for one thread at a time: the others wait."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._epoch = 0
        self._connection = self._open()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def reset(self) -> None:
        """Begin anew; what was built stays beside it until the new one is (`earlier`)."""
        with self.reading():
            self.reordered()
            built = _built(self._connection)
            self._connection.close()
            if built:
                self._set_aside()
            self._connection = self._anew()

    def finish(self) -> None:
        """Make and count what is quicker made and counted when everything is in."""
        with self.writing() as connection:
            for statement in _statements(FINISH):
                connection.execute(statement)
        with self.reading() as connection:
            _set(connection, _FILLED)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def forget_earlier(self) -> None:
        """Delete what was set aside, with the files SQLite keeps beside it."""
        with suppress(OSError):
            for suffix in _SUFFIXES:
                self._beside(self.aside, suffix).unlink(missing_ok=True)

    @property
    def aside(self) -> Path:
        """Where the index before this one is, while this one is filled."""
        return self._path.with_name(f"earlier-{self._path.name}")

    def _set_aside(self) -> None:
        """Keep the closed file under another name; where that cannot be, it is done without."""
        self.forget_earlier()
        with suppress(OSError):
            for suffix in _SUFFIXES:
                file = self._beside(self._path, suffix)
                if file.exists():
                    file.replace(self._beside(self.aside, suffix))

    def _beside(self, path: Path, suffix: str) -> Path:
        return path.with_name(path.name + suffix)

    @property
    def generation(self) -> tuple[int, int]:
        """Changes when articles come, go or move in the lists, or another process wrote."""
        with self.reading() as connection:
            [version] = connection.execute("PRAGMA data_version").fetchone()
            return version, self._epoch

    def reordered(self) -> None:
        """Say that articles came, went or moved in the lists."""
        self._epoch += 1

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
        except _Useless:
            self._set_aside()
        except sqlite3.Error as error:
            if error.sqlite_errorcode in _BUSY:
                raise self._explained(error) from error
        return self._anew()

    def _anew(self) -> sqlite3.Connection:
        try:
            for suffix in _SUFFIXES:
                self._beside(self._path, suffix).unlink(missing_ok=True)
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
            _set(connection, _FILLED)
            connection.execute("PRAGMA temp_store = MEMORY")
            _prepare(connection)
            if not _built(connection):
                _set(connection, _FILLING)
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


def _set(connection: sqlite3.Connection, options: Mapping[str, str]) -> None:
    for name, value in options.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()


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


def _built(connection: sqlite3.Connection) -> bool:
    """Whether everything was put in once."""
    try:
        sql = "SELECT 1 FROM about WHERE name = 'built'"
        return connection.execute(sql).fetchone() is not None
    except sqlite3.Error:
        return False


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
