"""Tags the reader took off here: an export that still has them does not put them on again."""

from collections.abc import Iterable
from functools import cached_property

from reader.store import Store
from reader.store.notes.stamps import times_of
from reader.store.notes.storage import NotesStorage
from reader.store.notes.view import View


class TakenOff:
    """The tags taken off, as the notes had them when this was first asked."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def without(self, article: str, tags: Iterable[str]) -> tuple[str, ...]:
        """The tags that the reader did not take off an article."""
        record = self._view.article(article)
        times = times_of(record.fields) if record else {}
        return tuple(tag for tag in tags if f"-{tag}" not in times)

    @cached_property
    def _view(self) -> View:
        return View(NotesStorage(self._store.location).read())
