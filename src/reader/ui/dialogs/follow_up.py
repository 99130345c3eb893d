"""When to come back to an article, and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.model import FollowUp
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.words import day_words, long_date
from reader.ui.work import begin

if TYPE_CHECKING:
    from reader.library import Offered

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
        & #offered { height: auto; max-height: 2; margin: 0 0 1 9; color: $foreground-muted;
            display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "offer", "Next day of the text", show=False, priority=True),
    ]
    heading = "Follow up"
    keys = (
        ("Enter", "next, save"),
        ("Tab", "other field"),
        ("^n", "a day of the text"),
        ("Esc", "leave"),
    )

    def __init__(
        self,
        subject: str,
        present: FollowUp | None,
        today: date,
        understand: Callable[[str], Awaitable[date | None]],
        offer: Callable[[], Awaitable[Sequence[Offered] | None]] | None = None,
    ) -> None:
        super().__init__()
        self._offer = offer
        self._offered: Sequence[Offered] = ()
        self._turn = -1
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
        yield Static(id="offered")
        yield Labelled("Why", why)

    async def prepare(self) -> None:
        """Look which days the text speaks of."""
        self._offered = (await self._offer() or ()) if self._offer else ()
        if self._offered:
            days = (f"{long_date(one.on.isoformat())} “{one.words}”" for one in self._offered)
            line = self.query_one("#offered", Static)
            line.update(Content("In the text: " + " · ".join(days)))
            line.display = True

    def action_offer(self) -> None:
        """Take the next day the text speaks of."""
        if self._offered:
            self._turn = (self._turn + 1) % len(self._offered)
            field = self.query_one("#on", Field)
            field.value = self._offered[self._turn].on.isoformat()
            self.set_focus(field)

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
