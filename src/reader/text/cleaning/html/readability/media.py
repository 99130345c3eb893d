"""What text alone does not tell of a page: pictures, fields, players, and how links count."""

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.names import is_video
from reader.text.cleaning.html.readability.node import Node
from reader.text.cleaning.html.tags import BLOCKS

_COUNTED = ("img", "input", "iframe", "embed", "object")
_NOT_SHOWN = frozenset({"noscript", "template", "script", "head"})
_PARAGRAPHS = frozenset({"p", "div"})
_WITHIN_PAGE = 0.3


class Counter:
    """Counts elements of a page for the innermost node around each; the work is linear.

    `known`: the node of each element with text in it.
    """

    def __init__(self, known: dict[Element, Node]) -> None:
        self._known = known
        self._above: dict[Element, Node | None] = {}

    def count(self, root: Element) -> None:
        """Count pictures, fields and players, mark buttons and set right how links count."""
        for element in root.iter(*_COUNTED):
            node = self._around(element)
            if node is not None:
                _count(element, node)
        for link in root.iter("a"):
            if len(link) or link.get("href", "").startswith("#"):
                self._weigh(link)
        for button in root.iter("button"):
            self._mark(button)

    def _around(self, element: Element) -> Node | None:
        """The innermost node around an element; None where nothing is shown.

        A div or p with nothing but pictures is a paragraph there, an item an item.
        """
        path: list[Element] = []
        while element is not None and element not in self._known and element not in self._above:
            path.append(element)
            element = element.getparent()
        node = self._known.get(element) or self._above.get(element)
        if any(each.tag in _NOT_SHOWN for each in path):
            node = None
        for each in path:
            self._above[each] = node
        if node is not None:
            node.own.paragraphs += any(each.tag in _PARAGRAPHS for each in path)
            node.own.items += any(each.tag == "li" for each in path)
        return node

    def _run(self, element: Element) -> Node | None:
        """The node whose text an inline element stands in: a run of text if it has but one."""
        for _ in range(20):
            if element is None or (element.tag in BLOCKS and element not in self._known):
                return None
            if element in self._known:
                node = self._known[element]
                return node.children[0] if len(node.children) == 1 else node
            element = element.getparent()
        return None

    def _weigh(self, link: Element) -> None:
        """A link counts with the white space in it, and little where it leads into the page."""
        node = self._run(link)
        if node is None:
            return
        pieces = [" ".join(text.split()) for text in link.itertext()]
        counted, length = sum(map(len, pieces)), len(" ".join("".join(link.itertext()).split()))
        within = len(link.get("href", "")) > 1 and link.get("href")[0] == "#"
        node.own.linked += (_WITHIN_PAGE * length if within else length) - counted

    def _mark(self, button: Element) -> None:
        node = self._run(button)
        if node is not None and node.segment >= 0:
            node.buttons += len(" ".join("".join(button.itertext()).split()))


def _count(element: Element, node: Node) -> None:
    own = node.own
    if element.tag == "img":
        own.images += 1
    elif element.tag == "input":
        own.inputs += 1
    else:
        own.embeds += 1
        own.videos += any(map(is_video, element.attrib.values()))
