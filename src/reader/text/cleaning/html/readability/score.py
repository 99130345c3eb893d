"""The second pass of grabArticle: paragraphs score for what is around them."""

from dataclasses import dataclass

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.join import joins
from reader.text.cleaning.html.readability.names import said_by
from reader.text.cleaning.html.readability.node import TEXT, Node
from reader.text.cleaning.html.readability.tree import Tree

_SHORTEST = 25
_AROUND = 5
_POINTS = {
    "div": 5,
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5),
}
_DIVISORS = (1, 2, 6, 9, 12)
_BEST = 5
_CLOSE = 0.75
_ENOUGH = 3
_EMPTY_MATTERS = frozenset("div section header h1 h2 h3 h4 h5 h6".split())
_INVISIBLE = frozenset({"script", "noscript", "style"})
_NOTHING = _INVISIBLE | {"br", "hr"}


@dataclass(slots=True)
class Found:
    """The node with the article, and those beside it that belong to it."""

    top: Node
    parts: list[Node]


class Scorer:
    """Scores the nodes of one attempt; `weigh`: class names count."""

    def __init__(self, tree: Tree, nodes: list[Node], weigh: bool) -> None:
        self.tree = tree
        self.nodes = nodes
        self.weigh = weigh
        self._children: dict[Node | None, list[Node]] = {}
        for node in nodes:
            if node.tag != TEXT:
                self._children.setdefault(node.parent, []).append(node)

    def find(self, scored: list[Node]) -> Found:
        """Score, and find the article."""
        best = self._best(self._candidates(scored))
        body = next((node for node in self.nodes if node.tag == "body"), self.nodes[0])
        if not best or best[0].tag == "body":
            body.tag = "div"
            body.score = _POINTS["div"]
            return Found(body, [body])
        top = self._only_child(self._better_parent(self._common(best)))
        self._start(top)
        return Found(top, [node for node in self._beside(top) if joins(node, top, self.tree)])

    def _start(self, node: Node) -> float:
        if node.score is None:
            node.score = _POINTS.get(node.tag, 0) + (node.said.weight if self.weigh else 0)
        return node.score

    def _candidates(self, scored: list[Node]) -> list[Node]:
        candidates: dict[Node, None] = {}
        for node in scored:
            sums = node.sums
            if sums.chars < _SHORTEST:
                continue
            points = 2 + sums.commas + min(sums.chars // 100, 3)
            around = node.parent
            for divisor in _DIVISORS:
                if around is None or around.parent is None:
                    break
                around.score = self._start(around) + points / divisor
                candidates[around] = None
                around = around.parent
        return list(candidates)

    def _best(self, candidates: list[Node]) -> list[Node]:
        for node in candidates:
            node.score = self._start(node) * (1 - node.sums.link_density)
        return sorted(candidates, key=_score, reverse=True)[:_BEST]

    def _common(self, best: list[Node]) -> Node:
        """The top, or what is around it and three others that score about as much."""
        top, least = best[0], _CLOSE * _score(best[0])
        others = [_ancestors(node) for node in best[1:] if _score(node) >= least]
        if len(others) >= _ENOUGH:
            for around in _below_body(top):
                if sum(around in other for other in others) >= _ENOUGH:
                    return around
        return top

    def _better_parent(self, top: Node) -> Node:
        last = self._start(top)
        least = last / 3
        for around in _below_body(top):
            if around.score is None:
                continue
            if around.score < least:
                break
            if around.score > last:
                return around
            last = around.score
        return top

    def _only_child(self, top: Node) -> Node:
        for around in _below_body(top):
            if len(self._beside(top)) > 1 or _has_other_things(around, top):
                break
            top = around
        return top

    def _beside(self, top: Node) -> list[Node]:
        return self._children[top.parent]


def _score(node: Node) -> float:
    return node.score or 0.0


def _ancestors(node: Node) -> set[Node]:
    found = set()
    around = node.parent
    while around is not None:
        found.add(around)
        around = around.parent
    return found


def _below_body(node: Node) -> list[Node]:
    found = []
    around = node.parent
    while around is not None and around.tag not in {"body", "html"}:
        found.append(around)
        around = around.parent
    return found


def _has_other_things(parent: Node, child: Node) -> bool:
    return any(
        element is not child.element and _is_something(element) for element in parent.element
    )


def _is_something(element: Element) -> bool:
    """Whether an element without text is still there after the first pass."""
    if element.tag in _INVISIBLE or "hidden" in element.attrib:
        return False
    said = said_by(element.get("class", ""), element.get("id", ""))
    if said.unlikely and not said.maybe:
        return False
    return element.tag not in _EMPTY_MATTERS or any(inner.tag not in _NOTHING for inner in element)
