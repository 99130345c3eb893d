"""Document → lines of a width; line and cell ↔ offset, both ways. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reader.ui.reading.cells import fit, graphemes, is_wide, one_cell_each, width
from reader.ui.reading.document import Document, Paragraph

# Where Chinese and Japanese lines must not break: before closers, after openers (JIS X 4051).
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〕》〉”’…ー々")
_NOT_LAST = frozenset("（「『【〔《〈“‘")

_NARROWEST = 8


class Line(NamedTuple):
    """A line on the screen: the span `[start, end)` shown on it, and whose `row` it is.

    The lines of a paragraph tile it; the spaces a line was broken at hang unseen at its end. The
    blank lines above a paragraph have its start, no span, and row -1.
    """

    start: int
    end: int
    paragraph: int
    row: int


@dataclass(frozen=True)
class Layout:
    """A document's lines at one width, in cells."""

    document: Document
    width: int
    lines: list[Line]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def paragraph(self, line: int) -> Paragraph:
        """The paragraph a line belongs to."""
        return self.document.paragraphs[self.lines[line].paragraph]

    def margin(self, line: int) -> str:
        """What stands before the words of a line: indent, bullet, bar."""
        row = self.lines[line].row
        if row < 0:
            return ""
        paragraph = self.paragraph(line)
        return paragraph.hang if row else paragraph.lead

    def words(self, line: int) -> str:
        """The words shown on a line, in its document's text or literal."""
        start, end, _, row = self.lines[line]
        if row < 0:
            return ""
        paragraph = self.paragraph(line)
        if paragraph.literal is not None:
            return fit(paragraph.literal, self.width)
        words = self.document.text[start:end]
        return words if end == paragraph.end else words.rstrip(" ")

    def line_of(self, offset: int) -> int:
        """The line that shows an offset; for one not shown, the nearest above it, or the first."""
        line = max(0, bisect_right(self._starts, offset) - 1)
        while line < len(self.lines) - 1 and not self.has_words(line):
            line += 1
        return line

    def has_words(self, line: int) -> bool:
        """Whether a line shows words of the source text."""
        return self.lines[line].row >= 0 and self.paragraph(line).literal is None

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The line of an offset, and the cell on it, counted from the text's left edge."""
        line = self.line_of(offset)
        before = self.words(line)[: max(0, offset - self.lines[line].start)]
        return line, width(self.margin(line)) + width(before)

    def offset_at(self, line: int, cell: int) -> int:
        """The offset of the character at a cell; beside the words, of the nearest on the line."""
        if not self.lines:
            return 0
        line = min(max(line, 0), len(self.lines) - 1)
        start = self.lines[line].start
        if not self.has_words(line):
            return start
        at, right = 0, width(self.margin(line))
        for begin, _, cells in graphemes(self.words(line)):
            if right > cell:
                break
            at, right = begin, right + cells
        return start + at


def lay_out(document: Document, cells: int) -> Layout:
    """Wrap a document to a width in cells."""
    cells = max(cells, _NARROWEST)
    lines: list[Line] = []
    for index, paragraph in enumerate(document.paragraphs):
        start, end = paragraph.start, paragraph.end
        lines += [Line(start, start, index, -1)] * paragraph.gap
        cuts = [start, *_cuts(document.text, paragraph, cells), end]
        lines += [Line(a, b, index, row) for row, (a, b) in enumerate(pairwise(cuts))]
    return Layout(document, cells, lines)


def _cuts(text: str, paragraph: Paragraph, cells: int) -> Iterator[int]:
    """Where the lines of a paragraph end, but for the last."""
    start, end = paragraph.start, paragraph.end
    first = max(cells - width(paragraph.lead), _NARROWEST)
    rest = max(cells - width(paragraph.hang), _NARROWEST)
    wrap = _wrap_plain if one_cell_each(text[start:end]) else _wrap_mixed
    return wrap(text, start, end, first, rest)


def _wrap_plain(text: str, start: int, end: int, first: int, rest: int) -> Iterator[int]:
    """Cuts of a text whose code points take a cell each."""
    room = first
    while end - start > room:
        limit = start + room
        space = text.rfind(" ", start, limit + 1)
        dash = text.rfind("—", start, limit)
        cut = max(space, dash) + 1
        if cut <= start + 1:
            cut = limit
        while cut < end and text[cut] == " ":
            cut += 1
        if cut >= end:
            return
        yield cut
        start, room = cut, rest


def _wrap_mixed(text: str, start: int, end: int, first: int, rest: int) -> Iterator[int]:
    """Cuts of any text: at spaces, beside wide characters, and else where they must be."""
    room, line, chance, before = first, start, start, ""
    used = since = 0  # cells from `line`, and from `chance`, to here
    for a, _, cells in graphemes(text[start:end]):
        at, character = start + a, text[start + a]
        if character != " ":
            if before == " " or _may_break(before, character):
                chance, since = at, 0
            while used + cells > room and at > line:
                line, used = (chance, since) if chance > line else (at, 0)
                yield line
                room = rest
        used, since, before = used + cells, since + cells, character


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that no space parts."""
    if before == "—":
        return True
    if not before or before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return is_wide(before) or is_wide(after)
