"""Changes → what is shown of them, in order. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.comparing import Change, Edit, folded, marked, unchanged
from reader.ui.reading.document import Document, Paragraph
from reader.ui.reading.marks import Span, Spans

HIDDEN = "hidden"
"""The look of what stands for paragraphs not shown; all others have their edit's."""

_AROUND = 1  # unchanged paragraphs shown about a change


class Shown(NamedTuple):
    """Changes laid out one under the other.

    The `look` of a paragraph is what happened to it, its `block` the number of the change from 0;
    None where nothing happened. `words` are those removed and added.
    """

    document: Document
    words: Spans
    turns: int


def shown(changes: Sequence[Change], whole: bool, marks: bool) -> Shown:
    """Lay out the whole text, or only what is near a change.

    With marks, what happened to words can be read without colour: `[-15-]{+51+}`.
    """
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    words: list[Span] = []
    at = turns = 0
    for item in folded(changes, len(changes) if whole and changes else _AROUND):
        if isinstance(item, int):
            paragraphs.append(Paragraph(at, at, HIDDEN, literal=unchanged(item)))
            continue
        turn = None if item.edit is Edit.KEPT else turns
        turns += turn is not None
        pieces = list(_pieces(item, marks))
        text = "".join(text for text, _ in pieces)
        texts += [text, "\n"]
        paragraphs += _paragraphs(text, Paragraph(at, at, item.edit.value, block=turn))
        words += _spans(pieces, at)
        at += len(text) + 1
    return Shown(Document("".join(texts), tuple(paragraphs)), Spans(words), turns)


def _pieces(change: Change, marks: bool) -> Iterator[tuple[str, Edit]]:
    """What is shown of a change, in order; a space keeps old words from the new ones."""
    before = Edit.KEPT
    for segment in change.segments:
        text = marked(segment) if marks else segment.text
        if not marks and before is Edit.REMOVED and segment.edit is Edit.ADDED:
            yield " ", Edit.KEPT
        yield text, segment.edit
        before = segment.edit


def _paragraphs(text: str, whole: Paragraph) -> Iterator[Paragraph]:
    """One for each line of a text that has several, as code and tables have."""
    at, gap = whole.start, whole.gap
    for line in text.split("\n"):
        yield whole._replace(start=at, end=at + len(line), gap=gap)
        at, gap = at + len(line) + 1, 0


def _spans(pieces: Sequence[tuple[str, Edit]], at: int) -> Iterator[Span]:
    for text, edit in pieces:
        if edit is not Edit.KEPT:
            yield Span(at, at + len(text), edit.value)
        at += len(text)
