"""The whole library at once: who is named in it, its figures, its dates."""

from reader.ui.across.screen import AcrossScreen
from reader.ui.across.views import View

__all__ = ["AcrossScreen", "View"]
