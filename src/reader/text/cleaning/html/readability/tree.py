"""Segments → nodes, in the order of the page."""

import re

from reader.model import Kind
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.media import Counter
from reader.text.cleaning.html.readability.names import said_by
from reader.text.cleaning.html.readability.node import PARAGRAPH_LIKE, TEXT, Node, total
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tags import BLOCKS

_INLINE_LEVELS = 20
_COMMAS = re.compile("[,\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c]")


class Tree:
    """The nodes of a page, outer before inner, and what its head says.

    `blocks`: the nodes with an element of `PARAGRAPH_LIKE` somewhere in them.
    """

    def __init__(self, segments: list[Segment], text: str) -> None:
        self.nodes: list[Node] = []
        self.text, self.segments = text, segments
        self._known: dict[Element, Node] = {}
        seen = [
            (number, segment)
            for number, segment in enumerate(segments)
            if segment.element is not None and not segment.stated
        ]
        self._breaks = _broken(seen[0][1].element.getroottree().getroot()) if seen else set()
        for number, segment in seen:
            self._add(number, segment)
        if self.nodes:
            Counter(self._known).count(self.nodes[0].element)
        self._sum()

    def words(self, node: Node) -> str:
        """The text in a node, as it is in the source text."""
        runs = self.segments[node.first : node.last + 1]
        return " ".join(self.text[run.start : run.end] for run in runs)

    def _add(self, number: int, segment: Segment) -> None:
        parent = self._node(segment.element)
        words = self.text[segment.start : segment.end]
        kind = "td" if segment.kind is Kind.TABLE else TEXT
        leaf = Node(segment.element, kind, parent, number)
        if parent.children and parent.children[-1].segment >= 0 and parent.broken:
            leaf.kind = "p"
            parent.kind = "div" if parent.kind == "p" else parent.kind
        leaf.own.chars, leaf.own.linked = len(words), segment.linked
        leaf.own.commas = words.count(",") if words.isascii() else len(_COMMAS.findall(words))
        parent.children.append(leaf)
        self.nodes.append(leaf)

    def _node(self, element: Element) -> Node:
        path = []
        while element is not None and element not in self._known:
            path.append(element)
            element = element.getparent()
        node = None if element is None else self._known[element]
        for each in reversed(path):
            node = self._new(each, node)
        assert node is not None
        return node

    def _new(self, element: Element, parent: Node | None) -> Node:
        node = Node(element, "span" if element.tag == "font" else element.tag, parent)
        node.broken = element in self._breaks
        attributes = element.attrib
        if attributes:
            node.said = said_by(attributes.get("class", ""), attributes.get("id", ""))
            node.role = attributes.get("role", "")
        if parent is not None:
            parent.children.append(node)
        self._known[element] = node
        self.nodes.append(node)
        return node

    def _sum(self) -> None:
        for node in self.nodes:
            node.reset()
        total(self.nodes)
        self.blocks: set[Node] = set()
        for node in reversed(self.nodes):
            node.whole = node.sums
            node.first = node.segment if node.segment >= 0 else node.children[0].first
            node.last = node.segment if node.segment >= 0 else node.children[-1].last
            inside = node.kind in PARAGRAPH_LIKE or node in self.blocks
            if inside and node.origin is not None:
                self.blocks.add(node.origin)


def _broken(root: Element) -> set[Element]:
    """The blocks in which a line break follows another at once."""
    found: set[Element] = set()
    for line in root.iter("br"):
        after = line.getnext()
        if after is None or after.tag != "br" or (line.tail or "").strip():
            continue
        around = line.getparent()
        for _ in range(_INLINE_LEVELS):
            if around is None or around.tag in BLOCKS:
                break
            around = around.getparent()
        found.add(around)
    return found
