"""The page's statements about itself, gathered once."""

from functools import cached_property
from typing import Any

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.structured import articles


class Said:
    """Meta elements, JSON-LD articles and headlines of one page."""

    def __init__(self, root: Element, things: list[dict[str, Any]]) -> None:
        self.root = root
        self.things = things
        self.articles = articles(things)

    @cached_property
    def _meta(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            content = canonical_line(element.get("content") or "")
            if content:
                for attribute in ("property", "name", "itemprop", "http-equiv"):
                    if name := element.get(attribute):
                        found.setdefault(name.lower(), []).append(content)
        return found

    def meta(self, *names: str) -> list[str]:
        """The contents of the meta elements of these names, in the order of the names."""
        return [content for name in names for content in self._meta.get(name, ())]

    def first(self, *names: str) -> str | None:
        """The first content of the meta elements of these names."""
        return next(iter(self.meta(*names)), None)

    @cached_property
    def headings(self) -> list[str]:
        """The words of every h1."""
        lines = (canonical_line("".join(h1.itertext())) for h1 in self.root.iter("h1"))
        return [line for line in lines if line]

    @cached_property
    def window_title(self) -> str:
        """The words of the title element."""
        element = next(self.root.iter("title"), None)
        return canonical_line("".join(element.itertext())) if element is not None else ""

    @cached_property
    def named(self) -> dict[str, dict[str, Any]]:
        """The JSON-LD things that have a name, by their `@id`."""
        return {
            key: thing
            for thing in reversed(self.things)
            if isinstance(key := thing.get("@id"), str) and thing.get("name")
        }

    def of_articles(self, key: str) -> list[str]:
        """What the JSON-LD articles say under a key, where it is text."""
        values = (thing.get(key) for thing in self.articles)
        return [line for v in values if isinstance(v, str) and (line := canonical_line(v))]
