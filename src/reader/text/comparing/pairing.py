"""The paragraphs of two texts → which of them are the same, changed, or moved."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.text.comparing.likeness import Judge
from reader.text.comparing.matching import Pair, Stretch, in_order, stretches


@dataclass(frozen=True, slots=True)
class Pairs:
    """Old and new places of paragraphs: those in the same order on both sides, and those moved."""

    in_order: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)

    def turned(self) -> "Pairs":
        """The same, old for new."""
        return Pairs([(b, a) for a, b in self.in_order], [(b, a) for a, b in self.moved])


def pair(old: tuple[str, ...], new: tuple[str, ...]) -> Pairs:
    """Pair paragraphs, each with one at the most; the same whichever text is the older."""
    if old > new:
        return pair(new, old).turned()
    numbers: dict[str, int] = {}
    same = in_order(
        [numbers.setdefault(text, len(numbers)) for text in old],
        [numbers.setdefault(text, len(numbers)) for text in new],
    )
    here, there = _left(len(old), (a for a, _ in same)), _left(len(new), (b for _, b in same))
    moved = _same_elsewhere(old, new, here, there)
    judge = Judge(old, new)
    changed: list[Pair] = []
    whole = Stretch(0, len(old), 0, len(new))
    # The smallest first: what one huge change would cost leaves nothing for the others.
    for stretch in sorted(stretches(same, whole), key=lambda one: (one.cells, one)):
        changed += _changed(judge, stretch, here, there)
    moved += _alike_elsewhere(judge, here, there)
    return Pairs(sorted(same + changed), sorted(moved))


def _left(length: int, taken: Iterable[int]) -> dict[int, None]:
    """The places that nothing has been found for yet, in order."""
    left = dict.fromkeys(range(length))
    for place in taken:
        del left[place]
    return left


def _same_elsewhere(
    old: Sequence[str], new: Sequence[str], here: dict[int, None], there: dict[int, None]
) -> list[Pair]:
    """Paragraphs that stand, word for word, in another place; taken out of what is left."""
    places: dict[str, list[int]] = defaultdict(list)
    for place in reversed(there):
        places[new[place]].append(place)
    found = [(place, places[old[place]].pop()) for place in here if places.get(old[place])]
    _take(found, here, there)
    return found


def _changed(
    judge: Judge, stretch: Stretch, here: dict[int, None], there: dict[int, None]
) -> list[Pair]:
    """The paragraphs between two that are the same which others took the place of, in order."""
    old = [place for place in range(stretch.first, stretch.last) if place in here]
    new = [place for place in range(stretch.new_first, stretch.new_last) if place in there]
    if not old or not new:
        return []
    found: list[Pair] = []
    for one in judge.alike(old, new):
        at = bisect_left(found, (one.old, one.new))
        before, after = found[at - 1 : at], found[at : at + 1]
        if all(a < one.old and b < one.new for a, b in before) and all(
            one.old < a and one.new < b for a, b in after
        ):
            found.insert(at, (one.old, one.new))
    _take(found, here, there)
    return found


def _alike_elsewhere(judge: Judge, here: dict[int, None], there: dict[int, None]) -> list[Pair]:
    """Paragraphs that were both moved and changed."""
    found: list[Pair] = []
    for one in judge.alike(tuple(here), tuple(there), elsewhere=True):
        if one.old in here and one.new in there:
            found.append((one.old, one.new))
            _take(found[-1:], here, there)
    return found


def _take(found: Iterable[Pair], here: dict[int, None], there: dict[int, None]) -> None:
    for a, b in found:
        del here[a]
        del there[b]
