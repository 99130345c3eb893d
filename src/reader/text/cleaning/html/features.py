"""What is known of each segment before anything is decided; decisions are made in `decide`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.names import families
from reader.text.cleaning.html.segment import Segment

_BULK = 0.4


@dataclass(slots=True)
class Features:
    """One segment's features.

    `extracted`, `told`: share of its words in the extractor's answer and in the `articleBody` of
    the page's data. `linked`: share of its code points in links. `sentence`: it ends as sentences
    do. `families`: what its element and those around it are called (`names`), the containers of
    the article's bulk left out. `copies`: how often its words stand in the page.
    """

    segment: Segment
    text: str
    words: tuple[str, ...]
    extracted: float
    told: float
    linked: float
    sentence: bool
    families: frozenset[str]
    copies: int

    @property
    def length(self) -> int:
        """Number of words."""
        return len(self.words)


def ancestors(element: Element) -> Iterator[Element]:
    """The element itself and all around it, innermost first."""
    while element is not None:
        yield element
        element = element.getparent()


def weigh(segments: list[Segment], weights: list[int]) -> dict[Element, int]:
    """How much weight each element holds, inner elements included."""
    held: dict[Element, int] = defaultdict(int)
    for segment, weight in zip(segments, weights, strict=True):
        if weight:
            for element in ancestors(segment.element):
                held[element] += weight
    return held


class Surroundings:
    """Answers what the elements around a segment say, each element asked once."""

    def __init__(self, held: dict[Element, int]) -> None:
        self._held = held
        self._bulk = _BULK * max(held.values(), default=0)
        self._known: dict[Element, frozenset[str]] = {}

    def families(self, element: Element) -> frozenset[str]:
        """The families of the element and those around it, up to the bulk of the article."""
        path: list[Element] = []
        found: frozenset[str] = frozenset()
        for each in ancestors(element):
            if each in self._known:
                found = self._known[each]
                break
            if self._bulk and self._held.get(each, 0) > self._bulk:
                self._known[each] = found
                break
            path.append(each)
        for each in reversed(path):
            found = found | families(each)
            self._known[each] = found
        return found
