"""Sources into the library: named, cleaned, kept, indexed, one after the other."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader.library.extracting import articles_of, expand, explained, read, recognised_in
from reader.library.mirror import divided
from reader.library.reports import ImportReport, Progress
from reader.model import ArticleRow, ReaderError, SourceError
from reader.sources import Original
from reader.store import Store
from reader.text.canonical import canonical_line


class Import:
    """One import under way. `keep` is called with the ids of each source's articles."""

    def __init__(self, store: Store, keep: Callable[[Sequence[str]], None]) -> None:
        self._store = store
        self._keep = keep
        self._imported: list[str] = []
        self._known: list[str] = []
        self._failed: list[ReaderError] = []

    def run(
        self,
        targets: Iterable[str | Path],
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Take every target, going on past those that cannot be read."""
        todo = list(expand(list(targets)))
        for done, target in enumerate(todo):
            if cancelled():
                return self.report(cancelled=True)
            progress(Progress(done, len(todo), canonical_line(str(target))))
            self._try(target)
        progress(Progress(len(todo), len(todo), ""))
        return self.report()

    def take(self, original: Original) -> None:
        """Keep one source and its articles. Raises ConversionError, and LibraryError."""
        store, sha256 = self._store, original.source.sha256
        if known := store.index.has_source(sha256):
            self._known += known
            self._keep(known)
            return
        with explained(original.source.url or original.source.path or "pasted text"):
            articles = [divided(store, one) for one in articles_of(original)]
            found = [(one, recognised_in(one)) for one in articles]
        # The original first: killed after this line, the next import of it goes on from here.
        store.originals.add(original.source, original.data)
        store.index.add_many(found)
        ids = [article.id for article, _ in found]
        self._imported += ids
        self._keep(ids)

    def report(self, *, cancelled: bool = False) -> ImportReport:
        """What came of it so far."""
        return ImportReport(
            self._rows(self._imported), self._rows(self._known), tuple(self._failed), cancelled
        )

    def _try(self, target: str | Path) -> None:
        try:
            self.take(read(target))
        except SourceError as error:
            named = error.subject or canonical_line(str(target))
            self._failed.append(type(error)(error.message, named))

    def _rows(self, ids: Sequence[str]) -> tuple[ArticleRow, ...]:
        return tuple(self._store.index.rows(list(dict.fromkeys(ids))))
