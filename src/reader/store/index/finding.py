"""Which articles: by name, by source, and how many."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from reader.model import Article, Counts
from reader.store.index import keys
from reader.store.index.sql import compiled, seen
from reader.text.addresses import address_key
from reader.text.query import EVERYTHING, Query

_SHORTEST_PREFIX = 4

_WHOLE_ID = "SELECT bin FROM articles WHERE id = ?"
_BY_PREFIX = "id >= ?1 AND id < ?1 || char(1114111) ORDER BY id"
_BY_URL = "(url = ?1 OR source IN (SELECT rowid FROM sources WHERE url = ?1)) ORDER BY part, id"
_BY_PATH = "source IN (SELECT rowid FROM sources WHERE path = ?1) ORDER BY part, id"
_NEWER = "SELECT newer FROM articles WHERE id = ? AND newer IN (SELECT id FROM articles)"
_OLDER = "SELECT id FROM articles WHERE newer = ? ORDER BY imported DESC, id DESC"
_BY_NAME = (
    "rowid IN (SELECT article FROM named WHERE name = (SELECT rowid FROM names WHERE key = ?))"
)
_BY_WORDS = "rowid IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)"
_TALLIES = "SELECT status, articles FROM tallies WHERE hidden = 0"
DUE = "SELECT count(*) FROM articles WHERE follow_on <= ? AND +hidden = 0"
# Said as one condition, it would be looked for in every article.
NOT_RECOGNISED = """
SELECT id FROM articles WHERE rowid IN (
    SELECT rowid FROM articles WHERE recogniser IS NULL
    UNION ALL SELECT rowid FROM articles WHERE recogniser < ?1
    UNION ALL SELECT rowid FROM articles WHERE recogniser > ?1
) ORDER BY hidden, at DESC, id
"""
_BY_TITLE = "title_key = ?1 ORDER BY id"


def row_of(connection: sqlite3.Connection, id: str) -> int | None:
    """The row of an article, if there is one."""
    found = connection.execute("SELECT rowid FROM articles WHERE id = ?", (id,)).fetchone()
    return found[0] if found else None


def find(connection: sqlite3.Connection, reference: str, *, binned: bool = False) -> list[str]:
    """The ids of the articles called that, by the first way that finds any.

    The id of one that is elsewhere than asked for is not taken for the start of another's.
    """
    if row := connection.execute(_WHOLE_ID, (reference,)).fetchone():
        return [reference] if bool(row[0]) == binned else []
    seen = "bin = 1" if binned else "hidden = 0"
    ways = [(seen, _BY_URL, reference), (seen, _BY_PATH, reference)]
    ways.append((seen, _BY_TITLE, keys.title_key(reference)))
    if len(reference) >= _SHORTEST_PREFIX:
        ways.insert(0, (seen, _BY_PREFIX, reference))
        ways.append((f"bin = {int(binned)}", _BY_PREFIX, reference))
    for which, where, value in ways:
        sql = f"SELECT id FROM articles WHERE {which} AND {where}"  # noqa: S608
        if found := [id for [id] in connection.execute(sql, (value,))]:
            return found
    return []


def same_page(connection: sqlite3.Connection, article: Article) -> list[str]:
    """The ids of the articles at its address that are not in the bin, the newest version last."""
    found = at_address(connection, keys.address(article))
    return [id for id in found if id != article.id]


def at_address(connection: sqlite3.Connection, url: str | None) -> list[str]:
    """The ids of the articles at a web address that are not in the bin, the newest version last."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE address = ? AND bin = 0"
        " ORDER BY newer IS NULL, imported, id",
        (address_key(url),),
    )
    return [id for [id] in rows]


def versions(connection: sqlite3.Connection, id: str) -> list[str]:
    """The ids of all versions of an article, oldest first, itself among them.

    Two Readers may have said in turns that each of two is newer: none is there twice.
    """
    found = [id]
    while newer := connection.execute(_NEWER, (found[-1],)).fetchone():
        if newer[0] in found:
            break
        found.append(newer[0])
    older = [id]
    for one in older:
        before = [row[0] for row in connection.execute(_OLDER, (one,))]
        older += [each for each in before if each not in older and each not in found]
    return [*reversed(older[1:]), *found]


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
    rows = connection.execute(NOT_RECOGNISED, (version,))
    return [id for [id] in rows]


def _count_all(connection: sqlite3.Connection, today: date) -> Counts:
    tallies = dict(connection.execute(_TALLIES).fetchall())
    [due] = connection.execute(DUE, (today.isoformat(),)).fetchone()
    return Counts(sum(tallies.values()), tallies.get("unread", 0), due)


def count(connection: sqlite3.Connection, query: Query, today: date) -> Counts:
    """How many articles match, and of those how many are unread and how many due."""
    if query == EVERYTHING:
        return _count_all(connection, today)
    condition = compiled(query, today)
    articles, unread, due = connection.execute(
        "SELECT count(*), total(status = 'unread'), total(follow_on <= ?) FROM articles"  # noqa: S608
        f" WHERE {seen(query)} AND {condition.sql}",
        (today.isoformat(), *condition.values),
    ).fetchone()
    return Counts(articles, int(unread), int(due))
