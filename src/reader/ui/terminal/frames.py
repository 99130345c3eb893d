"""What is written to a terminal, read again: which cells of which rows, and the rest as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.ui.terminal.cells import Cell, cells_of, marks_before, unsure_cells

_TOKEN = re.compile(
    r"""
    \x1b\[ (?P<look> [0-9;:]* ) m
  | \x1b\[ (?P<row> \d+ ) ; (?P<column> \d+ ) H
  | (?P<down> \n )
  | (?P<other>  # modes that leave the screen as it is, questions, and what is for the window
        \x1b\[\? (?: 25 | 100[0-6] | 101[56] | 2004 | 2026 | 2048 ) [hl]
      | \x1b\[ [?>=<] [0-9;]* u
      | \x1b\[ [?>=]? [0-9;]* (?: c | n | \$p )
      | \x1b\] [^\x07\x1b]* (?: \x07 | \x1b\\ )
      | \x07
    )
  | (?P<text> [^\x00-\x1f\x7f-\x9f]+ )
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Span:
    """Cells of one row, from a column on; rows and columns count from 0."""

    row: int
    column: int
    cells: list[Cell] = field(default_factory=list)
    sure: bool = True
    """Whether every terminal agrees where it ends."""

    def put(self, look: str, text: str) -> None:
        """Text behind what is there."""
        marks = marks_before(text)
        if marks and self.cells:
            self._put_on_last(marks)
            self.sure, text = False, text[len(marks) :]
        if self.sure:
            cells, self.sure = cells_of(look, text)
        else:
            cells = unsure_cells(look, text)
        self.cells += cells

    def _put_on_last(self, mark: str) -> None:
        """Marks without a width of their own, on what is before them: written together."""
        at = len(self.cells) - 1
        while at and not self.cells[at][1]:
            at -= 1
        look, text, *_ = self.cells[at]
        self.cells[at : at + 1] = unsure_cells(look, text + mark)[:1]


@dataclass(frozen=True, slots=True)
class Moved:
    """The cursor goes somewhere and nothing is written there."""

    row: int
    column: int


Written = Span | Moved | str
"""Cells, a move of the cursor, or a control sequence that changes no cell."""


class Unknown(Exception):
    """Something is written that may do anything to the screen."""


def read(data: str) -> Iterator[Written]:
    """What the data writes, in order. Raises Unknown.

    Written must begin with the terminal's own look, and text after it was said where it goes.
    """
    reading = _Reading()
    at = 0
    for found in _TOKEN.finditer(data):
        if found.start() != at:
            raise Unknown
        at = found.end()
        yield from reading.token(found)
    if at != len(data) or reading.look:
        raise Unknown
    yield from reading.ended()


@dataclass(slots=True)
class _Reading:
    """How far it was read: the look, the cells of the moment, or where the cursor is."""

    look: str = ""
    span: Span | None = None
    place: Moved | None = None

    def token(self, found: re.Match[str]) -> Iterator[Written]:
        """What is known to be written now that another token has come."""
        kind = found.lastgroup
        if kind == "look":
            self.look = _after(self.look, found["look"])
        elif kind == "text":
            self._text(found["text"])
        elif kind == "other":
            yield from self.ended()
            yield found["other"]
        else:
            if self.span is not None:
                yield self.span
            there = None if kind == "down" else (int(found["row"]), int(found["column"]))
            self.span, self.place = None, there and Moved(there[0] - 1, there[1] - 1)

    def ended(self) -> Iterator[Written]:
        """What is left: cells, or a move behind which nothing was written."""
        if self.span is not None:
            yield self.span
        elif self.place is not None:
            yield self.place
        self.span = None

    def _text(self, text: str) -> None:
        if self.span is None:
            if self.place is None:
                raise Unknown
            self.span, self.place = Span(self.place.row, self.place.column), None
        self.span.put(self.look, text)


def _after(look: str, said: str) -> str:
    if said in ("", "0"):
        return ""
    return f"{look};{said}" if look else said
