"""Where the words to find in the article are typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindBox(Horizontal):
    """One line, shown while it is needed."""

    DEFAULT_CSS = """
    FindBox {
        height: 1; padding: 0 1; display: none;
        & > #what { width: 6; color: $accent; }
        & > Input { width: 1fr; background: $panel; padding: 0; }
        & > #matches { width: auto; color: $foreground-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "abandon", "Back", priority=False)]

    class Wanted(Message):
        """Find these words; `done` when the reader has finished typing them."""

        def __init__(self, words: str, done: bool) -> None:
            super().__init__()
            self.words = words
            self.done = done

    def compose(self) -> ComposeResult:
        """A word, the input, the number of matches."""
        yield Static(Content("find"), id="what")
        box = Input(compact=True, placeholder="words in this article")
        box.cursor_blink = False
        yield box
        yield Static(id="matches")

    def ask(self) -> None:
        """Show the box and take the keys."""
        self.display = True
        self.screen.set_focus(self.query_one(Input))

    def say_matches(self, count: int, words: str) -> None:
        """Say how often the words stand there."""
        said = f" {count} found" if words else ""
        self.query_one("#matches", Static).update(Content(said))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Wanted(event.value, done=False))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Wanted(event.value, done=True))

    def action_abandon(self) -> None:
        """Forget the words."""
        self.query_one(Input).value = ""
        self.display = False
        self.post_message(self.Wanted("", done=True))
