"""A line of the panel."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Annotation, Block, Entity

Piece = tuple[str, str]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A line, and where Enter leads: to the spans in turn. Pieces may be cut at the end.

    `count` and `size` are what lists are sorted by: how often, and how much (None for a date).
    """

    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...] = ()
    block: Block | None = None
    annotation: Annotation | None = None
    entity: Entity | None = None
    count: int = 1
    size: float | None = None

    @property
    def words(self) -> str:
        """All of the line, as a filter looks at it."""
        return "".join(words for words, _ in self.pieces)
