"""The list inside the panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.ui.panel.row import PanelRow
from reader.ui.widgets.virtual_list import Piece, VirtualList


class PanelList(VirtualList):
    """Lines of one tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Jump there", key_display="Enter")
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PanelRow] = ()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    @property
    def row(self) -> PanelRow | None:
        """The line under the cursor."""
        return self.rows[self.cursor] if self.cursor < self.count else None

    def pieces(self, index: int) -> Sequence[Piece]:
        """One line; what is too long is cut by the list."""
        return self.rows[index].pieces

    def show(self, rows: Sequence[PanelRow], cursor: int = 0) -> None:
        """Show other lines."""
        self.rows = rows
        self.recount(cursor)
