"""What changed between two versions of an article, on a screen of its own."""

from reader.ui.screens.comparing.screen import ComparingScreen
from reader.ui.screens.comparing.view import ComparingView

__all__ = ["ComparingScreen", "ComparingView"]
