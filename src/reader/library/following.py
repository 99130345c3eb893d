"""Brings the index in line with the reader's site rules, article by article.

The rules count the moment they are in the notes; the index remembers which of them it follows, so
that what was interrupted goes on when the library is opened next.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress

from reader.library.extracting import explained, recognised_in
from reader.library.mirror import cleaned_again
from reader.library.reports import Progress
from reader.library.rules import Key, concerns, key_of, parsed, written
from reader.model import ReaderError
from reader.store import Store

Guard = Callable[[], AbstractContextManager[object]]


def followed(store: Store) -> bool:
    """Whether the index follows every rule of the notes, and no others."""
    return not _changed(store)


def follow(
    store: Store,
    guard: Guard = nullcontext,
    progress: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Divide anew every article that rules changed since are about; how many there were.

    `guard` is held only while an article is put into the index, so that no other change waits
    for cleaning. An original that cannot be read is passed over: the doctor names it.
    """
    changed = _changed(store)
    if not changed:
        return 0
    wanted, done = parsed(store.index.rules) ^ changed, 0
    for id in _of_sites(store, changed):
        with suppress(ReaderError):
            done += _divided_anew(store, id, changed, guard)
            progress(Progress(done, None, ""))
    store.index.rules = written(wanted)
    return done


def _changed(store: Store) -> set[Key]:
    return {key_of(rule) for rule in store.notes.rules()} ^ parsed(store.index.rules)


def _of_sites(store: Store, keys: Collection[Key]) -> Iterator[str]:
    ids = (id for site in sorted({key[0] for key in keys}) for id in store.index.of_site(site))
    yield from dict.fromkeys(ids)


def _divided_anew(store: Store, id: str, keys: Collection[Key], guard: Guard) -> bool:
    """Whether the article is divided otherwise now; begun again if the reader speaks meanwhile."""
    while True:
        article, said = store.index.article(id), _said(store, id)
        if not concerns(article, keys):
            return False
        with explained(id):
            again = cleaned_again(store, article)
            found = recognised_in(again) if again != article else None
        with guard():
            if said == _said(store, id):
                if found is not None:
                    store.index.add(again, found)
                return found is not None


def _said(store: Store, id: str) -> object:
    return store.notes.state(id).blocks, store.notes.rules()
