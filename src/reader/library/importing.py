"""Sources into the library: named, cleaned, kept, indexed, in the order they are given."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from reader.library.extracting import expand, read
from reader.library.indexing import settled
from reader.library.reports import ImportReport, Progress
from reader.library.versions import earlier, same_words
from reader.library.working import Prepared, Workers, named, prepare, processes_for, raised
from reader.model import Article, ArticleRow, ReaderError, SourceError
from reader.sources import Original
from reader.store import Store
from reader.text.canonical import canonical_line

Ending = Callable[[], None]
"""Does with a target what is left to do when its turn comes. Raises SourceError."""


class Import:
    """One import under way.

    `keep` is called with the ids of each source's articles, `renew` with an article of the library
    and the newer version of it that came.
    """

    def __init__(
        self,
        store: Store,
        keep: Callable[[Sequence[str]], None],
        renew: Callable[[Article, Article], None],
    ) -> None:
        self._store = store
        self._keep = keep
        self._renew = renew
        self._renewed: list[str] = []
        self._rules = store.notes.rules()
        self._imported: list[str] = []
        self._known: list[str] = []
        self._failed: list[ReaderError] = []

    def run(
        self,
        targets: Iterable[str | Path | Original],
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Take every target, going on past those that cannot be read."""
        todo = list(expand(list(targets)))
        with Workers(processes_for(len(todo))) as workers:
            begun = workers.ahead(todo, partial(self._begin, workers))
            for done, target in enumerate(todo):
                if cancelled():
                    return self.report(cancelled=True)
                progress(Progress(done, len(todo), _called(target)))
                self._try(next(begun), target)
        progress(Progress(len(todo), len(todo), ""))
        return self.report()

    def take(self, original: Original) -> None:
        """Keep one source and its articles. Raises ConversionError, and LibraryError."""
        with Workers(0) as workers:
            self._begin_with(workers, original)()

    def report(self, *, cancelled: bool = False) -> ImportReport:
        """What came of it so far."""
        return ImportReport(
            self._rows(self._imported),
            self._rows(self._known),
            tuple(self._failed),
            cancelled,
            self._rows(self._renewed),
        )

    def _begin(self, workers: Workers, target: str | Path | Original) -> Ending:
        try:
            found = target if isinstance(target, Original) else read(target)
            return self._begin_with(workers, found)
        except SourceError as error:
            return partial(raised, error)

    def _begin_with(self, workers: Workers, original: Original) -> Ending:
        if self._store.index.has_source(original.source.sha256):
            return partial(self._end, original, tuple)
        call = partial(prepare, original.source, original.text, self._rules)
        answer = workers.begin(call, named(original.source), len(original.text))
        return partial(self._end, original, answer)

    def _end(self, original: Original, answer: Callable[[], Prepared]) -> None:
        store, sha256 = self._store, original.source.sha256
        if known := store.index.has_source(sha256):
            self._known += known
            self._keep(known)
            return
        found = settled(store, answer(), self._rules)
        before = [(earlier(store, article), article) for article, _ in found]
        if all(old and same_words(old, new) for old, new in before):
            ids = [old.id for old, _ in before if old]
            self._known += ids
            self._keep(ids)
            return
        # The original first: killed after this line, the next import of it goes on from here.
        store.originals.add(original.source, original.data)
        store.index.add_many(found)
        ids = [article.id for article, _ in found]
        self._imported += ids
        for old, new in before:
            if old is not None:
                self._renew(old, new)
                self._renewed.append(new.id)
        self._keep(ids)

    def _try(self, ending: Ending, target: str | Path | Original) -> None:
        try:
            ending()
        except SourceError as error:
            subject = error.subject or _called(target)
            self._failed.append(type(error)(error.message, subject))

    def _rows(self, ids: Sequence[str]) -> tuple[ArticleRow, ...]:
        return tuple(self._store.index.rows(list(dict.fromkeys(ids))))


def _called(target: str | Path | Original) -> str:
    return named(target.source) if isinstance(target, Original) else canonical_line(str(target))
