"""The authors: a list of names, without "By" and without job titles."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.extractor import LARGEST
from reader.text.cleaning.html.metadata.said import Said

_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "authors",
    "creator",
)
_TAGS = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"https?:|www\.|^/|\w@\w")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.?){1,4}(?:-[A-Z]{1,4})?(?: \d+)?$")
_TRAILING = re.compile(r"\s*(?:\(.*|\d[\d ]*)$")
_LONGEST = 60
_MOST_WORDS = 6


def authors(said: Said, site: str | None) -> tuple[str, ...]:
    """The names the page gives, each once, in its order."""
    sources: tuple[Callable[[], list[str]], ...] = (
        lambda: _of_articles(said),
        lambda: said.meta(*_META),
        lambda: _in_page(said),
    )
    for values in sources:  # the last is slow: it is asked only when the others are silent
        names = dict.fromkeys(name for value in values() for name in names_in(value))
        if len(names) > 1 and site:
            names = {name: None for name in names if name.casefold() != site.casefold()}
        if names:
            return tuple(names)
    return ()


def _of_articles(said: Said) -> list[str]:
    for thing in said.articles:
        if found := _names(thing.get("author")) or _names(thing.get("creator")):
            return found
    return []


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    if isinstance(value, dict):
        parts = [value.get("givenName"), value.get("familyName")]
        whole = " ".join(part for part in parts if isinstance(part, str))
        return _names(value.get("name")) or ([whole] if whole else [])
    return []


def _in_page(said: Said) -> list[str]:
    """What stands where bylines stand, as the extractor's own rules find it."""
    if sum(1 for _ in said.root.iter()) > LARGEST:
        return []
    from trafilatura.metadata import extract_author

    try:
        found = extract_author(said.root)
    except Exception:  # third-party rules over hostile markup: no author is an answer
        return []
    return [found] if found else []


def names_in(value: str) -> list[str]:
    """The names in a byline: "By A and B, Staff Writer" gives A and B."""
    line = canonical_line(_TAGS.sub(" ", unescape(unescape(value))))
    if _ADDRESS.search(line):
        return []
    splits, opening, jobs = _patterns()
    while (shorter := opening.sub("", line)) != line:
        line = shorter
    return [
        name
        for number, part in enumerate(splits.split(line))
        if (name := _TRAILING.sub("", part).strip(' .,:;-–—|/@"“”'))
        and _is_name(name)
        and not jobs.search(name)
        and not (number and _DEGREE.fullmatch(name) and len(name) <= _MOST_WORDS)
    ]


def _is_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where names are divided, what opens a byline, what is no name."""
    data = tomllib.loads(files(__package__).joinpath("authors.toml").read_text(encoding="utf-8"))
    ands, openings, jobs = ("|".join(map(re.escape, data[key])) for key in ("and", "by", "job"))
    return (
        re.compile(rf"\s*[,;|/&、，·•\n]\s*|\s+(?:{ands})\s+", re.IGNORECASE),
        re.compile(rf"^\s*(?:{openings})(?:\s*[:：]\s*|\s+)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{jobs})(?!\w)", re.IGNORECASE),
    )
