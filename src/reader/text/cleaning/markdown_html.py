"""The visible text of HTML that stands inside Markdown."""

import html
import re

_TAG = re.compile(r"<!--|-->|</?([a-zA-Z][\w:-]*)(?:[\s/][^<>]*)?>")
_UNSEEN = frozenset({"script", "style", "template", "head", "title"})
_BREAKS = frozenset({"br", "li", "tr", "dt", "dd"})
_BLOCKS = frozenset(
    "p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl table "
    "blockquote figure figcaption details summary hr pre form".split()
)


def visible_text(markup: str) -> str:
    """Tags and comments left out, entities resolved; blocks apart by a blank line. Linear."""
    parts: list[str] = []
    at = 0
    unseen: str | None = None
    for tag in _TAG.finditer(markup):
        if unseen is None:
            parts.append(html.unescape(markup[at : tag.start()]))
        unseen, gap = _step(tag, unseen)
        parts.append(gap)
        at = tag.end()
    if unseen is None:
        parts.append(html.unescape(markup[at:]))
    return "".join(parts)


def _step(tag: re.Match[str], unseen: str | None) -> tuple[str | None, str]:
    """What is hidden after a tag, and the gap it leaves."""
    mark, name = tag.group(), (tag.group(1) or "").lower()
    if mark == "<!--":
        return unseen or "-->", ""
    if unseen:
        closed = mark == unseen or (mark.startswith("</") and name == unseen)
        return (None if closed else unseen), ""
    if name in _UNSEEN and not mark.startswith("</"):
        return name, ""
    if name in _BLOCKS:
        return None, "\n\n"
    return None, "\n" if name in _BREAKS else ""
