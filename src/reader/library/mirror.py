"""Keeps the index in step with the notes, whoever changed them."""

from collections.abc import Iterable

from reader.library.history import Change
from reader.model import Annotation, ReaderState
from reader.store import Saved, Store


def catch_up(store: Store) -> None:
    """Mirror the notes when they are not what the index last saw."""
    if store.index.notes_stamp != store.notes.stamp:
        mirror_all(store)


def mirror_all(store: Store) -> None:
    """Mirror everything the reader said anew."""
    stamp = store.notes.stamp
    said: dict[str, tuple[ReaderState, list[Annotation]]] = {
        article: (state, []) for article, state in store.notes.states().items()
    }
    for annotation in store.notes.all_annotations():
        state = store.notes.state(annotation.article)
        said.setdefault(annotation.article, (state, []))[1].append(annotation)
    store.index.clear_states()
    store.index.set_states(said)
    store.index.notes_stamp = stamp


def mirror(store: Store, articles: Iterable[str], saved: Saved) -> None:
    """Mirror some articles after a change; all, when others changed something before it.

    What others change from then on is not what the index has seen: `catch_up` finds it.
    """
    if saved.before != store.index.notes_stamp:
        mirror_all(store)
        return
    store.index.set_states(
        {one: (store.notes.state(one), store.notes.annotations(one)) for one in articles}
    )
    store.index.notes_stamp = saved.after
    if store.index.followed == saved.before:
        from reader.library.following import followed

        followed(store)


def reindex_after(store: Store, change: Change) -> None:
    """Clean again the articles whose blocks a change corrected otherwise."""
    for one, (before, after) in change.states.items():
        if before.blocks != after.blocks:
            from reader.library.indexing import reindex  # only paid for when used

            reindex(store, store.index.article(one))
