"""The front matter of a Markdown file: properties in YAML between two lines of “---”.

Names of properties are those of the Obsidian Web Clipper (`title source author published created
description tags`) and the commonest others' for the same things.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reader.text.canonical import canonical_line
from reader.text.cleaning.dates import iso_date

_LONGEST = 64 * 1024
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_PROPERTY = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")
_BETWEEN = re.compile(r"\s*(?:,|;|\band\b|&)\s*")

_TITLE = ("title", "headline", "name")
_ADDRESS = ("source", "url", "link", "canonical_url", "original_url", "source_url")
_AUTHORS = ("author", "authors", "byline", "creator", "by")
_PUBLISHED = (
    "published",
    "date",
    "date_published",
    "published_at",
    "publish_date",
    "pubdate",
    "published_date",
)
_SITE = ("site", "site_name", "publisher", "publication", "website", "domain")
_LANGUAGE = ("language", "lang")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says of an article; empty or None where it says nothing."""

    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    language: str | None = None


def split_front_matter(text: str, today: date | None = None) -> tuple[FrontMatter, str]:
    """The front matter, and the Markdown after it; all of the text when there is none.

    Front matter that is not proper YAML is read a line at a time, so that one stray colon does
    not cost the title and the address.
    """
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if not opening or not closing:
        return FrontMatter(), text
    said = text[opening.end() : closing.start()]
    properties = _properties(said)
    if not properties and said.strip():
        return FrontMatter(), text
    return _front_matter(properties, today), text[closing.end() :]


def _properties(said: str) -> dict[str, object]:
    import yaml

    try:
        loaded = yaml.safe_load(said)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        loaded = {name: value.strip("\"'") for name, value in _PROPERTY.findall(said)}
    if not isinstance(loaded, Mapping):
        return {}
    return {str(name).strip().casefold(): value for name, value in loaded.items()}


def _front_matter(properties: dict[str, object], today: date | None) -> FrontMatter:
    def first(names: tuple[str, ...]) -> object:
        return next((properties[name] for name in names if properties.get(name)), None)

    address = _line(first(_ADDRESS))
    language = _line(first(_LANGUAGE)).replace("_", "-").split("-")[0].casefold()
    return FrontMatter(
        title=_line(first(_TITLE)),
        url=address if re.match(r"https?://\S+$", address) else None,
        authors=_names(first(_AUTHORS)),
        published=iso_date(first(_PUBLISHED), today),
        site=_line(first(_SITE)) or None,
        language=language if re.fullmatch("[a-z]{2,3}", language) else None,
    )


def _line(value: object) -> str:
    """A property's value on one line; lists and mappings give their first or nothing."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str | int | float | date):
        return ""
    return canonical_line(_LINK.sub(lambda found: found[1] or found[2] or "", str(value)))


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for one in values[:50]:
        for name in _BETWEEN.split(_line(one)):
            if name and name not in names:
                names.append(name)
    return tuple(names)
