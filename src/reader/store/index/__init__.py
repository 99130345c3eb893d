"""The index: what the lists and searches are answered from. A cache, safe to delete."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "across.figures": ("FigureList",),
    "across.mentions": ("MentionList",),
    "across.names": ("NameList",),
    "across.sorts": ("FigureSort", "NameSort"),
    "earlier": ("EarlierIndex",),
    "entry": ("Entry",),
    "index": ("Index",),
    "listing": ("Listing", "Sort"),
}

if TYPE_CHECKING:
    from reader.store.index.across import FigureList, FigureSort, MentionList, NameList, NameSort
    from reader.store.index.earlier import EarlierIndex
    from reader.store.index.entry import Entry
    from reader.store.index.index import Index
    from reader.store.index.listing import Listing, Sort
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = [
    "EarlierIndex",
    "Entry",
    "FigureList",
    "FigureSort",
    "Index",
    "Listing",
    "MentionList",
    "NameList",
    "NameSort",
    "Sort",
]
