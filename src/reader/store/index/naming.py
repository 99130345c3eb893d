"""Who is named in which article, and by which names, inside a transaction of the caller's."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.model import EntityType, Recognised
from reader.store.index import keys

_folded = lru_cache(maxsize=1 << 14)(keys.folded)  # names come again and again
_Named = tuple[str, EntityType]

_ENTITY = "INSERT INTO entities (key, type, name) VALUES (?, ?, ?)"
_NAME_ROWS = "SELECT key, rowid FROM names WHERE key IN (SELECT value FROM json_each(?))"
_ENTITY_ROWS = "SELECT key, type, rowid FROM entities WHERE key IN (SELECT value FROM json_each(?))"
_THERE = """
SELECT names.key, entities.type, mentioned.mentions FROM mentioned
JOIN entities ON entities.rowid = entity JOIN names ON names.rowid = entities.key WHERE article = ?
"""


class Named(NamedTuple):
    """Who is named in an article: how each is written, how often, and all names of each."""

    shown: dict[_Named, str]
    counts: dict[_Named, int]
    forms: set[tuple[str, _Named]]


def named_in(recognised: Recognised) -> Named:
    """Who is named by what was recognised."""
    shown, counts = _counted(recognised)
    return Named(shown, counts, {(form, one) for one, form in _forms(recognised) if one in counts})


class Names:
    """Who is named in a batch of articles, put in at once: they name the same again and again."""

    def __init__(self) -> None:
        self._of: dict[int, Named] = {}

    def put(self, row: int, named: Named) -> None:
        """Let the article of a row, which is found by none yet, be found by these names."""
        self._of[row] = named

    def write(self, connection: sqlite3.Connection) -> None:
        """Put everything in, inside the caller's transaction."""
        shown: dict[_Named, str] = {}
        forms: set[str] = set()
        for named in self._of.values():
            for one, name in named.shown.items():
                shown.setdefault(one, name)  # as the first article writes it
            forms |= {form for form, _ in named.forms}
        names = _name_rows(connection, forms | {key for key, _ in shown})
        entities = _entity_rows(connection, names, shown)
        connection.executemany(
            "INSERT INTO mentioned VALUES (?, ?, ?)",
            sorted(
                (entities[one], row, count)
                for row, named in self._of.items()
                for one, count in named.counts.items()
            ),
        )
        connection.executemany(
            "INSERT INTO named VALUES (?, ?, ?)",
            sorted(
                (names[form], row, entities[one])
                for row, named in self._of.items()
                for form, one in named.forms
            ),
        )


def put_names(connection: sqlite3.Connection, row: int, recognised: Recognised) -> bool:
    """Let the article of a row be found by the names in it, and no others.

    Answers whether it names others now, or otherwise, than before.
    """
    before, named, names = _forgotten(connection, row), named_in(recognised), Names()
    names.put(row, named)
    names.write(connection)
    return before != named.counts


def _name_rows(connection: sqlite3.Connection, forms: set[str]) -> dict[str, int]:
    """The rows of names, put in where they were not."""
    wanted = json.dumps(sorted(forms))
    found = dict(connection.execute(_NAME_ROWS, (wanted,)).fetchall())
    if missing := sorted(forms - found.keys()):
        connection.executemany("INSERT INTO names (key) VALUES (?)", [(key,) for key in missing])
        found = dict(connection.execute(_NAME_ROWS, (wanted,)).fetchall())
    return found


def _entity_rows(
    connection: sqlite3.Connection, names: dict[str, int], shown: dict[_Named, str]
) -> dict[_Named, int]:
    """The rows of entities, put in as they are written here where they were not."""
    wanted = {(names[key], kind): name for (key, kind), name in shown.items()}
    found = _entities_of(connection, wanted)
    if missing := [(*one, name) for one, name in wanted.items() if one not in found]:
        connection.executemany(_ENTITY, missing)
        found = _entities_of(connection, wanted)
    return {(key, kind): found[names[key], kind] for key, kind in shown}


def _entities_of(
    connection: sqlite3.Connection, wanted: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], int]:
    keys = json.dumps([key for key, _ in wanted])
    return {(key, kind): row for key, kind, row in connection.execute(_ENTITY_ROWS, (keys,))}


def _forgotten(connection: sqlite3.Connection, row: int) -> dict[_Named, int]:
    """What the article of a row named, now that it is taken out."""
    found = {(key, kind): mentions for key, kind, mentions in connection.execute(_THERE, (row,))}
    connection.execute("DELETE FROM named WHERE article = ?", (row,))
    connection.execute("DELETE FROM mentioned WHERE article = ?", (row,))
    return found


def _counted(recognised: Recognised) -> tuple[dict[_Named, str], dict[_Named, int]]:
    """How each entity is written, and how often it is mentioned."""
    shown: dict[_Named, str] = {}
    counts: dict[_Named, int] = {}
    for mention in recognised.mentions:
        if key := _folded(mention.name):
            shown.setdefault((key, mention.type), mention.name)
            counts[key, mention.type] = counts.get((key, mention.type), 0) + 1
    return shown, counts


def _forms(recognised: Recognised) -> Iterator[tuple[_Named, str]]:
    """Each entity with each name it goes by, folded."""
    for mention in recognised.mentions:
        one = (_folded(mention.name), mention.type)
        yield from ((one, form) for form in {one[0], _folded(mention.text)} if form)
    for entity in recognised.entities:
        one = (_folded(entity.name), entity.type)
        yield from ((one, form) for form in map(_folded, entity.aliases) if form)
