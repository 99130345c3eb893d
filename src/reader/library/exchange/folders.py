"""Another library's folder, or a copy of its notes alone, read to be taken in."""

from collections.abc import Iterator
from pathlib import Path

from reader.model import ReaderError, Source, SourceError, UsageError
from reader.store.location import Location
from reader.store.originals import Originals
from reader.text.canonical import canonical_line


class LibraryFolder:
    """A library that another Reader has, or had. Nothing is written in it."""

    def __init__(self, folder: Path, ours: Path) -> None:
        """Raises UsageError where it is this very library, SourceError where it is none."""
        self._location = Location(folder)
        self.name = canonical_line(str(folder))
        if folder.resolve() == ours.resolve():
            raise UsageError("this is the library itself; name another", self.name)
        if not (self._location.notes.exists() or self._location.originals.is_dir()):
            raise SourceError("there is no library in this folder", self.name)
        self._failed: list[ReaderError] = []

    @property
    def failed(self) -> tuple[ReaderError, ...]:
        """The originals that could not be read."""
        return tuple(self._failed)

    def notes(self) -> bytes | None:
        """What the reader said there."""
        return read_notes(self._location.notes) if self._location.notes.exists() else None

    def originals(self) -> Iterator[tuple[Source, bytes]]:
        """Each source with its bytes, one at a time; those that are damaged are passed over."""
        there = Originals(self._location.originals)
        for source in there:
            try:
                yield source, there.read(source.sha256)
            except ReaderError as error:
                self._failed.append(error)

    def templates(self) -> Iterator[tuple[str, bytes]]:
        """None: templates are a matter of each library."""
        yield from ()


def read_notes(path: Path) -> bytes:
    """The bytes of a copy of `notes.json`. Raises SourceError."""
    try:
        return path.read_bytes()
    except OSError as error:
        said = error.strerror or error
        raise SourceError(f"it cannot be read ({said})", canonical_line(str(path))) from error
