"""The main screen: list and article, side by side or one at a time."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widget import Widget

from reader.ui import dialogs
from reader.ui.screens.across import Across
from reader.ui.screens.arrangement import Place, arrange
from reader.ui.screens.dividing import Dividing
from reader.ui.screens.in_and_out import InAndOut
from reader.ui.screens.keeping import Keeping
from reader.ui.screens.noting import Noting
from reader.ui.screens.organising import Organising
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.views import ALL, DUE
from reader.ui.words import plural
from reader.ui.work import Work, begin

SHOWN = 0.3
"""Seconds after which the list is there and what comes next can be made ready."""


class MainScreen(InAndOut, Noting, Across, Dividing, Organising, Keeping):
    """Puts the parts in their places and moves the reader between them."""

    DEFAULT_CSS = """
    MainScreen {
        & > #places > ListPane { width: 1fr; }
        & > #places > ListPane.-beside { border-right: vkey $panel; }
        & > #places > ReadingPane { width: 1fr; }
        & > Banner { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("colon", "app.command_palette", "Every command", show=False, key_display=":"),
        Binding("tab", "next_place(1)", "Next pane", show=False),
        Binding("shift+tab", "next_place(-1)", "Pane before", show=False),
        Binding("z", "zen", "Only the words", show=False),
        Binding("T", "app.change_theme", "Theme", show=False),
        # The app's own, which works in dialogs too, said here for the help and the palette.
        Binding("ctrl+l", "app.draw_again", "Draw the screen again", show=False),
        Binding("q", "back", "Back, then quit", show=False),
        Binding("escape", "cancel", "Back, or clear", show=False),
    ]
    AUTO_FOCUS = "ArticleList"

    zen = False

    def compose(self) -> ComposeResult:
        """Both places over the line of hints."""
        yield Banner()
        with Horizontal(id="places"):
            yield self.list_pane
            yield self.reading
        yield HintLine(saving=True)

    def on_mount(self) -> None:
        """Say what was found in the library, and begin the day with what is due."""
        for words in self.library.told:
            self.tell(words)
        begin(self, self._greet, "greeting")
        self.set_timer(SHOWN, partial(begin, self, self._warm, "warming"))

    async def _greet(self) -> None:
        due = await self.work.look(self.library.first_today)
        if due and self.place is Place.LIST and not self.list_pane.box.value:
            self.list_pane.action_view(DUE)
            self.tell(f"{plural(due, 'follow-up')} due. {ALL + 1} shows everything.")

    async def _warm(self) -> None:
        await self.work.look(self.library.warm)

    def on_resize(self) -> None:
        """Rearrange for the size there is."""
        self.rearrange()

    def rearrange(self) -> None:
        """Show what there is room for."""
        room = arrange(*self.size, self.place, self.zen)
        self.query_one(Banner).display = room.banner
        self.query_one("#places").display = not room.banner
        self.query_one(HintLine).display = room.hints
        self.list_pane.display = room.list
        self.list_pane.styles.width = room.list_width or "1fr"
        self.list_pane.set_class(room.list_width is not None, "-beside")
        self.reading.display = room.reading
        self.reading.head.display = not self.zen
        self.reading.panel.display = not self.zen
        self.reading.panel_lines = room.panel_lines

    def go_to(self, place: Place) -> None:
        """Move the reader to a place."""
        self.place = place
        self.rearrange()
        self.set_focus(
            self.list_pane.list if place is Place.LIST else self.reading.view, scroll_visible=False
        )

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        here = Place.READING if self.reading.has_focus_within else Place.LIST
        if here is not self.place:
            self.place = here
            self.rearrange()

    @on(ArticleList.Chosen)
    def _open(self, event: ArticleList.Chosen) -> None:
        self.list_pane.list.with_id_at(event.index, self.open_article)

    def open_article(self, article_id: str, passage: tuple[int, int] | None = None) -> None:
        """Read an article, from where reading stopped or from a passage of it."""
        self.from_across = False
        self.list_pane.begun(article_id)
        self.reading.open(article_id, passage)
        self.go_to(Place.READING)

    def action_neighbour(self, by: int) -> None:
        """Read the next article of the list, or the one before."""
        articles = self.list_pane.list
        before = articles.cursor
        articles.cursor += by
        if articles.cursor != before:
            articles.with_id_at(articles.cursor, self.open_article)
        else:
            self.tell("That was the last of the list." if by > 0 else "This is the first.")

    def action_next_place(self, by: int) -> None:
        """Go round the list, the article and the open panel."""
        stops: list[Widget] = [self.list_pane.list]
        if self.reading.opened is not None:
            stops.append(self.reading.view)
            if self.reading.panel.is_open:
                stops.append(self.reading.panel.list)
        here = (self.focused in stops and stops.index(self.focused)) or 0
        stop = stops[(here + by) % len(stops)]
        self.go_to(Place.LIST if stop is self.list_pane.list else Place.READING)
        self.set_focus(stop)

    def action_zen(self) -> None:
        """Show only the words, or everything again."""
        self.zen = not self.zen
        self.rearrange()

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_back(self) -> None:
        """Leave the article, or the app."""
        if self.zen:
            self.action_zen()
        elif self.place is Place.READING:
            self._leave_article()
        elif self.work.unsaved:
            self._ask_to_leave()
        else:
            self.app.exit()

    def _ask_to_leave(self) -> None:
        """Say that something is not saved yet, before it is lost."""
        words = f"Not saved yet: {plural(self.work.unsaved, 'change')}."
        options = [
            dialogs.Option("Stay", "and try again"),
            dialogs.Option("Quit", "and lose what is not saved"),
        ]

        def decided(number: int) -> None:
            if number:
                self.app.exit()
            else:
                self.work.try_again()

        self.ask(dialogs.PickDialog("Quit?", words, options), decided)

    def action_cancel(self) -> None:
        """Leave the article; in the list take back the selection, then the query."""
        if self.zen:
            self.action_zen()
        elif self.place is Place.READING:
            self._leave_article()
        elif not self.list_pane.clear():
            self.tell("q leaves Reader.")

    def _leave_article(self) -> None:
        self.reading.save_position()
        self.go_to(Place.LIST)
        self.back_across()

    @on(Work.Changed)
    def _look_again(self) -> None:
        if self.across is not None and self.across.is_current:
            self.across.look()
        self.list_pane.reload()
        self.reading.reload()

    @on(Work.Progressed)
    def _say_saving(self, event: Work.Progressed) -> None:
        self.query_one(HintLine).say_saving(event.saving)
