"""What all dialogs share: a quiet box in the middle, a title, a line of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.work import begin

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A question. Esc gives no answer. Subclasses yield what stands in the box from `parts`."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > #box {
            width: 72; max-width: 96%; height: auto; max-height: 96%;
            border: round $primary; background: $surface; padding: 0 1;
        }
        & #title { text-style: bold; color: $primary; margin-bottom: 1; }
        & #keys { color: $foreground-muted; margin-top: 1; }
        & .label { color: $foreground-muted; height: 1; }
        & .trouble { color: $error; height: auto; display: none; }
        & Input { background: $panel; padding: 0 1; margin-bottom: 1; }
        & Input:focus { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 (as Textual declares it)

    AUTO_FOCUS = ""

    heading: ClassVar[str] = ""
    keys: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        """Whether the next key is for this dialog: not while it gets ready or saves and leaves."""

    def parts(self) -> Iterable[Widget]:
        """What stands in the box."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, parts, trouble, keys."""
        with Vertical(id="box"):
            yield Static(Content(self.heading), id="title")
            yield from self.parts()
            yield Static(classes="trouble")
            hints = (
                Content.assemble((key, "$accent bold"), " ", words) for key, words in self.keys
            )
            yield Static(Content(" · ").join(hints), id="keys")

    def on_mount(self) -> None:
        """Get ready; keys wait for that."""
        begin(self, self._get_ready, "dialog")

    async def prepare(self) -> None:
        """Fetch what the dialog begins with."""

    def first(self) -> Widget | None:
        """What takes the keys."""
        return next(iter(self.focus_chain), None)

    async def _get_ready(self) -> None:
        await self.prepare()
        self.set_focus(self.first())
        self.ready = True

    def complain(self, words: str) -> None:
        """Say what is wrong, or nothing any more, and stay."""
        self.ready = True
        trouble = self.query_one(".trouble", Static)
        trouble.update(Content(words))
        trouble.display = bool(words)

    def action_leave(self) -> None:
        """Give no answer."""
        self.dismiss(None)
