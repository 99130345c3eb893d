"""The index: what the lists and searches are answered from. A cache, safe to delete."""

from reader.store.index.across import FigureList, FigureSort, MentionList, NameList, NameSort
from reader.store.index.index import Index
from reader.store.index.listing import Listing, Sort

__all__ = [
    "FigureList",
    "FigureSort",
    "Index",
    "Listing",
    "MentionList",
    "NameList",
    "NameSort",
    "Sort",
]
