"""Highlights and notes: made, changed, removed, and found again in the text."""

from collections.abc import Iterable
from dataclasses import replace

from reader.library.changes import Changes, new_id
from reader.library.reports import Anchored
from reader.library.tagging import tidy
from reader.model import Annotation, Colour, FollowUp, NothingFound, UsageError
from reader.store import Store
from reader.text import anchoring
from reader.text.canonical import canonical, canonical_line

OFFERED = 20
"""Places offered for an orphan."""


class Annotating:
    """Annotations of one library. What each method does is said in `Library`."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def of(self, article: str) -> tuple[Anchored, ...]:
        """The annotations on an article's passages, by position, orphans last."""
        text = self._store.index.article(article).source_text
        marks = (one for one in self._store.notes.annotations(article) if one.on_passage)
        found = [anchored(text, one) for one in marks]
        return tuple(sorted(found, key=lambda one: one.span or (len(text), len(text))))

    def note(self, article: str) -> str:
        """The note on the whole article; what two Readers wrote is shown as one."""
        return "\n\n".join(one.body for one in self.notes(article))

    def set_note(self, article: str, body: str) -> None:
        """Write, change or remove the note on the whole article."""
        self._store.index.article(article)
        old, *doubles = self.notes(article) or (None,)
        for double in doubles:
            self._changes.annotation("note", double, None)
        body = canonical(body).strip()
        self._changes.annotation("note", old, self._written(article, old, body) if body else None)

    def highlight(
        self,
        article: str,
        start: int,
        end: int,
        body: str,
        tags: Iterable[str],
        colour: Colour,
    ) -> Annotation:
        """Mark a passage."""
        text = self._store.index.article(article).source_text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise NothingFound("there are no words to highlight there", article)
        quote, position = anchoring.describe(text, start, end)
        written = self._written(article, None, canonical(body).strip())
        new = replace(
            written,
            quote=quote,
            position=position,
            source_hash=anchoring.hash_of(text),
            tags=tidy(tags),
            colour=colour,
        )
        self._changes.annotation("highlight", None, new)
        return new

    def find(self, article: str, words: str) -> tuple[int, int]:
        """The one passage that reads like these words."""
        text = self._store.index.article(article).source_text
        span = anchoring.find_quote(text, canonical(words).strip())
        if span is None:
            raise NothingFound("these words do not stand in the article", canonical_line(words))
        return span

    def edit(
        self,
        annotation_id: str,
        body: str | None,
        tags: Iterable[str] | None,
        colour: Colour | None,
    ) -> Annotation:
        """Change what is given, leave the rest."""
        old = self._known(annotation_id)
        new = replace(
            old,
            body=old.body if body is None else canonical(body).strip(),
            tags=old.tags if tags is None else tidy(tags),
            colour=colour or old.colour,
        )
        if new != old:
            new = replace(new, modified=self._changes.now())
            self._changes.annotation("edit note", old, new)
        return new

    def places(self, annotation_id: str) -> "tuple[anchoring.Place, ...]":
        """Where a highlight could stand in its article now, likeliest first."""
        known = self._known(annotation_id)
        text = self._store.index.article(known.article).source_text
        return anchoring.candidates(text, known.quote)[:OFFERED] if known.quote else ()

    def attach(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Put a highlight on another passage of its article."""
        old = self._known(annotation_id)
        text = self._store.index.article(old.article).source_text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise NothingFound("there are no words to highlight there", old.article)
        new = replace(described_at(text, old, start, end), modified=self._changes.now())
        self._changes.annotation("re-attach highlight", old, new)
        return new

    def follow_up(self, annotation_id: str, follow_up: FollowUp | None) -> Annotation:
        """Come back to a passage on a day, or no longer."""
        old = self._known(annotation_id)
        if old.follow_up == follow_up:
            return old
        new = replace(old, follow_up=follow_up, modified=self._changes.now())
        self._changes.annotation("follow-up", old, new)
        return new

    def remove(self, annotation_id: str) -> None:
        """Remove one annotation."""
        self._changes.annotation("remove highlight", self._known(annotation_id), None)

    def notes(self, article: str) -> tuple[Annotation, ...]:
        """The annotations on the whole article, oldest first."""
        said = self._store.notes.annotations(article)
        return tuple(one for one in said if not one.on_passage)

    def _written(self, article: str, old: Annotation | None, body: str) -> Annotation:
        now = self._changes.now()
        if old is None:
            return Annotation(new_id(), article, now, now, body=body)
        return replace(old, body=body, modified=now) if body != old.body else old

    def _known(self, annotation_id: str) -> Annotation:
        found = self._store.notes.annotation(annotation_id)
        if found is None:
            raise UsageError("this note is no longer there", canonical_line(annotation_id))
        return found


def described_at(text: str, annotation: Annotation, start: int, end: int) -> Annotation:
    """An annotation described on `text[start:end]`; all else is as it was."""
    quote, position = anchoring.describe(text, start, end)
    return replace(annotation, quote=quote, position=position, source_hash=anchoring.hash_of(text))


def anchored(text: str, annotation: Annotation) -> Anchored:
    """Where an annotation stands in a text, if it does."""
    if annotation.quote is None:
        return Anchored(annotation, None)
    found = anchoring.match(
        text, annotation.quote, annotation.position, source_hash=annotation.source_hash
    )
    if found is None:
        return Anchored(annotation, None)
    return Anchored(annotation, (found.start, found.end), found.moved, found.approximate)
