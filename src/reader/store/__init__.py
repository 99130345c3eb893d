"""The only floor that touches the library folder: location, originals, notes, index."""

from reader.store.index import Index, Listing, Sort
from reader.store.location import Location
from reader.store.notes import Mended, Notes, correction_fields, parse_correction
from reader.store.originals import Originals
from reader.store.store import Store

__all__ = [
    "Index",
    "Listing",
    "Location",
    "Mended",
    "Notes",
    "Originals",
    "Sort",
    "Store",
    "correction_fields",
    "parse_correction",
]
