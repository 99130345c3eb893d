"""A list whose rows are fetched by window as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from textual.geometry import Region

from reader.ui.widgets.virtual_list import Piece, VirtualList
from reader.ui.work import Work, begin

Row = TypeVar("Row")
Given = TypeVar("Given", covariant=True)

WINDOW = 128
"""Rows asked for at a time: two tall screens."""

KEPT = 16
"""Windows remembered; when there are more, all but those about the cursor are forgotten."""


class Rows(Protocol[Given]):
    """What a list shows: how many there are, and any of them."""

    def __len__(self) -> int:
        """How many rows there are."""

    def rows(self, first: int, last: int) -> Sequence[Given]:
        """The rows `[first, last)`."""


class WindowedList(VirtualList, Generic[Row]):
    """Remembers the rows it has seen; those it has not are promised, and asked for."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: Rows[Row] | None = None
        self._rows: dict[int, Row] = {}
        self._asked: set[int] = set()
        self._promised = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._shown) if self._shown is not None else 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor, None while it is not known."""
        return self.row_at(self.cursor) if self.count else None

    def row_at(self, index: int) -> Row | None:
        """A row, None while it is not known."""
        return self._rows.get(index)

    @property
    def window(self) -> tuple[int, int]:
        """The lines in sight and some around them, `[first, last)`; around the cursor if hidden."""
        height = self.size.height
        if not height:
            return max(0, self.cursor - WINDOW // 2), self.cursor + WINDOW // 2
        top = self.scroll_offset.y
        return max(0, top - height), top + 2 * height

    def show(self, shown: Rows[Row], first: int, rows: Sequence[Row], cursor: int | None) -> None:
        """Show other rows, some of which are known already; what stands there already stays."""
        cursor = self.cursor if cursor is None else cursor
        known = {first + offset: row for offset, row in enumerate(rows)}
        before, count = self._rows, self.count
        self._shown, self._rows = shown, known
        self._asked.clear()
        if (count, self.cursor) != (len(shown), cursor) or any(
            known.get(line) != before.get(line) for line in self._in_sight()
        ):
            self.recount(cursor)
        self._look_ahead()

    def amend(self, change: Callable[[Row], Row]) -> None:
        """Show rows as they are about to be, before the library says so."""
        for line, row in self._rows.items():
            if (after := change(row)) != row:
                self._rows[line] = after
                self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Have the rows of the next screens ready."""
        super().watch_cursor(old, new)
        self._look_ahead()

    def _in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, min(self.count, top + self.size.height))

    def _look_ahead(self) -> None:
        """Ask for the screens before and after the one in sight, if they are not there."""
        first, last = self.window
        for line in (first, min(last, self.count) - 1):
            if 0 <= line < self.count and line not in self._rows:
                self._ask_for(line)

    def pieces(self, index: int) -> Sequence[Piece]:
        """One row, or a promise of it."""
        row = self._rows.get(index)
        if row is None:
            self._promised = True
            self._ask_for(index)
            return [("   …".ljust(self.line_width), "muted")]
        return self.line(row)

    def line(self, row: Row) -> Sequence[Piece]:
        """What stands on the line of a row."""
        raise NotImplementedError

    def with_row(self, index: int, then: Callable[[Row], object]) -> None:
        """Go on with a row, which may have to be fetched first, while the cursor is on it."""

        async def fetched() -> None:
            await self._fetch(index // WINDOW)
            if (row := self._rows.get(index)) is not None and index == self.cursor:
                then(row)

        if (row := self._rows.get(index)) is not None:
            then(row)
        else:
            begin(self, fetched, "rows")

    def _ask_for(self, index: int) -> None:
        window = index // WINDOW
        if window not in self._asked:
            self._asked.add(window)
            begin(self, partial(self._fetch, window), "rows")

    async def _fetch(self, window: int) -> None:
        shown, first = self._shown, window * WINDOW
        if shown is None:
            return
        rows = await self._work.read(lambda: shown.rows(first, first + WINDOW))
        if shown is self._shown:
            self._forget_far()
            self._rows |= {first + offset: row for offset, row in enumerate(rows)}
            if self._promised:
                self._promised = False
                self.refresh()

    def _forget_far(self) -> None:
        """Keep what is remembered within bounds, however far the reader goes."""
        if len(self._rows) > KEPT * WINDOW:
            here, far = self.cursor // WINDOW, KEPT // 4
            near = range((here - far) * WINDOW, (here + far + 1) * WINDOW)
            self._rows = {line: row for line, row in self._rows.items() if line in near}
            self._asked = {one for one in self._asked if abs(one - here) <= far}
