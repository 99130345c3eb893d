"""What is known of each segment before it is decided (`keep`, `steps`, `roles`) what it is."""

from dataclasses import dataclass

from reader.model import Kind
from reader.text.cleaning.html.containers import lineage
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.names import families
from reader.text.cleaning.html.segment import Segment

_FULL_SENTENCE = 8
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST_ITEM})
_NEARLY = 0.9
"""An element that holds so much of a page's words is the page: its name says nothing."""


@dataclass(slots=True)
class Features:
    """One segment's features.

    `likelihood`: how likely it belongs to the article, as the learned choice has it. `told`: share
    of its words in the `articleBody` of the page's data. `linked`: share of its code points in
    links. `sentence`: it ends as sentences do. `families`: what its element and those around it
    are called (`names`), elements that hold nearly all of the page left out. `copies`: how often
    its words stand in the page.
    """

    segment: Segment
    text: str
    words: tuple[str, ...]
    likelihood: float
    told: float
    linked: float
    sentence: bool
    families: frozenset[str]
    copies: int

    @property
    def length(self) -> int:
        """Number of words."""
        return len(self.words)


def is_sentence(each: Features) -> bool:
    """Whether it is running text: a full sentence at least."""
    return each.sentence and each.length >= _FULL_SENTENCE and each.segment.kind in _RUNNING


class Surroundings:
    """Answers what the elements around a segment say, each element asked once."""

    def __init__(self, held: dict[Element, int]) -> None:
        self._held = held
        self._bulk = _NEARLY * max(held.values(), default=0)
        self._known: dict[Element, frozenset[str]] = {}

    def families(self, element: Element) -> frozenset[str]:
        """The families of the element and those around it, up to what holds nearly the page."""
        path: list[Element] = []
        found: frozenset[str] = frozenset()
        for each in lineage(element):
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
