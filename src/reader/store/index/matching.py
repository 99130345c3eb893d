"""Which articles match a query, in no order.

Words are asked of the full text index, everything else of the tables, and only then is it seen
which articles are in both: SQLite by itself would look every article up that has the words.
"""

import json
import sqlite3
from array import array
from datetime import date

from reader.store.index.arrays import column
from reader.store.index.database import Database
from reader.store.index.remembered import Remembered
from reader.store.index.sql import Condition, compiled_apart, seen
from reader.text.query import Query

_FULLTEXT = "SELECT rowid AS it FROM fulltext WHERE fulltext MATCH ?"
_OWN = "SELECT rowid AS it FROM own WHERE own MATCH ?"
_ONE_BY_ONE = """
SELECT value AS it FROM json_each(?2)
WHERE EXISTS (SELECT 1 FROM fulltext WHERE fulltext MATCH ?1 AND rowid = value)
"""
_FEW = 500
"""Rows that are looked up by themselves, rather than everything that has the words."""

REMEMBERED = 8
"""Words whose rows are remembered: while one types on, those before stay the same."""


class Matching:
    """Answers queries of one index; what the full text index said is remembered while it holds."""

    def __init__(self, database: Database) -> None:
        self._said = Remembered(database, REMEMBERED)

    def rows(self, connection: sqlite3.Connection, query: Query, today: date) -> set[int] | None:
        """The rows of the articles that match; None for all of them. Raises InvalidQuery.

        Where only words are asked for, articles that are not to be seen are among them.
        """
        words, condition = compiled_apart(query, today)
        if not words:
            return _meeting(connection, query, condition) if condition else None
        found = self._having(connection, words)
        return found & _meeting(connection, query, condition) if condition and found else found

    def _having(self, connection: sqlite3.Connection, words: list[str]) -> set[int]:
        """The rows that have all the words, in the article or in what the reader wrote."""
        found = set(self._asked(connection, " AND ".join(words)))
        own = [set(column(connection, _OWN, one)) for one in words]
        candidates = set().union(*own) - found
        for one, mine in zip(words, own, strict=True):
            if missing := candidates - mine:
                candidates -= missing.difference(self._among(connection, one, missing))
        found |= candidates
        return found

    def _among(self, connection: sqlite3.Connection, words: str, rows: set[int]) -> "array[int]":
        """Those of the rows that have the words, or more."""
        if len(rows) > _FEW:
            return self._asked(connection, words)
        return column(connection, _ONE_BY_ONE, words, json.dumps(list(rows)))

    def _asked(self, connection: sqlite3.Connection, words: str) -> "array[int]":
        return self._said.get(words, lambda: column(connection, _FULLTEXT, words))


def _meeting(connection: sqlite3.Connection, query: Query, condition: Condition) -> set[int]:
    which = f"{seen(query)} AND {condition.sql}"
    sql = f"SELECT articles.rowid AS it FROM articles WHERE {which}"  # noqa: S608
    return set(column(connection, sql, *condition.values))
