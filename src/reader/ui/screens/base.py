"""What every part of the main screen can rely on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.notifications import SeverityLevel

from reader.ui.dialogs.dialog import Dialog
from reader.ui.opened import Opened
from reader.ui.quiet import QuietScreen
from reader.ui.screens.arrangement import Place
from reader.ui.widgets.list_pane import ListPane
from reader.ui.widgets.reading_pane import ReadingPane
from reader.ui.work import Work, begin

if TYPE_CHECKING:
    from reader.library import Library

Answer = TypeVar("Answer")


class ReaderScreen(QuietScreen[None]):
    """The library, the way to it, and what the reader is looking at."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.work = Work(self)
        self.list_pane = ListPane(library, self.work, library.today)
        self.reading = ReadingPane(library, self.work, library.today)
        self.place = Place.LIST

    @property
    def ready(self) -> bool:
        """Whether the next key is for what is on the screen: not while an article is on its way."""
        return not self.reading.opening

    @property
    def opened(self) -> Opened | None:
        """The article being read, None while the reader is in the list."""
        return self.reading.opened if self.place is Place.READING else None

    @property
    def targets(self) -> tuple[str, ...]:
        """The articles a command is about: the one being read, else what the list says."""
        if self.opened is not None:
            return (self.opened.article.id,)
        return self.list_pane.list.targets

    @property
    def named(self) -> str:
        """What the targets are called in a sentence."""
        from reader.ui.words import plural, quoted

        if len(self.targets) > 1:
            return plural(len(self.targets), "article")
        row = self.list_pane.list.row
        title = self.opened.article.title if self.opened else row.title if row else ""
        return quoted(title or "Untitled")

    def tell(self, words: str, severity: SeverityLevel = "information") -> None:
        """Say something to the reader for a moment."""
        self.app.notify(words, severity=severity, markup=False)

    def follow_rules(self, then: Callable[[int], object] = lambda _: None) -> None:
        """Apply what changed of the site rules, beside everything else; `then(articles)` follows.

        Nothing follows when no article changed.
        """

        async def follow() -> None:
            if changed := await self.work.look(self.library.follow_rules):
                then(changed)
                self.post_message(Work.Changed())

        begin(self, follow, "rules")

    def ask(self, dialog: Dialog[Answer], then: Callable[[Answer], object]) -> None:
        """Put a question; `then` follows with the answer, unless there was none."""

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(dialog, answered)
