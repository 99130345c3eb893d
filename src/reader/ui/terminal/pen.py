"""Cells as what a terminal is to be told, in few bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from reader.ui.terminal.cells import Cell, Row
from reader.ui.terminal.looks import change, ground

_GAP = 8
"""Cells that are right already and written all the same: a move costs about as many bytes."""


class Pen:
    """Writes from the terminal's own look on and goes back to it at the end."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._look = ""
        self._at: tuple[int, int] | None = None

    def end(self) -> str:
        """Everything that was written."""
        self._become("")
        return "".join(self._out)

    def move(self, row: int, column: int) -> None:
        """Go to a cell; rows and columns count from 0."""
        if self._at == (row, column):
            return
        if self._at and self._at[0] == row and self._at[1] < column:
            self._out.append(f"\x1b[{column - self._at[1]}C")
        else:
            self._out.append(f"\x1b[{row + 1};{column + 1}H")
        self._at = row, column

    def repair(self, row: int, old: Row, new: Row, first: int, last: int) -> None:
        """Write what of a row is not as it was, which it can only be in cells `[first, last)`."""
        for start, end in _different(old, new, first, last):
            cells = [cell for cell in new[start:end] if cell is not None]
            self.move(row, start)
            self._write(cells)
            # At the margin, and behind what is not of one width everywhere, nobody knows where.
            lost = end == len(new) or any(len(cell) == 3 for cell in cells)
            self._at = None if lost else (row, end)

    def _write(self, cells: Sequence[Cell]) -> None:
        put = self._out.append
        for at, cell in enumerate(cells):
            look, text = cell[0], cell[1]
            if look != self._look:
                if text == " ":
                    if ground(self._look) != look:
                        self._become(_coming(cells, at, look))
                elif text:
                    self._become(look)
            put(text)

    def _become(self, look: str) -> None:
        if look != self._look:
            self._out.append(change(self._look, look))
            self._look = look


def _coming(cells: Sequence[Cell], at: int, blank: str) -> str:
    """The look of a blank that is also that of what comes behind it, where that can be."""
    for cell in cells[at + 1 :]:
        if cell[1] != " ":
            return cell[0] if ground(cell[0]) == blank else blank
        if cell[0] != blank:
            break
    return blank


def _different(old: Row, new: Row, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of a row, `[start, end)`, that are to be written."""
    before = [*old[first:last], *[None] * (last - max(first, len(old)))]
    pairs = zip(count(first), before, new[first:last])
    # `is` first: cells are shared, and tuples are compared letter by letter.
    changed = [at for at, was, cell in pairs if cell is not was and cell != was]
    found: list[tuple[int, int]] = []
    for at in changed:
        if new[at] is None:
            continue
        if found and at - found[-1][1] < _GAP and None not in new[found[-1][1] : at]:
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return found
