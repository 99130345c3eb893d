"""The library folder as a whole."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reader.model import Article, DamagedNotes, EntityCorrection, Recognised
from reader.store.index import Index
from reader.store.location import Location
from reader.store.notes import Notes
from reader.store.originals import Originals


def _amending(notes: Notes) -> Callable[[Article, Recognised], Recognised] | None:
    """How the reader corrects what is recognised; not at all while the notes are damaged."""
    try:
        corrections = notes.corrections()
    except DamagedNotes:
        return None
    if not corrections:
        return None
    return partial(_corrected, corrections)


def _corrected(
    corrections: tuple[EntityCorrection, ...], article: Article, found: Recognised
) -> Recognised:
    from reader.text.recognition.corrections import corrected

    return corrected(article.kept_text, found, corrections)


@dataclass(frozen=True, slots=True)
class Store:
    """Location, originals, notes and index of one library. Safe to use from any thread."""

    location: Location
    originals: Originals
    notes: Notes
    index: Index

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        environ: Mapping[str, str] = os.environ,
        *,
        recogniser_version: str = "",
    ) -> "Store":
        """Find the library and make what is missing. Raises LibraryError where that cannot be.

        Notes are read at first use, so that damaged notes do not stand in the way of the rest.
        """
        location = Location.find(home, environ)
        location.create()
        notes = Notes(location)
        return cls(
            location,
            Originals(location.originals),
            notes,
            Index(
                location.index,
                recogniser_version=recogniser_version,
                amending=lambda: _amending(notes),
            ),
        )

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()
