"""Where an annotation stands: `describe` a passage, `match` the description to a text again.

The selectors are those of the W3C Web Annotation Data Model; offsets are code points, `[start,
end)`. Matching goes from the surest evidence to the weakest and stops short of guessing: a passage
that could stand in two places is an orphan, kept and listed, until the reader says which.
"""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "describing": ("CONTEXT", "REPEATED_CONTEXT", "describe", "hash_of"),
    "matching": ("Match", "Place", "candidates", "match"),
    "typed": ("find_quote",),
}

if TYPE_CHECKING:
    from reader.text.anchoring.describing import CONTEXT, REPEATED_CONTEXT, describe, hash_of
    from reader.text.anchoring.matching import Match, Place, candidates, match
    from reader.text.anchoring.typed import find_quote
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = [
    "CONTEXT",
    "REPEATED_CONTEXT",
    "Match",
    "Place",
    "candidates",
    "describe",
    "find_quote",
    "hash_of",
    "match",
]
