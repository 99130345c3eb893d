"""prepArticle: what does not belong is taken out of the article found."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.text.cleaning.html.readability.names import is_advertisement
from reader.text.cleaning.html.readability.node import Node, Sums, total, within
from reader.text.cleaning.html.readability.tables import Tables
from reader.text.cleaning.html.readability.tree import Tree

_TAKEN_OUT = frozenset({"object", "embed", "footer", "aside"})
_FIELDS = frozenset({"textarea", "select", "button"})
_STAY = frozenset({"div", "article", "section", "p", "ol", "ul"})
_SHARE_LENGTH = 500
_FEW_COMMAS = 10
_MOST = 0.9
_LIST = 0.9
_NOTICE = 30
_WEIGHTY = 25


@dataclass(slots=True)
class Cleaner:
    """Cleans the parts of one attempt's article.

    `weigh`: class names count; `conditionally`: what looks fishy goes.
    """

    tree: Tree
    weigh: bool
    conditionally: bool

    def clean(self, nodes: list[Node], parts: list[Node]) -> list[Node]:
        """Take out what does not belong; answers what is left of the parts, outer before inner."""
        inside = set(parts)
        article = []
        for node in nodes:
            if node in inside or node.parent in inside:
                inside.add(node)
                article.append(node)
        for part in parts:
            part.parent = None
            part.tag = part.tag if part.tag in _STAY else "div"
        tables = _data_tables(article)
        article = self._sweep(article, {"form", "fieldset"}, tables)
        article = self._drop(article)
        for tag in ("table", "ul", "div"):
            article = self._sweep(article, {tag}, tables)
        return article

    def _drop(self, article: list[Node]) -> list[Node]:
        total(article)
        return _left(article, self._goes)

    def _goes(self, node: Node) -> bool:
        if node.tag in _TAKEN_OUT or node.kind in _FIELDS or node.buttons > _MOST * node.own.chars:
            return True
        if node.said.share and node.parent is not None and node.sums.chars < _SHARE_LENGTH:
            return True
        return node.tag in {"h1", "h2"} and self._weight(node) < 0

    def _weight(self, node: Node) -> int:
        return node.said.weight if self.weigh else 0

    def _sweep(self, article: list[Node], tags: set[str], tables: set[Node]) -> list[Node]:
        if not self.conditionally or not any(node.tag in tags for node in article):
            return article
        for node in article:
            node.start()
            if "form" not in tags:
                node.sums.inputs = node.sums.embeds = 0
        shielded = _shielded(article, tables)
        for node in reversed(article):
            if node.tag in tags and node not in shielded and self._is_fishy(node):
                node.out = True
            elif node.parent is not None:
                node.parent.sums.add(node.sums, node.tag)
                node.parent.sums.tables += node in tables
        return _left(article, lambda node: node.out)

    def _is_fishy(self, node: Node) -> bool:
        sums = node.sums
        if sums.tables or within(node, "code"):
            return False
        if self._weight(node) < 0:
            return True
        if sums.commas >= _FEW_COMMAS or sums.videos:
            return False
        if node.whole.chars < _NOTICE and is_advertisement(self.tree.words(node)):
            return True
        is_list = node.tag == "ul" or sums.lists > _LIST * sums.chars
        fishy = self._looks_fishy(node, is_list)
        return fishy and not (is_list and _lists_pictures(node))

    def _looks_fishy(self, node: Node, is_list: bool) -> bool:
        sums, weight = node.sums, self._weight(node)
        density = sums.link_density
        in_figure = within(node, "figure")
        if not in_figure and sums.images > 1 and sums.paragraphs < 0.5 * sums.images:
            return True
        if sums.inputs > sums.paragraphs // 3 or density > (0.5 if weight >= _WEIGHTY else 1):
            return True
        if sums.embeds > 1 or (sums.embeds and sums.chars < 75):
            return True
        if not is_list and self._is_odd(sums, weight, in_figure):
            return True
        return not sums.images and not sums.textish and not _has_spans(node)

    def _is_odd(self, sums: Sums, weight: int, in_figure: bool) -> bool:
        density = sums.link_density
        if sums.items - 100 > sums.paragraphs or (weight < _WEIGHTY and density > 0.2):
            return True
        return (
            not in_figure
            and sums.headings < 0.9 * sums.chars
            and sums.chars < 25
            and sums.images not in {1, 2}
            and density > 0
        )


def _left(article: list[Node], goes: Callable[[Node], bool]) -> list[Node]:
    """What stands once those that go are gone with all that is in them."""
    left = []
    for node in article:
        node.out = node.out or (node.parent is not None and node.parent.out) or goes(node)
        if not node.out:
            left.append(node)
    return left


def _data_tables(article: list[Node]) -> set[Node]:
    found = [node for node in article if node.kind == "table"]
    if not found:
        return set()
    tables = Tables(found[0].element.getroottree().getroot())
    return {node for node in found if tables.is_data(node.element)}


def _shielded(article: list[Node], tables: set[Node]) -> set[Node]:
    """Data tables and all in them."""
    shielded: set[Node] = set()
    if tables:
        for node in article:
            if node in tables or node.parent in shielded:
                shielded.add(node)
    return shielded


def _lists_pictures(node: Node) -> bool:
    return node.sums.images == node.sums.items and all(len(child) <= 1 for child in node.element)


def _has_spans(node: Node) -> bool:
    return next(node.element.iterdescendants("span"), None) is not None
