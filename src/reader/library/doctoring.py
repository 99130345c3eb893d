"""Look at everything in the library folder, say what is wrong, mend what can be mended."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from reader.library.following import follow
from reader.library.indexing import rebuild
from reader.library.mirror import catch_up
from reader.library.recognisers import recogniser_version
from reader.library.recognising import recognise_again
from reader.library.reports import Finding, Progress
from reader.library.working import Workers, processes_for
from reader.model import DamagedNotes, LibraryError
from reader.store import Originals, Store
from reader.text.canonical import canonical_line
from reader.text.cleaning import CLEANER_VERSION

_BATCH = 200
"""Originals read in one go."""
_OUTDATED = (
    "cleaning: articles were divided by an earlier version of Reader; "
    "`reader doctor --rebuild` divides them anew"
)


def doctor(
    home: Path | None = None,
    *,
    rebuild_index: bool = False,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Iterator[Finding]:
    """Check notes, originals and index in turn; damaged notes are set aside for a good backup.

    `rebuild_index` makes the index anew even when nothing is wrong with it. Nothing is deleted.
    """
    store = Store.open(home, recogniser_version=recogniser_version())
    try:
        yield Finding(True, f"library: {canonical_line(str(store.location.home))}")
        yield _notes(store)
        yield from _originals(store)
        yield from _index(store, rebuild_index, progress)
    finally:
        store.close()


def _notes(store: Store) -> Finding:
    try:
        articles, annotations = store.notes.states(), store.notes.all_annotations()
    except DamagedNotes as damage:
        mended = store.notes.mend(datetime.now(UTC))
        aside = canonical_line(mended.aside.name) if mended.aside else "nothing"
        restored = canonical_line(mended.restored.name) if mended.restored else "an empty file"
        return Finding(
            False, f"notes: {damage.message}; set aside as {aside}, went back to {restored}"
        )
    said = f"notes: {len(articles)} articles, {len(annotations)} annotations"
    if rules := len(store.notes.rules()):
        said += f", {rules} site rule{'s' * (rules > 1)}"
    if corrections := len(store.notes.corrections()):
        said += f", {corrections} correction{'s' * (corrections > 1)} of names"
    return Finding(True, said)


def _originals(store: Store) -> Iterator[Finding]:
    names = list(store.originals.names())
    batches = [names[at : at + _BATCH] for at in range(0, len(names), _BATCH)]
    damaged = 0
    with Workers(processes_for(len(batches))) as workers:
        for answer in workers.ahead(batches, partial(_begun, workers, store.originals)):
            for error in answer():
                damaged += 1
                yield Finding(False, f"original: {error}")
    yield Finding(True, f"originals: {len(names) - damaged} whole")


def _begun(
    workers: Workers, originals: Originals, names: Sequence[str]
) -> Callable[[], Sequence[str]]:
    return workers.begin(partial(_damaged, originals, names), "originals")


def _damaged(originals: Originals, names: Sequence[str]) -> Sequence[str]:
    """What is wrong with some originals, each read whole."""
    errors = []
    for name in names:
        try:
            originals.read(name)
        except LibraryError as error:
            errors.append(str(error))
    return errors


def _index(store: Store, wanted: bool, progress: Callable[[Progress], None]) -> Iterator[Finding]:
    known = store.index.sources()
    unknown = sum(name not in known for name in store.originals.names())
    if not (wanted or unknown or store.index.fresh):
        catch_up(store)
        follow(store, progress=progress)
        recognise_again(store, nullcontext, progress, lambda: False)
        yield Finding(True, "index: up to date")
        if store.index.cleaner != str(CLEANER_VERSION):
            yield Finding(True, _OUTDATED)
        return
    if unknown and not store.index.fresh:
        yield Finding(False, f"index: {unknown} sources were missing")
    store.index.reset()
    failed = rebuild(store, progress)
    yield from (Finding(False, f"could not be read: {error}") for error in failed)
    yield Finding(True, "index: made anew from the originals and the notes")
