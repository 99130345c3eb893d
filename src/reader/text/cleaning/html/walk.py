"""The walk over the DOM that makes the source text: part of what `visible` promises for ever."""

import re
from dataclasses import replace

from reader.model import Kind
from reader.text.canonical import canonical
from reader.text.cleaning.html import tags
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tables import data_cells

_BLANKS = " \t\n\r\f\v\x1c\x1d\x1e\x85\xa0\u2028\u2029"
_WHITE = re.compile(f"[{_BLANKS}]+")
_AROUND_BREAK = re.compile(" *\n[ \n]*")
_SPACES = re.compile(" {2,}")
_CELL = " | "


class Walk:
    """The state of one walk: the text so far, the segment being filled, and what is around it."""

    def __init__(self, hidden: bool = False) -> None:
        self.hidden = hidden
        self.text: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._blocks: list[Element] = []
        self._groups: list[Element] = []
        self._inside = dict.fromkeys(("link", "quote", "item", "caption", "pre"), 0)
        self._skipped: Element | None = None
        self._breaks = 0
        self._after_control = False

    def over(self, root: Element) -> "Walk":
        """Walk over an element and everything in it."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not self._enter(element):
                    self._skipped = element
                    walker.skip_subtree()
                continue
            if element is not self._skipped:
                self._leave(element)
            if element.tail and element is not root:
                self._add(element.tail)
        self._flush()
        return self

    def append(self, paragraph: str, element: Element) -> None:
        """Add a paragraph that stands in the page's data only."""
        words = _tidy(paragraph)
        if words:
            self._write(words, Kind.PARAGRAPH, 0, element, None, 0)
            self.segments[-1] = replace(self.segments[-1], stated=True)

    def _enter(self, element: Element) -> bool:
        tag = element.tag
        if tag in tags.UNSEEN or not (self.hidden or tags.is_shown(element)):
            return False
        if tag in tags.BLOCKS:
            self._flush()
            if tag == "tr" and (cells := data_cells(element)):
                self._row(element, cells)
                return False
            self._blocks.append(element)
        elif tag == "br":
            self._line_break()
        elif tag in tags.CONTROLS and self._after_control:
            self._pieces.append(" ")
        self._count(element, 1)
        if element.text:
            self._add(element.text)
        return True

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in tags.BLOCKS:
            self._flush()
            self._blocks.pop()
        self._count(element, -1)
        self._after_control = tag in tags.CONTROLS

    def _count(self, element: Element, step: int) -> None:
        tag = element.tag
        if what := tags.INSIDE.get(tag):
            self._inside[what] += step
        if tag in tags.LISTS:
            if step > 0:
                self._groups.append(element)
            else:
                self._groups.pop()

    def _add(self, text: str) -> None:
        self._after_control = False
        if not self._inside["pre"]:
            if not text.strip(_BLANKS):  # as half of a page's text is
                self._pieces.append(" ")
                return
            text = _WHITE.sub(" ", text)
        words = text.strip()
        if words:
            self._breaks = 0
            if self._inside["link"]:
                self._linked += len(words)
        self._pieces.append(text)

    def _line_break(self) -> None:
        self._breaks += 1
        if self._breaks > 1 and not self._inside["pre"]:
            self._flush()
        else:
            self._pieces.append("\n")

    def _flush(self) -> None:
        if not self._pieces:
            return
        raw, linked = "".join(self._pieces), self._linked
        self._pieces, self._linked, self._breaks = [], 0, 0
        if raw.isspace():
            return
        kind, level = self._kind()
        words = _preformatted(raw) if kind is Kind.CODE else _tidy(raw)
        if words:
            group = self._groups[0] if self._groups else None
            self._write(
                words, kind, level, self._blocks[-1] if self._blocks else None, group, linked
            )

    def _kind(self) -> tuple[Kind, int]:
        inside = self._inside
        heading = next((tags.HEADINGS[b.tag] for b in self._blocks if b.tag in tags.HEADINGS), 0)
        if inside["pre"]:
            return Kind.CODE, 0
        if heading:
            return Kind.HEADING, heading
        if inside["caption"]:
            return Kind.CAPTION, 0
        if inside["item"]:
            return Kind.LIST_ITEM, max(1, len(self._groups))
        return (Kind.QUOTE if inside["quote"] else Kind.PARAGRAPH), 0

    def _row(self, row: Element, cells: list[Element]) -> None:
        walks = [Walk(self.hidden).over(cell) for cell in cells]
        texts = [" ".join("".join(walk.text).split("\n")) for walk in walks]
        words = _tidy(_CELL.join(filter(None, texts)))
        if words:
            table = next((b for b in reversed(self._blocks) if b.tag == "table"), row)
            linked = sum(s.linked for walk in walks for s in walk.segments)
            self._write(words, Kind.TABLE, 0, row, table, linked)

    def _write(
        self, words: str, kind: Kind, level: int, element: Element, group: Element, linked: int
    ) -> None:
        if self.segments:
            before = self.segments[-1]
            close = group is not None and group is before.group and kind is before.kind
            self.text.append("\n" if close else "\n\n")
            self.length += 1 if close else 2
        self.text.append(words)
        start, self.length = self.length, self.length + len(words)
        segment = Segment(start, self.length, kind, level, element, group, linked)
        self.segments.append(segment)


def _tidy(raw: str) -> str:
    """Canonical text with white space folded and its line breaks kept."""
    text = _SPACES.sub(" ", canonical(raw))
    return _AROUND_BREAK.sub("\n", text).strip() if "\n" in text else text.strip()


def _preformatted(raw: str) -> str:
    text = canonical(raw)
    return text.strip("\n").rstrip() if text.strip() else ""
