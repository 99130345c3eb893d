"""A list of articles: their order held, their rows fetched as they are shown."""

from array import array
from collections.abc import Sequence
from enum import StrEnum

from reader.model import ArticleRow


class Sort(StrEnum):
    """The orders a list can have. NEWEST and OLDEST go by publication or, without it, import."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SITE = "site"
    IMPORTED = "imported"


class Listing:
    """The articles that match a query, in order, as they were when it was asked."""

    def __init__(self, rowids: "array[int]") -> None:
        self._rowids = rowids

    def __len__(self) -> int:
        return len(self._rowids)

    def rows(self, first: int, last: int) -> Sequence[ArticleRow]:
        """The rows `[first, last)`, as they are now; positions beyond the end give nothing."""
        raise NotImplementedError

    def index_of(self, article: str) -> int | None:
        """Where an article stands, if it is in the list."""
        raise NotImplementedError

    def ids(self) -> Sequence[str]:
        """The ids of all, in order."""
        raise NotImplementedError
