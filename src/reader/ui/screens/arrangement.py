"""What is to be seen on a terminal of some size. Pure: cells in, places out."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

SMALLEST = (40, 10)
SIDE_BY_SIDE = 110


class Place(Enum):
    """Where the reader is."""

    LIST = "list"
    READING = "reading"


class Arrangement(NamedTuple):
    """Which parts are shown. `list_width` is None when the list has the line to itself."""

    banner: bool
    list: bool
    reading: bool
    list_width: int | None
    panel_lines: int
    hints: bool


def arrange(width: int, height: int, place: Place, zen: bool) -> Arrangement:
    """Side by side where there is room, else the place the reader is at; zen shows that alone."""
    banner = width < SMALLEST[0] or height < SMALLEST[1]
    both = width >= SIDE_BY_SIDE and not zen
    return Arrangement(
        banner=banner,
        list=not banner and (both or place is Place.LIST),
        reading=not banner and (both or place is Place.READING),
        list_width=min(80, max(48, width * 2 // 5)) if both else None,
        panel_lines=max(4, min(14, height // 3)),
        hints=not zen and not banner,
    )
