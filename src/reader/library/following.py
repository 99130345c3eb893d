"""Brings the index in line with the reader's site rules and corrections, article by article.

They count the moment they are in the notes; the index remembers which of them it follows, so that
what was interrupted goes on when the library is opened next.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress

from reader.library.names import Said, names_touched, said_by
from reader.library.names import parsed as parsed_corrections
from reader.library.names import written as written_corrections
from reader.library.reports import Progress
from reader.library.rules import Key, concerns, key_of, parsed, written
from reader.model import ReaderError
from reader.store import Store

Guard = Callable[[], AbstractContextManager[object]]


def followed(store: Store) -> bool:
    """Whether the index follows every rule and correction of the notes, and no others."""
    stamp = store.notes.stamp
    if store.index.followed == stamp:
        return True
    if _changed(store) or _touched(store):
        return False
    store.index.followed = stamp
    return True


def follow(
    store: Store,
    guard: Guard = nullcontext,
    progress: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Bring every article in line that what changed since is about; how many are changed.

    `guard` is held only while an article is put into the index, so that no other change waits
    for cleaning. An original that cannot be read is passed over: the doctor names it.
    """
    if followed(store):
        return 0
    done = _follow_rules(store, guard, progress) + _follow_corrections(store, guard, progress)
    followed(store)  # and know it the next time, without reading the notes
    return done


def _follow_rules(store: Store, guard: Guard, progress: Callable[[Progress], None]) -> int:
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


def _follow_corrections(store: Store, guard: Guard, progress: Callable[[Progress], None]) -> int:
    touched, done = _touched(store), 0
    if not touched:
        return 0
    said = _corrections(store)
    for id in store.index.naming(touched):
        with guard():
            done += store.index.name_again(id)
        progress(Progress(done, None, ""))
    store.index.corrections = written_corrections(said)
    return done


def _touched(store: Store) -> set[str]:
    return names_touched(parsed_corrections(store.index.corrections), _corrections(store))


def _corrections(store: Store) -> tuple[Said, ...]:
    return tuple(map(said_by, store.notes.corrections()))


def _changed(store: Store) -> set[Key]:
    return {key_of(rule) for rule in store.notes.rules()} ^ parsed(store.index.rules)


def _of_sites(store: Store, keys: Collection[Key]) -> Iterator[str]:
    ids = (id for site in sorted({key[0] for key in keys}) for id in store.index.of_site(site))
    yield from dict.fromkeys(ids)


def _divided_anew(store: Store, id: str, keys: Collection[Key], guard: Guard) -> bool:
    """Whether the article is divided otherwise now; begun again if the reader speaks meanwhile."""
    from reader.library.extracting import explained, recognised_in  # only paid for when used
    from reader.library.indexing import cleaned_again

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
