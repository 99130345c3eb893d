"""The authors: a list of names, without "By" and without job titles."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from html import unescape
from importlib.resources import files
from itertools import islice
from typing import Any

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.metadata.said import Said
from reader.text.cleaning.html.names import families_around
from reader.text.cleaning.plain.byline import authors_of

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
_BRACKETED = re.compile(r"\([^()]*\)?")
_TRAILING = re.compile(r"\s+\d[\d ]*$")
_NAMED = ("a", "span", "p", "div", "address", "li", "h3", "h4", "cite", "em", "strong")
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|by-line|author|authors|autor|auteur)", re.IGNORECASE)
_ELSEWHERE = frozenset({"comments", "related", "navigation", "footer"})
_LONGEST_LINE = 100
_MOST_NAMES = 4
_NEAR = 3
"""Elements up from the first author within which a second one writes the same article."""
_LONGEST = 60
_MOST_WORDS = 6
_MOST_REFERENCES = 50


def authors(said: Said, site: str | None) -> tuple[str, ...]:
    """The names the page gives, each once, in its order; the site's own for want of another."""
    sources: tuple[Callable[[], list[str]], ...] = (
        lambda: _of_articles(said),
        *(partial(said.meta, name) for name in _META),
        lambda: _in_page(said),
    )
    houses: tuple[str, ...] = ()
    for values in sources:  # the last is slow: it is asked only when the others are silent
        names = tuple(dict.fromkeys(name for value in values() for name in names_in(value)))
        people = tuple(name for name in names if not _is_house(name, site))
        if people:
            return people
        houses = houses or names
    return houses


def _is_house(name: str, site: str | None) -> bool:
    """Whether it is the site that signs: “Daily Cloud”, “Daily Cloud Staff”."""
    return bool(site) and name.casefold().startswith((site or "").casefold())


def _of_articles(said: Said) -> list[str]:
    for thing in said.articles:
        for key in ("author", "creator"):
            if found := _names(_resolved(thing.get(key), said)):
                return found
    return []


def _resolved(value: Any, said: Said) -> Any:
    """The value with what is only an `@id` looked up in the page (JSON-LD 1.1, node references)."""
    if isinstance(value, list):
        return [_resolved(each, said) for each in value[:_MOST_REFERENCES]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return said.named.get(value["@id"], value)
    return value


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
    """The names in elements marked as the author's, or else in lines named for bylines."""
    for marked in (_is_author, _is_byline):
        names = _beside_first(element for element in said.root.iter(*_NAMED) if marked(element))
        if names:
            return _shortest(names)[:_MOST_NAMES]
    return []


def _beside_first(elements: Iterator[Element]) -> list[str]:
    """The names in the first element with any and near it: others sign further articles."""
    near: Element | None = None
    found: list[str] = []
    for element in elements:
        if near is not None and near not in element.iterancestors():
            continue
        names = [n for n in authors_of(_line(element)) if " " in n or not n.isascii()]
        if names and near is None:
            near = next(
                islice(element.iterancestors(), _NEAR - 1, None), element.getroottree().getroot()
            )
        found += names
    return found


def _shortest(names: list[str]) -> list[str]:
    """Each once, and not those that only go on after another: “Ada Quill Editor”."""
    return [
        name
        for name in dict.fromkeys(names)
        if not any(other != name and name.startswith(other) for other in names)
    ]


def _is_author(element: Element) -> bool:
    if "author" in (element.get("rel") or "").lower().split():
        return True
    return (element.get("itemprop") or "").lower() == "author"


def _is_byline(element: Element) -> bool:
    name = f"{element.get('class', '')} {element.get('id', '')} {element.get('data-testid', '')}"
    return bool(_BYLINE.search(name)) and not families_around(element) & _ELSEWHERE


def _line(element: Element) -> str:
    """Its words on one line; nothing when they are more than a byline's."""
    words = canonical_line(" ".join(element.itertext()))
    return words if len(words) <= _LONGEST_LINE else ""


def names_in(value: str) -> list[str]:
    """The names in a byline: "By A and B, Staff Writer" gives A and B."""
    line = canonical_line(_BRACKETED.sub(" ", _TAGS.sub(" ", unescape(unescape(value)))))
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
