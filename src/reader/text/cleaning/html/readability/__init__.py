"""What Mozilla's Readability.js would keep of a page, told without touching the page.

The rules and figures are those of Readability.js 0.6 (https://github.com/mozilla/readability);
the names in this package are ours. It works on the page's segments and the elements with text
around them; each pass over them is linear.
"""

from dataclasses import dataclass

from reader.text.cleaning.html.readability.clean import Cleaner
from reader.text.cleaning.html.readability.head import head_of
from reader.text.cleaning.html.readability.node import Node, total
from reader.text.cleaning.html.readability.score import Found, Scorer
from reader.text.cleaning.html.readability.strip import Strip
from reader.text.cleaning.html.readability.tree import Tree
from reader.text.cleaning.html.segment import Segment

ENOUGH = 500
"""Code points of text with which an attempt is good enough."""

JOINED = 0.5
"""The answer for a segment beside the article that was joined to it."""

_ATTEMPTS = ((True, True, True), (False, True, True), (False, False, True), (False, False, False))


@dataclass(frozen=True, slots=True)
class Readable:
    """For each segment whether it is kept, 1 (beside the article: 0.5) or 0, and how well what is
    around it scores, from 0 to 1, the article's best element being 1."""

    kept: list[float]
    scores: list[float]


def readable(segments: list[Segment], text: str) -> Readable:
    """Ask for each segment of the source text `text` whether Readability.js would keep it."""
    tree = Tree(segments, text)
    best = Readable([0.0] * len(segments), [0.0] * len(segments))
    if not tree.nodes:
        return best
    head = head_of(tree.nodes[0].element)
    byline, longest = head.names_author, 0
    for unlikely, weigh, conditionally in _ATTEMPTS:
        strip = Strip(tree, head.title, byline, unlikely)
        nodes = strip.run()
        byline = strip.byline
        total(nodes)
        if not nodes:
            continue
        found = Scorer(tree, nodes, weigh).find(strip.scored)
        scores = _scores(nodes, found, len(segments))
        left = Cleaner(tree, weigh, conditionally).clean(nodes, found.parts)
        length = sum(node.own.chars for node in left if node.segment >= 0)
        if length > longest:
            best, longest = Readable(_kept(left, found.top, len(segments)), scores), length
        if length >= ENOUGH:
            break
    return best


def _kept(left: list[Node], top: Node, count: int) -> list[float]:
    kept = [0.0] * count
    for node in left:
        if node.segment >= 0:
            kept[node.segment] = 1.0 if top.first <= node.segment <= top.last else JOINED
    return kept


def _scores(nodes: list[Node], found: Found, count: int) -> list[float]:
    """The best score around each segment, below the body, over that of the article's node."""
    scores = [0.0] * count
    around: dict[Node | None, float] = {None: 0.0}
    most = max(found.top.score or 0.0, 1.0)
    for node in nodes:
        own = 0.0 if node.tag in {"body", "html"} else (node.score or 0.0) / most
        around[node] = max(around.get(node.parent, 0.0), own)
        if node.segment >= 0:
            scores[node.segment] = min(1.0, max(0.0, around[node]))
    return scores
