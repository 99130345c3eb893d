"""What other devices put into a folder that is shared: copies of the notes, originals."""

from collections.abc import Callable, Sequence
from datetime import datetime

from reader.library.reports import Progress
from reader.model import LibraryError, NotSaved
from reader.store import Store


def merge_copies(store: Store, now: datetime) -> tuple[str, ...]:
    """Merge the copies of the notes that syncing left; what to tell the reader of it.

    What cannot be done now, as the notes are damaged or written to, is left for the next time.
    """
    known = store.index.notes_stamp
    store.notes.know(known)
    if not store.notes.unsettled(known):
        return ()
    try:
        settled = store.notes.settle(now)
    except (LibraryError, NotSaved):
        return ()
    told = [
        f"Merged {name}, a copy that syncing left; it is in the backups now."
        for name in settled.merged
    ]
    told += [f"{name} cannot be read as notes, and is left there." for name in settled.unreadable]
    return tuple(told)


def take_up(store: Store, progress: Callable[[Progress], None]) -> int:
    """Put the originals into the index that came in by themselves; how many articles they are."""
    now, before = store.originals.stamps(), store.index.originals
    if now == before:
        return 0
    ids: Sequence[str] = ()
    changed = [letters for letters in now if now[letters] != before.get(letters)]
    known = ((letters, store.index.sources(letters)) for letters in changed)
    if unknown := [one for each in known for one in store.originals.unknown(*each)]:
        from reader.library.indexing import index_sources  # only paid for when used

        ids, _ = index_sources(store, unknown, progress)
    store.index.originals = now
    return len(ids)
