"""How likely elements are to hold an article, as Arc90's Readability scores them.

Source of rules and figures: https://github.com/mozilla/readability (grabArticle, getClassWeight):
every passage gives its parent a point, a point a comma and one for each hundred code points up to
three, half of it to the next element, less further out; names and tags add or take; the density
of links scales the sum.
"""

import re
from collections import defaultdict
from functools import lru_cache

from reader.text.cleaning.html.containers import Held
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.segment import Segment

_LIKELY = re.compile("article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story")
_UNLIKELY = re.compile(
    "hidden|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo"
    "|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget"
)
_NAMED = 25
_TAGS = {"div": 5, "article": 10, "main": 10, "section": 3, "blockquote": 3, "td": 3,
         "ul": -3, "ol": -3, "form": -3, "th": -5}  # fmt: skip
_SHORTEST = 25
_LEVELS = 5
_COMMAS = re.compile("[,،，、]")


def scores(
    segments: list[Segment], texts: list[str], held: dict[Element, Held]
) -> dict[Element, float]:
    """The score of every element that holds a passage of 25 code points, the best being 1."""
    found: dict[Element, float] = defaultdict(float)
    for segment, text in zip(segments, texts, strict=True):
        if len(text) >= _SHORTEST:
            _give(found, segment.element, 1 + len(_COMMAS.findall(text)) + min(len(text) // 100, 3))
    for element in found:
        sums = held[element]
        unlinked = 1 - min(1.0, sums.linked / max(1, sums.chars))
        found[element] = (found[element] + _named(element)) * unlinked
    best = max(1.0, max(found.values(), default=1.0))
    return {element: score / best for element, score in found.items()}


def _give(found: dict[Element, float], element: Element, points: float) -> None:
    around = element.getparent()
    for level in range(_LEVELS):
        if around is None:
            return
        found[around] += points / (1, 2, 6, 9, 12)[level]
        around = around.getparent()


def _named(element: Element) -> int:
    likely, unlikely = spoken_for(element)
    return _TAGS.get(element.tag, 0) + _NAMED * (likely - unlikely)


def spoken_for(element: Element) -> tuple[bool, bool]:
    """Whether an element's class or id speaks for an article in it, and whether against."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    return _spoken_for(name) if name != " " else (False, False)


@lru_cache(maxsize=20_000)
def _spoken_for(name: str) -> tuple[bool, bool]:
    name = name.lower()
    return bool(_LIKELY.search(name)), bool(_UNLIKELY.search(name))
