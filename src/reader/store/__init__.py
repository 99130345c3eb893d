"""The only floor that touches the library folder: location, originals, notes, index."""

from reader.store.index import (
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
from reader.store.notes import Mended, Notes, correction_fields, parse_correction
from reader.store.originals import Originals
from reader.store.store import Store

__all__ = [
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
    "Sort",
    "Store",
    "correction_fields",
    "parse_correction",
]
