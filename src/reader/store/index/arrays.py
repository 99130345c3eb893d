"""Many rows of whole numbers at once.

SQLite gives them as JSON, which is read in a third of the time that row by row takes. What a
subquery puts in order it gathers in that order; the property tests of the lists hold it to that.
"""

import json
import sqlite3
from array import array


def column(connection: sqlite3.Connection, sql: str, *values: str | float) -> "array[int]":
    """The only column of a statement."""
    row = connection.execute(f"SELECT json_group_array(it) FROM ({sql})", values).fetchone()  # noqa: S608
    return array("q", json.loads(row[0]))
