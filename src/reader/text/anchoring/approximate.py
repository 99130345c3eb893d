"""A passage whose words were changed, found by what is left of them.

Words that the quote and the text share say where to look; there the stretch most like the quote is
measured by edit distance. How much must be left, and how much more than anywhere else, was settled
on edited news (`bench/anchoring/`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.anchoring.folding import Folded

SHORTEST = 20
"""Quotes of no more code points are never looked for approximately: too much reads like them."""

LONGEST = 4000
"""Quotes of more code points are found as they stand or not at all: comparing takes too long."""

# How much of the quote must be left, by how much of what stood around it is: (context, words).
_ENOUGH = ((0.75, 0.65), (0.5, 0.72), (0.25, 0.78), (0.0, 0.85))
_COMMON = 40  # a word that stands more often than this in a text says nothing
_REGIONS = 6
_EDGE = 40  # characters either side among which the edge is looked for
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch `[start, end)` of the folded text and how like the quote it is, from 0 to 1."""

    start: int
    end: int
    words: float
    context: float

    @property
    def score(self) -> float:
        """What places are compared by: the words first, then what stands around them."""
        return 0.75 * self.words + 0.25 * self.context

    @property
    def enough(self) -> bool:
        """Whether it can be the passage at all."""
        return any(self.context >= left and self.words >= least for left, least in _ENOUGH)


def alike(text: Folded, prefix: str, exact: str, suffix: str) -> list[Likeness]:
    """The stretches with enough of the quote to be it, most like it first."""
    return [one for one in likest(text, prefix, exact, suffix) if one.enough]


def likest(text: Folded, prefix: str, exact: str, suffix: str) -> list[Likeness]:
    """The stretches most like the quote, likest first; of those that overlap, one.

    All three are folded. Time grows with the length of the text plus that of the quote squared,
    over 64; quotes of `SHORTEST` or fewer, or more than `LONGEST`, code points have none.
    """
    if not SHORTEST < len(exact) <= LONGEST:
        return []
    found = [_stretch(text.text, near, prefix, exact, suffix) for near in _regions(text, exact)]
    found.sort(key=lambda one: (-one.score, one.start))
    apart: list[Likeness] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in apart):
            apart.append(one)
    return apart


def context_left(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    """How much of what stood around a quote is still around `[start, end)`, from 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
    whole = len(prefix) + len(suffix)
    if not whole:
        return 0.0
    sides = ((before, prefix), (after, suffix))
    left = sum(len(was) * Levenshtein.normalized_similarity(now, was) for now, was in sides if was)
    return float(left) / whole


def _regions(text: Folded, exact: str) -> Iterator[int]:
    """Where the quote would begin by the words it shares with the text, likeliest first."""
    width = max(24, len(exact) // 4)
    votes: Counter[int] = Counter()
    begins: dict[int, Counter[int]] = {}
    for word in _WORD.finditer(exact):
        places = text.words.get(word[0].casefold(), ())
        if len(places) > _COMMON:
            continue
        for place in places:
            begin = place - word.start()
            for bucket in (begin // width, begin // width + 1):
                votes[bucket] += len(word[0])
                begins.setdefault(bucket, Counter())[begin] += len(word[0])
    for bucket, _ in votes.most_common(_REGIONS):
        yield max(0, begins[bucket].most_common(1)[0][0])


def _stretch(text: str, near: int, prefix: str, exact: str, suffix: str) -> Likeness:
    """The stretch most like the quote that begins about there."""
    from rapidfuzz.distance import Levenshtein

    def like(start: int, end: int) -> float:
        return float(Levenshtein.normalized_similarity(exact, text[start:end]))

    start, end = near, min(len(text), near + len(exact))
    for reach in (max(_EDGE, len(exact) // 3), _EDGE):
        ends = (one for one in _edges(text, end, reach) if one > start)
        end = max(ends, key=lambda one: like(start, one), default=end)
        starts = (one for one in _edges(text, start, _EDGE) if one < end)
        start = max(starts, key=lambda one: like(one, end), default=start)
    left = context_left(text, start, end, prefix, suffix)
    return Likeness(start, end, like(start, end), left)


def _edges(text: str, near: int, reach: int) -> list[int]:
    """Where words and marks begin and end around there."""
    first, last = max(0, near - reach), min(len(text), near + reach)
    spans = (found.span() for found in re.finditer(r"\w+|[^\w\s]", text[first:last]))
    found = {first + at for span in spans for at in span}
    # A word cut by the window's edge does not begin or end there.
    return sorted(at for at in found if not (0 < at < len(text) and _inside_word(text, at)))


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()
