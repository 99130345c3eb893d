"""An index that was set aside when another was made in its stead: what is still good in it.

Cleaning and recognising an article costs ten times what putting it into an index does.
"""

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.model import Article, Recognised
from reader.store.index.packing import (
    PACKING,
    WITH_RECOGNISED,
    Packed,
    unpacked_article,
    unpacked_recognised,
)

_OF_SOURCE = f"{WITH_RECOGNISED} WHERE sha256 = ? ORDER BY part"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article with what was recognised in it, and both as they were packed."""

    article: Article
    recognised: Recognised
    packed: Packed


class Earlier:
    """The articles of an index that was set aside, read only. For one thread at a time."""

    def __init__(self, path: Path, recogniser_version: str) -> None:
        """Open the file. Raises sqlite3.Error where that cannot be."""
        self._version = recogniser_version
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )

    @classmethod
    def opened(cls, path: Path, recogniser_version: str) -> "Earlier | None":
        """The index of a file, None where there is none that opens."""
        try:
            return cls(path, recogniser_version)
        except sqlite3.Error:
            return None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def is_as(self, cleaner: str, rules: str, notes_stamp: str) -> bool:
        """Whether these made it, and it is packed as it is now; see `About` for what they are."""
        try:
            said = dict(self._connection.execute("SELECT name, value FROM about").fetchall())
        except sqlite3.Error:
            return False
        made = said.get("cleaner", ""), said.get("rules", ""), said.get("notes", "")
        return made == (cleaner, rules, notes_stamp) and said.get("packing", PACKING) == PACKING

    def of_source(self, sha256: str) -> Sequence[Kept]:
        """The articles of a source; none where one is missing, damaged or of another version."""
        try:
            rows = self._connection.execute(_OF_SOURCE, (sha256,)).fetchall()
            return [self._kept(row) for row in rows]
        except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError, _Other):
            return []

    def _kept(self, row: tuple[Any, ...]) -> Kept:
        version, digest, recognised, *article = row
        if version != self._version:
            raise _Other
        text, blocks = article[7:9]
        packed = Packed(digest, text, blocks, recognised)
        return Kept(unpacked_article(tuple(article)), unpacked_recognised(recognised), packed)


class _Other(Exception):
    """It was recognised by another version, or not yet."""
