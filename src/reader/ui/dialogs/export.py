"""Writing articles and notes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.dialogs.choice import Choice, Option
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from reader.library import ExportReport

FORMATS = (
    Option("markdown", "a folder of notes; what you write there stays"),
    Option("json", "everything that is known, one file"),
    Option("w3c", "notes and highlights as Web Annotations"),
    Option("csv", "notes and highlights as a table"),
    Option("archive", "your notes and the sources, in one zip"),
    Option("org", "a folder of notes, as Org files"),
    Option("html", "a folder of notes, as pages"),
)
PLACES = {
    "markdown": "~/reader-notes",
    "org": "~/reader-org",
    "html": "~/reader-pages",
    "json": "~/reader-export.json",
    "w3c": "~/reader-annotations.jsonld",
    "csv": "~/reader-notes.csv",
    "archive": "~/reader-archive.zip",
}


class Export:
    """What is to be written: a format's name and a place."""

    def __init__(self, format: str, to: Path) -> None:
        self.format = format
        self.to = to


class ExportDialog(Dialog["ExportReport"]):
    """A format and a place; stays when nothing could be written."""

    DEFAULT_CSS = """
    ExportDialog { & #subject { margin-bottom: 1; } & Choice { margin-bottom: 1; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write", priority=True)]
    heading = "Export"
    keys = (("↑↓", "format"), ("Enter", "next, write"), ("Esc", "leave"))

    def __init__(
        self,
        subject: str,
        write: Callable[
            [Export, Callable[[ExportReport], object], Callable[[str], object]], object
        ],
    ) -> None:
        super().__init__()
        self._subject = subject
        self._write = write
        self._choice = Choice(FORMATS)

    def parts(self) -> Iterable[Widget]:
        """What, as what, where to."""
        yield Static(Content(self._subject), id="subject")
        yield self._choice
        yield Labelled("To", Field(PLACES["markdown"], id="to"))

    @on(VirtualList.Moved)
    def _other_format(self) -> None:
        field = self.query_one("#to", Field)
        if field.value in PLACES.values():
            field.value = PLACES[FORMATS[self._choice.cursor].name]
        self._choice.refresh()

    @on(VirtualList.Chosen)
    def _to_the_place(self) -> None:
        self.set_focus(self.query_one("#to"))

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write, and leave when that is done."""
        to = self.query_one("#to", Field).value.strip()
        if not to:
            self.complain("Where to?")
            return
        export = Export(FORMATS[self._choice.cursor].name, Path(to).expanduser())
        self.complain("")
        self.ready = False
        self._write(export, self.dismiss, self.complain)
