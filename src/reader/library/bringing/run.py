"""Articles of other applications into the library, with their highlights, in one change."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reader.library.bringing.arriving import Pages
from reader.library.bringing.files import exports_among, missing
from reader.library.bringing.marks import marks_of
from reader.library.bringing.pages import is_stub
from reader.library.bringing.report import BringReport, BroughtRow
from reader.library.bringing.saying import Saying
from reader.library.bringing.shelf import Shelf
from reader.library.changes import Changes
from reader.library.indexing import settled
from reader.library.reports import Progress
from reader.library.tagging import tidy
from reader.library.versions import alike
from reader.library.working import Prepared, Workers, prepare, processes_for
from reader.model import Article, BroughtArticle, ConversionError, ReaderError, SourceError
from reader.sources import Original
from reader.store import Store
from reader.text.canonical import canonical_line

_NOTHING = "with neither an address nor a text nor a quote"
_BINNED = "in the bin, and left there"

Answer = Callable[[], Prepared]


@dataclass(frozen=True, slots=True)
class _Begun:
    """An article on its way: `answer` gives it cleaned, None where it is known by its address."""

    app: str
    one: BroughtArticle
    original: Original | None = None
    answer: Answer | None = None


class Bring:
    """One run under way. `lock` is held while what was said is saved, in one change at the end.

    In a `dry` run nothing is written and nothing fetched. With `fetch`, pages that came without
    their text are fetched; what cannot be is kept as title and address.
    """

    def __init__(
        self,
        store: Store,
        changes: Changes,
        lock: AbstractContextManager[object],
        *,
        tags: Iterable[str] = (),
        fetch: bool = False,
        dry: bool = False,
    ) -> None:
        self._store = store
        self._changes = changes
        self._lock = lock
        self._dry = dry
        self._rules = store.notes.rules()
        self._shelf = Shelf(store, dry)
        self._saying = Saying(store, tidy(tags))
        self._new: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._stubs: set[str] = set()
        self._skipped: Counter[str] = Counter()
        self._failed: list[ReaderError] = []
        self._pages = Pages(self._shelf, self._skipped, fetch=fetch and not dry)

    def run(
        self,
        targets: Sequence[str | Path],
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> BringReport:
        """Take every article of every export. What was taken until it is cancelled stays."""
        exports, others, failed = exports_among(targets)
        self._failed += failed
        if self._dry:  # else whoever imports them says so
            gone = missing(others)
            self._failed += gone.values()
            others = tuple(one for one in others if one not in gone)
        todo = [(each.brought.app, one) for each in exports for one in each.brought.articles]
        stopped = self._take_all(todo, progress, cancelled) if todo else False
        self._shelf.flush()
        apps = tuple(dict.fromkeys(each.brought.app for each in exports))
        if not self._dry:
            with self._lock:
                said = self._saying.final_states(), self._saying.marks
                self._changes.together(f"import from {', '.join(apps)}", *said)
        over = tuple(line for each in exports for line in each.brought.passed_over)
        return replace(
            self._report(), apps=apps, others=others, cancelled=stopped, passed_over=over
        )

    def _take_all(
        self,
        todo: Sequence[tuple[str, BroughtArticle]],
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        with Workers(processes_for(sum(one.content is not None for _, one in todo))) as workers:
            begun = workers.ahead(todo, partial(self._begin, workers))
            for done, (_, one) in enumerate(todo):
                if cancelled():
                    return True
                progress(Progress(done, len(todo), canonical_line(one.title)))
                self._try(next(begun))
        progress(Progress(len(todo), len(todo), ""))
        return False

    def _begin(self, workers: Workers, piece: tuple[str, BroughtArticle]) -> _Begun:
        app, one = piece
        if not (one.id or one.url or one.content or one.note or one.highlights):
            return _Begun(app, one)
        original = self._pages.of(one, self._changes.now())
        has_text = not is_stub(original.data)
        known = self._shelf.of_source(original.source.sha256)
        if known or (not has_text and self._shelf.of(one)):
            return _Begun(app, one, original)
        return _Begun(app, one, original, workers.begin(self._call(original), one.title))

    def _call(self, original: Original) -> Answer:
        return partial(prepare, original.source, original.text, self._rules)

    def _try(self, begun: _Begun) -> None:
        if begun.original is None:
            self._skipped[_NOTHING] += 1
            return
        try:
            article, is_new = self._end(begun, begun.original)
        except SourceError as error:
            self._failed.append(type(error)(error.message, begun.one.title))
            return
        if self._saying.in_bin(article.id):
            self._skipped[_BINNED] += 1
            return
        if is_new:
            self._new[article.id] = article.title
        elif article.id not in self._new:
            self._known[article.id] = article.title
        self._saying.brought(article.id, begun.one, new=is_new)
        now = self._changes.now()
        self._saying.marked(article, marks_of(begun.app, begun.one, article.id, now))

    def _end(self, begun: _Begun, original: Original) -> tuple[Article, bool]:
        """The article of the library, and whether it is new there. Raises ConversionError."""
        one, shelf, stub = begun.one, self._shelf, is_stub(original.data)
        there = shelf.of_source(original.source.sha256)
        at = None if there else shelf.of(one)
        if there or (stub and at):
            return _either(there, at), False
        try:
            call = begun.answer or self._call(original)
            found = settled(self._store, call(), self._rules)
        except ConversionError:
            if stub:
                raise
            page = self._pages.without_text(one, self._changes.now())
            return self._end(_Begun(begun.app, one), page)
        new = found[0][0]
        old = at if at and shelf.is_stub(at) and (at.url == one.url or alike(at, new)) else None
        if at and not old and not shelf.is_stub(at) and alike(at, new):
            return at, False
        shelf.put(original, found)
        if old:
            self._saying.renewed(old, new)
            self._stubs.discard(old.id)
        if stub:
            self._stubs.add(new.id)
        return new, True

    def _report(self) -> BringReport:
        counted = self._saying.counted
        return BringReport(
            imported=_rows(self._new),
            known=_rows(self._known),
            without_text=len(self._stubs),
            attached=counted.attached,
            quotes=counted.quotes,
            notes=counted.notes,
            known_marks=counted.known,
            removed=counted.removed,
            skipped=tuple(f"{number} {what}" for what, number in self._skipped.items()),
            failed=tuple(self._failed),
            dry_run=self._dry,
        )


def _either(one: Article | None, other: Article | None) -> Article:
    found = one or other
    assert found is not None
    return found


def _rows(titles: dict[str, str]) -> tuple[BroughtRow, ...]:
    return tuple(BroughtRow(id, title) for id, title in titles.items())
