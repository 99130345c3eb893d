"""The reader's words, read and saved."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from reader.model import (
    Annotation,
    DamagedNotes,
    EntityCorrection,
    LibraryBusy,
    LibraryError,
    NotSaved,
    ReaderState,
    Rule,
    SavedSearch,
    SiteRule,
)
from reader.store.location import Location
from reader.store.notes.backups import Backups
from reader.store.notes.layout import Record, Tables, encode
from reader.store.notes.migrations import tables_in
from reader.store.notes.said import KINDS
from reader.store.notes.storage import NotesStorage
from reader.store.notes.view import View, about_articles, annotation_of, rule_of, state_of

if TYPE_CHECKING:
    from reader.store.notes.conflicts import Settled
    from reader.store.notes.mending import Mended

Kind = TypeVar("Kind", SiteRule, EntityCorrection, SavedSearch)

_NONE: Mapping[str, ReaderState] = MappingProxyType({})
_NO_RULES: Mapping[str, Rule | None] = MappingProxyType({})


class Saved(NamedTuple):
    """The stamps of the file before a change was saved, and with it."""

    before: str
    after: str


class Notes:
    """What the reader said, in `notes.json`. Safe to use from any thread and many processes.

    Every call sees what other processes wrote before it. Each raises DamagedNotes when the file
    cannot be read as it is.
    """

    def __init__(self, location: Location, *, patience: float = 5.0) -> None:
        """`patience` is how many seconds to wait for another process that is writing."""
        self._location = location
        self._backups = Backups(location.backups)
        self._storage = NotesStorage(location, patience)
        self._lock = RLock()
        self._seen: tuple[str, View] | None = None

    @property
    def stamp(self) -> str:
        """Changes whenever the file does, whoever wrote it; "" while there is none."""
        with self._lock:
            return self._storage.stamp_now()

    def state(self, article: str) -> ReaderState:
        """What the reader said of an article; NO_STATE when nothing."""
        with self._view() as view:
            return state_of(view.article(article))

    def states(self) -> Mapping[str, ReaderState]:
        """Every article the reader said something of, by id. A snapshot."""
        with self._view() as view:
            return {article: state_of(view.article(article)) for article in view.articles}

    def annotation(self, id: str) -> Annotation | None:
        """The annotation of that id, if there is one."""
        with self._view() as view:
            record = view.annotation(id)
            return annotation_of(record) if record else None

    def was(self, id: str) -> bool:
        """Whether there is an annotation of this id, or was one that the reader removed."""
        with self._view() as view:
            return id in view.removed or id in view.annotations

    def annotations(self, article: str) -> tuple[Annotation, ...]:
        """The annotations of one article, oldest first, its note among them."""
        with self._view() as view:
            return _in_order(view.of_article(article))

    def all_annotations(self) -> tuple[Annotation, ...]:
        """Every annotation of the library, oldest first."""
        with self._view() as view:
            return _in_order(filter(None, map(view.annotation, view.annotations)))

    def rule(self, id: str) -> Rule | None:
        """The site rule, entity correction or saved search of that id, if there is one."""
        with self._view() as view:
            for kind in KINDS:
                if record := view.rule(kind, id):
                    return rule_of(kind, record)
            return None

    def rules(self) -> tuple[SiteRule, ...]:
        """Every site rule, oldest first."""
        return self._all(SiteRule)

    def corrections(self) -> tuple[EntityCorrection, ...]:
        """Every entity correction, oldest first; those of one second as they stand in the file."""
        return self._all(EntityCorrection)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Every saved search, oldest first."""
        return self._all(SavedSearch)

    def save(
        self,
        states: Mapping[str, ReaderState] = _NONE,
        annotations: Iterable[Annotation] = (),
        deleted: Iterable[str] = (),
        *,
        rules: Mapping[str, Rule | None] = _NO_RULES,
        now: datetime,
    ) -> Saved:
        """Save one change in one durable write: all of it or none. Answers the stamps.

        `deleted` names annotations; a rule that is None goes. What others changed since this was
        last read stays, field by field: when the stamp before is not the one the index mirrors,
        more changed than this.
        `now` carries a time zone. Raises LibraryBusy, DiskFull or NotSaved, and then the file is
        as it was.
        """
        from reader.store.notes.change import Change  # only paid for when used

        by_id = {annotation.id: annotation for annotation in annotations}
        gone = set(deleted)
        with self._lock, self._storage.locked():
            seen = self._seen
            with self._view() as current:
                before = self._storage.stamp
                if not (states or by_id or gone or rules):
                    return Saved(before, before)
                change = Change(seen[1] if seen else current, current, now)
                tables = change.apply(states, by_id, gone, rules)
            self._backups.keep(self._location.notes, now)
            self._storage.write(tables)
            self._seen = self._storage.stamp, View(self._storage.read())
            return Saved(before, self._storage.stamp)

    def merge(self, other: bytes, now: datetime) -> bool:
        """Make another copy of `notes.json` one with this; whether that changed anything here.

        See `reconciled`. Raises LibraryError when the copy cannot be read or is of a newer Reader,
        and what `save` raises.
        """
        from reader.store.notes.reconciling import reconciled

        with self._lock, self._storage.locked():
            theirs = _tables_of_copy(other)
            with self._view() as current:
                tables = reconciled(current.tables, theirs)
            if tables == current.tables:
                return False
            self._backups.keep(self._location.notes, now)
            self._storage.write(tables)
            self._seen = self._storage.stamp, View(self._storage.read())
            return True

    def copy_of(self, articles: Collection[str]) -> bytes:
        """The file as it would be with what was said of these articles alone, rules among it."""
        with self._view() as view:
            return encode(about_articles(view.tables, articles))

    def know(self, stamp: str) -> None:
        """Take the file of this stamp for one that was read before: it is not read whole again.

        A document in it that was damaged since raises DamagedNotes where it is asked for.
        """
        with self._lock:
            self._storage.know(stamp)

    def unsettled(self, known: str) -> bool:
        """Whether there may be something to settle: files beside the notes, or a file not `known`.

        `known` is the stamp of a file that was read before.
        """
        beside = self._location.home.glob("notes*.json")
        return self.stamp != known or any(path != self._location.notes for path in beside)

    def settle(self, now: datetime) -> "Settled":
        """Merge the copies that syncing left beside the notes, and what git left in them.

        A copy that was merged is moved to the backups. Raises what `save` raises.
        """
        from reader.store.notes.conflicts import Settled, copies, put_by

        found, merged, unreadable = copies(self._location.home), list[str](), list[str]()
        if self._resolve():
            merged.append(self._location.notes.name)
        for path in found:
            try:
                self.merge(path.read_bytes(), now)
                put_by(self._location, path)
                merged.append(path.name)
            except FileNotFoundError:
                continue  # another Reader was faster
            except (OSError, LibraryError) as error:
                if isinstance(error, LibraryBusy | NotSaved | DamagedNotes):
                    raise
                unreadable.append(path.name)
        return Settled(tuple(merged), tuple(unreadable))

    def _resolve(self) -> bool:
        """Make both sides one where git could not; whether there was anything to do."""
        with self._lock:
            try:
                self._storage.read()
            except DamagedNotes:
                with self._storage.locked():
                    from reader.store.notes.conflicts import both_sides

                    tables = both_sides(self._location, self._bytes())
                    if tables is None:
                        raise
                    self._storage.write(tables)
                return True
            return False

    def _bytes(self) -> bytes:
        try:
            return self._location.notes.read_bytes()
        except OSError:
            return b""

    def mend(self, now: datetime) -> "Mended":
        """Make a damaged file readable again, from itself and the newest good backup.

        Nothing is deleted: a copy of the damaged file is set aside. False when all was well.
        """
        with self._lock:
            from reader.store.notes.mending import mend

            return mend(self._location, self._storage, now)

    def _all(self, wanted: type[Kind]) -> tuple[Kind, ...]:
        [kind] = (one for one in KINDS if one.type is wanted)
        with self._view() as view:
            return cast("tuple[Kind, ...]", view.all_rules(kind))

    @contextmanager
    def _view(self) -> Iterator[View]:
        with self._lock:
            tables = self._storage.read()
            if self._seen is None or self._seen[0] != self._storage.stamp:
                self._seen = self._storage.stamp, View(tables)
            yield self._seen[1]


def _tables_of_copy(data: bytes) -> Tables:
    try:
        return tables_in(data, "the copy")
    except ValueError as error:
        raise LibraryError(f"this copy of the notes cannot be read: {error}") from error


def _in_order(records: Iterable[Record]) -> tuple[Annotation, ...]:
    found = filter(None, map(annotation_of, records))
    return tuple(sorted(found, key=lambda annotation: (annotation.created, annotation.id)))
