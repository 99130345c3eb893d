"""Columns of what the elements around a segment are, each element told from the one around it."""

from functools import lru_cache
from typing import NamedTuple

from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.html.candidates import spoken_for
from reader.text.cleaning.html.containers import NEAR, SHARES, Containers, Held
from reader.text.cleaning.html.dom import Element

_TAGS = ("article", "main", "section", "header", "li", "table", "p", "blockquote")
_INNER = ("words", "prose", "linked", "segments", "score", "mean", "running")
ELEMENTS = (
    "depth", *(f"in_{tag}" for tag in _TAGS), "is_p", "is_div", "article_body", "likely",
    "unlikely", *(f"{name}_{level}" for level in range(1, NEAR) for name in _INNER), "best_score",
    *(f"in_bulk_{share}" for share in SHARES), *(f"to_bulk_{share}" for share in SHARES),
)  # fmt: skip
"""Names of the columns that `Elements.row` gives, in their order."""

LONG, MANY = 1500, 60
"""Words and segments above which sums count as equal: few pages fitted on have more."""
_FAR = 99
_NAMED = 6


class _Around(NamedTuple):
    """What an element and all around it come to: how deep it is, how often each of `_TAGS` is
    there, the best score, which bulks it is in and how many steps out to those it is not; the
    nearest elements, and whether the nearest names speak for or against an article.
    """

    depth: int
    tags: tuple[int, ...]
    body: bool
    best: float
    inside: tuple[bool, ...]
    steps: tuple[int, ...]
    near: tuple[Element, ...]
    names: tuple[tuple[bool, bool], ...]


class Elements:
    """Answers the columns of an element, each element asked once."""

    def __init__(self, containers: Containers, score: dict[Element, float]) -> None:
        self._containers, self._score = containers, score
        self._bulks = [containers.bulks.get(share) for share in SHARES]
        self._chains = [_chain(bulk) for bulk in self._bulks]
        self._chained = set().union(*self._chains)
        self._around: dict[Element, _Around] = {}
        self._rows: dict[Element, Row] = {}
        self._sums: dict[Element, Row] = {}

    def row(self, element: Element) -> Row:
        """The columns named in `ELEMENTS`."""
        if element not in self._rows:
            self._rows[element] = self._row(element.tag, self._known(element))
        return self._rows[element]

    def _row(self, tag: str, around: _Around) -> Row:
        near, last = around.near, len(around.near) - 1
        return [
            around.depth,
            *around.tags,
            tag == "p",
            tag == "div",
            around.body,
            sum(likely for likely, _ in around.names),
            sum(unlikely for _, unlikely in around.names),
            *(value for at in range(1, NEAR) for value in self._inner(near[min(at, last)])),
            around.best,
            *around.inside,
            *around.steps,
        ]

    def _known(self, element: Element) -> _Around:
        path = []
        while element is not None and element not in self._around:
            path.append(element)
            element = element.getparent()
        around = _NOTHING if element is None else self._around[element]
        for each in reversed(path):
            around = self._around[each] = self._within(each, around)
        return around

    def _within(self, element: Element, outer: _Around) -> _Around:
        bulk, chained = element in self._bulks, element in self._chained
        return _Around(
            depth=outer.depth + 1,
            tags=_counted(element.tag, outer.tags),
            body=outer.body or "articlebody" in (element.get("itemprop") or "").lower(),
            best=max(outer.best, self._score.get(element, 0.0)),
            inside=self._inside(element, outer.inside) if bulk else outer.inside,
            steps=self._nearer(element, outer.steps) if chained else _further(outer.steps),
            near=(element, *outer.near[: NEAR - 1]),
            names=(spoken_for(element), *outer.names[: _NAMED - 1]),
        )

    def _inside(self, element: Element, inside: tuple[bool, ...]) -> tuple[bool, ...]:
        bulks = zip(inside, self._bulks, strict=True)
        return tuple(was or element is bulk for was, bulk in bulks)

    def _nearer(self, element: Element, steps: tuple[int, ...]) -> tuple[int, ...]:
        chains = zip(_further(steps), self._chains, strict=True)
        return tuple(0 if element in chain else further for further, chain in chains)

    def _inner(self, element: Element) -> Row:
        if element not in self._sums:
            self._sums[element] = self._summed(element)
        return self._sums[element]

    def _summed(self, element: Element) -> Row:
        held = self._containers.held.get(element) or Held()
        return [
            min(LONG, held.words),
            held.prose / self._containers.prose,
            held.linked / max(1, held.chars),
            min(MANY, held.segments),
            self._score.get(element, -1.0),
            held.words / max(1, held.segments),
            held.prose / max(1, held.words),
        ]


_NONE = len(SHARES)
_NOTHING = _Around(
    0, (0,) * len(_TAGS), False, 0.0, (False,) * _NONE, (_FAR,) * _NONE, near=(), names=()
)
"""What is around the outermost element."""


def _counted(tag: str, tags: tuple[int, ...]) -> tuple[int, ...]:
    if tag not in _TAGS:
        return tags
    return tuple(n + (tag == name) for name, n in zip(_TAGS, tags, strict=True))


@lru_cache(maxsize=4096)
def _further(steps: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(min(_FAR, n + 1) for n in steps)


def _chain(bulk: Element | None) -> set[Element]:
    return set() if bulk is None else {bulk, *bulk.iterancestors()}
