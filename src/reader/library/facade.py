"""Library: the one way in for the commands and the app."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.export import Flavour
from reader.library.arriving import merge_copies, take_up
from reader.library.changes import Changes
from reader.library.following import follow
from reader.library.history import Change
from reader.library.mirror import catch_up, reindex_after
from reader.library.organising import Organising
from reader.library.recognisers import recogniser_version
from reader.library.references import resolve
from reader.library.reports import ExportReport, Format, ImportReport, Progress
from reader.library.tagging import imported_with, tidy
from reader.model import (
    Article,
    ArticleRow,
    Counts,
    EntityRow,
    FigureRow,
    Recognised,
)
from reader.store import Listing, Sort, Store
from reader.text.query import parse

# What is imported in a method is only paid for when used: opening the list needs none of it.
if TYPE_CHECKING:
    from reader.export import Exported
    from reader.library.bringing import BringReport
    from reader.library.exchange import MergeReport
    from reader.library.importing import Import


def _now() -> datetime:
    return datetime.now(UTC)


def _silent(_: Progress) -> None:
    pass


def _never() -> bool:
    return False


class Library(Organising):
    """Everything a reader can do. Calls may come from any thread; changes run one at a time.

    What changes something is on the disk when the call returns, and can be undone. Every call may
    raise LibraryError, for an unknown id UnknownArticle, for a bad query InvalidQuery.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime] = _now) -> None:
        super().__init__(store, Changes(store, clock))
        self._clock = clock
        self.told: tuple[str, ...] = ()
        """What to tell the reader of what was found when it was opened."""

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        progress: Callable[[Progress], None] = _silent,
        follow_now: bool = True,
    ) -> "Library":
        """Open the library, making what is missing; an index that is gone is made anew first.

        Copies of the notes that syncing left are merged, originals that came with it are taken up.
        Unless it is to `follow_now`, articles that rules and corrections are still to be applied
        to wait for `follow_rules`.
        """
        store = Store.open(home, recogniser_version=recogniser_version())
        told = merge_copies(store, clock())
        if store.index.fresh:
            from reader.library.indexing import rebuild

            rebuild(store, progress)
        else:
            take_up(store, progress)
            catch_up(store)
            if follow_now:
                follow(store, progress=progress)
        library = cls(store, clock)
        library.told = told
        return library

    def close(self) -> None:
        """Let go of the library's files."""
        with self._lock:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def home(self) -> Path:
        """The folder with the reader's own files."""
        return self._store.location.home

    # lists ----------------------------------------------------------------------------------

    def counts(self, query: str = "") -> Counts:
        """How many articles match, and of those how many are unread and how many due."""
        return self._store.index.count(parse(query), self.today())

    def listing(
        self, query: str = "", sort: Sort = Sort.NEWEST, limit: int | None = None
    ) -> Listing:
        """The articles that match, in order; their rows are fetched as they are asked for.

        With a `limit`, the first so many at least.
        """
        return self._store.index.listing(parse(query), sort, self.today(), limit)

    def rows(self, ids: Sequence[str]) -> Sequence[ArticleRow]:
        """The rows of some articles, as they are now, in the order given."""
        return self._store.index.rows(ids)

    def tags(self) -> dict[str, int]:
        """Every tag on an article and on how many, most used first."""
        return self._store.index.tags()

    def resolve(self, reference: str) -> str:
        """The id meant: an id or the start of one, an address, a path, a title.

        Raises UnknownArticle and AmbiguousReference.
        """
        return resolve(self._store.index, reference)

    def entities(self, query: str = "") -> Iterator[EntityRow]:
        """Every mention in the articles that match."""
        return self._store.index.entity_rows(parse(query), self.today())

    def figures(self, query: str = "") -> Iterator[FigureRow]:
        """Every figure in the articles that match."""
        return self._store.index.figure_rows(parse(query), self.today())

    # one article ----------------------------------------------------------------------------

    def article(self, id: str) -> Article:
        """The article, divided as the reader corrected it."""
        return self._store.index.article(id)

    def recognised(self, id: str) -> Recognised:
        """Who is named in it and what the numbers are; found now if they were not before."""
        found = self._store.index.recognised(id)
        if found is None:
            from reader.library.extracting import recognised_in

            article = self.article(id)
            found = recognised_in(article)
            self._store.index.set_recognised(article, found)
            return self._store.index.amended(article, found)
        return found

    def recognise_again(
        self,
        progress: Callable[[Progress], None] = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> int:
        """Look at what only an earlier version of Reader looked at; how many articles there were.

        It may take long, in a process that gives way to others; other calls go on meanwhile.
        """
        if not self._store.index.not_recognised():
            return 0
        from reader.library.recognising import recognise_again

        return recognise_again(self._store, lambda: self._lock, progress, cancelled, most=1)

    # what the reader does -------------------------------------------------------------------

    def undo(self) -> str | None:
        """Take the last change back; answers what it was, None when there is nothing left.

        Of a site rule or a correction, the articles follow with `follow_rules`.
        """
        with self._lock:
            return self._after(self._changes.undo())

    def redo(self) -> str | None:
        """Make the change last undone again; answers what it is."""
        with self._lock:
            return self._after(self._changes.redo())

    # in and out -----------------------------------------------------------------------------

    def import_(
        self,
        targets: Sequence[str | Path],
        *,
        tags: Iterable[str] = (),
        progress: Callable[[Progress], None] = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportReport:
        """Import files, folders and pages; what cannot be read is named, the rest goes on."""
        return self._import(tags).run(targets, progress, cancelled)

    def import_text(self, text: str | bytes, *, tags: Iterable[str] = ()) -> ImportReport:
        """Import a paste or standard input. Raises SourceError when there are no words in it."""
        from reader.sources import from_text

        work = self._import(tags)
        work.take(from_text(text))
        return work.report()

    def bring(
        self,
        targets: Sequence[str | Path],
        *,
        tags: Iterable[str] = (),
        fetch: bool = False,
        dry_run: bool = False,
        progress: Callable[[Progress], None] = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> "BringReport":
        """Import other applications' exports, in one change; what is no export is handed back.

        A malformed export is named in the report, and nothing of it is taken. A dry run only says
        what would come of it.
        """
        from reader.library.bringing import Bring

        work = Bring(self._store, self._changes, self._lock, tags=tags, fetch=fetch, dry=dry_run)
        return work.run(targets, progress, cancelled)

    def merge(
        self,
        other: Path,
        *,
        progress: Callable[[Progress], None] = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> "MergeReport":
        """Take in another library: an archive, a library's folder, or a copy of `notes.json`.

        What both said of an article or an annotation is merged by time. Raises SourceError,
        LibraryError and UsageError, and then nothing was changed.
        """
        from reader.library.exchange import Take

        return Take(self._store, self._lock, self._changes.now).run(other, progress, cancelled)

    def export(
        self,
        query: str | Sequence[str] = "",
        *,
        to: Path | None = None,
        format: Format = Format.MARKDOWN,
        overwrite: bool = False,
        flavour: Flavour = Flavour.OBSIDIAN,
    ) -> ExportReport:
        """Write the articles that match (or of these ids) to a folder or file, or as text.

        An archive of all holds what lists leave out, too: the bin, earlier versions, templates.
        Raises UsageError for a file that is there already, unless `overwrite` is set.
        """
        from reader.library.leaving import export

        ids = None if query == "" and format is Format.ARCHIVE else self._ids(query)
        return export(self, self._store, ids, to, format, overwrite, flavour)

    def _ids(self, query: str | Sequence[str]) -> Sequence[str]:
        return self.listing(query).ids() if isinstance(query, str) else query

    def exported(self, id: str) -> "Exported":
        """All that is known and was said of one article, as a value."""
        from reader.library.leaving import exported_from

        return exported_from(self, id)

    # within ---------------------------------------------------------------------------------

    def _after(self, change: Change | None) -> str | None:
        if change is None:
            return None
        reindex_after(self._store, change)
        return change.label

    def _import(self, tags: Iterable[str]) -> "Import":
        from reader.library.importing import Import
        from reader.library.versions import renew

        def keep(ids: Sequence[str]) -> None:
            with self._lock:
                self._changes.states("tags of an import", ids, imported_with(tidy(tags)))

        def renewed(old: Article, new: Article) -> None:
            with self._lock:
                renew(self._store, self._changes, old, new)

        return Import(self._store, keep, renewed)
