"""The screen over the whole library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from reader.model import Entity, EntityRow, FigureRow, NameRow, ReaderError
from reader.ui.across.lines import about
from reader.ui.across.views import Kind, Name, State, View, asking
from reader.ui.dialogs.field import Field
from reader.ui.quiet import QuietScreen, put
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.two_ends import TwoEnds
from reader.ui.widgets.virtual_list import Piece, VirtualList
from reader.ui.widgets.windowed_list import WINDOW, Rows, WindowedList
from reader.ui.words import plural
from reader.ui.work import Work, begin, in_words

if TYPE_CHECKING:
    from reader.library import Library


class AcrossList(WindowedList[Any]):
    """The lines of whichever list is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", key_display="Enter"),
    ]

    kind: Kind = View.NAMES.value

    def line(self, row: Any) -> Sequence[Piece]:
        """As its list draws it."""
        return self.kind.line(row, self.line_width)


class AcrossScreen(QuietScreen[None]):
    """Three lists with a filter each, a page for every name; Enter leads into the article.

    It keeps its place while the reader is in an article.
    """

    DEFAULT_CSS = """
    AcrossScreen {
        & > #tabs { background: $surface; }
        & > #about { height: 4; padding: 0 1; border-top: hkey $panel; }
        & > #filter { height: 1; padding: 0 1; background: $panel; display: none; }
        & > #trouble { height: 1; padding: 0 1; color: $error; display: none; }
        &.-filtering > #filter { display: block; }
        &.-trouble > #trouble { display: block; }
        &.-low > #about { display: none; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012 (as Textual declares it)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("colon", "app.command_palette", "Every command", show=False, key_display=":"),
        *(
            Binding(str(number), f"view('{view.name}')", f"List: {view.value.name}", show=False)
            for number, view in enumerate(View, 1)
        ),
        Binding("h,left", "turn(-1)", "List before", show=False),
        Binding("l,right", "turn(1)", "Next list", key_display="← →"),
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("s", "sort", "Sort"),
        Binding("C", "correct", "Correct"),
        Binding("escape,q", "back", "Back", key_display="Esc"),
    ]
    AUTO_FOCUS = "AcrossList"

    def __init__(
        self,
        library: Library,
        work: Work,
        read: Callable[[str, int, int], object],
        correct: Callable[[Entity], object],
    ) -> None:
        super().__init__()
        self._library = library
        self._work = work
        self._read = read
        self._correct = correct
        self.state = State()
        self.list = AcrossList(work)
        self._box = Field(id="filter")
        self.ready = False
        """Whether what is shown is what was asked for."""

    # -- what is shown -----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TwoEnds(id="tabs")
        yield self.list
        yield Static(id="about")
        yield Static(id="trouble")
        yield self._box
        yield HintLine()

    def on_screen_resume(self) -> None:
        """Show what was asked for; the library may have changed meanwhile."""
        self._show_filter()
        self.look()

    def go_to(self, view: View, name: Name | None = None) -> None:
        """Show a list, or a name's page."""
        self.state.cursor = self.list.cursor
        if (view, name) != (self.state.view, self.state.name):
            self.state.view, self.state.name, self.state.line = view, name, 0
        if self.is_current:
            self._show_filter()
            self.look()

    def look(self) -> None:
        """Ask the library, now that it has changed or something else is wanted."""
        self.ready = False
        begin(self, self._look, "across", latest=True)

    async def _look(self) -> None:
        call = partial(_found, asking(self._library, self.state), self.state.cursor)
        try:
            rows, first, known = await self._work.read(call)
        except ReaderError as error:
            self._complain(in_words(error))
            return
        self._complain("")
        filtered = self.state.place.typed and not self.state.name
        empty = "Nothing fits.\nEsc clears the filter." if filtered else self.state.kind.empty
        self.list.kind, self.list.empty = self.state.kind, empty
        self.list.show(rows, first, known, self.state.cursor)
        self._draw_tabs()
        self._tell_about()

    def _complain(self, words: str) -> None:
        self.set_class(bool(words), "-trouble")
        put(self.query_one("#trouble", Static), Content(words), layout=True)
        self.ready = True

    def _draw_tabs(self) -> None:
        name, count = self.state.name, self.list.count
        if name:
            words = (f"  {name.type} · {plural(count, 'mention')}", "$foreground-muted")
            left = Content.assemble((name.name, "bold $accent"), words)
        else:
            left = Content("  ").join(self._tab(view, count) for view in View)
        right = Content.styled(self.state.order[1], "$foreground-muted")
        self.query_one("#tabs", TwoEnds).say(left, right)

    def _tab(self, view: View, count: int) -> Content:
        if view is not self.state.view:
            return Content.styled(view.value.name, "$foreground-muted")
        return Content.assemble((view.value.name, "bold underline"), (f" {count:,}", "$accent"))

    @on(VirtualList.Moved)
    def _tell_about(self) -> None:
        """Say where the line under the cursor stands, with all of its sentence."""
        put(self.query_one("#about", Static), Content.assemble(*about(self.list.row)))
        self.refresh_bindings()

    # -- what the reader does ----------------------------------------------------------------

    def _show_filter(self) -> None:
        typed = "" if self.state.name else self.state.place.typed
        self._box.placeholder = self.state.kind.typed
        with self.prevent(Input.Changed):
            self._box.value = typed
        self.set_class(bool(typed), "-filtering")

    @on(VirtualList.Chosen)
    def _open(self, event: VirtualList.Chosen) -> None:
        self.list.with_row(event.index, self._open_row)

    def _open_row(self, row: object) -> None:
        self.state.cursor = self.list.cursor
        if isinstance(row, NameRow):
            self.go_to(View.NAMES, Name(row.name, row.type))
        elif isinstance(row, EntityRow):
            self._read(row.article, row.start, row.end)
        elif isinstance(row, FigureRow):
            self._read(row.article, row.figure.start, row.figure.end)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        self.state.place.typed = event.value
        self.state.place.cursor = 0
        self.look()

    @on(Input.Submitted, "#filter")
    def _typed_out(self) -> None:
        self.set_class(bool(self.state.place.typed), "-filtering")
        self.set_focus(self.list)

    def action_filter(self) -> None:
        """Choose among the lines."""
        self.set_class(True, "-filtering")
        self.set_focus(self._box)

    def action_sort(self) -> None:
        """Sort otherwise."""
        place = self.state.place
        place.order = (place.order + 1) % len(self.state.kind.orders)
        place.cursor = 0
        self.look()

    def action_view(self, name: str) -> None:
        """Show a list."""
        self.go_to(View[name])

    def action_turn(self, by: int) -> None:
        """Show the list before or after this one."""
        views = list(View)
        self.go_to(views[(views.index(self.state.view) + by) % len(views)])

    def action_correct(self) -> None:
        """Say what the name under the cursor is."""
        row = self.list.row
        if isinstance(row, NameRow | EntityRow):
            self._correct(Entity(row.name, row.type))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what the list is about; a name's page is neither filtered nor sorted."""
        if action in ("filter", "sort"):
            return self.state.name is None and not self._box.has_focus
        if action == "correct":
            return isinstance(self.list.row, NameRow | EntityRow)
        return True

    def action_back(self) -> None:
        """Leave the filter, the name's page, the screen."""
        if self.has_class("-filtering"):
            self._box.value = ""
            self.set_class(False, "-filtering")
            self.set_focus(self.list)
        elif self.state.name:
            self.go_to(View.NAMES)
        else:
            self.state.cursor = self.list.cursor
            self.app.pop_screen()

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())


def _found(ask: Callable[[], Rows[Any]], cursor: int) -> tuple[Rows[Any], int, Sequence[Any]]:
    """The rows asked for, and those about the cursor. Runs beside the screen."""
    rows = ask()
    first = max(0, cursor - WINDOW)
    return rows, first, rows.rows(first, cursor + WINDOW)
