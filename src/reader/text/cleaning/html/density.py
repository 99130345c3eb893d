"""Which segments look like running text, where no extractor helps."""

from collections import defaultdict

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.names import families
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import Words

_SENTENCE = 8
_LINKED = 0.3
_SHARE = 0.25
_LEVELS = 2
SENTENCE_ENDS = tuple('.!?…。！？؟।:;”"’»)')


def dense(segments: list[Segment], texts: list[str], tokens: list[Words]) -> list[float]:
    """1 for each segment of running text near the bulk of such text, else 0.

    As in Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010),
    length and link density decide; the bulk is what shares a near ancestor.
    """
    running = [
        len(words) >= _SENTENCE
        and text.endswith(SENTENCE_ENDS)
        and segment.linked < _LINKED * len(text)
        and not families(segment.element) & {"navigation", "footer", "aside", "form"}
        for segment, text, words in zip(segments, texts, tokens, strict=True)
    ]
    held: dict[Element, int] = defaultdict(int)
    for segment, words, runs in zip(segments, tokens, running, strict=True):
        if runs:
            held[_around(segment)] += len(words)
    most = max(held.values(), default=0)
    return [
        float(runs and held[_around(segment)] >= _SHARE * most)
        for segment, runs in zip(segments, running, strict=True)
    ]


def _around(segment: Segment) -> Element:
    element = segment.element
    for _ in range(_LEVELS):
        parent = element.getparent()
        if parent is None or parent.tag in {"body", "html"}:
            break
        element = parent
    return element
