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
from reader.store.index.database import Database
from reader.store.index.packing import ARTICLE, unpacked_article, unpacked_recognised
from reader.store.index.picking import figure_picker, mention_picker
from reader.text.query import Query

Amend = Callable[[Article, Recognised], Recognised]
"""Gives what was recognised in an article as the reader corrected it."""

_Found = tuple[Article, Recognised, tuple[Figure, ...]]
_FigurePicker = Callable[[sqlite3.Connection, int, Recognised], tuple[Figure, ...]]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BATCH = 50  # articles whose texts are held at once

# The rowids come as one JSON array, as SQLite limits how many question marks there may be.
_ROWS = """
SELECT articles.rowid, id, title, site, published, imported, tags, status, annotations,
       follow_on, follow_why, words
FROM articles WHERE rowid IN (SELECT value FROM json_each(?))
"""
_IDS = "SELECT rowid, id FROM articles WHERE rowid IN (SELECT value FROM json_each(?))"
_WITH_RECOGNISED = f"""
SELECT recognised.body, whole.* FROM recognised
JOIN ({ARTICLE} WHERE articles.rowid = ?1) AS whole
WHERE recognised.article = ?1
"""  # noqa: S608


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
        sentence = _Sentences(article.kept_text)
        for m in pick(amend(article, recognised) if amend else recognised):
            yield EntityRow(
                article.id,
                article.title,
                m.name,
                m.type,
                m.text,
                m.start,
                m.end,
                sentence.at(m.start),
            )


def figure_rows(database: Database, rowids: Sequence[int], query: Query) -> Iterator[FigureRow]:
    """The figures in the articles of these rows, in their order and by position."""
    for article, _, figures in _recognised_articles(database, rowids, query):
        sentence = _Sentences(article.kept_text)
        for figure in figures:
            yield FigureRow(article.id, article.title, figure, sentence.at(figure.start))


class _Sentences:
    """The sentences of a text, asked for by ascending offset: each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._span = (0, 0)

    def at(self, offset: int) -> str:
        from reader.text.sentences import sentence_at

        start, end = self._span
        if not start <= offset < end:
            self._span = start, end = sentence_at(self._text, offset)
        return self._text[start:end].replace(UNSEEN, "")


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
) -> ArticleRow:
    return ArticleRow(
        id=id,
        title=title,
        site=site,
        published=published,
        imported=_EPOCH + timedelta(microseconds=imported),
        tags=tuple(json.loads(tags)),
        status=Status(status),
        notes=notes,
        follow_up=FollowUp(date.fromisoformat(follow_on), follow_why or "") if follow_on else None,
        words=words,
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
    row = connection.execute(_WITH_RECOGNISED, (rowid,)).fetchone()
    if row is None:
        return None
    body, *whole = row
    recognised = unpacked_recognised(body)
    return unpacked_article(tuple(whole)), recognised, pick(connection, rowid, recognised)
