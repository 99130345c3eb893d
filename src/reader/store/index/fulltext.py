"""The words of a batch of articles, put into the full text index at once."""

import sqlite3

from reader.store.index.entry import Words

_Row = tuple[int, str, str]

_IN = "INSERT INTO fulltext (rowid, title, text) VALUES (?, ?, ?)"
_OUT = "INSERT INTO fulltext (fulltext, rowid, title, text) VALUES ('delete', ?, ?, ?)"


class FullText:
    """What goes into the full text index and out of it at the end of a transaction.

    FTS5 writes down what it has collected before every statement that may have to be taken back by
    itself, which most are: a row in between costs as much as all the rest of an article.
    """

    def __init__(self) -> None:
        self._out: list[_Row] = []
        self._in: list[_Row] = []

    def put(self, row: int, words: Words, old: Words | None) -> None:
        """Find the article of a row by its words, and no longer by those it had."""
        if old is not None:
            self._out.append((row, *old))
        self._in.append((row, *words))

    def write(self, connection: sqlite3.Connection) -> None:
        """Put everything into the index, inside the caller's transaction."""
        connection.executemany(_OUT, self._out)
        connection.executemany(_IN, self._in)
