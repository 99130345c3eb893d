"""The reader's words, read and saved."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from reader.model import Annotation, ReaderState
from reader.store.location import Location
from reader.store.notes.backups import Mended

_NONE: Mapping[str, ReaderState] = MappingProxyType({})


class Notes:
    """What the reader said, in `notes.json`. Safe to use from any thread and many processes.

    Reading raises DamagedNotes when the file cannot be read as it is. Every call sees what other
    processes wrote before it.
    """

    def __init__(self, location: Location) -> None:
        self._location = location

    @property
    def stamp(self) -> str:
        """Changes whenever the file does, whoever wrote it; "" while there is none."""
        raise NotImplementedError

    def state(self, article: str) -> ReaderState:
        """What the reader said of an article; NO_STATE when nothing."""
        raise NotImplementedError

    def states(self) -> Mapping[str, ReaderState]:
        """Every article the reader said something of, by id. A snapshot."""
        raise NotImplementedError

    def annotation(self, id: str) -> Annotation | None:  # noqa: A002
        """The annotation of that id, if there is one."""
        raise NotImplementedError

    def annotations(self, article: str) -> tuple[Annotation, ...]:
        """The annotations of one article, oldest first, its note among them."""
        raise NotImplementedError

    def all_annotations(self) -> tuple[Annotation, ...]:
        """Every annotation of the library, oldest first."""
        raise NotImplementedError

    def save(
        self,
        states: Mapping[str, ReaderState] = _NONE,
        annotations: Iterable[Annotation] = (),
        deleted: Iterable[str] = (),
        *,
        now: datetime,
    ) -> str:
        """Save one change in one durable write: all of it or none. Returns the stamp before it.

        `deleted` names annotations. What others changed meanwhile is kept, field by field: when
        the stamp returned is not the one the index mirrors, more changed than this. Raises
        LibraryBusy, DiskFull or NotSaved, and then the file is as it was.
        """
        raise NotImplementedError

    def mend(self, now: datetime) -> Mended:
        """Set a damaged file aside and restore the newest good backup. Deletes nothing."""
        raise NotImplementedError
