"""A laid-out article on the screen: width, place, paint. Knows nothing of the reader's verbs."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.quiet import QuietScrollView
from reader.ui.reading.cells import fit
from reader.ui.reading.cells import width as cells_of
from reader.ui.reading.cursor import Cursor
from reader.ui.reading.document import EMPTY, Document
from reader.ui.reading.layout import Layout, lay_out
from reader.ui.reading.motions import Motions, Reach
from reader.ui.reading.paint import GUTTER, Marks, Painter, clip
from reader.ui.reading.palette import PREFIX, Palette
from reader.ui.reading.theme import COMPONENTS, CSS

_BELOW = 2  # blank lines under the last
_AROUND = 2  # lines of context kept above and below what is moved to
_FEW_COLOURS = frozenset({"standard", "windows"})
_RIGHT = 1  # cells free at the right

HINT = "Choose an article to read."


class Page(QuietScrollView, can_focus=True):
    """An article on the Line API: what a frame costs is its visible lines, however long it is.

    Lines, cells and offsets belong together through the layout. Scrolling is never animated: a
    moving page is a blur on a slow line and wakes nobody's eye.
    """

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {PREFIX + name for name in COMPONENTS}
    ALLOW_SELECT = False  # the view maps the mouse itself: by word, and never past its edge

    text_width: reactive[int] = reactive(72, init=False)
    centred: reactive[bool] = reactive(True, init=False)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._marks = Marks()
        self._palette = Palette(self)
        self._layout = lay_out(EMPTY, 0)
        self._cursor = Cursor(Motions(EMPTY))
        self._painter: Painter | None = None
        self._strips: LRUCache[tuple[int, Reach | None, Reach | None], Strip] = LRUCache(512)
        self._top: int | None = None  # the offset wanted at the top once there is a size

    # -- layout ------------------------------------------------------------------------------

    def set_document(self, document: Document, offset: int, top: int | None) -> None:
        """Show a document, the cursor at `offset` and the line of `top` uppermost."""
        self._layout = Layout(document, 0, [])
        self._cursor = Cursor(Motions(document), offset)
        self._top = top
        self._lay_out()

    @property
    def laid_out(self) -> bool:
        """Whether the view has a size, and the lines for it."""
        return self._painter is not None

    def _lay_out(self) -> None:
        """Wrap the document anew and come back to the same first line."""
        self._painter = None
        space = self.scrollable_content_region.width
        if not space:
            return
        top = self.first_offset if self._top is None else self._top
        words = max(1, min(self.text_width, space - GUTTER - _RIGHT))
        left = max(0, space - words - GUTTER - _RIGHT) // 2 if self.centred else 0
        self._layout = lay_out(self._layout.document, words)
        self._top = None
        self.virtual_size = Size(space, len(self._layout.lines) + _BELOW)
        self.scroll_to_line(self._layout.line_of(top) if top else 0)
        self._painter = Painter(self._layout, self._marks, self._palette, left, space)
        self.repaint()
        self.settle()

    def on_mount(self) -> None:
        """Mind terminals whose sixteen colours leave no room for faint backgrounds."""
        few = self.app.console.color_system in _FEW_COLOURS and not self.app.is_headless
        self.set_class(few, "-sixteen")

    def on_resize(self, event: events.Resize) -> None:
        """Keep the place when the width changes."""
        del event
        painter = self._painter
        if painter is None or painter.width != self.scrollable_content_region.width:
            self._lay_out()

    def settle(self) -> None:
        """Called when the lines are new and the old place is on the screen."""

    def watch_text_width(self) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def watch_centred(self) -> None:
        """Move the column."""
        self._lay_out()

    # -- place -------------------------------------------------------------------------------

    @property
    def first_offset(self) -> int:
        """The offset at the top of the screen; 0 at the very top."""
        line = self.scroll_offset.y
        return self._layout.lines[line].start if 0 < line < len(self._layout.lines) else 0

    @property
    def on_screen(self) -> Reach:
        """What is on the screen, `[start, end)` in code points."""
        lines = self._layout.lines
        if not lines:
            return 0, 0
        first = min(self.scroll_offset.y, len(lines) - 1)
        last = min(first + max(1, self.page_height), len(lines)) - 1
        return lines[first].start, max(lines[last].end, lines[first].start + 1)

    @property
    def page_height(self) -> int:
        """How many lines are on the screen."""
        return self.scrollable_content_region.height

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top, at once."""
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, force=True)

    def bring(self, span: Reach) -> None:
        """Scroll just so far that a span can be read, with lines around it.

        What is more than a screen away comes to the upper third.
        """
        if not self.laid_out:
            return
        first = self._layout.line_of(span[0])
        last = self._layout.line_of(max(span[0], span[1] - 1))
        top, height = self.scroll_offset.y, self.page_height
        if first == self._layout.line_of(0):
            first = 0  # what stands above the first words comes with them
        if last < top - height or first > top + 2 * height:
            self.scroll_to_line(first - height // 3)
        elif first - _AROUND < top or last - first + 2 * _AROUND >= height:
            self.scroll_to_line(first - _AROUND)
        elif last + _AROUND >= top + height:
            self.scroll_to_line(last + _AROUND + 1 - height)

    def offset_under(self, place: Offset) -> int:
        """The offset at a place on the content, or the nearest to it."""
        left = (self._painter.left if self._painter else 0) + GUTTER
        return self._layout.offset_at(self.scroll_offset.y + place.y, place.x - left)

    def cell_of(self, offset: int) -> Offset:
        """Where an offset is shown on the content; off the screen when scrolled away."""
        line, cell = self._layout.cell_of(offset)
        left = (self._painter.left if self._painter else 0) + GUTTER
        return Offset(left + cell, line - self.scroll_offset.y)

    # -- paint -------------------------------------------------------------------------------

    def repaint(self) -> None:
        """Paint all lines anew."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme or the focus changed."""
        super().notify_style_update()
        self._palette.forget()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        line = self.scroll_offset.y + y
        if self._painter is None or not 0 <= line < len(self._layout.lines):
            return self._empty_line(y)
        start, end, _, _ = self._layout.lines[line]
        selection = self._cursor.selection
        sentence = None if selection else clip(self._cursor.sentence, start, end)
        selected = clip(selection.span, start, end) if selection else None
        key = (line, sentence, selected)
        if (strip := self._strips.get(key)) is None:
            strip = self._strips[key] = self._painter.line(*key)
        return strip

    def _empty_line(self, y: int) -> Strip:
        width, style = self.scrollable_content_region.width, self._palette.style()
        if self._layout.lines or y != self.page_height // 3:
            return Strip.blank(width, style)
        words = fit(HINT, width)
        before = (width - cells_of(words)) // 2
        pieces = [Segment(" " * before, style), Segment(words, self._palette.style("hint"))]
        return Strip(pieces).adjust_cell_length(width, style)
