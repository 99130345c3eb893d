"""Which mentions and figures of an article a query is about: `figure:>1bn` means those, not all."""

import sqlite3
from collections.abc import Callable

from reader.model import Figure, Mention, Recognised
from reader.store.index import keys
from reader.store.index.sql import figure_condition
from reader.text.query import And, Field, Query


def mention_picker(query: Query) -> Callable[[Recognised], tuple[Mention, ...]]:
    """Gives the mentions that an `entity:` of the query is about; without one, all."""
    wanted = [f" {keys.folded(field.value)} " for field in _required(query, "entity")]

    def pick(recognised: Recognised) -> tuple[Mention, ...]:
        aliases = {(entity.name, entity.type): entity.aliases for entity in recognised.entities}
        return tuple(
            mention
            for mention in recognised.mentions
            if _is_called(wanted, mention, aliases.get((mention.name, mention.type), ()))
        )

    return pick if wanted else lambda recognised: recognised.mentions


def figure_picker(
    query: Query,
) -> Callable[[sqlite3.Connection, int, Recognised], tuple[Figure, ...]]:
    """Gives the figures that a `figure:` of the query is about; without one, all."""
    conditions = [figure_condition(field) for field in _required(query, "figure")]
    either = " OR ".join(f"({condition.sql})" for condition in conditions)
    values = [value for condition in conditions for value in condition.values]

    def pick(
        connection: sqlite3.Connection, rowid: int, recognised: Recognised
    ) -> tuple[Figure, ...]:
        numbers = connection.execute(
            f"SELECT number FROM figures WHERE article = ? AND ({either}) ORDER BY number",  # noqa: S608
            (rowid, *values),
        )
        return tuple(recognised.figures[number] for [number] in numbers)

    return pick if conditions else lambda _connection, _rowid, recognised: recognised.figures


def _required(query: Query, name: str) -> list[Field]:
    """The fields of that name that every article must meet, and that say so of one thing."""
    if isinstance(query, And):
        return [field for part in query.parts for field in _required(part, name)]
    return [query] if isinstance(query, Field) and query.name == name else []


def _is_called(wanted: list[str], mention: Mention, aliases: tuple[str, ...]) -> bool:
    names = [f" {keys.folded(name)} " for name in (mention.name, mention.text, *aliases)]
    return any(words in name for words in wanted for name in names)
