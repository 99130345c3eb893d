"""What comes in and what goes out: imports, exports, the browser, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Paste

from reader.ui import dialogs
from reader.ui.reading import CopyRequested
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import plural, quoted
from reader.ui.work import begin

if TYPE_CHECKING:
    from reader.library import ExportReport

SELECT_NATIVELY = "Shift-drag selects in the terminal itself."


class InAndOut(ReaderScreen):
    """Imports and exports run beside the screen; addresses are opened and copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "import", "Import"),
        Binding("x", "export", "Export"),
        Binding("o", "open_address", "Open in the browser", show=False),
    ]

    def action_import(self) -> None:
        """Ask what to import."""
        self.ask(dialogs.ImportDialog(self.library, self.work), self._imported)

    def on_paste(self, event: Paste) -> None:
        """A paste into the list is an article."""
        if event.text.strip():
            self.ask(dialogs.ImportDialog(self.library, self.work, event.text), self._imported)

    def _imported(self, came: dialogs.Came) -> None:
        self.tell(came.words.partition("\n")[0])
        self.list_pane.reload(came.ids[0] if came.ids else None)

    def action_export(self) -> None:
        """Ask what to write where."""
        selected = len(self.list_pane.list.selected)
        if self.opened is not None or selected:
            what: str | tuple[str, ...] = self.targets
            subject = self.named
        else:
            what = self.list_pane.asked
            subject = f"{plural(self.list_pane.list.count, 'article')} listed"

        def write(
            chosen: dialogs.Export,
            done: Callable[[ExportReport], object],
            failed: Callable[[str], object],
        ) -> None:
            self.work.change(partial(self._export, what, chosen), done, failed)

        self.ask(dialogs.ExportDialog(subject, write), self._exported)

    def _export(self, what: str | tuple[str, ...], chosen: dialogs.Export) -> ExportReport:
        from reader.library import Format

        return self.library.export(what, to=chosen.to, format=Format(chosen.format))

    def _exported(self, report: ExportReport) -> None:
        where = str(report.paths[0]) if len(report.paths) == 1 else ""
        if len(report.paths) > 1:
            where = f"{plural(len(report.paths), 'file')} in {report.paths[0].parent}"
        words = f"Wrote {plural(report.articles, 'article')}"
        self.tell(f"{words}: {where}" if where else "There was nothing to write.")

    def _with_address(self, then: Callable[[str], object]) -> None:
        """Find the address of the article in hand; only the web's own are ever opened."""
        ids = self.targets[:1]

        async def find() -> None:
            article = await self.work.look(partial(self.library.article, *ids))
            if article is None:
                return
            url = article.url or article.source.url or ""
            if url.startswith(("https://", "http://")):
                then(url)
            else:
                self.tell("This article has no web address.")

        if ids:
            begin(self, find, "address", latest=True)

    def action_open_address(self) -> None:
        """Open the article in the browser."""
        self._with_address(self.app.open_url)

    def action_copy_address(self) -> None:
        """Copy the article's address."""
        self._with_address(self._copy)

    @on(CopyRequested)
    def _copy_passage(self, event: CopyRequested) -> None:
        if self.reading.opened:
            self._copy(self.reading.opened.article.read(event.start, event.end))

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.tell(f"Copied {quoted(text)}. {SELECT_NATIVELY}")
