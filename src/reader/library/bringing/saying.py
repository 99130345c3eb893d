"""What one run says of articles and passages, gathered for one change that can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from itertools import chain

from reader.library.bringing.before import TakenOff
from reader.library.bringing.marks import placed, same_mark, words_of
from reader.library.tagging import with_tags
from reader.model import (
    NO_STATE,
    Annotation,
    Article,
    BroughtArticle,
    ReaderState,
    Status,
)
from reader.store import Store

_UNDONE = replace(NO_STATE, deleted=True)
"""What a new article was before: to undo puts it in the bin, as no original is ever deleted."""


@dataclass
class Counted:
    """How many highlights and notes went where; see `BringReport`."""

    attached: int = 0
    quotes: int = 0
    notes: int = 0
    known: int = 0
    removed: int = 0


class Saying:
    """States and annotations before and after. Reads the notes; writes nothing."""

    def __init__(self, store: Store, tags: Iterable[str]) -> None:
        self.states: dict[str, tuple[ReaderState, ReaderState]] = {}
        self.marks: dict[str, tuple[Annotation | None, Annotation | None]] = {}
        self.counted = Counted()
        self._notes = store.notes
        self._tags = tuple(tags)
        self._said = set(store.notes.states())
        self._taken_off = TakenOff(store)
        self._there: dict[str, dict[str, list[Annotation]]] = {}
        self._instead_of: dict[str, str] = {}

    def in_bin(self, article: str) -> bool:
        """Whether the reader put an article in the bin, where it is left."""
        return article in self._said and self._notes.state(article).deleted

    def brought(self, article: str, one: BroughtArticle, *, new: bool) -> None:
        """Put tags on an article; status and star only where nothing was said of it before."""
        before, after = self._pair(article, new)
        wanted = self._taken_off.without(self._instead_of.get(article, article), one.tags)
        after = with_tags(after, (*wanted, *self._tags), ())
        if article not in self._said:
            status = after.status if one.status is Status.UNREAD else one.status
            follow_up = after.follow_up or one.follow_up
            starred = after.starred or one.starred
            after = replace(after, status=status, starred=starred, follow_up=follow_up)
        self.states[article] = before, after

    def marked(self, article: Article, marks: Iterable[Annotation]) -> None:
        """Put highlights on an article: those that are new, where their words stand."""
        there = self._by_words(article.id)
        for mark in marks:
            if mark.id in self.marks or self._notes.annotation(mark.id):
                self.counted.known += 1
            elif self._notes.was(mark.id):
                self.counted.removed += 1
            else:
                self._mark(there, *placed(article.source_text, mark), own=bool(mark.source_hash))

    def renewed(self, old: Article, new: Article) -> None:
        """Put a text in the place of the stand-in for it, with all that was said of that."""
        before, said = self._pair(old.id, new=False)
        self.states[old.id] = before, replace(said, newer=new.id)
        self.states[new.id] = _UNDONE, replace(said, position=0, blocks=(), newer=None)
        self._instead_of[new.id] = old.id
        if old.id in self._said:
            self._said.add(new.id)
        there = self._by_words(new.id)
        for one in chain.from_iterable(self._by_words(old.id).values()):
            was = self.marks[one.id][0] if one.id in self.marks else one
            moved, _ = placed(new.source_text, replace(one, article=new.id))
            self.marks[one.id] = was, moved
            there.setdefault(words_of(moved), []).append(moved)
        del self._there[old.id]

    def final_states(self) -> dict[str, tuple[ReaderState, ReaderState]]:
        """The states before and after, on top of what was said while the run went on."""
        return {id: self._on_top(id, *pair) for id, pair in self.states.items()}

    def _pair(self, article: str, new: bool) -> tuple[ReaderState, ReaderState]:
        if article in self.states:
            return self.states[article]
        state = self._notes.state(article)
        return (_UNDONE, NO_STATE) if new and article not in self._said else (state, state)

    def _on_top(
        self, article: str, before: ReaderState, after: ReaderState
    ) -> tuple[ReaderState, ReaderState]:
        now = self._notes.state(article)
        base = NO_STATE if before is _UNDONE else before
        if now == base:
            return before, after
        ours = {
            each.name: getattr(after, each.name)
            for each in fields(after)
            if getattr(after, each.name) != getattr(base, each.name)
        }
        tags = with_tags(now, [tag for tag in after.tags if tag not in base.tags], ()).tags
        merged = replace(now, **{**ours, "tags": tags})
        return (before if before is _UNDONE else now), merged

    def _by_words(self, article: str) -> dict[str, list[Annotation]]:
        if article not in self._there:
            found = self._there[article] = dict[str, list[Annotation]]()
            for one in self._notes.annotations(article):
                found.setdefault(words_of(one), []).append(one)
        return self._there[article]

    def _mark(
        self, there: dict[str, list[Annotation]], mark: Annotation, is_placed: bool, *, own: bool
    ) -> None:
        """Keep a highlight. One of a library of Reader's `own` is known by its id alone."""
        alike = there.setdefault(words_of(mark), [])
        if not own and any(same_mark(one, mark) for one in alike):
            self.counted.known += 1
            return
        self.marks[mark.id] = None, mark
        alike.append(mark)
        if mark.quote is None:
            self.counted.notes += 1
        elif is_placed:
            self.counted.attached += 1
        else:
            self.counted.quotes += 1
