"""What the reader says of articles: states, notes and highlights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.across import Across
from reader.library.annotating import Annotating
from reader.library.changes import Changes
from reader.library.references import known
from reader.library.reports import Anchored
from reader.library.tagging import tidy, with_tags
from reader.model import Annotation, Colour, FollowUp, ReaderState, Status
from reader.store import Store
from reader.text.canonical import canonical_line

if TYPE_CHECKING:
    from reader.text.anchoring import Place


class Marking(Across):
    """The part of `Library` that marks articles and passages. Each call is one change to undo."""

    def __init__(self, store: Store, changes: Changes) -> None:
        super().__init__(store, changes)
        self._annotating = Annotating(store, changes)

    def state(self, id: str) -> ReaderState:
        """What the reader said of it, annotations apart."""
        return self._store.notes.state(id)

    def note(self, id: str) -> str:
        """The reader's note on the whole article, "" when there is none."""
        return self._annotating.note(id)

    def notes(self, id: str) -> tuple[Annotation, ...]:
        """The annotations that the note is: one, or those of several Readers, oldest first."""
        return self._annotating.notes(id)

    def annotations(self, id: str) -> tuple[Anchored, ...]:
        """The annotations on its passages, by position, orphans last."""
        return self._annotating.of(id)

    def tag(self, ids: Sequence[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Put tags on articles and take others off."""
        adding, removing = tidy(add), tidy(remove)
        label = " ".join([f"#{tag}" for tag in adding] + [f"-#{tag}" for tag in removing])
        self._change_states(f"tag {label}", ids, lambda old: with_tags(old, adding, removing))

    def set_status(self, ids: Sequence[str], status: Status) -> None:
        """Say how far the reader is."""
        self._change_states(f"mark {status}", ids, lambda old: replace(old, status=status))

    def set_follow_up(self, id: str, follow_up: FollowUp | None) -> None:
        """Come back on a day, for a reason; None when that is no longer wanted."""
        if follow_up is not None:
            follow_up = FollowUp(follow_up.on, canonical_line(follow_up.why))
        self._change_states("follow-up", [id], lambda old: replace(old, follow_up=follow_up))

    def set_position(self, id: str, offset: int) -> None:
        """Remember where reading stopped. The one change that is not undone."""
        with self._lock:
            state = self._store.notes.state(id)
            if state.position != offset:
                self._changes.save_quietly({id: replace(state, position=offset)})

    def delete(self, ids: Sequence[str]) -> None:
        """Put articles into the bin: hidden, with all that was said of them, until undone."""
        self._change_states("delete", ids, lambda old: replace(old, deleted=True))

    def set_note(self, id: str, body: str) -> None:
        """Write the note on the whole article; an empty one is removed."""
        with self._lock:
            self._annotating.set_note(id, body)

    def highlight(
        self,
        id: str,
        start: int,
        end: int,
        body: str = "",
        tags: Iterable[str] = (),
        colour: Colour = Colour.YELLOW,
    ) -> Annotation:
        """Mark the passage `[start, end)` of the source text, with or without a note.

        Raises NothingFound for a span with no words in it.
        """
        with self._lock:
            return self._annotating.highlight(id, start, end, body, tags, colour)

    def find_quote(self, id: str, words: str) -> tuple[int, int]:
        """The passage that reads like `words`, white space, dashes and quotation marks aside.

        Raises NothingFound, and AmbiguousReference when it stands there several times.
        """
        return self._annotating.find(id, words)

    def annotate(
        self,
        annotation_id: str,
        *,
        body: str | None = None,
        tags: Iterable[str] | None = None,
        colour: Colour | None = None,
    ) -> Annotation:
        """Change an annotation's words, tags or colour. Raises UsageError when it is gone."""
        with self._lock:
            return self._annotating.edit(annotation_id, body, tags, colour)

    def delete_annotation(self, annotation_id: str) -> None:
        """Remove an annotation. Raises UsageError when it is gone already."""
        with self._lock:
            self._annotating.remove(annotation_id)

    def places(self, annotation_id: str) -> "tuple[Place, ...]":
        """Where a highlight could stand in its article now, likeliest first: for an orphan."""
        return self._annotating.places(annotation_id)

    def attach(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Put a highlight on `[start, end)` of the source text, by the reader's word.

        Raises NothingFound for a span with no words in it, UsageError when it is gone.
        """
        with self._lock:
            return self._annotating.attach(annotation_id, start, end)

    def _change_states(
        self, label: str, ids: Iterable[str], alter: Callable[[ReaderState], ReaderState]
    ) -> None:
        with self._lock:
            self._changes.states(label, known(self._store.index, ids), alter)
