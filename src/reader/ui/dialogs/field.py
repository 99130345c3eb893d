"""A one-line input that keeps still."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static


class Field(Input):
    """Without border or blinking cursor; what is in it stays as it is when it takes the focus."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False


class Labelled(Horizontal):
    """A label and beside it what it names, on one line."""

    DEFAULT_CSS = """
    Labelled { height: 1; margin-bottom: 1; }
    Labelled > .label { width: 9; }
    Labelled > Field { width: 1fr; margin: 0; }
    """

    def __init__(self, label: str, field: Widget) -> None:
        super().__init__()
        self._label = label
        self._field = field

    def compose(self) -> ComposeResult:
        """Side by side."""
        yield Static(Content(self._label), classes="label")
        yield self._field
