"""What the reader does to many articles, or comes back to: tags, stars, the bin, searches, days."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from reader.library import coming
from reader.library.changes import new_id
from reader.library.marking import Marking
from reader.library.references import known, resolve
from reader.library.reports import Due, Offered
from reader.library.tagging import retagged, tidy
from reader.model import (
    Annotation,
    Article,
    FollowUp,
    NothingFound,
    Recognised,
    SavedSearch,
    UsageError,
)
from reader.text.canonical import canonical_line
from reader.text.query import parse


class Organising(Marking):
    """The part of `Library` that keeps it in order. Each call is one change to undo."""

    # many at once ---------------------------------------------------------------------------

    def star(self, ids: Sequence[str], starred: bool = True) -> None:
        """Put a star on articles, or take it off."""
        label = "star" if starred else "no star"
        self._change_states(label, ids, lambda old: replace(old, starred=starred))

    def restore(self, ids: Sequence[str]) -> None:
        """Take articles out of the bin, with all that was said of them."""
        self._change_states("restore", ids, lambda old: replace(old, deleted=False))

    def binned(self, reference: str) -> str:
        """The id of the article in the bin that is called that. Raises UnknownArticle."""
        return resolve(self._store.index, reference, binned=True)

    def rename_tag(self, old: str, new: str) -> int:
        """Call a tag otherwise wherever it is, also where the other one is there: they are one.

        Answers on how many articles and passages it was. Raises NothingFound where it is nowhere.
        """
        [was, *_], [now, *_] = (tidy([one]) or ("",) for one in (old, new))
        if not now:
            raise UsageError("a tag needs a name", canonical_line(new))
        with self._lock:
            notes = self._store.notes
            states = {
                one: (state, replace(state, tags=retagged(state.tags, was, now)))
                for one, state in notes.states().items()
                if was in state.tags
            }
            time = self._changes.now()
            marks: dict[str, tuple[Annotation | None, Annotation | None]] = {
                one.id: (one, replace(one, tags=retagged(one.tags, was, now), modified=time))
                for one in notes.all_annotations()
                if was in one.tags
            }
            if not (states or marks):
                raise NothingFound("there is no such tag", was)
            self._changes.together(f"tag #{was} → #{now}", states, marks)
            return len(states) + len(marks)

    # searches -------------------------------------------------------------------------------

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        return tuple(sorted(self._store.notes.searches(), key=lambda one: one.name.casefold()))

    def save_search(self, name: str, query: str) -> SavedSearch:
        """Keep a query under a name, in place of the one that has it. Raises InvalidQuery."""
        name, query = canonical_line(name), canonical_line(query)
        parse(query)
        if not name:
            raise UsageError("a search needs a name", query)
        with self._lock:
            old = self._search(name)
            id = old.id if old else new_id()
            new = SavedSearch(id, name, query, self._changes.now())
            self._changes.rules(f"save search “{name}”", {id: (old, new)}, {})
            return new

    def delete_search(self, name: str) -> None:
        """Keep a search no longer. Raises NothingFound."""
        with self._lock:
            old = self._search(canonical_line(name))
            if old is None:
                raise NothingFound("there is no such search", canonical_line(name))
            self._changes.rules(f"delete search “{old.name}”", {old.id: (old, None)}, {})

    def _search(self, name: str) -> SavedSearch | None:
        same = (one for one in self.searches() if one.name.casefold() == name.casefold())
        return next(same, None)

    # days to come back on -------------------------------------------------------------------

    def follow_ups(self, until: date | None = None) -> tuple[Due, ...]:
        """What is to be come back to, up to a day or ever: articles and passages, by day."""
        return coming.follow_ups(self._store, until)

    def first_today(self) -> int:
        """How much is due, the first time this is asked on a day; 0 ever after."""
        day = self.today().isoformat()
        if self._store.index.greeted == day:
            return 0
        self._store.index.greeted = day
        due = self._store.index.count(parse("is:due"), self.today()).articles
        return len(self.follow_ups(self.today())) if due else 0

    def warm(self) -> None:
        """Read the reader's own words, so that the first article opens at once."""
        self._store.notes.states()

    def calendar(self, due: Iterable[Due]) -> bytes:
        """These follow-ups as an iCalendar file."""
        from reader.export import calendar

        return calendar(map(coming.appointment, due), self._changes.now())

    def dates_in(self, id: str, at: int = 0) -> tuple[Offered, ...]:
        """Days still ahead that the article speaks of, those nearest to an offset first."""
        index = self._store.index
        found = index.recognised(id) or Recognised()
        return coming.dates_in(found, index.article(id), self.today(), at)

    def set_passage_follow_up(self, annotation_id: str, follow_up: FollowUp | None) -> Annotation:
        """Come back to a passage on a day, for a reason; None when that is no longer wanted."""
        if follow_up is not None:
            follow_up = FollowUp(follow_up.on, canonical_line(follow_up.why))
        with self._lock:
            return self._annotating.follow_up(annotation_id, follow_up)

    def snooze(self, ids: Sequence[str], until: date) -> int:
        """Put off what is due of these articles to a day; answers how much that was."""
        return self._of_due(
            f"snooze to {until}", ids, lambda old: FollowUp(until, old.why) if old else None
        )

    def follow_up_done(self, ids: Sequence[str]) -> int:
        """Say that what is due of these articles is done; answers how much that was."""
        return self._of_due("follow-up done", ids, lambda _: None)

    def _of_due(
        self,
        label: str,
        ids: Iterable[str],
        alter: Callable[[FollowUp | None], FollowUp | None],
    ) -> int:
        with self._lock:
            wanted = set(known(self._store.index, ids))
            due = [one for one in self.follow_ups(self.today()) if one.article.id in wanted]
            states, marks = coming.altered(self._store, due, alter, self._changes.now())
            self._changes.together(label, states, marks)
            return len(states) + len(marks)

    # versions -------------------------------------------------------------------------------

    def versions(self, id: str) -> tuple[Article, ...]:
        """All versions of an article, oldest first, this one among them."""
        found = self._store.index.versions(id)
        return tuple(self._store.index.article(one) for one in found)
