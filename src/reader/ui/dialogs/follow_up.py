"""When to come back to an article, and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.model import FollowUp
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.words import day_words, long_date
from reader.ui.work import begin

SHORTEST = 3
"""Characters of the shortest day: `fri`."""


class FollowUpAnswer(NamedTuple):
    """What the reader decided; None takes the follow-up away."""

    follow_up: FollowUp | None


class FollowUpDialog(Dialog[FollowUpAnswer]):
    """A day in the reader's words, shown as it is understood, and a reason."""

    DEFAULT_CSS = """
    FollowUpDialog {
        & #subject { height: auto; margin-bottom: 1; }
        & #understood { height: 1; margin: 0 0 1 9; color: $success; }
        & #understood.-not { color: $foreground-muted; }
    }
    """
    heading = "Follow up"
    keys = (("Enter", "next, save"), ("Tab", "other field"), ("Esc", "leave"))

    def __init__(
        self,
        subject: str,
        present: FollowUp | None,
        today: date,
        understand: Callable[[str], Awaitable[date | None]],
    ) -> None:
        super().__init__()
        self._subject = subject
        self._present = present
        self._today = today
        self._understand = understand

    def parts(self) -> Iterable[Widget]:
        """The subject, the day, how it is understood, the reason."""
        present = self._present
        yield Static(Content(self._subject), id="subject")
        on = Field(
            present.on.isoformat() if present else "",
            placeholder="tomorrow · next friday · in 2 weeks · 2026-01-05",
            id="on",
        )
        why = Field(present.why if present else "", placeholder="check the court date", id="why")
        yield Labelled("When", on)
        yield Static(id="understood")
        yield Labelled("Why", why)

    @on(Input.Changed, "#on")
    def _typed(self, event: Input.Changed) -> None:
        begin(self, partial(self._preview, event.value), "day", latest=True)

    async def _preview(self, words: str) -> None:
        day = await self._day(words)
        line = self.query_one("#understood", Static)
        line.set_class(day is None, "-not")
        line.update(Content(self._said(words, day)))

    async def _day(self, words: str) -> date | None:
        """The day meant. A letter or two would only be guessed at, in every language there is."""
        return await self._understand(words) if len(words.strip()) >= SHORTEST else None

    def _said(self, words: str, day: date | None) -> str:
        if day is not None:
            away = day_words(day, self._today)
            return f"→ {day:%A} {long_date(day.isoformat())}, {away}"
        if words.strip():
            return "→ ?"
        return "No day takes the follow-up away." if self._present else ""

    @on(Input.Submitted, "#on")
    def _to_the_reason(self) -> None:
        self.set_focus(self.query_one("#why"))

    @on(Input.Submitted, "#why")
    def _submitted(self) -> None:
        self.ready = False
        begin(self, self._save, "save", latest=True)

    async def _save(self) -> None:
        words = self.query_one("#on", Field).value
        if not words.strip():
            self.dismiss(FollowUpAnswer(None) if self._present else None)
            return
        day = await self._day(words)
        if day is None:
            self.complain("That day is not understood: try 2026-01-05 or next friday.")
            self.set_focus(self.query_one("#on"))
            return
        self.dismiss(FollowUpAnswer(FollowUp(day, self.query_one("#why", Field).value)))
