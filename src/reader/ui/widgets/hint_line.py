"""The bottom line: the keys that matter now, and whether the reader's words are saved."""

from __future__ import annotations

from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer

from reader.ui.widgets.two_ends import TwoEnds
from reader.ui.work import Saving

_SAID = {
    Saving.PENDING: Content.styled("… saving", "$foreground-muted"),
    Saving.SAVED: Content.styled("✓ saved", "$foreground-muted"),
    Saving.FAILED: Content.styled("✗ not saved", "$error bold"),
}

NOTICED = 0.25
"""Seconds that saving may take before it is worth a word."""


class HintLine(TwoEnds):
    """Follows the focus: shows the bindings that say they are worth a hint, help first."""

    DEFAULT_CSS = "HintLine { dock: bottom; background: $surface; color: $foreground-muted; }"

    def __init__(self, *, saving: bool = False) -> None:
        """`saving` if it says whether the reader's words are saved."""
        super().__init__()
        self._says_saving = saving
        self._hints = Content()
        self._saving = Saving.SAVED
        self._waiting: Timer | None = None

    def on_mount(self) -> None:
        """Listen for keys that come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._look_again)

    def say_saving(self, saving: Saving) -> None:
        """Say how far saving is; that it is under way only if it takes long enough to see."""
        if self._waiting is not None:
            self._waiting.stop()
        if saving is Saving.PENDING and self._saving is Saving.SAVED:
            self._waiting = self.set_timer(NOTICED, lambda: self._say(saving))
        elif saving is not Saving.PENDING:
            self._say(saving)

    def _say(self, saving: Saving) -> None:
        self._saving = saving
        self._draw()

    def _look_again(self, screen: Screen[object]) -> None:
        actions: dict[str, tuple[str, str]] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in actions:
                words = binding.description[:1].lower() + binding.description[1:]
                actions[binding.action] = (self.app.get_key_display(binding), words)
        hints = sorted(actions.values(), key=lambda hint: hint[0] != "?")
        separator = Content(" · ")
        self._hints = separator.join(
            Content.assemble((key, "$accent bold"), " ", words) for key, words in hints
        )
        self._draw()

    def _draw(self) -> None:
        self.say(self._hints, _SAID[self._saving] if self._says_saving else None)
