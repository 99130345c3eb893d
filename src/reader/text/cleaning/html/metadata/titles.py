"""The title: what the page shows and says of itself, by vote; no " | Site" tail."""

import re
from html import unescape
from urllib.parse import urlsplit

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.metadata.said import Said
from reader.text.cleaning.html.tokens import words

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«›<>~-]|::|//)\s+|\s*[|｜]\s*|(?<=\S)_(?=\S)")
_BAR = re.compile(r"\s*[|｜]\s*")
"""The one separator that is hardly ever part of a headline."""
_SHORT_TAIL = 4
_AGREEMENT = 0.5
"""Share of words that makes a heading the article's."""
_SHOWN, _LINKED, _GRAPH, _WINDOW, _LAST = 1.0, 1.0, 0.5, 0.3, 0.01
"""The weight of that heading, JSON-LD, OpenGraph, the window's title, and any first heading:
JSON-LD outvotes the heading with another at its side, and nothing does alone."""


def titles(said: Said, site: str | None, url: str | None) -> tuple[str, str]:
    """The article's title, and the page's headline that it stands for in the page.

    The title is what most of headline, JSON-LD, OpenGraph and window title agree on; the last
    resort is the page's first headline, and then "". The headline may word it otherwise; it is ""
    where none agrees.
    """
    names = _site_names(site, url)
    linked = _cleaned(said.of_articles("headline")[:1], names)
    graph = _cleaned(said.meta("og:title", "twitter:title", "headline"), names)[:1]
    window = [_window_title(said, names)]
    told = [*linked, *graph, *window]
    shown = max(said.headings, key=lambda h: _agreement(h, told), default="")
    votes = [(line, _LINKED) for line in linked] + [(line, _GRAPH) for line in graph]
    votes += [(line, _WINDOW) for line in window]
    votes += [(without_site(line, names), _LAST) for line in said.headings[:1]]
    if _agreement(shown, told) >= _AGREEMENT:
        return _elected([(without_site(shown, names), _SHOWN), *votes], names), shown
    return _without_tail(_elected(votes, names), _BAR), ""


def _cleaned(lines: list[str], names: set[str]) -> list[str]:
    return [without_site(canonical_line(unescape(line)), names) for line in lines]


def _elected(votes: list[tuple[str, float]], names: set[str]) -> str:
    """The spelling with the most weight behind it, the earlier of equals; the site's name last."""
    weights: dict[str, float] = {}
    spellings: dict[str, str] = {}
    for line, weight in votes:
        if not (key := _fold(line)):
            continue
        weights[key] = weights.get(key, 0.0) + (weight if key not in names else 0.0)
        spellings[key] = max(spellings.get(key, line), line, key=_legible)
    return spellings[max(weights, key=weights.__getitem__)] if weights else ""


def _legible(line: str) -> tuple[int, bool]:
    """A headline in elements that touch loses a space, one made for its looks is in capitals."""
    return len(words(line)), not line.isupper()


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
    return _without_tail(line, _SEPARATOR) if line == said.window_title else line


def _without_tail(line: str, separator: re.Pattern[str]) -> str:
    """The line up to its last separator, where what follows is as short as a site's name."""
    parts = list(separator.finditer(line))
    if parts:
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
