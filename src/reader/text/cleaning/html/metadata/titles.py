"""The title: the headline the page shows, where its data agree; no " | Site" tail."""

import re
from html import unescape
from urllib.parse import urlsplit

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.metadata.said import Said
from reader.text.cleaning.html.tokens import words

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«›<>~-]|::|//)\s+|\s*[|｜]\s*|(?<=\S)_(?=\S)")
_SHORT_TAIL = 4
_AGREEMENT = 0.5


def title(said: Said, site: str | None, url: str | None) -> str:
    """The article's title; the file's last resort is its first headline, and then ""."""
    names = _site_names(site, url)
    told = [
        without_site(canonical_line(unescape(line)), names)
        for line in [
            *said.of_articles("headline"),
            *said.meta("og:title", "twitter:title", "headline"),
        ]
    ]
    window = _window_title(said, names)
    witnesses = [*told, window]
    shown = max(said.headings, key=lambda h: _agreement(h, witnesses), default="")
    if shown and _agreement(shown, witnesses) >= _AGREEMENT:
        return without_site(shown, names)
    candidates = [*told, window, *said.headings[:1]]
    return next((line for line in candidates if words(line)), "")


def without_site(line: str, names: set[str]) -> str:
    """The line without the site's name at its end or start."""
    for part in reversed(list(_SEPARATOR.finditer(line))):
        head, tail = line[: part.start()].strip(), line[part.end() :].strip()
        if head and _fold(tail) in names:
            return without_site(head, names)
    first = _SEPARATOR.search(line)
    if first and _fold(line[: first.start()]) in names and line[first.end() :].strip():
        return line[first.end() :].strip()
    return line


def _window_title(said: Said, names: set[str]) -> str:
    """The window's title, cut at a headline it starts with, or at a short tail."""
    line = without_site(said.window_title, names)
    for heading in said.headings:
        if len(words(heading)) > _SHORT_TAIL and _fold(line).startswith(_fold(heading)):
            return heading
    parts = list(_SEPARATOR.finditer(line))
    if parts and line == said.window_title:
        head, tail = line[: parts[-1].start()], line[parts[-1].end() :]
        if len(words(tail)) <= _SHORT_TAIL < len(words(head)):
            return head.strip()
    return line


def _agreement(line: str, witnesses: list[str]) -> float:
    mine = set(words(line))
    shares = [
        len(mine & theirs) / max(len(mine), len(theirs))
        for theirs in (set(words(witness)) for witness in witnesses)
        if theirs and mine
    ]
    return max(shares, default=0.0)


def _site_names(site: str | None, url: str | None) -> set[str]:
    names = {_fold(site or "")}
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    if host:
        names |= {_fold(host), _fold(host.rsplit(".", 1)[0])}
    return names - {""}


def _fold(text: str) -> str:
    return "".join(words(text))
