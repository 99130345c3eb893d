"""Another library into this one: its words first, then the texts they are about."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reader.library.exchange.archives import ArchivedLibrary, is_archive
from reader.library.exchange.folders import LibraryFolder, read_notes
from reader.library.exchange.report import MergeReport
from reader.library.following import follow
from reader.library.indexing import index_sources
from reader.library.mirror import catch_up, mirror_all
from reader.library.reports import Progress
from reader.model import ReaderError, Source
from reader.store import Store
from reader.store.durable import write_durably
from reader.text.canonical import canonical_line


class Other(Protocol):
    """A library to take in."""

    def notes(self) -> bytes | None:
        """What the reader said, as a `notes.json`."""

    def originals(self) -> Iterator[tuple[Source, bytes]]:
        """Each source with its bytes."""

    def templates(self) -> Iterator[tuple[str, bytes]]:
        """The names and contents of the reader's own templates."""


class Take:
    """One library being taken in. `lock` is held while the notes are merged."""

    def __init__(
        self, store: Store, lock: AbstractContextManager[object], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._lock = lock
        self._now = now

    def run(
        self,
        path: Path,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> MergeReport:
        """Take in an archive, a library's folder or a copy of its `notes.json`.

        An archive is verified before anything is written. What was taken until it is cancelled
        stays, and doing it again takes the rest. Raises SourceError, LibraryError, UsageError.
        """
        if path.is_dir():
            folder = LibraryFolder(path, self._store.location.home)
            return self._take(folder, progress, cancelled, lambda: folder.failed)
        if path.suffix.lower() == ".zip" or is_archive(path):
            progress(Progress(0, None, canonical_line(path.name)))
            archive = ArchivedLibrary(path)
            archive.verify()
            return self._take(archive, progress, cancelled)
        before = len(self._store.notes.all_annotations())
        changed = self._merge(read_notes(path))
        return MergeReport(annotations=self._new_since(before), changed=changed)

    def _take(
        self,
        other: Other,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        failed: Callable[[], tuple[ReaderError, ...]] = lambda: (),
    ) -> MergeReport:
        before = len(self._store.notes.all_annotations())
        notes = other.notes()
        changed = notes is not None and self._merge(notes)
        missing = self._keep(other, progress, cancelled)
        ids, unread = index_sources(self._store, missing, progress, cancelled)
        with self._lock:
            mirror_all(self._store)
        follow(self._store, lambda: self._lock, progress)
        return MergeReport(
            ids,
            self._new_since(before),
            changed,
            self._templates(other),
            (*failed(), *unread),
            cancelled(),
        )

    def _keep(
        self, other: Other, progress: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> list[Source]:
        """Keep the originals that are not here; answers those the index does not know."""
        missing = []
        for number, (source, data) in enumerate(other.originals()):
            if cancelled():
                break
            self._store.originals.add(source, data)
            if not self._store.index.has_source(source.sha256):
                missing.append(source)
            progress(Progress(number, None, canonical_line(source.url or source.path or "")))
        return missing

    def _merge(self, notes: bytes) -> bool:
        with self._lock:
            changed = self._store.notes.merge(notes, self._now())
            catch_up(self._store)
            return changed

    def _templates(self, other: Other) -> int:
        """Keep the templates there are none of here."""
        folder, kept = self._store.location.home / "templates", 0
        for name, content in other.templates():
            if "/" not in name and not (folder / name).exists():
                folder.mkdir(mode=0o700, exist_ok=True)
                write_durably(folder / name, content)
                kept += 1
        return kept

    def _new_since(self, before: int) -> int:
        return max(0, len(self._store.notes.all_annotations()) - before)
