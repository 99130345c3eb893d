"""What a page says of itself in JSON-LD (https://schema.org, https://www.w3.org/TR/json-ld11/)."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from reader.text.cleaning.html.dom import Element

_ARTICLES = re.compile(r"(?:article|posting|report|review|recipe|newsitem)$", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAKS = re.compile(r"</?(?:p|div|br|li|h\d)\b[^<>]*>", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_CLOSING = ("*/", "]]>", "/*", "//", "-->")
"""Comments and CDATA sections around the data, for browsers that know no script elements."""
_DEPTH = 12


def things(root: Element) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD, outer before inner, in order; broken scripts left out."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            found.extend(_objects(_load(script.text), _DEPTH))
    return found


def _load(text: str) -> Any:
    try:
        return json.loads(_unwrapped(text), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    for closing in _CLOSING:
        text = text.rstrip().removesuffix(closing)
    return text.rstrip("; \t\r\n")


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if not depth:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _objects(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth - 1)


def types(thing: dict[str, Any]) -> tuple[str, ...]:
    """The names of a thing's types."""
    value = thing.get("@type")
    return tuple(t for t in (value if isinstance(value, list) else [value]) if isinstance(t, str))


def articles(everything: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The things that are articles, the one with the most to say of itself first."""
    found = [thing for thing in everything if any(map(_ARTICLES.search, types(thing)))]
    return sorted(found, key=lambda thing: -("datePublished" in thing) - ("headline" in thing))


def article_body(everything: list[dict[str, Any]]) -> str:
    """The longest `articleBody`, markup taken off, its paragraphs on lines; "" when none."""
    bodies = (thing.get("articleBody") for thing in everything)
    longest = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    if _TAGS.search(longest):
        longest = _TAGS.sub("", _BREAKS.sub("\n", longest))
    return unescape(longest)
