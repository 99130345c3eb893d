"""The library folder as a whole."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.store.index import Index
from reader.store.location import Location
from reader.store.notes import Notes
from reader.store.originals import Originals


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
        recogniser_version: int = 0,
    ) -> "Store":
        """Find the library and make what is missing. Raises LibraryError where that cannot be.

        Notes are read at first use, so that damaged notes do not stand in the way of the rest.
        """
        location = Location.find(home, environ)
        location.create()
        return cls(
            location,
            Originals(location.originals),
            Notes(location),
            Index(location.index, recogniser_version=recogniser_version),
        )

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()
