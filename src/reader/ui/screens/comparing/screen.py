"""The screen around the changes: what is compared, how much changed, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reader.text.comparing import Change, in_short
from reader.ui.quiet import QuietScreen
from reader.ui.screens.comparing.view import ComparingView
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.two_ends import TwoEnds


class ComparingScreen(QuietScreen[None]):
    """Two versions of an article, the old words beside the new ones; n and p lead through them.

    Title and labels are shown as they stand, never read as markup.
    """

    DEFAULT_CSS = """
    ComparingScreen {
        & > TwoEnds { background: $surface; }
        & > ComparingView { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("colon", "app.command_palette", "Every command", show=False, key_display=":"),
        Binding("escape,q", "back", "Back", key_display="Esc"),
    ]
    AUTO_FOCUS = "ComparingView"

    def __init__(self, title: str, old: str, new: str, changes: Sequence[Change]) -> None:
        super().__init__()
        self._article = title
        self._versions = f"{old} → {new}: {in_short(changes)}"
        self.view = ComparingView(changes)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TwoEnds(id="article")
        yield TwoEnds(id="versions")
        yield self.view
        yield HintLine()

    def on_mount(self) -> None:
        """Say what is compared."""
        self.query_one("#article", TwoEnds).say(Content.styled(self._article, "bold $primary"))
        self._say_turn()

    @on(ComparingView.Turned)
    def _say_turn(self) -> None:
        turns = self.view.turns
        where = f"{self.view.turn + 1:,} of {turns:,}" if turns else ""
        right = Content.styled(where, "$foreground-muted")
        self.query_one("#versions", TwoEnds).say(Content(self._versions), right)

    def action_back(self) -> None:
        """Leave."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
