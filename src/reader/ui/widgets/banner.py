"""What a terminal too small to read in shows instead."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Banner(Static):
    """Asks for more room; nothing is lost meanwhile."""

    DEFAULT_CSS = (
        "Banner { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }"
    )

    def __init__(self) -> None:
        super().__init__(Content("Reader needs 40×10.\nMake the window larger."))
