"""The columns of every segment that pages and plain text share, and the neighbours' over all."""

from reader.text.cleaning.choice import beside, places, runs, topics, words
from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.features import Features
from reader.text.cleaning.segments import Segment

SHARED = (*words.NAMES, *places.NAMES, *topics.NAMES, *runs.NAMES)
"""Names of the columns that `shared` gives, in their order."""


def shared(segments: list[Segment], seen: list[Features]) -> list[Row]:
    """A row a segment: what can be seen of it without knowing what kind of source it is in."""
    groups = (
        places.places_columns(seen),
        topics.topics_columns(seen),
        runs.runs_columns(segments, seen),
    )
    return [
        [*words.words_columns(segment, each), *a, *b, *c]
        for segment, each, a, b, c in zip(segments, seen, *groups, strict=True)
    ]


def with_neighbours(
    rows: list[Row], names: tuple[str, ...], told: tuple[str, ...], seen: list[Features]
) -> list[Row]:
    """The rows, whose columns are `names`, with the neighbours' values of the columns `told`."""
    more = beside.beside_columns(rows, [names.index(name) for name in told], seen)
    return [[*row, *extra] for row, extra in zip(rows, more, strict=True)]
