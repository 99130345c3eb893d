"""The changes on the screen: width, place, keys, paint."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment as Piece
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.text.comparing import SIGNS, Change, Edit
from reader.ui.quiet import QuietScrollView
from reader.ui.reading.layout import Layout, lay_out
from reader.ui.reading.marks import runs
from reader.ui.reading.palette import PREFIX, Palette
from reader.ui.screens.comparing.shown import HIDDEN, Shown, shown

_WIDEST = 80  # cells of a line of text
_GUTTER = 3  # cells left of it: where the reader is, what happened, a space
_BELOW = 1  # blank lines under the last
_BAR = "▌"
_LOOKS = (*(edit.value for edit in Edit), HIDDEN, "bar")


class ComparingView(QuietScrollView, can_focus=True):
    """The changes on the Line API: what a frame costs is its visible lines, however many."""

    DEFAULT_CSS = """
    ComparingView {
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 20%;
        scrollbar-background: $background;
        & > .reading--kept { color: $foreground 65%; }
        & > .reading--changed { color: $foreground; }
        & > .reading--removed { color: $error; text-style: strike; }
        & > .reading--added { color: $success; text-style: underline; }
        & > .reading--moved { color: $foreground; text-style: italic; }
        & > .reading--hidden { color: $foreground 50%; text-style: italic; }
        & > .reading--bar { color: $accent; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {PREFIX + look for look in _LOOKS}
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,]", "turn(1)", "Next change", key_display="n"),
        Binding("p,N,[", "turn(-1)", "Change before", key_display="p"),
        Binding("W", "whole", "Whole text, or the changes"),
        Binding("down,j", "line(1)", "Line down", show=False),
        Binding("up,k", "line(-1)", "Line up", show=False),
        Binding("space,pagedown,ctrl+f", "page(1)", "Page down", show=False),
        Binding("b,pageup,ctrl+b", "page(-1)", "Page up", show=False),
        Binding("d,ctrl+d", "page(0.5)", "Half a page down", show=False),
        Binding("u,ctrl+u", "page(-0.5)", "Half a page up", show=False),
        Binding("g,home", "end(0)", "Top", show=False),
        Binding("G,end", "end(1)", "Bottom", show=False),
    ]

    class Turned(Message):
        """The reader stands at another change."""

    turn: reactive[int] = reactive(0, init=False)
    """The number of the change the reader stands at, from 0."""

    whole: reactive[bool] = reactive(False, init=False)
    """Whether unchanged paragraphs are shown too."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__()
        self._changes = changes
        self._palette = Palette(self)
        self._set(shown((), whole=False, marks=False))

    def _set(self, now: Shown) -> None:
        self._shown = now
        self._layout = Layout(now.document, 0, [])
        self._begins: list[int] = []  # the line each change begins at
        self._left = 0

    # -- layout ------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Draw the changes; they are marked where the terminal shows no colour."""
        self._set(shown(self._changes, self.whole, marks=self.app.no_color))
        self._lay_out()

    def on_resize(self) -> None:
        """Follow the width; the place stays."""
        if self.scrollable_content_region.width != self.virtual_size.width:
            first = self.scroll_offset.y
            top = self._layout.lines[first].start if 0 < first < len(self._layout.lines) else 0
            self._lay_out()
            self.scroll_to_line(self._layout.line_of(top) if top else 0)

    def _lay_out(self) -> None:
        space = self.scrollable_content_region.width
        if not space:
            return
        cells = max(1, min(_WIDEST, space - _GUTTER - 1))
        self._left = max(0, space - cells - _GUTTER - 1) // 2
        self._layout = lay_out(self._shown.document, cells)
        found: dict[int, int] = {}
        for number, line in enumerate(self._layout.lines):
            turn = self._shown.document.paragraphs[line.paragraph].block
            if turn is not None and line.row >= 0:
                found.setdefault(turn, number)
        self._begins = list(found.values())
        self.virtual_size = Size(space, len(self._layout.lines) + _BELOW)
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme or the focus changed."""
        super().notify_style_update()
        self._palette.forget()
        self.refresh()

    # -- place -------------------------------------------------------------------------------

    @property
    def turns(self) -> int:
        """How many changes there are."""
        return self._shown.turns

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def scroll_to_line(self, line: float) -> None:
        """Put a line at the top, at once."""
        self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    def action_turn(self, by: int) -> None:
        """Go to the next change or the one before, round the ends; from where the reader looks."""
        if not self._begins:
            return
        top = self.scroll_offset.y
        if top <= self._begins[self.turn] < top + self._height:
            self.turn = (self.turn + by) % self.turns
        elif by > 0:
            self.turn = bisect_left(self._begins, top) % self.turns
        else:
            self.turn = (bisect_right(self._begins, top) - 1) % self.turns
        self.bring()

    def bring(self) -> None:
        """Scroll so that the change can be read, with lines around it; no further than need be."""
        line, top = self._begins[self.turn], self.scroll_offset.y
        if not top < line < top + self._height * 2 // 3:
            self.scroll_to_line(line - self._height // 3)
        self.refresh()

    def watch_turn(self) -> None:
        """Say so."""
        self.post_message(self.Turned())

    def watch_whole(self) -> None:
        """Show more or less; the change stays where it is on the screen."""
        line = self._begins[self.turn] if self._begins else 0
        above = line - self.scroll_offset.y
        self._set(shown(self._changes, self.whole, marks=self.app.no_color))
        self._lay_out()
        if self._begins:
            self.scroll_to_line(self._begins[self.turn] - above)

    def action_whole(self) -> None:
        """Show the whole text, or only what is near a change."""
        self.whole = not self.whole

    def action_line(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to_line(self.scroll_offset.y + by)

    def action_page(self, pages: float) -> None:
        """Scroll by screenfuls; a line of the last one stays."""
        lines = max(1, int(abs(pages) * self._height) - (abs(pages) >= 1))
        self.scroll_to_line(self.scroll_offset.y + (lines if pages > 0 else -lines))

    def action_end(self, last: int) -> None:
        """Go to the top or the bottom."""
        self.scroll_to_line(self.max_scroll_y if last else 0)

    # -- paint -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        line, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        plain = self._palette.style()
        if not 0 <= line < len(self._layout.lines):
            return Strip.blank(width, plain)
        pieces = [Piece(" " * self._left, plain), *self._gutter(line), *self._words(line)]
        return Strip(pieces).adjust_cell_length(width, plain)

    def _gutter(self, line: int) -> Iterator[Piece]:
        paragraph, row = self._layout.paragraph(line), self._layout.lines[line].row
        here = row >= 0 and paragraph.block is not None and paragraph.block == self.turn
        yield Piece(_BAR if here else " ", self._palette.style("bar"))
        first = row == 0 and paragraph.gap and paragraph.look != HIDDEN
        sign = SIGNS[Edit(paragraph.look)] if first else " "
        yield Piece(sign + " ", self._palette.style("bar"))

    def _words(self, line: int) -> Iterator[Piece]:
        paragraph, words = self._layout.paragraph(line), self._layout.words(line)
        if paragraph.literal is not None:
            yield Piece(words, self._palette.style(HIDDEN))
            return
        look = paragraph.look if paragraph.look in (Edit.KEPT, Edit.MOVED) else Edit.CHANGED.value
        start = self._layout.lines[line].start
        end, text = start + len(words), self._layout.document.text
        for run in runs(text, start, end, self._shown.words.within(start, end)):
            yield Piece(text[run.start : run.end], self._palette.style(look, *run.kinds))
