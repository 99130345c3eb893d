"""The panel under the reading view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.model import Annotation, Block, Entity
from reader.ui.dialogs.field import Field
from reader.ui.opened import Opened
from reader.ui.panel.list import PanelList
from reader.ui.panel.rows import Order, Tab, count_of, orders_of, rows_of
from reader.ui.quiet import put

EMPTY = {
    Tab.NOTES: "No notes yet: h highlights the sentence, a adds a note.",
    Tab.REMOVED: "Nothing was removed.",
}

SHORT = {Tab.ORGANISATIONS: "Orgs"}
ROOM_FOR_NAMES = 92
"""Cells below which the longest name is cut short."""


class Panel(Vertical):
    """A line of tabs, always; under it, when open, the list of one of them."""

    DEFAULT_CSS = """
    Panel {
        height: auto;
        & > #tabs { height: 1; padding: 0 1; background: $surface; color: $foreground-muted;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & > PanelList, & > #filter { display: none; }
        & > #filter { height: 1; padding: 0 1; background: $panel; }
        &.-open.-filtering > #filter { display: block; }
        &.-open > PanelList { display: block; }
        &:focus-within > #tabs { color: $foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "turn(-1)", "Tab before", show=False),
        Binding("l,right", "turn(1)", "Next tab", key_display="← →"),
        *(
            Binding(str(index + 1), f"tab({index})", f"Tab: {tab.value}", show=False)
            for index, tab in enumerate(Tab)
        ),
        Binding("s", "sort", "Sort"),
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("C", "correct", "Correct"),
        Binding("p", "put_back", "Put back"),
        Binding("equals_sign", "entitle", "This is the title", show=False),
        Binding("X", "rule", "Always set aside on this site, or not", show=False),
        Binding("a", "note", "Edit the note"),
        Binding("d", "remove", "Remove the highlight", show=False),
        Binding("m", "attach", "Put it on other words"),
        Binding("escape,q", "leave", "Back to the article", key_display="Esc"),
    ]

    class Jumped(Message):
        """Go to `[start, end)`."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start = start
            self.end = end

    class BlockMessage(Message):
        """A message about a block that was set aside."""

        def __init__(self, block: Block) -> None:
            super().__init__()
            self.block = block

    class PutBack(BlockMessage):
        """Put this block back among the words worth reading."""

    class TitleChosen(BlockMessage):
        """Make this block's words the title."""

    class RuleChosen(BlockMessage):
        """Always set this block's words aside on the article's site, or no longer."""

    class NoteChosen(Message):
        """Edit this annotation's note; None is the note on the whole article."""

        def __init__(self, annotation: Annotation | None) -> None:
            super().__init__()
            self.annotation = annotation

    class NoteRemoved(Message):
        """Remove this annotation."""

        def __init__(self, annotation: Annotation) -> None:
            super().__init__()
            self.annotation = annotation

    class AttachChosen(Message):
        """Put this annotation on other words."""

        def __init__(self, annotation: Annotation) -> None:
            super().__init__()
            self.annotation = annotation

    class NameChosen(Message):
        """Say what this name is."""

        def __init__(self, entity: Entity) -> None:
            super().__init__()
            self.entity = entity

    class Left(Message):
        """Back to the article."""

    def __init__(self) -> None:
        super().__init__()
        self.list = PanelList()
        self.tab = Tab.PEOPLE
        self._opened: Opened | None = None
        self._turns: dict[int, int] = {}
        self._orders: dict[Tab, Order] = {}
        self._box = Field(placeholder="only lines with these words", id="filter")

    def compose(self) -> ComposeResult:
        """Tabs over the list."""
        yield Static(id="tabs")
        yield self._box
        yield self.list

    @property
    def order(self) -> Order:
        """How the list is sorted."""
        return self._orders.get(self.tab, Order.POSITION)

    @property
    def is_open(self) -> bool:
        """Whether the list is to be seen."""
        return self.has_class("-open")

    def show(self, opened: Opened | None) -> None:
        """Show what is known of an article."""
        same = (
            opened is not None
            and self._opened is not None
            and opened.article.id == self._opened.article.id
        )
        self._opened = opened
        self._fill(self.list.cursor if same else 0)

    def open(self, tab: Tab, lines: int) -> None:
        """Open a list, so many lines high."""
        self.tab = tab
        self.list.styles.height = lines
        self.add_class("-open")
        self._fill(0)

    def close(self) -> None:
        """Leave only the line of tabs."""
        self.remove_class("-open")

    def _fill(self, cursor: int) -> None:
        opened = self._opened
        self._turns.clear()
        self.list.empty = EMPTY.get(self.tab, f"No {self.tab.value.lower()} found.")
        if self._box.value:
            self.list.empty = "No line has these words: / changes them, Esc forgets them."
        rows = rows_of(self.tab, opened, self.order, self._box.value) if opened else ()
        self.list.show(rows if self.is_open else (), cursor)
        self._draw_tabs()
        self.refresh_bindings()

    def _draw_tabs(self) -> None:
        parts = self._tabs(self._opened) if self._opened else ()
        put(self.query_one("#tabs", Static), Content(" · ").join(parts))

    def _tabs(self, opened: Opened) -> Sequence[Content]:
        narrow = self.size.width < ROOM_FOR_NAMES
        names = ((tab, SHORT.get(tab, tab.value) if narrow else tab.value) for tab in Tab)
        parts = (self._tab(tab, name, opened) for tab, name in names)
        return [part for part in parts if part]

    def _tab(self, tab: Tab, name: str, opened: Opened) -> Content:
        count = count_of(tab, opened)
        here = tab is self.tab and self.is_open
        if tab is Tab.OTHERS and not count and not here:
            return Content()
        look = "bold underline $foreground" if here else ""
        sorted_by = f" {self.order.value}" if here and self.order is not Order.POSITION else ""
        number = (str(count), "$accent" if count else "")
        return Content.assemble((name, look), " ", number, (sorted_by, "$foreground-muted"))

    def on_resize(self) -> None:
        """Fit the tabs."""
        self._draw_tabs()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what the tab is about."""
        if action in ("put_back", "entitle", "rule"):
            return self.tab is Tab.REMOVED
        if action == "attach":
            row = self.list.row
            return self.tab is Tab.NOTES and bool(row and row.annotation)
        if action in ("note", "remove"):
            return self.tab is Tab.NOTES
        if action == "correct":
            return bool(self.list.row and self.list.row.entity)
        if action == "sort":
            return len(orders_of(self.tab)) > 1
        return True

    def action_turn(self, by: int) -> None:
        """Show the list before or after this one."""
        tabs = list(Tab)
        self.action_tab((tabs.index(self.tab) + by) % len(tabs))

    def action_tab(self, index: int) -> None:
        """Show a list."""
        self.tab = list(Tab)[index]
        self._fill(0)

    def action_sort(self) -> None:
        """Sort the list another way."""
        orders = orders_of(self.tab)
        self._orders[self.tab] = orders[(orders.index(self.order) + 1) % len(orders)]
        self._fill(0)

    def action_filter(self) -> None:
        """Ask for words that the lines must have."""
        self.add_class("-filtering")
        self.screen.set_focus(self._box)

    @on(Field.Changed)
    def _filter_typed(self, event: Field.Changed) -> None:
        event.stop()
        self._fill(0)

    @on(Field.Submitted)
    def _filter_done(self, event: Field.Submitted) -> None:
        event.stop()
        self.set_class(bool(event.value), "-filtering")
        self.screen.set_focus(self.list)

    @on(PanelList.Chosen)
    def _jump(self, event: PanelList.Chosen) -> None:
        event.stop()
        row = self.list.row
        if row is None:
            return
        if row.spans:
            turn = self._turns.get(event.index, 0)
            self._turns[event.index] = (turn + 1) % len(row.spans)
            self.post_message(self.Jumped(*row.spans[turn]))
        elif self.tab is Tab.NOTES:
            self.post_message(self.NoteChosen(row.annotation))

    def action_put_back(self) -> None:
        """Put the block under the cursor back."""
        if self.list.row and self.list.row.block:
            self.post_message(self.PutBack(self.list.row.block))

    def action_entitle(self) -> None:
        """Make the words of the block under the cursor the title."""
        if self.list.row and self.list.row.block:
            self.post_message(self.TitleChosen(self.list.row.block))

    def action_rule(self) -> None:
        """Always set the words of the block under the cursor aside on this site, or no longer."""
        if self.list.row and self.list.row.block:
            self.post_message(self.RuleChosen(self.list.row.block))

    def action_correct(self) -> None:
        """Say what the name under the cursor is."""
        if self.list.row and self.list.row.entity:
            self.post_message(self.NameChosen(self.list.row.entity))

    def action_note(self) -> None:
        """Edit the note under the cursor."""
        if self.list.row:
            self.post_message(self.NoteChosen(self.list.row.annotation))

    def action_remove(self) -> None:
        """Remove the highlight under the cursor."""
        if self.list.row and self.list.row.annotation:
            self.post_message(self.NoteRemoved(self.list.row.annotation))

    def action_attach(self) -> None:
        """Put the highlight on other words of the article."""
        if self.list.row and self.list.row.annotation:
            self.post_message(self.AttachChosen(self.list.row.annotation))

    def action_leave(self) -> None:
        """Forget the filter; without one, back to the article."""
        if self.has_class("-filtering"):
            self._box.value = ""
            self.remove_class("-filtering")
            self.screen.set_focus(self.list)
        else:
            self.post_message(self.Left())
