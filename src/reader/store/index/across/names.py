"""Everybody and everything the library names, each once."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.model import EntityType, NameRow
from reader.store.index import keys
from reader.store.index.across.sorts import NameSort
from reader.store.index.database import Database

Group = tuple[int, ...]
"""The rows of an entity's names: the fullest, then those that are short for it."""


_SEEN = """
SELECT rowid, articles, mentions FROM entities WHERE articles > 0
"""
_NEWEST = """
SELECT entity, max(at) FROM mentioned JOIN articles ON articles.rowid = article
WHERE hidden = 0 GROUP BY entity
"""
_CALLED = """
SELECT DISTINCT entity FROM forms WHERE name IN (
    SELECT rowid FROM names WHERE instr(' ' || key, ?)
)
"""
_NAMED = """
SELECT rowid FROM entities WHERE type = ? AND key = (SELECT rowid FROM names WHERE key = ?)
"""
_ROWS = "SELECT rowid, name, type FROM entities WHERE rowid IN (SELECT value FROM json_each(?))"
_KEYS = """
SELECT entities.rowid, names.key FROM entities JOIN names ON names.rowid = entities.key
"""
_ARTICLES = """
SELECT count(DISTINCT article) FROM mentioned JOIN articles ON articles.rowid = article
WHERE hidden = 0 AND entity IN (SELECT value FROM json_each(?))
"""

Seen = Mapping[int, tuple[int, int]]
"""Of each entity, its articles and its mentions."""


class NameList:
    """Names in an order, as they were when it was asked; rows are fetched when wanted."""

    def __init__(self, database: Database, groups: Sequence[Group], seen: Seen) -> None:
        self._database = database
        self._groups = groups
        self._seen = seen

    def __len__(self) -> int:
        return len(self._groups)

    def rows(self, first: int, last: int) -> Sequence[NameRow]:
        """The rows `[first, last)`; positions beyond the ends give nothing."""
        with self._database.reading() as connection:
            groups = self._groups[max(0, first) : max(0, last)]
            return [row for group in groups if (row := _row(connection, group, self._seen))]


def all_names(database: Database, words: str, sort: NameSort) -> NameList:
    """The names of articles that are not in the bin, by how many articles they are in at first.

    `words` are the beginnings of words in them, in any of their forms; the name of a type stands
    for it.
    """
    with database.reading() as connection:
        seen: Seen = {entity: tuple(rest) for entity, *rest in connection.execute(_SEEN)}
        groups = _groups(connection, seen)
        for word in words.casefold().split():
            meant = _meant(connection, word)
            groups = [group for group in groups if not meant.isdisjoint(group)]
        return NameList(database, _sorted(connection, groups, seen, sort), seen)


def group_of(connection: sqlite3.Connection, name: str, kind: EntityType) -> Group:
    """The rows of the entity that is called so; () where there is none."""
    found = connection.execute(_NAMED, (kind, keys.folded(name))).fetchone()
    group = list(found or ())
    for entity in group:  # grows as it is gone through
        short = connection.execute("SELECT rowid FROM entities WHERE fuller = ?", (entity,))
        group += [row for [row] in short if row not in group]
    return tuple(group)


def _groups(connection: sqlite3.Connection, seen: Iterable[int]) -> list[Group]:
    links = connection.execute("SELECT rowid, fuller FROM entities WHERE fuller IS NOT NULL")
    fuller: dict[int, int] = dict(iter(links))
    groups: dict[int, list[int]] = defaultdict(list)
    for entity in seen:
        root = entity
        while root in fuller:  # ends, as each is longer than the one before
            root = fuller[root]
        groups[root].append(entity)
    return [(root, *(one for one in group if one != root)) for root, group in groups.items()]


def _meant(connection: sqlite3.Connection, word: str) -> set[int]:
    if word in [str(kind) for kind in EntityType]:
        found = connection.execute("SELECT rowid FROM entities WHERE type = ?", (word,))
    else:
        found = connection.execute(_CALLED, (f" {keys.folded(word)}",))
    return {row for [row] in found}


def _sorted(
    connection: sqlite3.Connection,
    groups: list[Group],
    seen: Seen,
    sort: NameSort,
) -> list[Group]:
    names: dict[int, str] = dict(iter(connection.execute(_KEYS)))
    groups.sort(key=lambda group: names[group[0]])
    if sort is NameSort.COUNT:
        groups.sort(key=lambda group: -_sums(group, seen)[0])
    elif sort is NameSort.NEWEST:
        newest: dict[int, int] = dict(iter(connection.execute(_NEWEST)))
        groups.sort(key=lambda group: -max(newest[one] for one in group if one in newest))
    return groups


def _sums(group: Group, seen: Seen) -> tuple[int, int]:
    found = [seen[one] for one in group if one in seen]
    return sum(articles for articles, _ in found), sum(mentions for _, mentions in found)


def _row(connection: sqlite3.Connection, group: Group, seen: Seen) -> NameRow | None:
    rows = json.dumps(group)
    named = {row: (name, kind) for row, name, kind in connection.execute(_ROWS, (rows,))}
    articles, mentions = _sums(group, seen)
    if len(group) > 1:  # an article that has both names counts once
        [articles] = connection.execute(_ARTICLES, (rows,)).fetchone()
    if group[0] not in named:
        return None
    name, kind = named[group[0]]
    also = tuple(named[one][0] for one in group[1:] if one in named)
    return NameRow(name, EntityType(kind), articles, mentions, also)
