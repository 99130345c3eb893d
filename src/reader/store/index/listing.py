"""A list of articles: their order held, their rows fetched as they are shown."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from reader.model import ArticleRow
from reader.store.index.arrays import column
from reader.store.index.database import Database
from reader.store.index.matching import Matching
from reader.store.index.remembered import Remembered
from reader.store.index.rows import article_ids, article_rows
from reader.store.index.sql import seen
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

ORDERS = 6
"""Orders of all articles that are remembered, eight bytes an article each."""

_FEW = 2000
"""Fewer articles than this are put in order by themselves, more by going through all in order."""

_FEW_OF_SOME = 20_000
"""The same where only the first are wanted, by somebody who has no order in memory."""


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


def ordered(seen: str, sort: Sort) -> str:
    """The statement that lists the rows of all articles that are seen: an index, read through."""
    return f"SELECT rowid AS it FROM articles WHERE {seen} ORDER BY {_ORDERS[sort]}"  # noqa: S608


class Listings:
    """The lists of one index. The orders of all its articles are remembered while they hold."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._matching = Matching(database)
        self._orders = Remembered(database, ORDERS)

    def listing(self, query: Query, sort: Sort, today: date, limit: int | None = None) -> Listing:
        """The articles that match, in order, the first so many at least. Raises InvalidQuery."""
        with self._database.reading() as connection:
            found, which = self._matching.rows(connection, query, today), seen(query)
            if found is not None and len(found) < (_FEW if limit is None else _FEW_OF_SOME):
                return Listing(self._database, _arranged(connection, found, which, sort))
            sql = ordered(which, sort)
            if found is None and limit is not None:
                return Listing(self._database, column(connection, f"{sql} LIMIT ?", limit))
            order = self._orders.get(sql, lambda: column(connection, sql))
        if found is not None:
            order = array("q", filter(found.__contains__, order))
        return Listing(self._database, order)


def _arranged(
    connection: sqlite3.Connection, found: set[int], which: str, sort: Sort
) -> "array[int]":
    """A few rows in order, those of them that are seen."""
    sql = (
        "SELECT rowid AS it FROM articles WHERE rowid IN (SELECT value FROM json_each(?))"  # noqa: S608
        f" AND +{which} ORDER BY {_ORDERS[sort]}"
    )
    return column(connection, sql, json.dumps(list(found)))
