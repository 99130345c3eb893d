"""Rows of the lists, from rows of the index."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from reader.model import (
    UNSEEN,
    Article,
    ArticleRow,
    EntityRow,
    Figure,
    FigureRow,
    FollowUp,
    Recognised,
    Status,
)
from reader.store.index import keys
from reader.store.index.database import Database
from reader.store.index.entry import Amend
from reader.store.index.packing import WITH_RECOGNISED, unpacked_article, unpacked_recognised
from reader.store.index.picking import figure_picker, mention_picker
from reader.text.query import Query

_Found = tuple[Article, Recognised, tuple[Figure, ...]]
_FigurePicker = Callable[[sqlite3.Connection, int, Recognised], tuple[Figure, ...]]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATUSES = {status.value: status for status in Status}
_UNTAGGED = "[]"
_BATCH = 50  # articles whose texts are held at once

# The rowids come as one JSON array, as SQLite limits how many question marks there may be.
_ROWS = """
SELECT articles.rowid, id, title, site, published, imported, tags, status, annotations,
       follow_on, follow_why, words, starred
FROM articles WHERE rowid IN (SELECT value FROM json_each(?))
"""
_IDS = "SELECT rowid, id FROM articles WHERE rowid IN (SELECT value FROM json_each(?))"


def article_rows(database: Database, rowids: Iterable[int]) -> list[ArticleRow]:
    """The lines of the list for these rows, in their order."""
    return [_article_row(*row) for row in _in_order(database, _ROWS, rowids)]


def article_ids(database: Database, rowids: Iterable[int]) -> list[str]:
    """The ids of these rows, in their order."""
    return [id for [id] in _in_order(database, _IDS, rowids)]


def entity_rows(
    database: Database, rowids: Sequence[int], query: Query, amend: Amend | None
) -> Iterator[EntityRow]:
    """The mentions in the articles of these rows, in their order and by position."""
    pick = mention_picker(query)
    for article, recognised, _ in _recognised_articles(database, rowids, query):
        sentences, day = Sentences(article.kept_text), keys.day(article)
        for m in pick(amend(article, recognised) if amend else recognised):
            where = (m.text, m.start, m.end, *sentences.around(m.start), day)
            yield EntityRow(article.id, article.title, m.name, m.type, *where)


def figure_rows(database: Database, rowids: Sequence[int], query: Query) -> Iterator[FigureRow]:
    """The figures in the articles of these rows, in their order and by position."""
    for article, _, figures in _recognised_articles(database, rowids, query):
        sentences, day = Sentences(article.kept_text), keys.day(article)
        for figure in figures:
            yield FigureRow(article.id, article.title, figure, *sentences.around(figure.start), day)


def found_at(connection: sqlite3.Connection, rowid: int) -> tuple[Article, Recognised] | None:
    """The article of a row and what was recognised in it; None while nothing was."""
    row = connection.execute(f"{WITH_RECOGNISED} WHERE articles.rowid = ?", (rowid,)).fetchone()
    if row is None or row[2] is None:
        return None
    return unpacked_article(row[3:]), unpacked_recognised(row[2])


class Sentences:
    """The sentences of a text, asked for by ascending offset: each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._span = (0, 0)

    def around(self, offset: int) -> tuple[str, int]:
        """The sentence at an offset as it is read, and where in it that is."""
        from reader.text.sentences import sentence_at

        start, end = self._span
        if not start <= offset < end:
            self._span = start, end = sentence_at(self._text, offset)
        before = self._text[start:offset].replace(UNSEEN, "")
        return before + self._text[max(start, offset) : end].replace(UNSEEN, ""), len(before)


def _in_order(database: Database, sql: str, rowids: Iterable[int]) -> list[tuple[Any, ...]]:
    wanted = list(rowids)
    with database.reading() as connection:
        found = {rowid: rest for rowid, *rest in connection.execute(sql, (json.dumps(wanted),))}
    return [found[rowid] for rowid in wanted if rowid in found]


def _article_row(
    id: str,
    title: str,
    site: str | None,
    published: str | None,
    imported: int,
    tags: str,
    status: str,
    notes: int,
    follow_on: str | None,
    follow_why: str | None,
    words: int,
    starred: int,
) -> ArticleRow:
    return ArticleRow(
        id=id,
        title=title,
        site=site,
        published=published,
        imported=_EPOCH + timedelta(microseconds=imported),
        tags=tuple(json.loads(tags)) if tags != _UNTAGGED else (),
        status=_STATUSES[status],
        notes=notes,
        follow_up=FollowUp(date.fromisoformat(follow_on), follow_why or "") if follow_on else None,
        words=words,
        starred=bool(starred),
    )


def _recognised_articles(
    database: Database, rowids: Sequence[int], query: Query
) -> Iterator[_Found]:
    """The articles that were recognised. No lock is held while the caller looks at one."""
    pick = figure_picker(query)
    waiting = iter(rowids)
    while batch := list(islice(waiting, _BATCH)):
        with database.reading() as connection:
            found = [_with_recognised(connection, rowid, pick) for rowid in batch]
        yield from filter(None, found)


def _with_recognised(
    connection: sqlite3.Connection, rowid: int, pick: _FigurePicker
) -> _Found | None:
    found = found_at(connection, rowid)
    return found and (*found, pick(connection, rowid, found[1]))
