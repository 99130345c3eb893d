"""One line with something at its left end and something at its right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class TwoEnds(Widget):
    """The left end gives way, with an ellipsis, when both do not fit."""

    DEFAULT_CSS = "TwoEnds { height: 1; width: 1fr; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left = Content()
        self._right = Content()

    def say(self, left: Content, right: Content | None = None) -> None:
        """Change what it says."""
        if (left, right or Content()) != (self._left, self._right):
            self._left, self._right = left, right or Content()
            self.refresh()

    def render(self) -> Content:
        """Put both ends on one line."""
        room = self.content_size.width - self._right.cell_length
        if room < 1:
            return self._left.truncate(self.content_size.width, ellipsis=True)
        left = self._left.truncate(room - 1 if self._right else room, ellipsis=True)
        return left + Content(" " * (room - left.cell_length)) + self._right
