"""An index that was set aside when another was made in its stead: what is still good in it.

Cleaning and recognising an article costs ten times what putting it into an index does.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.store.index.entry import Amend, Entry, entry, found_in
from reader.store.index.packing import (
    PACKING,
    WITH_RECOGNISED,
    Packed,
    unpacked_article,
    unpacked_recognised,
)

_OF_SOURCE = f"{WITH_RECOGNISED} WHERE sha256 = ? ORDER BY part"


@dataclass(frozen=True, slots=True)
class EarlierIndex:
    """The articles of an index that was set aside, read only. Can be sent to another process."""

    path: Path
    version: str
    """Of the recogniser in use: what another found is not answered."""
    amend: Amend | None = None

    def is_as(self, cleaner: str, rules: str, notes_stamp: str) -> bool:
        """Whether these made it, and it is packed as it is now; see `About` for what they are."""
        try:
            with self._opened() as connection:
                said = dict(connection.execute("SELECT name, value FROM about").fetchall())
        except sqlite3.Error:
            return False
        made = said.get("cleaner", ""), said.get("rules", ""), said.get("notes", "")
        return made == (cleaner, rules, notes_stamp) and said.get("packing", PACKING) == PACKING

    def entries(self, sources: Iterable[str]) -> list[Entry]:
        """The articles of some sources, made ready anew.

        None of a source of which one is missing, damaged or was recognised by another version.
        """
        try:
            with self._opened() as connection:
                return [one for source in sources for one in self._of(connection, source)]
        except sqlite3.Error:
            return []

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        address = f"{self.path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield connection

    def _of(self, connection: sqlite3.Connection, sha256: str) -> Sequence[Entry]:
        try:
            rows = connection.execute(_OF_SOURCE, (sha256,)).fetchall()
            return [self._entry(row) for row in rows]
        except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError, _Other):
            return []

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        version, digest, recognised, *columns = row
        text, blocks = columns[7:9]
        if version != self.version:
            raise _Other
        packed = Packed(digest, text, blocks, recognised)
        article = unpacked_article(tuple(columns))
        found = unpacked_recognised(recognised)
        return entry(article, found_in(article, found, version, self.amend, packed), packed)


class _Other(Exception):
    """It was recognised by another version, or not yet."""
