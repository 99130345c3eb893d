"""The first pass of grabArticle: what is unlikely is taken out, and divs become paragraphs."""

import re

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.node import PARAGRAPH_LIKE, TEXT, Node, within
from reader.text.cleaning.html.readability.tree import Tree

PHRASING = frozenset(
    "abbr audio b bdo br button cite code data datalist dfn em embed i img input kbd label mark "
    "math meter noscript object output progress q ruby samp script select small span strong sub "
    "sup textarea time var wbr".split()
)
"""Inline for Readability.js, whatever is in it."""

_WRAPPERS = frozenset({"a", "del", "ins"})
_INVISIBLE = frozenset({"script", "noscript", "style"})
_SCORED = frozenset({"section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"})
_UNLIKELY_ROLES = frozenset(
    "menu menubar complementary navigation alert alertdialog dialog".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STAY = frozenset({"html", "body", "a"})
_TOKENS = re.compile(r"\W+", re.ASCII)
_LINKY = 0.25
_BYLINE_LENGTH = 100
_SIMILAR = 0.75


class Strip:
    """The state of the pass over one attempt's nodes; `scored` are the nodes to score."""

    def __init__(self, tree: Tree, title: str, byline: bool, unlikely: bool) -> None:
        self.tree = tree
        self.byline = byline
        self.scored: list[Node] = []
        self._title = set(_tokens(title))
        self._unlikely = unlikely

    def run(self) -> list[Node]:
        """Take out and convert; answers the nodes that stand, outer before inner."""
        for node in self.tree.nodes:
            node.reset()
        for node in self.tree.nodes:
            if node.origin is not None and node.origin.out:
                node.out = True
            elif node.segment < 0:
                node.out = self._is_out(node)
                if node.kind == "div" and not node.out:
                    self._convert(node)
        nodes = [node for node in self.tree.nodes if node.stands]
        self.scored = [node for node in nodes if node.tag in _SCORED]
        return nodes

    def _is_out(self, node: Node) -> bool:
        if node.element.attrib and self._by_name(node):
            return True
        if node.kind in {"h1", "h2"} and self._title and self._repeats_title(node):
            self._title = set()
            return True
        return False

    def _by_name(self, node: Node) -> bool:
        attributes, said = node.element.attrib, node.said
        if _is_hidden(node):
            return True
        if not self.byline and _is_byline(node):
            self.byline = True
            return True
        if not self._unlikely:
            return False
        if said.unlikely and not said.maybe and node.kind not in _STAY:
            return not (within(node, "table") or within(node, "code"))
        return attributes.get("role") in _UNLIKELY_ROLES

    def _repeats_title(self, node: Node) -> bool:
        if node.whole.chars > 1000:
            return False
        tokens = _tokens(self.tree.words(node))
        if not tokens:
            return False
        new = [token for token in tokens if token not in self._title]
        return 1 - len(" ".join(new)) / len(" ".join(tokens)) > _SIMILAR

    def _convert(self, div: Node) -> None:
        inner, linky = div.children, div.whole.link_density >= _LINKY
        if _is_one_run(div) and not linky:
            div.tag = "p"
            return
        for node in inner:
            if node.tag == TEXT or (node.segment < 0 and _is_phrasing(node)):
                node.tag = "p"
        if len(inner) == 1 and inner[0].tag == "p" and _is_alone(div, inner[0]):
            if not linky:
                div.merged, inner[0].parent = True, div.parent
        elif not self._has_blocks(div):
            div.tag = "p"

    def _has_blocks(self, div: Node) -> bool:
        if div in self.tree.blocks or any(node.tag == "p" for node in div.children):
            return True
        return next(div.element.iterdescendants(*PARAGRAPH_LIKE), None) is not None


def _is_hidden(node: Node) -> bool:
    attributes = node.element.attrib
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return True
    if attributes.get("aria-modal") == "true" and node.role == "dialog":
        return True
    return attributes.get("aria-hidden") == "true" and "fallback-image" not in attributes.get(
        "class", ""
    )


def _is_byline(node: Node) -> bool:
    attributes = node.element.attrib
    named = (
        node.said.byline
        or attributes.get("rel") == "author"
        or "author" in attributes.get("itemprop", "")
    )
    return named and 0 < node.whole.chars < _BYLINE_LENGTH


def _is_phrasing(node: Node) -> bool:
    if node.kind in _WRAPPERS:
        return all(inner.segment >= 0 or inner.kind in PHRASING for inner in node.children)
    return node.kind in PHRASING


def _is_one_run(div: Node) -> bool:
    """Whether its runs of text are one but for a picture between line breaks."""
    return (
        len(div.children) > 1 and not div.broken and all(node.tag == TEXT for node in div.children)
    )


def _is_alone(div: Node, inner: Node) -> bool:
    """Whether a paragraph is the only thing in a div."""
    children = [each for each in div.element if each.tag not in _INVISIBLE]
    if inner.segment < 0 and inner.kind == "p":
        return len(children) == 1
    return all(_flows(child) for child in children)


def _flows(element: Element) -> bool:
    return element.tag in PHRASING or element.tag in _WRAPPERS or element.tag == "font"


def _tokens(text: str) -> list[str]:
    return [token for token in _TOKENS.split(text.lower()) if token]
