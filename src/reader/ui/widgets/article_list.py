"""The list of articles: rows fetched by window as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reader.model import ArticleRow
from reader.ui.widgets.article_line import article_line, waiting_line
from reader.ui.widgets.virtual_list import Piece, VirtualList
from reader.ui.work import Work, begin

if TYPE_CHECKING:
    from reader.library import Listing

WINDOW = 128
"""Rows asked for at a time: two tall screens."""


class ArticleList(VirtualList):
    """Shows a listing; remembers rows it has seen and which articles are selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l,right", "choose", "Open", key_display="Enter"),
        Binding("space", "select", "Select", show=False),
    ]

    class SelectionChanged(Message):
        """Other articles are selected than before."""

    def __init__(self, work: Work, today: Callable[[], date]) -> None:
        super().__init__()
        self._work = work
        self._today = today
        self._listing: Listing | None = None
        self._rows: dict[int, ArticleRow] = {}
        self._asked: set[int] = set()
        self.selected: dict[str, None] = {}

    @property
    def count(self) -> int:
        """How many articles the listing has."""
        return len(self._listing) if self._listing is not None else 0

    @property
    def row(self) -> ArticleRow | None:
        """The article under the cursor, None while it is not known."""
        return self._rows.get(self.cursor) if self.count else None

    @property
    def targets(self) -> tuple[str, ...]:
        """What a command is about: the selected articles, else the one under the cursor."""
        if self.selected:
            return tuple(self.selected)
        return (self.row.id,) if self.row else ()

    def id_at(self, index: int) -> str | None:
        """The article on a line."""
        row = self._rows.get(index)
        return row.id if row else None

    def with_id_at(self, index: int, then: Callable[[str], object]) -> None:
        """Go on with the article on a line, which may have to be fetched first."""

        async def fetched() -> None:
            await self._fetch(index // WINDOW)
            if (id := self.id_at(index)) is not None and index == self.cursor:
                then(id)

        if (id := self.id_at(index)) is not None:
            then(id)
        else:
            begin(self, fetched, "rows")

    @property
    def window(self) -> tuple[int, int]:
        """The lines in sight and some around them, `[first, last)`; around the cursor if hidden."""
        height = self.size.height
        if not height:
            return max(0, self.cursor - WINDOW // 2), self.cursor + WINDOW // 2
        top = self.scroll_offset.y
        return max(0, top - height), top + 2 * height

    def show(
        self, listing: Listing, first: int, rows: Sequence[ArticleRow], cursor: int | None
    ) -> None:
        """Show a listing, some of whose rows are known already."""
        self._listing = listing
        self._rows = {first + offset: row for offset, row in enumerate(rows)}
        self._asked.clear()
        self.recount(self.cursor if cursor is None else cursor)

    def pieces(self, index: int) -> Sequence[Piece]:
        """One article, or a promise of it."""
        row = self._rows.get(index)
        if row is None:
            self._ask_for(index)
            return waiting_line(self.line_width)
        return article_line(row, self.line_width, self._today(), row.id in self.selected)

    def _ask_for(self, index: int) -> None:
        window = index // WINDOW
        if window not in self._asked:
            self._asked.add(window)
            begin(self, partial(self._fetch, window), "rows")

    async def _fetch(self, window: int) -> None:
        listing, first = self._listing, window * WINDOW
        if listing is None:
            return
        rows = await self._work.read(lambda: listing.rows(first, first + WINDOW))
        if listing is self._listing:
            self._rows |= {first + offset: row for offset, row in enumerate(rows)}
            self.refresh()

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

    def release(self) -> bool:
        """Forget the selection; whether there was one."""
        had = bool(self.selected)
        self.selected.clear()
        self.post_message(self.SelectionChanged())
        self.refresh()
        return had
