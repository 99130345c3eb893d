"""What the head of a page says of its title and author, as far as Readability.js asks for it."""

import re
from dataclasses import dataclass

from reader.text.cleaning.html.dom import Element

_TITLES = ("dc:title", "dcterm:title", "og:title", "title", "twitter:title", "parsely-title")
_AUTHORS = ("dc:creator", "dcterm:creator", "author", "parsely-author", "article:author")
_SEPARATOR = re.compile(r" [|\-\\/>»] ")
_AUTHOR_NAMED = re.compile(r'"author"\s*:\s*[\[{][^\]}]*"name"\s*:\s*"')


@dataclass(frozen=True, slots=True)
class Head:
    """The title, and whether the author is named."""

    title: str
    names_author: bool


def head_of(root: Element) -> Head:
    """Read the head of a page."""
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        if content := meta.get("content"):
            said[name.lower().strip().replace(".", ":")] = content.strip()
    title = next((said[name] for name in _TITLES if said.get(name)), "") or _window_title(root)
    author = any(said.get(name) and "//" not in said[name] for name in _AUTHORS)
    return Head(title, author or _author_in_data(root))


def _author_in_data(root: Element) -> bool:
    return any(
        "ld+json" in script.get("type", "") and bool(_AUTHOR_NAMED.search(script.text or ""))
        for script in root.iter("script")
    )


def _window_title(root: Element) -> str:
    title = next(root.iter("title"), None)
    whole = " ".join("".join(title.itertext()).split()) if title is not None else ""
    parts = _SEPARATOR.split(whole)
    if len(parts) < 2:
        return whole
    but_last = whole[: -len(parts[-1]) - 3]
    short = but_last if len(but_last.split()) >= 3 else whole[len(parts[0]) + 3 :]
    return short if len(short.split()) > 4 else whole
