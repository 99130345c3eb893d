"""Columns of what a page's elements say of a segment, for the learned choice."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.html import headings
from reader.text.cleaning.html.candidates import scores
from reader.text.cleaning.html.containers import Containers, lineage
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.elements import ELEMENTS, LONG, MANY, Elements
from reader.text.cleaning.html.readability import Readable
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import Words

FAMILIES = (
    "comments", "related", "caption_credit", "navigation", "subtitle", "legal", "figure",
    "author_bio", "aside", "footer", "newsletter", "advertisement", "share", "byline", "interface",
)  # fmt: skip
"""Families of element names (`names.toml`) that are columns of their own."""
_ZONES = ("comments", "related", "aside", "subtitle")
_MOST_LINKED = 400

NAMES = (
    "told", "told_words", "linked", "linked_chars", "stated", "title", "in_title",
    *(f"named_{family}" for family in FAMILIES), "named", *ELEMENTS,
    "alike_words", "alike", "alike_prose", "alike_mean", "alike_running",
    *(f"zone_{family}" for family in _ZONES), "since_title", "to_title", "ranks_before",
    "articles_before", "in_article_share", "readable", "readable_score",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What the columns are made of, by segment: words folded, words of running text, how much of
    each the page's own data tell (-1 where they tell nothing); the title's words; what
    Readability.js would keep; the elements around, and the families that they are `named` for.
    """

    segments: list[Segment]
    texts: list[str]
    tokens: list[Words]
    prose: list[int]
    told: list[float]
    told_words: int
    title: Words
    readable: Readable
    containers: Containers
    named: list[frozenset[str]]


def page_columns(page: Page) -> list[Row]:
    """The columns named in `NAMES`, a row a segment."""
    containers, named = page.containers, page.named
    told = headings.columns(page.segments, page.tokens, page.prose, page.title)
    elements = Elements(containers, scores(page.segments, page.texts, containers.held))
    alike = _alike(page)
    zones, title = _zones(page, named), set(page.title)
    return [
        [
            *_own(page, at, title),
            *_named_row(named[at]),
            *elements.row(segment.element),
            *alike[at],
            *zones,
            *told[at],
            page.readable.kept[at],
            page.readable.scores[at],
        ]
        for at, segment in enumerate(page.segments)
    ]


@lru_cache(maxsize=4096)
def _named_row(named: frozenset[str]) -> Row:
    return [*(family in named for family in FAMILIES), len(named)]


def _own(page: Page, at: int, title: set[str]) -> Row:
    segment, said = page.segments[at], set(page.tokens[at])
    both = len(said & title)
    return [
        page.told[at],
        min(LONG, page.told_words),
        min(1.0, segment.linked / max(1, segment.end - segment.start)),
        min(_MOST_LINKED, segment.linked),
        segment.stated,
        both / max(1, len(said | title)),
        both / max(1, len(said)),
    ]


def _alike(page: Page) -> list[Row]:
    """What all segments in elements of the same tags and classes, three deep, come to."""
    shapes = [_shape(segment.element) for segment in page.segments]
    words: Counter[object] = Counter()
    prose: Counter[object] = Counter()
    count = Counter(shapes)
    for shape, tokens, running in zip(shapes, page.tokens, page.prose, strict=True):
        words[shape] += len(tokens)
        prose[shape] += running
    total = sum(page.prose) or 1
    rows = {
        shape: [
            min(LONG, words[shape]),
            min(MANY, times),
            prose[shape] / total,
            words[shape] / times,
            prose[shape] / max(1, words[shape]),
        ]
        for shape, times in count.items()
    }
    return [rows[shape] for shape in shapes]


def _shape(element: Element) -> tuple[tuple[str, str | None], ...]:
    return tuple((each.tag, each.get("class")) for each in lineage(element)[:3])


def _zones(page: Page, named: list[frozenset[str]]) -> Row:
    """The share of all running text that stands in elements of a family."""
    total = sum(page.prose) or 1
    return [
        sum(p for p, families in zip(page.prose, named, strict=True) if zone in families) / total
        for zone in _ZONES
    ]
