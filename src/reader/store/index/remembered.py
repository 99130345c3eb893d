"""Rows of whole numbers that are remembered while they hold."""

from array import array
from collections.abc import Callable, Hashable

from reader.store.index.database import Database


class Remembered:
    """The last so many answers, forgotten when articles come, go or move (`Database.generation`).

    To be asked inside `Database.reading`, so that nothing changes in between.
    """

    def __init__(self, database: Database, most: int) -> None:
        self._database = database
        self._most = most
        self._generation: object = None
        self._known: dict[Hashable, array[int]] = {}

    def get(self, key: Hashable, find: Callable[[], "array[int]"]) -> "array[int]":
        """What was found for a key, or is found now."""
        if self._generation != self._database.generation:
            self._known.clear()
            self._generation = self._database.generation
        rows = self._known.pop(key, None)
        self._known[key] = rows = find() if rows is None else rows  # the last is the one used last
        if len(self._known) > self._most:
            del self._known[next(iter(self._known))]
        return rows
