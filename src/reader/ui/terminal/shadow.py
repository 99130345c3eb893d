"""What a terminal shows, remembered, so that nobody has to say it twice.

Textual writes a widget whole when anything in it changes. What stands there already need not be
written again.
"""

from __future__ import annotations

from reader.ui.terminal.cells import Row
from reader.ui.terminal.frames import Moved, Span, Unknown, read
from reader.ui.terminal.pen import Pen

Rows = dict[int, Row]


class Shadow:
    """The cells of a terminal as far as they are known. For one thread."""

    def __init__(self) -> None:
        self._rows: Rows = {}

    def forget(self) -> None:
        """Take nothing for known: everything that is written from now on is written whole."""
        self._rows = {}

    def told(self, data: str) -> str:
        """What to write so that the terminal shows what the data would make it show."""
        try:
            written = list(read(data))
        except Unknown:
            self.forget()
            return data
        out: list[str] = []
        spans: list[Span] = []
        cursor: Moved | None = None
        for one in written:
            if isinstance(one, Span):
                spans.append(one)
            elif isinstance(one, str):
                out += [self._drawn(spans, cursor), one]
                spans, cursor = [], None
            cursor = one if isinstance(one, Moved) else None
        return "".join([*out, self._drawn(spans, cursor)])

    def _drawn(self, spans: list[Span], cursor: Moved | None) -> str:
        pen = Pen()
        if spans:
            new = _applied(self._rows, spans)
            self._draw(pen, new, _touched(spans))
            self._rows |= new
        if cursor is not None:
            pen.move(cursor.row, cursor.column)
        return pen.end()

    def _draw(self, pen: Pen, new: Rows, touched: dict[int, tuple[int, int]]) -> None:
        old = self._rows
        for row in sorted(new):
            first, last = touched[row]
            pen.repair(row, old.get(row, []), new[row], first, min(last, len(new[row])))


def _applied(rows: Rows, spans: list[Span]) -> Rows:
    """The rows that spans are written in, as they are then."""
    new: Rows = {}
    for span in spans:
        row = new.setdefault(span.row, list(rows.get(span.row, ())))
        end = span.column + len(span.cells)
        row += [None] * (end - len(row))
        _halve(row, span.column)
        _halve(row, end)
        row[span.column : end] = span.cells
        if not span.sure:
            row[end:] = [None] * (len(row) - end)
    return new


def _touched(spans: list[Span]) -> dict[int, tuple[int, int]]:
    """The cells `[first, last)` of each row that may be others, halves of wide ones among them."""
    found: dict[int, tuple[int, int]] = {}
    for span in spans:
        first, last = found.get(span.row, (span.column, 0))
        end = span.column + len(span.cells) + 1
        found[span.row] = min(first, max(0, span.column - 1)), max(last, end)
    return found


def _halve(row: Row, at: int) -> None:
    """Take a wide character for unknown that something else begins in the middle of."""
    if 0 < at < len(row) and (cell := row[at]) is not None and not cell[1]:
        row[at - 1 : at + 1] = [None, None]
