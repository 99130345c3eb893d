"""Every source, byte for byte, named by its SHA-256 and never rewritten."""

from collections.abc import Iterator
from pathlib import Path

from reader.model import Source


class Originals:
    """The folder of originals. Raises LibraryError (NotSaved, DiskFull) when the disk says no."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, source: Source, data: bytes) -> bool:
        """Keep a source for ever; on disk when this returns. False when it was there already."""
        raise NotImplementedError

    def read(self, sha256: str) -> bytes:
        """The bytes as they came. Raises LibraryError when missing or damaged."""
        raise NotImplementedError

    def source(self, sha256: str) -> Source:
        """Where it came from. Raises LibraryError when there is no such source."""
        raise NotImplementedError

    def __contains__(self, sha256: str) -> bool:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Source]:
        raise NotImplementedError
