"""Bringing articles in: a path, an address, a paste, another application's export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.dialogs.tags import understood
from reader.ui.words import plural
from reader.ui.work import Work, in_words

if TYPE_CHECKING:
    from reader.library import ImportReport, Library, Progress
    from reader.library.bringing import BringReport
    from reader.model import ReaderError

BAR = 24
SHOWN_FAILURES = 6


class _Target(Field):
    """A paste of several lines belongs into the area below."""

    class Pasted(Message):
        """Text that is an article rather than a name."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: Paste) -> None:
        """Hand on what has several lines."""
        if "\n" in event.text.strip():
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an import: the articles, what to say of them, what could not be read."""

    ids: tuple[str, ...]
    words: str
    failed: tuple[ReaderError, ...] = ()
    cancelled: bool = False


class ImportDialog(Dialog[Came]):
    """Shows how far it is, can be stopped, and says what could not be read and why."""

    DEFAULT_CSS = """
    ImportDialog {
        &.-low TextArea { height: 5; }
        & TextArea { height: 8; min-height: 3; background: $panel; padding: 0 1; margin-bottom: 1; }
        & #progress { height: auto; color: $success; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Import", priority=True)]
    heading = "Import"
    keys = (("Enter", "import"), ("Ctrl+S", "import a paste"), ("Esc", "stop, leave"))

    class Advanced(Message):
        """The import is further on."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

    def __init__(self, library: Library, work: Work, paste: str = "") -> None:
        super().__init__()
        self._library = library
        self._work = work
        self._paste = paste
        self._stop = Event()
        self._busy = False
        self._came: Came | None = None

    def parts(self) -> Iterable[Widget]:
        """Where from, or the words themselves; tags for all of it."""
        yield Static(
            Content("File, folder or address; the export of another application"), classes="label"
        )
        yield _Target(placeholder="~/Downloads/article.html · https://…", id="target")
        yield Static(Content("or the article itself"), classes="label")
        area = TextArea(self._paste, compact=True)
        area.cursor_blink = False
        yield area
        yield Labelled("Tags", Field(placeholder="crypto, sanctions", id="tags"))
        yield Static(id="progress")

    def first(self) -> Widget:
        """Begin where there is something to do."""
        return self.query_one("#tags" if self._paste else "#target")

    @on(_Target.Pasted)
    def _pasted(self, event: _Target.Pasted) -> None:
        area = self.query_one(TextArea)
        area.insert(event.text)
        self.set_focus(area)

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Import what is there."""
        target = self.query_one("#target", Field).value.strip().strip("'\"")
        text = self.query_one(TextArea).text
        tags = understood(self.query_one("#tags", Field).value).add
        if self._busy:
            return
        if self._came is not None and not target and not text.strip():
            self.action_leave()
        elif target:
            self._begin(partial(self._import, target, tags))
        elif text.strip():
            self._begin(lambda: _imported(self._library.import_text(text, tags=tags)))
        else:
            self.complain("Type a path or an address, or paste the article.")

    def _import(self, target: str, tags: tuple[str, ...]) -> Came:
        from pathlib import Path

        place = str(Path(target).expanduser()) if target.startswith("~") else target
        ends, library = self._stop.is_set, self._library
        brought = library.bring([place], tags=tags, progress=self._advance, cancelled=ends)
        if not brought.others:
            return _brought(brought)
        return _imported(
            library.import_([place], tags=tags, progress=self._advance, cancelled=ends)
        )

    def _advance(self, progress: Progress) -> None:
        self.post_message(self.Advanced(progress))  # from the thread of the import

    def _begin(self, call: Callable[[], Came]) -> None:
        self._busy = True
        self._stop.clear()
        self.complain("")
        self._say("reading…")
        self._work.change(call, self._done, self._failed)

    def on_import_dialog_advanced(self, event: Advanced) -> None:
        """Draw the bar."""
        done, total, name = event.progress.done, event.progress.total, event.progress.name
        filled = BAR * done // total if total else 0
        bar = "▰" * filled + "▱" * (BAR - filled) if total else ""
        self._say(f"{bar} {done:,}{f' of {total:,}' if total else ''}  {name}")

    def _done(self, came: Came) -> None:
        self._busy = False
        self._came = came
        if not came.failed and not came.cancelled and "\n" not in came.words:
            self.dismiss(came)
            return
        self._say(came.words)
        failures = [in_words(error) for error in came.failed[:SHOWN_FAILURES]]
        if len(came.failed) > SHOWN_FAILURES:
            failures.append(f"… and {len(came.failed) - SHOWN_FAILURES} more")
        self.complain("\n".join(failures))
        if not came.failed:
            self._clear()

    def _clear(self) -> None:
        """Leave nothing to import once more: Enter or Esc is all there is to do."""
        self.query_one("#target", Field).value = ""
        self.query_one(TextArea).text = ""

    def _failed(self, words: str) -> None:
        self._busy = False
        self._say("")
        self.complain(words)

    def _say(self, words: str) -> None:
        self.query_one("#progress", Static).update(Content(words))

    def action_leave(self) -> None:
        """Stop the import that runs, or else leave with what came of the last one."""
        if self._busy:
            self._stop.set()
            self._say("stopping…")
        else:
            self.dismiss(self._came)

    def on_unmount(self) -> None:
        """Do not go on reading for nobody."""
        self._stop.set()


def _imported(report: ImportReport) -> Came:
    ids = tuple(row.id for row in (*report.imported, *report.known))
    return Came(ids, report_words(report), report.failed, report.cancelled)


def _brought(report: BringReport) -> Came:
    from reader.library.bringing import in_words as told

    ids = tuple(one.id for one in (*report.imported, *report.known))
    words = ["Stopped; U takes back what came until then."] if report.cancelled else []
    return Came(ids, "\n".join([*words, *told(report)]), report.failed, report.cancelled)


def report_words(report: ImportReport) -> str:
    """What came of an import, in one sentence."""
    parts = [f"Imported {plural(len(report.imported), 'article')}"]
    if report.renewed:
        parts.append(f"{len(report.renewed)} of them the newer text of a known one")
    if report.known:
        parts.append(f"{len(report.known)} known already")
    if report.failed:
        parts.append(f"{len(report.failed)} could not be read")
    if report.cancelled:
        parts.append("stopped")
    return ", ".join(parts) + "."
