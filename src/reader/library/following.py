"""Brings the index in line with the reader's site rules, article by article.

The rules count the moment they are in the notes; the index remembers which of them it follows, so
that what was interrupted goes on when the library is opened next.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress

from reader.library.extracting import explained
from reader.library.mirror import reindex
from reader.library.reports import Progress
from reader.library.rules import Key, concerns, key_of, parsed, written
from reader.model import ReaderError
from reader.store import Store


def followed(store: Store) -> bool:
    """Whether the index follows every rule of the notes, and no others."""
    return not _changed(store)


def follow(
    store: Store,
    guard: Callable[[], AbstractContextManager[object]] = nullcontext,
    progress: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Divide anew every article that rules changed since are about; how many there were.

    `guard` is held for one article at a time, so that other changes go on between two. An original
    that cannot be read is passed over: the doctor names it.
    """
    changed = _changed(store)
    if not changed:
        return 0
    wanted, done = parsed(store.index.rules) ^ changed, 0
    for id in _of_sites(store, changed):
        with guard(), suppress(ReaderError):
            done += _divided_anew(store, id, changed)
            progress(Progress(done, None, ""))
    store.index.rules = written(wanted)
    return done


def _changed(store: Store) -> set[Key]:
    return {key_of(rule) for rule in store.notes.rules()} ^ parsed(store.index.rules)


def _of_sites(store: Store, keys: Collection[Key]) -> Iterator[str]:
    ids = (id for site in sorted({key[0] for key in keys}) for id in store.index.of_site(site))
    yield from dict.fromkeys(ids)


def _divided_anew(store: Store, id: str, keys: Collection[Key]) -> bool:
    article = store.index.article(id)
    if not concerns(article, keys):
        return False
    with explained(id):
        return reindex(store, article) != article
