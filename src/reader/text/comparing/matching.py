"""Two sequences → what both have in the same order.

Time grows with their length, times its logarithm, whatever stands in them: what is equal at both
ends is taken first, then what stands once in each ("patience diff", B. Cohen), and so again between
those. Only what has nothing that stands once is compared in full, up to a size.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Pair = tuple[int, int]
"""The place of an item in the old sequence and in the new one."""

CELLS = 4_000_000
"""The longest common subsequence is sought where the lengths multiplied are no more than this."""

_DEEPEST = 12  # times that what lies between items is looked through for more


class Stretch(NamedTuple):
    """The items `[first, last)` of the old sequence and those of the new one that face them."""

    first: int
    last: int
    new_first: int
    new_last: int

    @property
    def one_sided(self) -> bool:
        """Whether there is nothing on one of the sides."""
        return self.first == self.last or self.new_first == self.new_last

    @property
    def cells(self) -> int:
        """How many pairs there can be."""
        return (self.last - self.first) * (self.new_last - self.new_first)


def in_order(old: Sequence[int], new: Sequence[int]) -> list[Pair]:
    """Pairs of equal items whose places rise on both sides; as many as can be found cheaply."""
    found: list[Pair] = []
    todo = [(Stretch(0, len(old), 0, len(new)), _DEEPEST)]
    while todo:
        stretch, depth = todo.pop()
        stretch = _without_ends(old, new, stretch, found)
        if stretch.one_sided:
            continue
        anchors = _rising(_standing_once(old, new, stretch)) if depth else []
        if anchors:
            found += anchors
            todo += [(between, depth - 1) for between in stretches(anchors, stretch)]
        elif stretch.cells <= CELLS:
            found += _longest(old, new, stretch)
        else:
            found += _rising(_numbered(old, new, stretch))
    return sorted(found)


def stretches(pairs: Sequence[Pair], whole: Stretch) -> Iterator[Stretch]:
    """What lies before, between and after pairs, where there is something on both sides."""
    ends = [(whole.first - 1, whole.new_first - 1), *pairs, (whole.last, whole.new_last)]
    for (a, b), (c, d) in pairwise(ends):
        if a + 1 < c and b + 1 < d:
            yield Stretch(a + 1, c, b + 1, d)


def _without_ends(
    old: Sequence[int], new: Sequence[int], stretch: Stretch, found: list[Pair]
) -> Stretch:
    """Cut off what is equal at both ends."""
    a, b, c, d = stretch
    while a < b and c < d and old[a] == new[c]:
        found.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        found.append((b, d))
    return Stretch(a, b, c, d)


def _standing_once(old: Sequence[int], new: Sequence[int], stretch: Stretch) -> list[Pair]:
    """What stands once on each side, in the old order."""
    there = _places(new, stretch.new_first, stretch.new_last)
    here = _places(old, stretch.first, stretch.last)
    return [
        (at[0], there[item][0])
        for item, at in here.items()
        if len(at) == 1 and len(there.get(item, ())) == 1
    ]


def _numbered(old: Sequence[int], new: Sequence[int], stretch: Stretch) -> list[Pair]:
    """The first of each item with the first, the second with the second, in the old order."""
    there = _places(new, stretch.new_first, stretch.new_last)
    here = _places(old, stretch.first, stretch.last)
    return sorted(
        pair for item, at in here.items() for pair in zip(at, there.get(item, ()), strict=False)
    )


def _places(items: Sequence[int], first: int, last: int) -> dict[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for at in range(first, last):
        places[items[at]].append(at)
    return places


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The most pairs, of some in the old order, that are in the new order too."""
    lowest: list[int] = []  # the lowest new place a run of each length ends at
    ends: list[int] = []  # which pair that is
    before: list[int] = []  # for each pair, the one before it in its run
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lowest, place)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    run: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _longest(old: Sequence[int], new: Sequence[int], stretch: Stretch) -> list[Pair]:
    """The longest common subsequence, by Hyyrö's bit-parallel algorithm."""
    from rapidfuzz.distance import LCSseq

    a, b, c, d = stretch
    blocks = LCSseq.opcodes(old[a:b], new[c:d]).as_matching_blocks()
    return [(a + one.a + at, c + one.b + at) for one in blocks for at in range(one.size)]
