"""Which paragraph of one text was made of which of the other.

Every bound here is on work, not on time, so that the same texts always give the same pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from reader.text.comparing.words import bare, words

LONGEST = 100_000
"""Code points of the longest paragraph that can count as changed, not as removed and added."""

ALIKE = 0.5
"""How alike, from 0 to 1, a paragraph and the one that takes its place are at the least."""

ELSEWHERE = 0.75
"""How alike they are at the least where the paragraph was moved as well."""

_FEW = 400  # pairs of paragraphs that are all looked at; of more, those that share rare words
_COMMON = 8  # two words in a row that begin more places than this say nothing
_CANDIDATES = 3
_WORDS = 8  # paragraphs of fewer words are not recognised by a part of themselves, nor elsewhere
_LONGER = 4  # times as long as its old words a paragraph may be that was added to
_PART = 0.8  # what finding all the words of the shorter paragraph in the longer is worth
_CALL = 100_000  # what comparing two paragraphs costs however short they are, in cells


class Likeness(NamedTuple):
    """How alike an old and a new paragraph are, from 0 to 1."""

    score: float
    old: int
    new: int


class Judge:
    """Compares paragraphs by their words, case and punctuation aside, as long as its work lasts.

    `characters` is how much of each text it will read and `cells` how many pairs of words it will
    compare; what is beyond that is like nothing.
    """

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        characters: int = 4_000_000,
        cells: int = 20_000_000_000,
    ) -> None:
        self._texts = (old, new)
        self._numbers: dict[str, int] = {}
        self._read: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        self._characters, self._cells = [characters, characters], cells

    def alike(
        self, old: Sequence[int], new: Sequence[int], *, elsewhere: bool = False
    ) -> list[Likeness]:
        """The pairs of these paragraphs that are alike enough, most alike first."""
        here, there = self._words(0, old), self._words(1, new)
        least = ELSEWHERE if elsewhere else ALIKE
        if elsewhere:
            here, there = _long_enough(here), _long_enough(there)
        found = (
            Likeness(self._likeness(here[i], there[j], least), i, j)
            for i, j in _candidates(here, there)
        )
        return sorted(
            (one for one in found if one.score >= least),
            key=lambda one: (-one.score, one.old, one.new),
        )

    def _words(self, side: int, places: Sequence[int]) -> dict[int, list[int]]:
        """The words of paragraphs, numbered; without those too long to read, or without words."""
        read = self._read[side]
        for place in places:
            text = self._texts[side][place]
            if place not in read and len(text) <= min(LONGEST, self._characters[side]):
                self._characters[side] -= len(text)
                read[place] = [self._number(bare(word)) for word in words(text) if word.text]
        return {place: read[place] for place in places if read.get(place)}

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def _likeness(self, old: Sequence[int], new: Sequence[int], least: float) -> float:
        from rapidfuzz.distance import LCSseq

        fewer, more = sorted((len(old), len(new)))
        enlarged = least <= _PART and fewer >= _WORDS and more <= _LONGER * fewer
        possible = enlarged or 2 * fewer >= least * (fewer + more)
        cost = fewer * more + _CALL
        if not possible or cost > self._cells:
            return 0.0
        self._cells -= cost
        common = LCSseq.similarity(old, new)
        return max(2 * common / (fewer + more), _PART * common / fewer if enlarged else 0.0)


def _long_enough(read: dict[int, list[int]]) -> dict[int, list[int]]:
    return {place: numbers for place, numbers in read.items() if len(numbers) >= _WORDS}


def _candidates(old: dict[int, list[int]], new: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: all where they are few, else those that share rare words."""
    if len(old) * len(new) <= _FEW:
        yield from product(old, new)
        return
    places: dict[int, list[int]] = defaultdict(list)
    for place, numbers in old.items():
        for two in _twos(numbers):
            places[two].append(place)
    for place, numbers in new.items():
        shared = (places.get(two, ()) for two in _twos(numbers))
        votes = Counter(other for found in shared if len(found) <= _COMMON for other in found)
        likeliest = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        yield from ((other, place) for other, _ in likeliest[:_CANDIDATES])


def _twos(numbers: Sequence[int]) -> set[int]:
    """Words that follow on each other, each two of them as one number."""
    return {a << 32 | b for a, b in pairwise(numbers)}
