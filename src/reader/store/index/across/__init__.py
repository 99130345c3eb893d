"""What the whole library names and counts: names, their mentions, figures, dates."""

from reader.store.index.across.figures import FigureList, FigureSort, all_figures
from reader.store.index.across.mentions import MentionList, mentions_of
from reader.store.index.across.names import NameList, NameSort, all_names

__all__ = [
    "FigureList",
    "FigureSort",
    "MentionList",
    "NameList",
    "NameSort",
    "all_figures",
    "all_names",
    "mentions_of",
]
