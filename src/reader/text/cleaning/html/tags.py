"""What the elements of HTML mean for the visible text.

After the HTML Standard (https://html.spec.whatwg.org/multipage/rendering.html). These sets belong
to the source text: changing one moves offsets (`visible.SOURCE_TEXT_VERSION`).
"""

import re

from reader.text.cleaning.html.dom import Element

UNSEEN = frozenset(
    "annotation annotation-xml applet area audio base canvas datalist embed frame frameset head "
    "iframe link meta noembed noframes object optgroup option param rp script select source style "
    "svg template title track video".split()
)
"""Never rendered as text, or only where something is missing."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
    "menu nav ol p plaintext pre search section summary table tbody td textarea tfoot th thead tr "
    "ul xmp".split()
)
"""Begin and end a block."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
INSIDE = {
    "a": "link",
    "blockquote": "quote",
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext", "textarea"), "pre"),
}
"""What text in such an element is."""

CONTROLS = frozenset({"a", "button", "label"})
"""Inline, but two in a row are two words even without white space between them."""

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_STREAMED = re.compile("S:[0-9a-f]+")  # React streams parts hidden, and a script puts them in place
_ARTICLE_LENGTH = 1000
_ALWAYS_SHOWN = frozenset({"html", "body", "main", "article"})


def is_shown(element: Element) -> bool:
    """Whether nothing hides the element from sight, with scripts running.

    `aria-hidden` does not: it hides from screen readers what is there to be seen. The outermost
    elements are never hidden, nor is one with 1,000 code points in paragraphs: scripts show those
    once the page has loaded.
    """
    tag, attributes = element.tag, element.attrib
    if tag in _ALWAYS_SHOWN or not (attributes or tag in {"noscript", "dialog"}):
        return True
    if tag == "noscript":
        return False
    style = attributes.get("style")
    hidden = "hidden" in attributes or (tag == "dialog" and "open" not in attributes)
    if not hidden and not (style and _HIDDEN_STYLE.search(style)):
        return True
    return bool(_STREAMED.fullmatch(attributes.get("id", ""))) or _holds_an_article(element)


def _holds_an_article(element: Element) -> bool:
    length = 0
    for paragraph in element.iter("p"):
        length += sum(map(len, paragraph.itertext()))
        if length > _ARTICLE_LENGTH:
            return True
    return False
