"""What stands beside the article's node and belongs to it (the sibling pass of grabArticle)."""

import re

from reader.text.cleaning.html.readability.node import Node
from reader.text.cleaning.html.readability.tree import Tree

_SHARE = 0.2
_LEAST = 10
_LONG = 80
_LINKY = 0.25
_SENTENCE = re.compile(r"\.( |$)")


def joins(node: Node, top: Node, tree: Tree) -> bool:
    """Whether a node beside the top is joined to it: by its score, or as a paragraph."""
    if node is top:
        return True
    most = (top.score or 0.0) * _SHARE
    names = _classes(top)
    bonus = most if names and names == _classes(node) else 0
    if node.score is not None and node.score + bonus >= max(_LEAST, most):
        return True
    return node.tag == "p" and _reads_well(node, tree)


def _reads_well(node: Node, tree: Tree) -> bool:
    length, density = node.sums.chars, node.sums.link_density
    if length > _LONG:
        return density < _LINKY
    return 0 < length < _LONG and not density and bool(_SENTENCE.search(tree.words(node)))


def _classes(node: Node) -> str:
    return node.element.get("class", "") if node.segment < 0 else ""
