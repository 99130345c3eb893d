"""Where notes are written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reader.model import Colour
from reader.ui.dialogs.colours import ColourChoice
from reader.ui.dialogs.confirm import KeepDialog
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.dialogs.tags import understood


@dataclass(frozen=True, slots=True)
class Draft:
    """A note's words, tags and colour."""

    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW


class NoteDialog(Dialog[Draft]):
    """Ctrl+S saves and leaves once the words are safe; Esc asks first when there are new words.

    `save(draft, done, failed)` must call `done()` or `failed(words)`; after a failure the dialog
    stays, with every word in it.
    """

    DEFAULT_CSS = """
    NoteDialog {
        & > #box { width: 84; }
        & #quote { height: auto; max-height: 4; padding: 0 1; border-left: outer $accent;
            color: $foreground-muted; margin-bottom: 1; }
        &.-low TextArea { height: 6; }
        & TextArea { height: 10; min-height: 3; background: $panel; padding: 0 1;
            margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save", priority=True)]
    heading = "Note"
    keys = (("Ctrl+S", "save"), ("Tab", "next field"), ("Esc", "leave"))

    def __init__(
        self,
        quote: str,
        draft: Draft,
        save: Callable[[Draft, Callable[[], object], Callable[[str], object]], object],
        *,
        on_passage: bool,
        load: Callable[[], Awaitable[Draft]] | None = None,
    ) -> None:
        super().__init__()
        self._load = load
        self._quote = quote
        self._before = draft
        self._save = save
        self._on_passage = on_passage

    def parts(self) -> Iterable[Widget]:
        """The passage, the words, and for a passage its tags and colour."""
        yield Static(Content(self._quote), id="quote")
        area = TextArea(self._before.body, compact=True, id="body")
        area.cursor_blink = False
        yield area
        if self._on_passage:
            tags = Field(", ".join(self._before.tags), placeholder="method, quote")
            yield Labelled("Tags", tags)
            yield Labelled("Colour", ColourChoice(self._before.colour))

    async def prepare(self) -> None:
        """Fetch the words there are; write on where they end."""
        area = self.query_one(TextArea)
        if self._load is not None:
            self._before = await self._load()
            area.text = self._before.body
        area.move_cursor(area.document.end)

    @property
    def draft(self) -> Draft:
        """What stands there now."""
        body = self.query_one(TextArea).text.strip("\n")
        if not self._on_passage:
            return Draft(body)
        tags = understood(self.query_one(Field).value).add
        return Draft(body, tags, self.query_one(ColourChoice).colour)

    def action_save(self) -> None:
        """Save, and leave when that is done."""
        draft = self.draft
        self.ready = False
        self._save(draft, lambda: self.dismiss(draft), self.complain)

    def action_leave(self) -> None:
        """Leave; ask first when words would be lost."""
        if self.draft == self._before:
            self.dismiss(None)
        else:
            self.app.push_screen(KeepDialog(), self._decided)

    def _decided(self, keep: bool | None) -> None:
        if keep:
            self.action_save()
        elif keep is False:
            self.dismiss(None)
