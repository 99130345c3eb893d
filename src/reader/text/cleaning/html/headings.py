"""Columns of where a segment stands to the title and to the page's other articles."""

from collections import Counter
from collections.abc import Sequence

from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.html.containers import lineage
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import Words

_FAR = 60
_MOST = 9


def columns(
    segments: list[Segment], tokens: list[Words], prose: Sequence[int], title: Words
) -> list[Row]:
    """Segments since the title, steps out to an element that holds it too, headings of the first
    rank and articles before, and the share of running text in the article around: a row a segment.
    """
    at_title = _title(segments, tokens, title)
    around_title = set(lineage(segments[at_title].element)) if at_title is not None else set()
    steps: dict[Element, int] = {}
    articles = _Articles(segments, prose)
    ranks, rows = 0, []
    for at, segment in enumerate(segments):
        element = segment.element
        if element not in steps:
            steps[element] = _steps(element, around_title)
        since = _FAR if at_title is None else max(-_FAR, min(_FAR, at - at_title))
        rows.append([since, steps[element], ranks, *articles.around(element)])
        ranks = min(_MOST, ranks + (segment.level == 1))
    return rows


def _title(segments: list[Segment], tokens: list[Words], title: Words) -> int | None:
    """The segment most like the title, headings before others, the first of equals."""
    wanted = set(title)
    best, found = 0.6, None
    for at, (segment, words) in enumerate(zip(segments, tokens, strict=True)):
        if not words or len(words) > 3 * len(title):
            continue
        alike = len(wanted & set(words)) / len(wanted | set(words)) + (segment.level == 1) / 2
        if alike > best:
            best, found = alike, at
    return found


def _steps(element: Element, chain: set[Element]) -> int:
    return next((at for at, each in enumerate(lineage(element)) if each in chain), _FAR)


class _Articles:
    """The elements `article` in which segments stand, in order, innermost."""

    def __init__(self, segments: list[Segment], prose: Sequence[int]) -> None:
        self._of: dict[Element, Element | None] = {}
        self._order: dict[Element, int] = {}
        self._prose: Counter[Element] = Counter()
        self._total = sum(prose) or 1
        for segment, words in zip(segments, prose, strict=True):
            article = self._article(segment.element)
            if article is not None:
                self._order.setdefault(article, len(self._order))
                self._prose[article] += words

    def around(self, element: Element) -> Row:
        article = self._article(element)
        if article is None:
            return [-1.0, -1.0]
        return [min(_MOST, self._order[article]), self._prose[article] / self._total]

    def _article(self, element: Element) -> Element | None:
        if element not in self._of:
            around = (each for each in lineage(element) if each.tag == "article")
            self._of[element] = next(around, None)
        return self._of[element]
