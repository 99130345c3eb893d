"""Which articles match a query, in no order.

Words are asked of the full text index, everything else of the tables, and only then is it seen
which articles are in both: SQLite by itself would look every article up that has the words.
"""

import json
import sqlite3
from datetime import date

from reader.store.index.sql import Condition, compiled_apart, seen
from reader.text.query import Query

# As one JSON array: half the time of a hundred thousand rows.
_FULLTEXT = "SELECT json_group_array(rowid) FROM fulltext WHERE fulltext MATCH ?"
_OWN = "SELECT json_group_array(rowid) FROM own WHERE own MATCH ?"


def matching(connection: sqlite3.Connection, query: Query, today: date) -> set[int] | None:
    """The rows of the articles that match; None for all of them. Raises InvalidQuery.

    Where only words are asked for, articles that are not to be seen are among them.
    """
    words, condition = compiled_apart(query, today)
    if not words:
        return _meeting(connection, query, condition) if condition else None
    found = _having(connection, words)
    return found & _meeting(connection, query, condition) if condition and found else found


def _meeting(connection: sqlite3.Connection, query: Query, condition: Condition) -> set[int]:
    which = f"{seen(query)} AND {condition.sql}"
    sql = f"SELECT json_group_array(articles.rowid) FROM articles WHERE {which}"  # noqa: S608
    return _rows(connection, sql, *condition.values)


def _having(connection: sqlite3.Connection, words: list[str]) -> set[int]:
    """The rows that have all the words, in the article or in what the reader wrote."""
    own = [_rows(connection, _OWN, one) for one in words]
    if len(words) == 1 or not any(own):
        return _rows(connection, _FULLTEXT, " AND ".join(words)) | own[0]
    every = (_rows(connection, _FULLTEXT, one) for one in words)
    return set.intersection(*(one | mine for one, mine in zip(every, own, strict=True)))


def _rows(connection: sqlite3.Connection, sql: str, *values: str | float) -> set[int]:
    [found] = connection.execute(sql, values).fetchone()
    return set(json.loads(found))
