"""Spans of tokens with a type, and how much each weighs against another."""

from enum import IntEnum
from typing import NamedTuple

from reader.model import EntityType


class Strength(IntEnum):
    """Where a span comes from: what was learned outranks what was known, that what is guessed."""

    SHAPE = 1
    CONTEXT = 2
    KNOWN = 3
    LEARNED = 4


class Span(NamedTuple):
    """Tokens `[first, last)` that name something."""

    first: int
    last: int
    type: EntityType
    strength: Strength


def without_overlaps(spans: list[Span]) -> list[Span]:
    """Keep the strongest, then longest, of spans that overlap; in order of position."""
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda s: (-s.strength, s.first - s.last, s.first)):
        inside = range(span.first, span.last)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(span)
    return sorted(kept)


_LEARNED_TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)


def with_learned(rules: list[Span], learned: list[Span]) -> list[Span]:
    """Let what was learned decide on its own types; of the others keep what it does not enclose.

    What is known or spelled out is kept where nothing was learned.
    """
    others = [span for span in rules if span.type not in _LEARNED_TYPES or _is_sure(span)]
    exact = {
        (span.first, span.last)
        for span in others
        if span.type not in _LEARNED_TYPES and span.strength >= Strength.CONTEXT
    }
    inside = {at for first, last in exact for at in range(first, last)}
    kept = [s for s in learned if not inside.issuperset(range(s.first, s.last))]
    return without_overlaps(others + kept)


def _is_sure(span: Span) -> bool:
    """A known body or place, or words that say what they name: "10x Research", "Lake Chad"."""
    if span.strength == Strength.KNOWN and span.type != EntityType.PERSON:
        return True
    return span.last - span.first > 1 and span.strength >= Strength.CONTEXT
