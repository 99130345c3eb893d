"""The orders that lists of what the library names and counts can have."""

from enum import StrEnum


class NameSort(StrEnum):
    """The orders a list of names can have."""

    COUNT = "count"
    NEWEST = "newest"
    NAME = "name"


class FigureSort(StrEnum):
    """The orders a list of figures can have: of numbers or, DAY and LATEST, of known dates."""

    NEWEST = "newest"
    LARGEST = "largest"
    SMALLEST = "smallest"
    DAY = "day"
    LATEST = "latest"
