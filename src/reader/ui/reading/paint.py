"""One line of a layout → a strip: gutter, margin, words with all that is marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model import UNSEEN
from reader.ui.quiet import merged
from reader.ui.reading.layout import Layout
from reader.ui.reading.marks import Span, Spans, runs
from reader.ui.reading.motions import Reach
from reader.ui.reading.palette import Palette

GUTTER = 4
"""Cells left of the words: note, highlight, cursor, and a space."""

NOTE, BAR, CURSOR = "✎", "▌", "▎"


@dataclass
class Marks:
    """What is marked in an article, by layer; later layers lie over earlier ones."""

    names: Spans = field(default_factory=Spans)
    figures: Spans = field(default_factory=Spans)
    highlights: Spans = field(default_factory=Spans)
    notes: Spans = field(default_factory=Spans)
    matches: Spans = field(default_factory=Spans)
    match: Span | None = None
    recognised_shown: bool = True

    def within(self, start: int, end: int) -> list[Span]:
        """All that shows on `[start, end)`, undermost first."""
        found = []
        if self.recognised_shown:
            found += self.names.within(start, end) + self.figures.within(start, end)
        found += self.highlights.within(start, end) + self.matches.within(start, end)
        return [*found, self.match] if self.match else found


@dataclass(frozen=True)
class Painter:
    """Paints the lines of a layout `left` cells in, on a view `width` cells wide."""

    layout: Layout
    marks: Marks
    palette: Palette
    left: int
    width: int

    def line(self, line: int, sentence: Reach | None, selection: Reach | None) -> Strip:
        """A line, with the sentence under the cursor and the selection as they lie on it."""
        style = self.palette.style()
        pieces = [Segment(" " * self.left, style)] if self.left else []
        if self.layout.has_words(line):
            pieces += self._gutter(line, sentence is not None)
            pieces += self._words(line, sentence, selection)
        else:
            pieces.append(Segment(" " * GUTTER, style))
            pieces.append(self._literal(line))
        used = sum(piece.cell_length for piece in pieces)
        pieces.append(Segment(" " * (self.width - used), style))
        return Strip(merged(pieces), max(used, self.width)).crop(0, self.width)

    def _gutter(self, line: int, under_cursor: bool) -> list[Segment]:
        start, end, _, _ = self.layout.lines[line]
        style = self.palette.style
        sign, look = " ", style()
        if found := self.marks.highlights.within(start, end):
            begun = [span for span in found if start <= span.start]
            shown = begun[0] if begun else found[0]
            sign, look = (shown.kind[0].upper() if begun else BAR), style(f"{shown.kind}-sign")
        noted = any(start <= span.start for span in self.marks.notes.within(start, end))
        return [
            Segment(NOTE if noted else " ", style("note")),
            Segment(sign, look),
            Segment(CURSOR if under_cursor else " ", style("cursor")),
            Segment(" ", style()),
        ]

    def _literal(self, line: int) -> Segment:
        words = self.layout.words(line)
        return Segment(words, self.palette.style(self.layout.paragraph(line).look))

    def _words(self, line: int, sentence: Reach | None, selection: Reach | None) -> list[Segment]:
        look = self.layout.paragraph(line).look
        start = self.layout.lines[line].start
        text, words = self.layout.document.text, self.layout.words(line)
        spans = self._spans(start, start + len(words), sentence, selection)
        margin = self.layout.margin(line)
        return [
            *([Segment(margin, self._margin_style(look))] if margin else ()),
            *(
                Segment(
                    text[run.start : run.end].replace(UNSEEN, ""),
                    self.palette.style(look, *run.kinds),
                )
                for run in runs(text, start, start + len(words), spans)
            ),
        ]

    def _spans(
        self, start: int, end: int, sentence: Reach | None, selection: Reach | None
    ) -> Sequence[Span]:
        spans = self.marks.within(start, end)
        if sentence:
            spans.append(Span(*sentence, "sentence"))
        if selection:
            spans.append(Span(*selection, "selection"))
        return spans

    def _margin_style(self, look: str) -> Style:
        return self.palette.style("removed" if look == "removed" else "margin")


def clip(span: Reach | None, start: int, end: int) -> Reach | None:
    """The part of a span inside `[start, end)`; None when there is none."""
    if span is None:
        return None
    start, end = max(span[0], start), min(span[1], end)
    return (start, end) if start < end else None
