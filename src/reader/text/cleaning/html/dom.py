"""Markup → DOM, whatever its size and shape: no network, no entities but HTML's own."""

import re
from functools import cache
from typing import Any, TypeAlias

Element: TypeAlias = Any  # lxml.html.HtmlElement: lxml brings no types

_SURROGATES = re.compile("[\ud800-\udfff\x00]")
_PROGRAM = re.compile(r"<(script|style|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w")


def parse(markup: str) -> Element:
    """The document's root element; an empty page gives an empty root.

    libxml2 gives up on a page nested deeper than 2,048 elements and answers with an empty
    document. Such a page is read again with every tag taken as the start of a paragraph.
    """
    root = _parse(markup)
    if not _has_words(root):
        flat = _TAG.sub("<p>", _PROGRAM.sub("", markup))
        if _WORD.search(flat.replace("<p>", "")):
            return _parse(flat)
    return root


def _parse(markup: str) -> Element:
    from lxml import etree, html

    data = _SURROGATES.sub("", markup).encode("utf-8")
    try:
        root = html.document_fromstring(data or b"<html></html>", parser=_parser())
    except etree.ParserError:
        root = html.document_fromstring(b"<html><body></body></html>", parser=_parser())
    return root


@cache
def _parser() -> Any:
    from lxml import html

    return html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )


def _has_words(root: Element) -> bool:
    return any(_WORD.search(text) for text in root.itertext())
