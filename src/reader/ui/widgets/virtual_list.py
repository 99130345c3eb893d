"""A list that draws only the lines on the screen, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.quiet import QuietScrollView, merged
from reader.ui.words import fit

Piece = tuple[str, str]
"""A run of words and how it looks: one of LOOKS, or "" for plain."""

LOOKS = ("strong", "muted", "accent", "alert", "good")


class VirtualList(QuietScrollView, can_focus=True):
    """One line an item, a cursor, keys and mouse. Subclasses say how many and what is on a line.

    Lines are pieces of plain text with a named look: text is never read as markup. The line under
    the cursor begins with a bar as well as standing on a ground of its own, for screens without
    colour.
    """

    DEFAULT_CSS = """
    VirtualList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        overflow-x: hidden;
        scrollbar-background: $background;
        scrollbar-color: $panel;
        & > .list--cursor { background: $panel; color: $foreground; }
        &:focus > .list--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
        }
        & > .list--bar { color: $foreground-muted; }
        &:focus > .list--bar { color: $accent; text-style: bold; }
        & > .list--strong { text-style: bold; }
        & > .list--muted { color: $foreground-muted; }
        & > .list--accent { color: $accent; }
        & > .list--alert { color: $error; text-style: bold; }
        & > .list--good { color: $success; }
    }
    VirtualList:ansi {
        & > .list--cursor { background: ansi_default; text-style: reverse; }
        &:focus > .list--cursor { background: ansi_default; text-style: bold reverse; }
        & > .list--muted { color: ansi_default; text-style: dim; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--bar",
        *(f"list--{look}" for look in LOOKS),
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, system=True),
        Binding("k,up", "move(-1)", "Up", show=False, system=True),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False, system=True),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False, system=True),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False, system=True),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False, system=True),
        Binding("g,home", "first", "First", show=False, system=True),
        Binding("G,end", "last", "Last", show=False, system=True),
        Binding("enter", "choose", "Choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, source: VirtualList, index: int) -> None:
            super().__init__()
            self.source = source
            self.index = index

        @property
        def control(self) -> VirtualList:
            """The list it comes from."""
            return self.source

    class Chosen(Moved):
        """The line under the cursor was chosen, by Enter or a double click."""

    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[str] = reactive("")
    """What it says when it has no lines; "\\n" where the words may break."""

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[tuple[str, bool], Style] = {}

    @property
    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def pieces(self, index: int) -> Sequence[Piece]:
        """What stands on a line of `line_width` cells; what is too long is cut."""
        raise NotImplementedError

    @property
    def line_width(self) -> int:
        """How many cells a line has, beside the bar of the cursor."""
        return self.scrollable_content_region.width - 1

    def recount(self, cursor: int | None = None) -> None:
        """Draw everything anew after the lines have changed."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)
        self.cursor = self.cursor if cursor is None else cursor
        self.refresh()

    def on_resize(self) -> None:
        """Follow the width."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)
        self.call_after_refresh(self._keep_in_sight)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return max(0, min(self.count - 1, cursor))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two lines concerned and follow the cursor."""
        for line in (old, new):
            self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))
        self._keep_in_sight()
        if self.count:
            self.post_message(self.Moved(self, new))

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(
            Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True, x_axis=False
        )

    def action_move(self, lines: int) -> None:
        """Move the cursor by lines."""
        self.cursor += lines

    def action_page(self, pages: float) -> None:
        """Move the cursor by screenfuls."""
        self.cursor += int(pages * self.scrollable_content_region.height)

    def action_first(self) -> None:
        """Go to the first line."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last line."""
        self.cursor = self.count - 1

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: Click) -> None:
        """Move the cursor to the line pointed at; a double click chooses it."""
        index = event.y + self.scroll_offset.y
        if index < self.count:
            self.cursor = index
            if event.chain == 2:
                self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= self.count:
            return self._blank_line(y, width)
        here = index == self.cursor
        segments = [Segment("▌" if here else " ", self._style("bar" if here else "", here))]
        segments += [Segment(text, self._style(look, here)) for text, look in self.pieces(index)]
        return _exactly(segments, width, self._style("", here))

    def notify_style_update(self) -> None:
        """The theme or the focus changed."""
        super().notify_style_update()
        self._styles.clear()

    def _blank_line(self, y: int, width: int) -> Strip:
        lines = self.empty.split("\n") if not self.count else []
        words = "  " + lines[y - 1] if 0 < y <= len(lines) else ""
        return Strip([Segment(fit(words, width), self.rich_style + self._look("muted"))])

    def _style(self, look: str, here: bool) -> Style:
        """How a piece looks, on the line of the cursor or not; looked up once."""
        if (look, here) not in self._styles:
            base = self.get_component_rich_style("list--cursor") if here else self.rich_style
            self._styles[look, here] = base + self._look(look) if look else base
        return self._styles[look, here]

    def _look(self, name: str) -> Style:
        full = self.get_component_rich_style(f"list--{name}")
        return Style(color=full.color, bold=full.bold, dim=full.dim)


def _exactly(segments: list[Segment], width: int, base: Style) -> Strip:
    """Cut or fill a line, with an ellipsis in the piece where it is cut."""
    kept: list[Segment] = []
    left = width
    for segment in segments:
        if left <= 0:
            break
        cells = cell_len(segment.text)
        kept.append(segment if cells <= left else Segment(fit(segment.text, left), segment.style))
        left -= min(cells, left)
    if left > 0:
        kept.append(Segment(" " * left, base))
    return Strip(merged(kept), width)
