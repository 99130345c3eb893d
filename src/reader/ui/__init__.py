"""The Textual app: shows what Library gives, holds no logic, knows no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library


def run(library: Library) -> None:
    """Open the app on a library and return when the reader leaves, all changes written."""
    from reader.ui.app import ReaderApp

    ReaderApp(library).run()
