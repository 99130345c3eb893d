"""The lists of the panel: which there are, in which order, and what of them is shown. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import Enum

from reader.model import EntityType
from reader.ui.opened import Opened
from reader.ui.panel import found, said
from reader.ui.panel.row import PanelRow


class Tab(Enum):
    """A list of the panel, by the name it shows."""

    PEOPLE = "People"
    ORGANISATIONS = "Organisations"
    PLACES = "Places"
    OTHERS = "Others"
    FIGURES = "Figures"
    QUOTES = "Quotes"
    NOTES = "Notes"
    REMOVED = "Removed"


class Order(Enum):
    """How a list is sorted, in words."""

    POSITION = "as they stand"
    COUNT = "most often first"
    SIZE = "largest first"


_TYPES = {
    Tab.PEOPLE: {EntityType.PERSON},
    Tab.ORGANISATIONS: {EntityType.ORGANIZATION},
    Tab.PLACES: {EntityType.PLACE},
}
_TYPES[Tab.OTHERS] = set(EntityType) - set().union(*_TYPES.values())

_KEYS: dict[Order, Callable[[PanelRow], float]] = {
    Order.POSITION: lambda row: row.spans[0][0] if row.spans else math.inf,
    Order.COUNT: lambda row: -row.count,
    Order.SIZE: lambda row: math.inf if row.size is None else -row.size,
}


def orders_of(tab: Tab) -> tuple[Order, ...]:
    """How a list can be sorted, the way it is at first before the others."""
    if tab is Tab.FIGURES:
        return Order.POSITION, Order.SIZE
    return (Order.POSITION, Order.COUNT) if tab in _TYPES else (Order.POSITION,)


def rows_of(
    tab: Tab, opened: Opened, order: Order = Order.POSITION, words: str = ""
) -> Sequence[PanelRow]:
    """The lines of one list, those that have all the words of the filter in them."""
    rows = _rows(tab, opened)
    if len(orders_of(tab)) > 1:
        rows = sorted(rows, key=_KEYS[order])
    wanted = words.casefold().split()
    return [row for row in rows if all(one in row.words.casefold() for one in wanted)]


def count_of(tab: Tab, opened: Opened) -> int:
    """How long a list is, without making it."""
    if tab is Tab.FIGURES:
        return len(opened.recognised.figures)
    if tab is Tab.QUOTES:
        return len(opened.recognised.quotations)
    if tab is Tab.NOTES:
        return len(opened.annotations) + bool(opened.note)
    if tab is Tab.REMOVED:
        return len(opened.article.removed)
    return sum(entity.type in _TYPES[tab] for entity in opened.recognised.entities)


def _rows(tab: Tab, opened: Opened) -> Sequence[PanelRow]:
    if tab is Tab.FIGURES:
        return found.figures(opened)
    if tab is Tab.QUOTES:
        return found.quotes(opened)
    if tab is Tab.NOTES:
        return said.notes(opened)
    if tab is Tab.REMOVED:
        return said.removed(opened)
    return found.entities(opened, _TYPES[tab])
