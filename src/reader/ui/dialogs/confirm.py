"""What to do with words that are not saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.dialogs.dialog import Dialog


class KeepDialog(Dialog[bool]):
    """True saves, False throws away, no answer goes on writing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,enter,ctrl+s", "keep(True)", "Save"),
        Binding("d", "keep(False)", "Discard"),
    ]
    heading = "Save these words?"
    keys = (("s", "save"), ("d", "discard"), ("Esc", "go on writing"))

    def parts(self) -> Iterable[Widget]:
        """One sentence."""
        yield Static(Content("The note has changed and is not saved yet."))

    def action_keep(self, keep: bool) -> None:
        """Answer."""
        self.dismiss(keep)
