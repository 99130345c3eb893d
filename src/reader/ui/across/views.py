"""The lists there are across the library: what each asks for, how it can be sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from reader.model import EntityType
from reader.ui.across.lines import date_line, figure_line, mention_line, name_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.widgets.windowed_list import Rows

Piece = tuple[str, str]
Line = Callable[[Any, int], Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list: its name, its orders in the library's and the reader's words, what may be typed."""

    name: str
    line: Line
    orders: tuple[tuple[str, str], ...]
    typed: str
    empty: str


class View(Enum):
    """The lists, by the number of their key."""

    NAMES = Kind(
        "Names",
        name_line,
        (("count", "most articles first"), ("newest", "newest first"), ("name", "by name")),
        "words of a name, person, place …",
        "Nobody is named yet: i imports articles.",
    )
    FIGURES = Kind(
        "Figures",
        figure_line,
        (
            ("newest", "newest first"),
            ("largest", "largest first"),
            ("smallest", "smallest first"),
        ),
        ">1bn USD · 1..5 percent · barrels · words or tag:… of the article",
        "There are no figures yet: i imports articles.",
    )
    DATES = Kind(
        "Dates",
        date_line,
        (("latest", "latest first"), ("day", "earliest first")),
        "2025 · 2025-10..2025-12 · >2026 · words or tag:… of the article",
        "There are no dates yet: i imports articles.",
    )


MENTIONS = Kind("Mentions", mention_line, (("newest", "newest article first"),), "", "")


@dataclass(frozen=True, slots=True)
class Name:
    """Whose page is open."""

    name: str
    type: EntityType


@dataclass(slots=True)
class Place:
    """Where the reader is in one list: what was typed, the order, the line."""

    typed: str = ""
    order: int = 0
    cursor: int = 0


@dataclass(slots=True)
class State:
    """Where the reader is in all of them: the list, and perhaps a page and the line on it."""

    view: View = View.NAMES
    name: Name | None = None
    line: int = 0
    places: dict[View, Place] = field(default_factory=lambda: {view: Place() for view in View})

    @property
    def place(self) -> Place:
        """Where the reader is in the list that is shown."""
        return self.places[self.view]

    @property
    def kind(self) -> Kind:
        """What is shown."""
        return MENTIONS if self.name else self.view.value

    @property
    def cursor(self) -> int:
        """The line the reader is on."""
        return self.line if self.name else self.place.cursor

    @cursor.setter
    def cursor(self, line: int) -> None:
        if self.name:
            self.line = line
        else:
            self.place.cursor = line

    @property
    def order(self) -> tuple[str, str]:
        """How the lines are sorted, in the library's and in the reader's words."""
        return self.kind.orders[0 if self.name else self.place.order]


def asking(library: Library, state: State) -> Callable[[], Rows[Any]]:
    """A call that gives the rows of what is shown now. It raises InvalidQuery."""
    from reader.library import FigureSort, NameSort

    order, typed = state.order[0], state.place.typed
    if name := state.name:
        return lambda: library.mentions(name.name, name.type)
    if state.view is View.NAMES:
        return lambda: library.names(typed, NameSort(order))
    return lambda: library.all_figures(typed, FigureSort(order))
