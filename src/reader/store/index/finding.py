"""Which articles: by name, by source, and how many."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from reader.model import Counts
from reader.store.index import keys
from reader.store.index.sql import compiled
from reader.text.query import Query

_SHORTEST_PREFIX = 4

_BY_ID = "hidden = 0 AND id = ?1"
_BY_PREFIX = "hidden = 0 AND id >= ?1 AND id < ?1 || char(1114111) ORDER BY id"
_BY_URL = (
    "hidden = 0 AND (url = ?1 OR source IN (SELECT rowid FROM sources WHERE url = ?1))"
    " ORDER BY part, id"
)
_BY_PATH = "hidden = 0 AND source IN (SELECT rowid FROM sources WHERE path = ?1) ORDER BY part, id"
_BY_NAME = (
    "rowid IN (SELECT article FROM named WHERE name = (SELECT rowid FROM names WHERE key = ?))"
)
_BY_WORDS = "fulltext IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)"
_BY_TITLE = "hidden = 0 AND title_key = ?1 ORDER BY id"


def row_of(connection: sqlite3.Connection, id: str) -> int | None:
    """The row of an article, if there is one."""
    found = connection.execute("SELECT rowid FROM articles WHERE id = ?", (id,)).fetchone()
    return found[0] if found else None


def find(connection: sqlite3.Connection, reference: str) -> list[str]:
    """The ids of the articles called that, by the first way that finds any."""
    ways = [(_BY_ID, reference)]
    if len(reference) >= _SHORTEST_PREFIX:
        ways.append((_BY_PREFIX, reference))
    ways += [(_BY_URL, reference), (_BY_PATH, reference), (_BY_TITLE, keys.title_key(reference))]
    for where, value in ways:
        rows = connection.execute(f"SELECT id FROM articles WHERE {where}", (value,))  # noqa: S608
        if found := [id for [id] in rows]:
            return found
    return []


def of_source(connection: sqlite3.Connection, sha256: str) -> list[str]:
    """The ids of the articles made of a source, in order of part."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE source = (SELECT rowid FROM sources WHERE sha256 = ?)"
        " ORDER BY part, id",
        (sha256,),
    )
    return [id for [id] in rows]


def of_site(connection: sqlite3.Connection, site: str) -> list[str]:
    """The ids of the articles whose site or host has this in its name."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE instr(site_words, ?) ORDER BY id", (keys.folded(site),)
    )
    return [id for [id] in rows]


def naming(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """The ids of the articles these words stand in, or a name of one."""
    found: dict[str, None] = {}
    for name in names:
        for where, value in _ways_to(name):
            rows = connection.execute(f"SELECT id FROM articles WHERE {where}", (value,))  # noqa: S608
            found |= dict.fromkeys(id for [id] in rows)
    return list(found)


def _ways_to(name: str) -> Iterator[tuple[str, str]]:
    yield _BY_NAME, keys.folded(name)
    if keys.has_words(name):
        words = keys.spaced(name).replace('"', '""')
        yield _BY_WORDS, f'"{words}"'


def not_recognised(connection: sqlite3.Connection, version: str) -> list[str]:
    """The ids of the articles that a version of the recogniser has not looked at, newest first."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE recogniser IS NOT ? ORDER BY hidden, at DESC, id", (version,)
    )
    return [id for [id] in rows]


def count(connection: sqlite3.Connection, query: Query, today: date) -> Counts:
    """How many articles match, and of those how many are unread and how many due."""
    condition = compiled(query, today)
    articles, unread, due = connection.execute(
        "SELECT count(*), total(status = 'unread'), total(follow_on <= ?) FROM articles"  # noqa: S608
        f" WHERE hidden = 0 AND {condition.sql}",
        (today.isoformat(), *condition.values),
    ).fetchone()
    return Counts(articles, int(unread), int(due))
