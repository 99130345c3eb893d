"""One of several, picked from a list; a name typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.dialogs.choice import Choice, Option
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.widgets.virtual_list import VirtualList

_HIGHEST = 12


class PickDialog(Dialog[int]):
    """Answers with the number of the option picked, from 0."""

    DEFAULT_CSS = """
    PickDialog { & #subject { height: auto; max-height: 4; margin-bottom: 1; } }
    """
    keys = (("↑↓", "which"), ("Enter", "this one"), ("Esc", "leave"))

    def __init__(self, heading: str, subject: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.heading = heading  # type: ignore[misc]
        self._subject = subject
        self._choice = Choice(options)
        self._choice.styles.height = min(_HIGHEST, len(options))

    def parts(self) -> Iterable[Widget]:
        """What it is about, and the options."""
        yield Static(Content(self._subject), id="subject")
        yield self._choice

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self._choice.refresh()

    @on(VirtualList.Chosen)
    def _picked(self) -> None:
        self.dismiss(self._choice.cursor)


class NameDialog(Dialog[str]):
    """Answers with what was typed, never with nothing."""

    DEFAULT_CSS = """
    NameDialog { & #subject { height: auto; max-height: 4; margin-bottom: 1; } }
    """
    keys = (("Enter", "save"), ("Esc", "leave"))

    def __init__(self, heading: str, subject: str, label: str, present: str = "") -> None:
        super().__init__()
        self.heading = heading  # type: ignore[misc]
        self._subject = subject
        self._label = label
        self._present = present

    def parts(self) -> Iterable[Widget]:
        """What it is about, and the field."""
        yield Static(Content(self._subject), id="subject")
        yield Labelled(self._label, Field(self._present, id="name"))

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        if name := " ".join(event.value.split()):
            self.dismiss(name)
        else:
            self.complain(f"{self._label} is still to be written.")
