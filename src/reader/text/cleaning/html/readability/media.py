"""Pictures, fields and players: elements without text that Readability.js counts."""

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.names import is_video
from reader.text.cleaning.html.readability.node import Node

_COUNTED = ("img", "input", "iframe", "embed", "object")
_NOT_SHOWN = frozenset({"noscript", "template", "script", "head"})
_PARAGRAPHS = frozenset({"p", "div"})


def count(root: Element, known: dict[Element, Node]) -> None:
    """Count what is in the page for the innermost node around it; the work is linear.

    A div or p that holds nothing but pictures is a paragraph, an item with nothing else an item.
    """
    above: dict[Element, Node | None] = {}
    for element in root.iter(*_COUNTED):
        node = _nearest(element, known, above)
        if node is not None:
            _count(element, node)


def _count(element: Element, node: Node) -> None:
    own = node.own
    if element.tag == "img":
        own.images += 1
    elif element.tag == "input":
        own.inputs += 1
    else:
        own.embeds += 1
        own.videos += any(map(is_video, element.attrib.values()))


def _nearest(
    element: Element, known: dict[Element, Node], above: dict[Element, Node | None]
) -> Node | None:
    path: list[Element] = []
    node: Node | None = None
    while element is not None:
        if element in known:
            node = known[element]
            break
        if element in above:
            node = above[element]
            break
        path.append(element)
        element = element.getparent()
    if any(each.tag in _NOT_SHOWN for each in path):
        node = None
    for each in path:
        above[each] = node
    if node is not None:
        paragraph = next((each for each in path if each.tag in _PARAGRAPHS), None)
        node.own.paragraphs += paragraph is not None
        node.own.items += any(each.tag == "li" for each in path)
    return node
