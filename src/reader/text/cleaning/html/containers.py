"""What the elements around the segments hold: sums over segments, each counted once an element.

Everything here is linear in the number of segments times the depth of the page.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.segment import Segment

NEAR = 4
"""Elements around a segment that are looked at one by one: its own and three more."""


@dataclass(slots=True)
class Held:
    """What an element holds, inner elements included: words, those of running text, code points,
    those in links, segments.
    """

    words: int = 0
    prose: int = 0
    chars: int = 0
    linked: int = 0
    segments: int = 0


@dataclass(frozen=True, slots=True)
class Containers:
    """The sums of every element around a segment; `bulks` are the innermost elements that hold
    at least so large a share of all running text.
    """

    held: dict[Element, Held]
    prose: int
    bulks: dict[float, Element | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls, segments: list[Segment], words: Sequence[int], prose: Sequence[int]
    ) -> "Containers":
        """Sum up; `words` and `prose` are the words, and words of running text, by segment."""
        held = _summed(segments, words, prose)
        total = sum(prose)
        bulks = {share: _innermost(held, share * total) for share in SHARES} if total else {}
        return cls(held, total or 1, bulks)


SHARES = (0.4, 0.6, 0.8)


def lineage(element: Element) -> list[Element]:
    """The element and all around it, innermost first."""
    return [] if element is None else [element, *element.iterancestors()]


def _summed(
    segments: list[Segment], words: Sequence[int], prose: Sequence[int]
) -> dict[Element, Held]:
    """First by the element that holds each segment, then from these outwards."""
    own: dict[Element, Held] = defaultdict(Held)
    for segment, count, running in zip(segments, words, prose, strict=True):
        held = own[segment.element]
        held.words += count
        held.prose += running
        held.chars += segment.end - segment.start
        held.linked += segment.linked
        held.segments += 1
    total: dict[Element, Held] = defaultdict(Held)
    for element, part in own.items():
        for around in lineage(element):
            _add(total[around], part)
    return total


def _add(held: Held, part: Held) -> None:
    held.words += part.words
    held.prose += part.prose
    held.chars += part.chars
    held.linked += part.linked
    held.segments += part.segments


def _innermost(held: dict[Element, Held], least: float) -> Element | None:
    """The innermost element that holds so much; of more than half there is one line of them."""
    enough = [element for element, sums in held.items() if sums.prose >= least]
    return max(enough, key=lambda element: len(lineage(element)), default=None)
