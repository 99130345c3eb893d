"""The list of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reader.model import ArticleRow
from reader.ui.widgets.article_line import article_line
from reader.ui.widgets.virtual_list import Piece
from reader.ui.widgets.windowed_list import WindowedList
from reader.ui.work import Work


class ArticleList(WindowedList[ArticleRow]):
    """Shows a listing; remembers which articles are selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l,right", "choose", "Open", key_display="Enter"),
        Binding("space", "select", "Select", show=False),
    ]

    class SelectionChanged(Message):
        """Other articles are selected than before."""

    def __init__(self, work: Work, today: Callable[[], date]) -> None:
        super().__init__(work)
        self._today = today
        self.selected: dict[str, None] = {}

    @property
    def targets(self) -> tuple[str, ...]:
        """What a command is about: the selected articles, else the one under the cursor."""
        if self.selected:
            return tuple(self.selected)
        return (self.row.id,) if self.row else ()

    def with_id_at(self, index: int, then: Callable[[str], object]) -> None:
        """Go on with the article on a line, which may have to be fetched first."""
        self.with_row(index, lambda row: then(row.id))

    def line(self, row: ArticleRow) -> Sequence[Piece]:
        """One article."""
        return article_line(row, self.line_width, self._today(), row.id in self.selected)

    def action_select(self) -> None:
        """Select or release the article under the cursor and go to the next."""
        if self.row is None:
            return
        if self.row.id in self.selected:
            del self.selected[self.row.id]
        else:
            self.selected[self.row.id] = None
        self.post_message(self.SelectionChanged())
        self.refresh()
        self.cursor += 1

    def select_all(self, ids: Sequence[str]) -> None:
        """Select these articles too."""
        self.selected |= dict.fromkeys(ids)
        self.post_message(self.SelectionChanged())
        self.refresh()

    def release(self) -> bool:
        """Forget the selection; whether there was one."""
        had = bool(self.selected)
        if not had:
            return False
        self.selected.clear()
        self.post_message(self.SelectionChanged())
        self.refresh()
        return had
