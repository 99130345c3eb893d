"""The only floor that touches the library folder: location, originals, notes, index."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "index": (
        "FigureList",
        "FigureSort",
        "Index",
        "EarlierIndex",
        "Entry",
        "Listing",
        "MentionList",
        "NameList",
        "NameSort",
        "Sort",
    ),
    "location": ("Location",),
    "notes": ("Mended", "Notes", "Saved", "correction_fields", "parse_correction"),
    "originals": ("Originals",),
    "store": ("Store",),
}

if TYPE_CHECKING:
    from reader.store.index import (
        EarlierIndex,
        Entry,
        FigureList,
        FigureSort,
        Index,
        Listing,
        MentionList,
        NameList,
        NameSort,
        Sort,
    )
    from reader.store.location import Location
    from reader.store.notes import Mended, Notes, Saved, correction_fields, parse_correction
    from reader.store.originals import Originals
    from reader.store.store import Store
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = [
    "EarlierIndex",
    "Entry",
    "FigureList",
    "FigureSort",
    "Index",
    "Listing",
    "Location",
    "Mended",
    "MentionList",
    "NameList",
    "NameSort",
    "Notes",
    "Originals",
    "Saved",
    "Sort",
    "Store",
    "correction_fields",
    "parse_correction",
]
