"""Columns of a segment's neighbours: some of their own columns, and how far the next prose is."""

from itertools import accumulate

from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.features import Features

STEPS = (-2, -1, 1, 2)
TOLD = ("words", "capitals", "family", "ends", "kind", "you")
"""Columns of which a segment is told its neighbours' values."""
_SIX = 6
_FAR = 31


def names(told: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the columns that `beside_columns` adds."""
    beside = tuple(f"{name}@{step}" for step in STEPS for name in told)
    return (*beside, "prose_words_before", "prose_words_after", "prose_since", "prose_until")


def beside_columns(rows: list[Row], told: list[int], seen: list[Features]) -> list[Row]:
    """Values of the columns `told` (indices) of the neighbours, -1 over the edge; prose around."""
    picked = [[row[column] for column in told] for row in rows]
    edge = [-1.0] * len(told)
    padded = [edge, edge, *picked, edge, edge]
    prose = _prose(seen)
    return [
        [*padded[at], *padded[at + 1], *padded[at + 3], *padded[at + 4], *prose[at]]
        for at in range(len(rows))
    ]


def _prose(seen: list[Features]) -> list[Row]:
    count = len(seen)
    sums = [0, *accumulate(each.words if each.prose else 0 for each in seen)]
    since, until = _distances(seen), _distances(seen[::-1])[::-1]
    return [
        [
            sums[at] - sums[max(0, at - _SIX)],
            sums[min(count, at + _SIX + 1)] - sums[at + 1],
            since[at],
            until[at],
        ]
        for at in range(count)
    ]


def _distances(seen: list[Features]) -> list[int]:
    found, last = [], -_FAR
    for at, each in enumerate(seen):
        found.append(min(_FAR, at - last))
        if each.prose:
            last = at
    return found
