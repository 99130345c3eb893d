"""The reading side of the screen: head, reading view, find box, panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from reader.model import Status
from reader.ui.opened import Opened, look_up
from reader.ui.panel import Panel, Tab
from reader.ui.reading import PositionChanged, ReadingView
from reader.ui.widgets.article_head import ArticleHead
from reader.ui.widgets.find_box import FindBox
from reader.ui.work import Work, begin

if TYPE_CHECKING:
    from reader.library import Library

SETTLED = 1.5
"""Seconds of stillness after which the reading position is saved."""


class ReadingPane(Vertical):
    """Shows one article, saves where reading stopped, and hands on what the reader wants."""

    DEFAULT_CSS = """
    ReadingPane {
        & > #nothing { height: 1fr; content-align: center middle; text-align: center;
            color: $foreground-muted; }
        &.-nothing > ArticleHead, &.-nothing > ReadingView, &.-nothing > Panel { display: none; }
        &.-reading > #nothing { display: none; }
        & > ReadingView { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find in the article", show=False, key_display="/"),
        Binding("J", "screen.neighbour(1)", "Next article", show=False),
        Binding("K", "screen.neighbour(-1)", "Article before", show=False),
        Binding("e", "panel('PEOPLE')", "Names and figures", show=False),
        Binding("F", "panel('FIGURES')", "Figures", show=False),
        Binding("H", "panel('NOTES')", "Notes and highlights", show=False),
        Binding("w", "panel('REMOVED')", "What was removed", show=False),
        Binding("c", "screen.colour", "Colour of the highlight", show=False),
        Binding("C", "screen.correct", "Correct the name, or always mark the words", show=False),
        Binding("Y", "screen.copy_address", "Copy the address", show=False),
    ]

    def __init__(self, library: Library, work: Work, today: Callable[[], date]) -> None:
        super().__init__(classes="-nothing")
        self._library = library
        self._work = work
        self._today = today
        self.head = ArticleHead()
        self.view = ReadingView()
        self.panel = Panel()
        self.panel_lines = 8
        self.opened: Opened | None = None
        self._opening: str | None = None
        self._passage: tuple[int, int] | None = None
        self._here = ""
        self._unsaved: tuple[str, int] | None = None
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(Content("Enter opens the article under the cursor."), id="nothing")
        yield self.head
        yield self.view
        yield FindBox()
        yield self.panel

    def open(self, article_id: str, passage: tuple[int, int] | None = None) -> None:
        """Show another article where reading stopped, or at a passage `[start, end)` of it.

        A later call overtakes an earlier one.
        """
        self.save_position()
        self._opening = article_id
        self._passage = passage
        begin(self, partial(self._load, article_id), "article", latest=True)

    def reload(self) -> None:
        """Look again at the article that is open."""
        article_id = self._opening or (self.opened.article.id if self.opened else None)
        if article_id is not None:
            begin(self, partial(self._load, article_id), "article", latest=True)

    @property
    def opening(self) -> bool:
        """Whether an article is on its way."""
        return self._opening is not None

    async def _load(self, article_id: str) -> None:
        opened = await self._work.look(partial(look_up, self._library, article_id))
        again = self.opened is not None and self.opened.article.id == article_id
        self._opening = None
        if opened is None:
            if again:
                self.close()
        elif again and self.opened is not None:
            self._look_again(self.opened, opened)
        else:
            self._show(opened)
        if opened is not None and self._passage is not None:
            passage, self._passage = self._passage, None
            self.view.reveal(*passage)

    def _show(self, opened: Opened) -> None:
        unread = opened.state.status is Status.UNREAD
        if unread:
            opened = replace(opened, state=replace(opened.state, status=Status.READING))
        self.opened = opened
        self.set_class(False, "-nothing")
        self.set_class(True, "-reading")
        position = opened.state.position
        self.view.show(opened.article, opened.recognised, opened.annotations, position)
        self._here = f"resumed at {opened.progress:.0%}" if position else ""
        self._describe(opened)
        if unread:
            start = partial(self._library.set_status, [opened.article.id], Status.READING)
            self._work.change(start, lambda _: self.post_message(Work.Changed()), quiet=True)

    def _look_again(self, before: Opened, opened: Opened) -> None:
        self.opened = opened
        if opened == before:
            return
        if opened.article.blocks != before.article.blocks:
            self.view.show(
                opened.article, opened.recognised, opened.annotations, self.view.position
            )
        elif (opened.recognised, opened.annotations) != (before.recognised, before.annotations):
            self.view.update_marks(recognised=opened.recognised, annotations=opened.annotations)
        self._describe(opened)

    def _describe(self, opened: Opened) -> None:
        self.head.show(opened, self._today(), self._here)
        self.panel.show(opened)

    def close(self) -> None:
        """Show nothing."""
        self.save_position()
        self.opened = None
        self.view.show(None)
        self.set_class(True, "-nothing")
        self.set_class(False, "-reading")

    @on(PositionChanged)
    def _moved(self, event: PositionChanged) -> None:
        shown = self.view.article
        if self.opened is None or shown is None or shown.id != self.opened.article.id:
            return
        self._unsaved = (self.opened.article.id, event.offset)
        self._here = f"{self.view.progress:.0%}"
        self.head.show(self.opened, self._today(), self._here)
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self.save_position)

    def save_position(self) -> None:
        """Save where reading stopped, if that is news."""
        if self._settling is not None:
            self._settling.stop()
        if self._unsaved is not None:
            save = partial(self._library.set_position, *self._unsaved)
            self._unsaved = None
            self._work.change(save, quiet=True)

    def action_panel(self, tab: str) -> None:
        """Open a list of the panel, or close it when it is open already and has the focus."""
        if self.panel.is_open and self.panel.tab is Tab[tab] and self.panel.list.has_focus:
            self.leave_panel()
        elif self.opened is not None:
            self.panel.open(Tab[tab], self.panel_lines)
            self.screen.set_focus(self.panel.list)

    @on(Panel.Left)
    def leave_panel(self) -> None:
        """Close the panel and go back to the words."""
        self.panel.close()
        self.screen.set_focus(self.view)

    @on(Panel.Jumped)
    def _jump(self, event: Panel.Jumped) -> None:
        self.view.reveal(event.start, event.end)

    def action_find(self) -> None:
        """Ask for words to find in the article."""
        if self.opened is not None:
            self.query_one(FindBox).ask()

    @on(FindBox.Wanted)
    def _find(self, event: FindBox.Wanted) -> None:
        count = self.view.find(event.words)
        self.query_one(FindBox).say_matches(count, event.words)
        if event.done:
            self.screen.set_focus(self.view)
            if event.words and not count:
                self.app.notify("Not found in this article.", markup=False)
