"""DOM → source text and segments. Knows nothing of what is worth reading."""

from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import runs, words
from reader.text.cleaning.html.walk import Walk

SOURCE_TEXT_VERSION = 1
"""Offsets of annotations rest on this conversion for ever: what it answers for a page never
changes under one version (`walk`, `tags`, `tables`, `tokens`, `structured.article_body` and
`canonical` belong to it)."""

LITTLE = 250
"""Code points of text under which a page is taken to show itself only by script."""


_HALF = 0.5


def visible(root: Element, article_body: str = "") -> tuple[str, list[Segment]]:
    """The source text of a page and the segments it consists of, in order.

    Blocks are separated by a blank line, items of a list and rows of a table by a line break,
    cells by " | "; `<br>` is a line break, two are a new block; `<pre>` keeps its white space.
    What attributes hide and what `<noscript>` holds counts only where there is next to nothing
    else: such pages are shown by a script. `article_body`, the text in the page's data, is added
    at the end when less than half of it is in sight.
    """
    walk = Walk().over(root)
    if walk.length < LITTLE:
        everything = Walk(hidden=True).over(root)
        if everything.length > walk.length:
            walk = everything
    if len(article_body) >= LITTLE and not _in_sight(article_body, "".join(walk.text)):
        for paragraph in article_body.split("\n"):
            walk.append(paragraph, root)
    return "".join(walk.text), walk.segments


def _in_sight(body: str, text: str) -> bool:
    wanted, seen = runs(words(body)), set(runs(words(text)))
    return sum(run in seen for run in wanted) >= _HALF * len(wanted)
