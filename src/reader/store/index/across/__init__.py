"""What the whole library names and counts: names, their mentions, figures, dates."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "figures": ("FigureList", "all_figures"),
    "mentions": ("MentionList", "mentions_of"),
    "names": ("NameList", "all_names"),
    "sorts": ("FigureSort", "NameSort"),
}

if TYPE_CHECKING:
    from reader.store.index.across.figures import FigureList, all_figures
    from reader.store.index.across.mentions import MentionList, mentions_of
    from reader.store.index.across.names import NameList, all_names
    from reader.store.index.across.sorts import FigureSort, NameSort
else:
    __getattr__ = names_of(__name__, _WHERE)

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
