"""What the reading view asks of the app. Each carries the view as its control.

Handle them with `@on(ReadingView.NoteRequested)` or `on_reading_view_note_requested`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.model import Block

if TYPE_CHECKING:
    from reader.ui.reading.view import ReadingView


class ReadingMessage(Message):
    """A message from a reading view."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self.view = view

    @property
    def control(self) -> ReadingView:
        """The view it comes from."""
        return self.view


class SpanMessage(ReadingMessage):
    """A message about a passage `[start, end)`, in code points of the source text."""

    def __init__(self, view: ReadingView, start: int, end: int) -> None:
        super().__init__(view)
        self.start = start
        self.end = end


class HighlightRequested(SpanMessage, namespace="reading_view"):
    """Highlight this passage."""


class CopyRequested(SpanMessage, namespace="reading_view"):
    """Copy these words."""


class NoteRequested(SpanMessage, namespace="reading_view"):
    """Write a note on this passage; `annotation_id` is its highlight's, when it has one."""

    def __init__(
        self, view: ReadingView, start: int, end: int, annotation_id: str | None = None
    ) -> None:
        super().__init__(view, start, end)
        self.annotation_id = annotation_id


class HighlightRemoveRequested(ReadingMessage, namespace="reading_view"):
    """Remove this highlight."""

    def __init__(self, view: ReadingView, annotation_id: str) -> None:
        super().__init__(view)
        self.annotation_id = annotation_id


class BlockMessage(ReadingMessage):
    """A message about a block."""

    def __init__(self, view: ReadingView, block: Block) -> None:
        super().__init__(view)
        self.block = block


class BlockToggleRequested(BlockMessage, namespace="reading_view"):
    """Put this block back, or set it aside."""


class TitleRequested(BlockMessage, namespace="reading_view"):
    """Make this block's words the title."""


class RuleRequested(BlockMessage, namespace="reading_view"):
    """Always set this block's words aside on the article's site, or no longer."""


class PositionChanged(ReadingMessage, namespace="reading_view"):
    """The cursor stands at another offset: the place to come back to."""

    def __init__(self, view: ReadingView, offset: int) -> None:
        super().__init__(view)
        self.offset = offset
