"""The index's public face."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from reader.model import (
    Annotation,
    Article,
    Counts,
    EntityRow,
    FigureRow,
    ReaderState,
    Recognised,
)
from reader.store.index.listing import Listing, Sort
from reader.text.query import Query


class Index:
    """The index of one library. Safe to use from any thread.

    Raises LibraryError when it cannot be read or written (DiskFull when there is no room).
    `recogniser_version` is that of the recogniser in use: what another found is not given.
    """

    def __init__(self, path: Path, *, recogniser_version: int = 0) -> None:
        raise NotImplementedError

    @property
    def fresh(self) -> bool:
        """Whether it is new and still to be filled: it stays so until `mark_built`."""
        raise NotImplementedError

    def mark_built(self) -> None:
        """Say that everything of the library is in the index now."""

    def close(self) -> None:
        """Close the file."""

    # what is put in -------------------------------------------------------------------------

    def add(self, article: Article, recognised: Recognised | None = None) -> None:
        """Put an article in, or in place of the one of that id; the reader's state stays."""

    def add_many(self, articles: Iterable[tuple[Article, Recognised | None]]) -> None:
        """Put a batch in, in one transaction: all of it or none."""

    def set_recognised(self, id: str, recognised: Recognised) -> None:
        """Keep what was recognised in an article. Raises UnknownArticle."""

    def set_state(
        self,
        id: str,
        state: ReaderState,
        annotations: Iterable[Annotation] = (),
    ) -> None:
        """Mirror what the reader said of one article; nothing happens where it is unknown."""

    def set_states(self, states: Mapping[str, tuple[ReaderState, Iterable[Annotation]]]) -> None:
        """Mirror many, in one transaction."""

    def clear_states(self) -> None:
        """Forget everything the reader said, before it is all mirrored again."""

    @property
    def notes_stamp(self) -> str:
        """Which content of the notes file is mirrored (`Notes.stamp`); "" when none."""
        raise NotImplementedError

    @notes_stamp.setter
    def notes_stamp(self, stamp: str) -> None: ...

    # one article ----------------------------------------------------------------------------

    def article(self, id: str) -> Article:
        """The article. Raises UnknownArticle."""
        raise NotImplementedError

    def recognised(self, id: str) -> Recognised | None:
        """What this version of the recogniser found in it, None when it has not looked yet."""
        raise NotImplementedError

    def find(self, reference: str) -> list[str]:
        """The ids of the articles called that: an id, the start of one, URL, path or title."""
        raise NotImplementedError

    def has_source(self, sha256: str) -> list[str]:
        """The ids of the articles made of a source, in order of part; those in the bin too."""
        raise NotImplementedError

    # lists ----------------------------------------------------------------------------------

    def count(self, query: Query, today: date) -> Counts:
        """How many articles match, and of those how many are unread and how many due."""
        raise NotImplementedError

    def listing(self, query: Query, sort: Sort, today: date) -> Listing:
        """The articles that match, in order. Raises InvalidQuery."""
        raise NotImplementedError

    def tags(self) -> dict[str, int]:
        """Every tag on an article and on how many, most used first."""
        raise NotImplementedError

    def entity_rows(self, query: Query, today: date) -> Iterator[EntityRow]:
        """The mentions in the articles that match, newest article first, by position."""
        raise NotImplementedError

    def figure_rows(self, query: Query, today: date) -> Iterator[FigureRow]:
        """The figures in the articles that match, newest article first, by position."""
        raise NotImplementedError
