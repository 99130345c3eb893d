"""The Textual app: shows what Library gives, holds no logic, knows no files."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library

FRAMES = 240
"""Times a second that Textual looks whether there is something to draw. With its own sixty, what a
key does waits eight milliseconds on average for each thing that is drawn after another."""

SWITCH = 0.001
"""Seconds that a search or a save may go on before the screen's thread gets its turn."""


def run(library: Library) -> None:
    """Open the app on a library and return when the reader leaves, all changes written."""
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES))
    sys.setswitchinterval(SWITCH)
    from reader.ui.app import ReaderApp

    ReaderApp(library).run()
