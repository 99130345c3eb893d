"""The page as Readability.js sees it: blocks that hold text, and the runs of text in them."""

from dataclasses import dataclass, field

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.readability.names import NOTHING, Said

TEXT = "#text"
"""The tag of a run of text no element of its own is around."""

PARAGRAPH_LIKE = frozenset({"blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul"})
"""A div without any of these is a paragraph."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTISH = PARAGRAPH_LIKE | {"span", "li", "td"}
_LISTS = frozenset({"ul", "ol"})


@dataclass(slots=True)
class Sums:
    """What is in an element, itself left out. Texts are counted in code points.

    `linked` counts a link within the page as 0.3; `lists` counts an inner list twice, as a list
    and in its outer list; `headings` and `textish` likewise.
    """

    chars: int = 0
    linked: float = 0
    commas: int = 0
    headings: int = 0
    lists: int = 0
    textish: int = 0
    paragraphs: int = 0
    images: int = 0
    items: int = 0
    inputs: int = 0
    embeds: int = 0
    videos: int = 0
    tables: int = 0

    def add(self, other: "Sums", tag: str) -> None:
        """Add what an inner element of that tag brings."""
        chars = other.chars
        self.chars += chars
        self.linked += other.linked
        self.commas += other.commas
        self.headings += other.headings + (chars if tag in _HEADINGS else 0)
        self.lists += other.lists + (chars if tag in _LISTS else 0)
        self.textish += other.textish + (chars if tag in _TEXTISH else 0)
        self.paragraphs += other.paragraphs + (tag == "p")
        self.images += other.images
        self.items += other.items + (tag == "li")
        self.inputs += other.inputs
        self.embeds += other.embeds
        self.videos += other.videos
        self.tables += other.tables

    def copy(self) -> "Sums":
        """The same figures to go on from."""
        return Sums(
            self.chars,
            self.linked,
            self.commas,
            images=self.images,
            inputs=self.inputs,
            embeds=self.embeds,
            videos=self.videos,
            paragraphs=self.paragraphs,
            items=self.items,
        )

    @property
    def link_density(self) -> float:
        """The share of the text in links."""
        return self.linked / self.chars if self.chars else 0.0


@dataclass(slots=True, eq=False)
class Node:
    """An element with text in it, or a run of text (`segment` ≥ 0, its number).

    `origin` and `kind` are its parent and tag in the page, `parent` and `tag` those it has after
    the conversions of one attempt; `whole` is what was in it before anything was taken out.
    `first`, `last`: the numbers of the segments it begins and ends with.
    `broken`: two line breaks in a row are in it. `buttons`: its code points in buttons.
    """

    element: Element
    kind: str
    origin: "Node | None"
    segment: int = -1
    children: list["Node"] = field(default_factory=list)
    own: Sums = field(default_factory=Sums)
    whole: Sums = field(init=False)
    said: Said = NOTHING
    role: str = ""
    first: int = -1
    last: int = -1
    broken: bool = False
    buttons: int = 0
    tag: str = ""
    parent: "Node | None" = None
    out: bool = False
    merged: bool = False
    score: float | None = None
    sums: Sums = field(init=False)

    def reset(self) -> None:
        """Be as in the page again."""
        self.tag, self.parent = self.kind, self.origin
        self.out = self.merged = False
        self.score = None

    def start(self) -> None:
        """Begin to sum up; a run of text has nothing in it to add, and needs no copy."""
        self.sums = self.own.copy() if self.segment < 0 else self.own

    @property
    def stands(self) -> bool:
        """Whether it is still in the tree."""
        return not (self.out or self.merged)


def within(node: Node, tag: str, levels: int = 4) -> bool:
    """Whether one of the nearest elements around it is of that tag."""
    around = node.parent
    for _ in range(levels):
        if around is None:
            return False
        if around.tag == tag:
            return True
        around = around.parent
    return False


def total(nodes: list[Node]) -> None:
    """Sum up what is in each node that stands, from the innermost outwards."""
    for node in nodes:
        node.start()
    for node in reversed(nodes):
        if node.stands and node.parent is not None:
            node.parent.sums.add(node.sums, node.tag)
