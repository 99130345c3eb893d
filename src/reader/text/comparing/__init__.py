"""What changed between two versions of an article, paragraph by paragraph, word by word."""

from reader.text.comparing.articles import compare, paragraphs
from reader.text.comparing.telling import (
    SIGNS,
    as_object,
    folded,
    in_short,
    marked,
    tally,
    unchanged,
    unified,
)
from reader.text.comparing.values import Change, Edit, Segment

__all__ = [
    "SIGNS",
    "Change",
    "Edit",
    "Segment",
    "as_object",
    "compare",
    "folded",
    "in_short",
    "marked",
    "paragraphs",
    "tally",
    "unchanged",
    "unified",
]
