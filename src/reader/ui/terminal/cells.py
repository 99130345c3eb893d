"""Text as the cells of a terminal that it fills."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count, takewhile

from rich.cells import cell_len

from reader.ui.terminal.looks import ground

Cell = tuple[str, str] | tuple[str, str, int]
"""A look and what stands in the cell; "" behind a wide character.

With a number where terminals differ in how wide the text is: the cell is equal to no other, and the
first of them has the whole text.
"""
Row = list[Cell | None]
"""The cells of a row, None for those of which nothing is known."""

_NARROW = (
    " -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2100-\u2121\u2123-\u2138\u213a-\u2193\u219a-\u21a8\u21ab-\u22ff\u2500-\u25a9"
    "\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2605\u2606\u2610\u2713\u2717\u270e"
)
_WIDE = (
    "\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\u3001-\u3015"
)
_ALL_NARROW = re.compile(f"[{_NARROW}]*")
_SURE = re.compile(f"[{_NARROW}{_WIDE}]*")
_numbers = count()


def cells_of(look: str, text: str) -> tuple[tuple[Cell, ...], bool]:
    """The cells that a text fills, and whether every terminal agrees how many that are."""
    sure = _SURE.match(text).end()  # type: ignore[union-attr]
    if sure == len(text):
        return _sure_cells(look, text), True
    sure = max(0, sure - 1)  # a mark may stand on what is before it
    return _sure_cells(look, text[:sure]) + unsure_cells(look, text[sure:]), False


def marks_before(text: str) -> str:
    """What a text begins with that has no width of its own: it stands on what is before."""
    return "".join(takewhile(lambda letter: not cell_len(letter), text))


def unsure_cells(look: str, text: str) -> tuple[Cell, ...]:
    """The cells of a text that no terminal need see as wide as Textual does."""
    width = cell_len(text)
    if not width:
        return ()
    return ((look, text, next(_numbers)), *((look, "", next(_numbers)) for _ in range(width - 1)))


@lru_cache(maxsize=8192)
def _sure_cells(look: str, text: str) -> tuple[Cell, ...]:
    blank = (ground(look), " ")
    if _ALL_NARROW.fullmatch(text):
        return tuple(blank if letter == " " else (look, letter) for letter in text)
    cells: list[Cell] = []
    for letter in text:
        cells.append(blank if letter == " " else (look, letter))
        if cell_len(letter) == 2:
            cells.append((look, ""))
    return tuple(cells)
