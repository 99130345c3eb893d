"""The reading view: one widget for a whole article, and the pure helpers under it."""

from reader.ui.reading.messages import (
    BlockToggleRequested,
    CopyRequested,
    HighlightRemoveRequested,
    HighlightRequested,
    NoteRequested,
    PositionChanged,
    RuleRequested,
    TitleRequested,
)
from reader.ui.reading.view import ReadingView

__all__ = [
    "BlockToggleRequested",
    "CopyRequested",
    "HighlightRemoveRequested",
    "HighlightRequested",
    "NoteRequested",
    "PositionChanged",
    "ReadingView",
    "RuleRequested",
    "TitleRequested",
]
