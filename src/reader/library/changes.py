"""Changes to what the reader said: saved, mirrored, undone and redone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from reader.library.history import Change, History
from reader.library.mirror import mirror
from reader.model import Annotation, ReaderState, Rule, UsageError
from reader.store import Store


class Changes:
    """Makes changes: each saved durably, mirrored in the index, and remembered for undo."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._history = History()

    def now(self) -> datetime:
        """The time of a change, to the second."""
        return self._clock().replace(microsecond=0)

    def states(
        self, label: str, ids: Iterable[str], alter: Callable[[ReaderState], ReaderState]
    ) -> Change | None:
        """Change what is said of some articles; None when nothing was to change."""
        before = {one: self._store.notes.state(one) for one in ids}
        pairs = {one: (state, alter(state)) for one, state in before.items()}
        return self._make(label, {one: pair for one, pair in pairs.items() if pair[0] != pair[1]})

    def annotation(
        self, label: str, before: Annotation | None, after: Annotation | None
    ) -> Change | None:
        """Add, change or remove one annotation."""
        known = after or before
        if known is None or before == after:
            return None
        return self._make(label, {}, {known.id: (before, after)})

    def together(
        self,
        label: str,
        states: Mapping[str, tuple[ReaderState, ReaderState]],
        annotations: Mapping[str, tuple[Annotation | None, Annotation | None]],
    ) -> Change | None:
        """Change what is said of articles and passages, before and after, in one step."""
        changed = {one: pair for one, pair in states.items() if pair[0] != pair[1]}
        marks = {one: pair for one, pair in annotations.items() if pair[0] != pair[1]}
        return self._make(label, changed, marks)

    def rules(
        self,
        label: str,
        pairs: Mapping[str, tuple[Rule | None, Rule | None]],
        states: Mapping[str, tuple[ReaderState, ReaderState]],
    ) -> Change | None:
        """Add or remove rules and corrections, before and after, with what is said of articles."""
        changed = {one: pair for one, pair in states.items() if pair[0] != pair[1]}
        return self._make(label, changed, rules=pairs)

    def save_quietly(self, states: Mapping[str, ReaderState]) -> None:
        """Save what is not worth undoing, such as the reading position."""
        saved = self._store.notes.save(states, now=self.now())
        mirror(self._store, states, saved)

    def undo(self) -> Change | None:
        """Take the last change back. Raises UsageError when it was changed again elsewhere."""
        change = self._history.last()
        if change is not None:
            self._apply(change.reversed())
            self._history.undone()
        return change

    def redo(self) -> Change | None:
        """Make the change last undone again. Raises UsageError likewise."""
        change = self._history.next()
        if change is not None:
            self._apply(change)
            self._history.redone()
        return change

    def _make(
        self,
        label: str,
        states: Mapping[str, tuple[ReaderState, ReaderState]],
        annotations: Mapping[str, tuple[Annotation | None, Annotation | None]] | None = None,
        rules: Mapping[str, tuple[Rule | None, Rule | None]] | None = None,
    ) -> Change | None:
        change = Change(label, states, annotations or {}, rules or {})
        if not (change.articles or change.rules):
            return None
        self._save(change)
        self._history.record(change)
        return change

    def _apply(self, change: Change) -> None:
        notes = self._store.notes
        states = all(_alike(notes.state(k), before) for k, (before, _) in change.states.items())
        marks = all(notes.annotation(k) == before for k, (before, _) in change.annotations.items())
        rules = all(notes.rule(k) == before for k, (before, _) in change.rules.items())
        if not (states and marks and rules):
            raise UsageError("it was changed again by another Reader since", change.label)
        self._save(change)

    def _save(self, change: Change) -> None:
        after = [pair[1] for pair in change.annotations.values()]
        saved = self._store.notes.save(
            {key: self._at_place(key, pair[1]) for key, pair in change.states.items()},
            [one for one in after if one is not None],
            [key for key, pair in change.annotations.items() if pair[1] is None],
            rules={key: pair[1] for key, pair in change.rules.items()},
            now=self.now(),
        )
        mirror(self._store, change.articles, saved)

    def _at_place(self, article: str, state: ReaderState) -> ReaderState:
        """The state with the reading position of now, which no undo turns back."""
        return replace(state, position=self._store.notes.state(article).position)


def _alike(one: ReaderState, other: ReaderState) -> bool:
    return replace(one, position=0) == replace(other, position=0)


def new_id() -> str:
    """An id for what a reader makes: a URN of a random UUID (RFC 9562, version 4)."""
    from uuid import uuid4  # only paid for when used

    return f"urn:uuid:{uuid4()}"
