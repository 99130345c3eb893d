"""A run of the source text as the page divides it."""

from dataclasses import dataclass

from reader.model import Kind
from reader.text.cleaning.html.dom import Element


@dataclass(slots=True)
class Segment:
    """A run `[start, end)` of the source text without white space around it.

    `element` is the innermost block element it stands in, `group` the table or outermost list
    around it, `linked` how many of its code points belong to links (outer white space aside).
    `stated`: it stands only in the page's data, not in sight.
    """

    start: int
    end: int
    kind: Kind
    level: int
    element: Element
    group: Element | None
    linked: int
    stated: bool = False
