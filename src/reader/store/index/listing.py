"""A list of articles: their order held, their rows fetched as they are shown."""

from array import array
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import chain

from reader.model import ArticleRow
from reader.store.index.database import Database
from reader.store.index.rows import article_ids, article_rows
from reader.store.index.sql import compiled, seen
from reader.text.query import Query


class Sort(StrEnum):
    """The orders a list can have. NEWEST and OLDEST go by publication or, without it, import."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SITE = "site"
    IMPORTED = "imported"


# Ids settle what is equal, so that an index made anew gives the same lists. Each order is that of
# a covering index, read forwards or backwards.
_ORDERS = {
    Sort.NEWEST: "at DESC, id",
    Sort.OLDEST: "at, id DESC",
    Sort.TITLE: "title_key, id",
    Sort.SITE: "site_key, at DESC, id",
    Sort.IMPORTED: "imported DESC, id",
}


class Listing:
    """The articles that match a query, in order, as they were when it was asked.

    `rowids` are theirs in the index: eight bytes an article. The rest is fetched when wanted.
    """

    def __init__(self, database: Database, rowids: "array[int]") -> None:
        self._database = database
        self.rowids = rowids

    def __len__(self) -> int:
        return len(self.rowids)

    def rows(self, first: int, last: int) -> Sequence[ArticleRow]:
        """The rows `[first, last)`, as they are now; positions beyond the ends give nothing."""
        return article_rows(self._database, self.rowids[max(0, first) : max(0, last)])

    def index_of(self, article: str) -> int | None:
        """Where an article stands, if it is in the list."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT rowid FROM articles WHERE id = ?", (article,)
            ).fetchone()
        try:
            return self.rowids.index(found[0]) if found else None
        except ValueError:
            return None

    def ids(self) -> Sequence[str]:
        """The ids of all, in order."""
        return article_ids(self._database, self.rowids)


def select(query: Query, sort: Sort, today: date) -> tuple[str, tuple[str | float, ...]]:
    """The statement that lists the rowids of a query's articles. Raises InvalidQuery."""
    condition = compiled(query, today)
    return (
        "SELECT articles.rowid FROM articles"  # noqa: S608
        f" WHERE {seen(query)} AND {condition.sql} ORDER BY {_ORDERS[sort]}",
        condition.values,
    )


def listing(database: Database, query: Query, sort: Sort, today: date) -> Listing:
    """The articles that match, in order. Raises InvalidQuery."""
    with database.reading() as connection:
        found = connection.execute(*select(query, sort, today))
        return Listing(database, array("q", chain.from_iterable(found)))
