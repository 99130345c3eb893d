"""The app: one screen, its themes, and a tidy end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.notifications import SeverityLevel

from reader.ui import hangup
from reader.ui.in_order import InOrder
from reader.ui.palette import Commands
from reader.ui.screens.main import MainScreen
from reader.ui.terminal import Thrift
from reader.ui.themes import NIGHT, THEMES

if TYPE_CHECKING:
    from reader.library import Library

_LOOK = 1.0  # seconds between looks at whether the terminal is there
KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


class ReaderApp(App[None]):
    """Reader on a terminal. `TEXTUAL_THEME` and `NO_COLOR` are honoured; nothing is animated."""

    TITLE = "Reader"
    COMMANDS: ClassVar = {Commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+l", "draw_again", "Draw the screen again", show=False, priority=True),
    ]
    CSS = """
    Toast { max-width: 80%; padding: 0 1; }
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.animation_level = "none"
        self.main = MainScreen(library)
        self._in_order = InOrder(self, super().on_event, self._settled)
        for theme in THEMES:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = NIGHT.name

    def on_resize(self) -> None:
        """Draw everything: a terminal of another size has its lines elsewhere."""
        self._forget_shown()

    def action_draw_again(self) -> None:
        """Draw everything, whatever another program wrote on the screen."""
        self._forget_shown()
        self.screen.refresh()

    def _forget_shown(self) -> None:
        if isinstance(self._driver, Thrift):
            self._driver.forget()

    def get_driver_class(self) -> type[Driver]:
        """The driver of this terminal, writing no more than it has to."""
        return type("ThriftyDriver", (Thrift, super().get_driver_class()), {})

    def get_default_screen(self) -> MainScreen:
        """The library and the article."""
        return self.main

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they stand on a keyboard: `Ctrl+S`, `Esc`, `/`."""
        if binding.key_display:
            return binding.key_display
        *modifiers, key = binding.key.split("+")
        name = KEY_NAMES.get(key) or (super().get_key_display(Binding(key, "")) or key)
        return "+".join(
            [
                *(one.title() for one in modifiers),
                name.upper() if modifiers and len(name) == 1 else name,
            ]
        )

    async def on_event(self, event: Event) -> None:
        """Let keys and pastes wait for the ones before them."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._in_order.take(event)
        else:
            await super().on_event(event)

    def _settled(self) -> bool:
        return bool(getattr(self.screen, "ready", True))  # Textual's own screens do not say

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()

    def on_mount(self) -> None:
        """Keep an eye on the terminal."""
        if not self.is_headless:
            self.set_interval(_LOOK, self._leave_if_hung_up)

    def on_unmount(self) -> None:
        """Let every change reach the library before the app is gone."""
        self.main.reading.save_position()
        self.main.work.close()

    def _leave_if_hung_up(self) -> None:
        """Leave without a word, for nobody reads it and nothing can be written."""
        if hangup.hung_up():
            self.on_unmount()
            hangup.end()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell the reader something; never read as markup unless a caller insists."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
