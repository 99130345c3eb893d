"""Moving about a page: the cursor that follows the eye, the selection, the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.reactive import reactive
from textual.timer import Timer

from reader.ui.reading import keys
from reader.ui.reading.motions import Unit
from reader.ui.reading.page import Page

_SELECTING_ONLY = frozenset({"grow", "grow_line", "swap_ends"})
_OVERLAP = 2  # lines that stay when a page is turned
_EDGE_SECONDS = 0.05  # between lines, while the mouse selects past the edge


class Moving(Page):
    """A page with a sentence cursor and a selection, moved by keys and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.SELECTING, *keys.MOVING]

    selecting: reactive[bool] = reactive(False, init=False)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.wanted = False  # whether the cursor is to be brought on the screen when there is one
        self._pressed: Offset | None = None  # where the mouse button went down
        self._pointer = Offset()
        self._edge: Timer | None = None

    def cursor_moved(self) -> None:
        """Called after the cursor or the selection may have changed: show it."""
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse the keys of a selection while none is being made, and leaving nothing."""
        if action in _SELECTING_ONLY:
            return self.selecting
        if action == "leave":
            return self.selecting or self._cursor.selection is not None
        return super().check_action(action, parameters)

    def watch_selecting(self, selecting: bool) -> None:
        """Begin with the word under the cursor, end with no selection."""
        if selecting:
            self._cursor.start_selection()
        else:
            self._cursor.clear()
        self.refresh_bindings()
        self._shown()

    def _shown(self) -> None:
        """Bring what moved onto the screen."""
        self.wanted = not self.laid_out
        if self.laid_out and (focus := self._cursor.focus):
            self.bring(focus)
        self.cursor_moved()

    # -- scrolling ---------------------------------------------------------------------------

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the cursor along when the page moves from under it."""
        super().watch_scroll_y(old_value, new_value)
        self.follow()

    def settle(self) -> None:
        """Bring the cursor onto new lines if it was wanted there, or else take it along."""
        if self.wanted:
            self._shown()
        else:
            self.follow()

    def follow(self) -> None:
        """Keep the cursor on the screen."""
        if self.laid_out and not self.selecting and self._pressed is None:
            self._cursor.follow(*self.on_screen)
            self.cursor_moved()

    def action_line(self, by: int) -> None:
        """Scroll a line; where the page ends, go on by sentence."""
        self._scroll_by(by)

    def action_page(self, by: int) -> None:
        """Turn the page."""
        self._scroll_by(by * max(1, self.page_height - _OVERLAP))

    def action_half_page(self, by: int) -> None:
        """Turn half a page."""
        self._scroll_by(by * max(1, self.page_height // 2))

    def _scroll_by(self, lines: int) -> None:
        before = self.scroll_offset.y
        self.scroll_to_line(before + lines)
        if self.scroll_offset.y == before:
            self.action_move("sentence", 1 if lines > 0 else -1)

    def action_top(self) -> None:
        """Go to the first sentence."""
        self._put(0)

    def action_bottom(self) -> None:
        """Go to the last sentence."""
        self._put(len(self._cursor.motions.text))
        self.scroll_to_line(int(self.max_scroll_y))

    def _put(self, offset: int) -> None:
        self.selecting = False
        self._cursor.put(offset)
        self._shown()

    # -- by unit -----------------------------------------------------------------------------

    def action_move(self, unit: str, by: int) -> None:
        """Move the cursor by a unit."""
        self._cursor.move(Unit(unit), by)
        self._shown()

    def action_grow(self, unit: str, by: int) -> None:
        """Move the end of the selection by a unit."""
        self._cursor.extend(Unit(unit), by)
        self._shown()

    def action_extend(self, by: int) -> None:
        """Move the end of the selection by a word, and begin one if there is none."""
        self.action_grow(Unit.WORD, by)

    def action_grow_line(self, by: int) -> None:
        """Move the end of the selection to the word a line below or above."""
        if focus := self._cursor.focus:
            self._cursor.start_selection()
            selection = self._cursor.selection
            head = selection.head if selection else focus
            line, cell = self._layout.cell_of(head[0])
            line += by
            while 0 < line < len(self._layout.lines) and not self._layout.has_words(line):
                line += by
            word = self._cursor.motions.nearest(self._layout.offset_at(line, cell))
            self._cursor.extend_to(word or head)
            self._shown()

    def action_extend_line(self, by: int) -> None:
        """As `grow_line`, and begin a selection if there is none."""
        self.action_grow_line(by)

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from now on."""
        self._cursor.swap()
        self._shown()

    def action_select(self) -> None:
        """Begin a selection, or leave it."""
        self.selecting = not self.selecting

    def action_leave(self) -> None:
        """Drop the selection."""
        self.drop_selection()

    def drop_selection(self) -> None:
        """Go back to the sentence cursor, where the selection began."""
        self._cursor.clear()
        self.selecting = False
        self.refresh_bindings()
        self.cursor_moved()

    # -- mouse -------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the pointer; with shift, select up to it."""
        place = event.get_content_offset(self)
        if place is None or event.button != 1 or not self.laid_out:
            return
        event.stop()
        self.capture_mouse()
        self._pressed = self._pointer = place
        if event.shift:
            self._select_to_pointer()
        else:
            self.selecting = False
            self._cursor.put(self.offset_under(place))
            self.cursor_moved()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select by word while the button is down, and scroll at the edges."""
        if self._pressed is None:
            return
        event.stop()
        place = event.get_content_offset_capture(self)
        if place != self._pointer:
            self._pointer = place
            self._select_to_pointer()
            self._scroll_at_edge()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        if self._pressed is not None:
            event.stop()
            self._let_go()

    def on_click(self, event: events.Click) -> None:
        """Twice selects the word, thrice the sentence."""
        if event.chain > 1 and self.laid_out and (place := event.get_content_offset(self)):
            offset = self.offset_under(place)
            unit = Unit.WORD if event.chain == 2 else Unit.SENTENCE
            if reach := self._cursor.motions.at(unit, offset):
                self._cursor.select(*reach)
                self._shown()

    def on_unmount(self) -> None:
        """Leave no timer behind."""
        self._let_go()

    def _let_go(self) -> None:
        self._pressed = None
        self.release_mouse()
        if self._edge:
            self._edge.stop()
            self._edge = None

    def _select_to_pointer(self) -> None:
        y = min(max(self._pointer.y, 0), self.page_height - 1)
        offset = self.offset_under(Offset(self._pointer.x, y))
        if word := self._cursor.motions.nearest(offset):
            self._cursor.extend_to(word)
            self.cursor_moved()

    def _scroll_at_edge(self) -> None:
        outside = not 0 <= self._pointer.y < self.page_height
        if outside and self._edge is None:
            self._edge = self.set_interval(_EDGE_SECONDS, self._scroll_and_select)
        elif not outside and self._edge:
            self._edge.stop()
            self._edge = None

    def _scroll_and_select(self) -> None:
        self.scroll_to_line(self.scroll_offset.y + (1 if self._pointer.y > 0 else -1))
        self._select_to_pointer()
