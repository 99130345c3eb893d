"""The words of a batch of articles, put into the full text index at once."""

import sqlite3

from reader.model import UNSEEN, Article
from reader.store.index import keys

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

    def put(self, row: int, article: Article, old: Article | None) -> None:
        """Find the article of a row by its words, and no longer by those it had."""
        if old is not None:
            self._out.append((row, *_read(old)))
        self._in.append((row, *_read(article)))

    def write(self, connection: sqlite3.Connection) -> None:
        """Put everything into the index, inside the caller's transaction."""
        connection.executemany(_OUT, self._out)
        connection.executemany(_IN, self._in)


def _read(article: Article) -> tuple[str, str]:
    """What an article is found by: its title and its text as it is read."""
    return keys.spaced(article.title), keys.spaced(article.kept_text.replace(UNSEEN, ""))
