"""Who is named in which article, and by which names, inside a transaction of the caller's."""

import sqlite3
from collections.abc import Iterator

from reader.model import EntityType, Recognised
from reader.store.index import keys

_Named = tuple[str, EntityType]

_ENTITY = """
INSERT INTO entities (key, type, name) VALUES ((SELECT rowid FROM names WHERE key = ?), ?, ?)
ON CONFLICT DO NOTHING
"""
_MENTIONED = """
INSERT INTO mentioned SELECT rowid, ?, ? FROM entities
WHERE key = (SELECT rowid FROM names WHERE key = ?) AND type = ?
"""
_NAMED = """
INSERT INTO named SELECT names.rowid, ?, entities.rowid FROM names, entities
WHERE names.key = ? AND entities.key = (SELECT rowid FROM names WHERE key = ?)
AND entities.type = ?
"""
_THERE = """
SELECT names.key, entities.type, mentions FROM mentioned JOIN entities ON entities.rowid = entity
JOIN names ON names.rowid = entities.key WHERE article = ?
"""


def put_names(connection: sqlite3.Connection, row: int, recognised: Recognised) -> bool:
    """Let the article of a row be found by the names in it, and no others.

    Answers whether it names others now, or otherwise, than before.
    """
    shown, counts = _counted(recognised)
    before = {(key, kind): mentions for key, kind, mentions in connection.execute(_THERE, (row,))}
    connection.execute("DELETE FROM named WHERE article = ?", (row,))
    connection.execute("DELETE FROM mentioned WHERE article = ?", (row,))
    pairs = sorted({(form, *one) for one, form in _forms(recognised) if one in counts})
    names = [(key,) for key in sorted({key for form, key, _ in pairs for key in (form, key)})]
    connection.executemany("INSERT OR IGNORE INTO names (key) VALUES (?)", names)
    connection.executemany(_ENTITY, [(*one, name) for one, name in shown.items()])
    connection.executemany(_MENTIONED, [(row, n, *one) for one, n in counts.items()])
    connection.executemany(_NAMED, [(row, *pair) for pair in pairs])
    return before != counts


def _counted(recognised: Recognised) -> tuple[dict[_Named, str], dict[_Named, int]]:
    """How each entity is written, and how often it is mentioned."""
    shown: dict[_Named, str] = {}
    counts: dict[_Named, int] = {}
    for mention in recognised.mentions:
        if key := keys.folded(mention.name):
            shown.setdefault((key, mention.type), mention.name)
            counts[key, mention.type] = counts.get((key, mention.type), 0) + 1
    return shown, counts


def _forms(recognised: Recognised) -> Iterator[tuple[_Named, str]]:
    """Each entity with each name it goes by, folded."""
    for mention in recognised.mentions:
        one = (keys.folded(mention.name), mention.type)
        yield from ((one, form) for form in {one[0], keys.folded(mention.text)} if form)
    for entity in recognised.entities:
        one = (keys.folded(entity.name), entity.type)
        yield from ((one, form) for form in map(keys.folded, entity.aliases) if form)
