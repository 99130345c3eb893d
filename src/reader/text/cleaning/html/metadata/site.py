"""Where the article stands: site, address, language."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.metadata.said import Said

_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")
_LONGEST = 80


def address(said: Said, url: str | None) -> str | None:
    """The canonical address, absolute; else where it came from."""
    stated = [
        element.get("href")
        for element in said.root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for candidate in [*stated, *said.meta("og:url")]:
        whole = _absolute(candidate, url)
        if whole:
            return whole
    return url


def _absolute(candidate: str | None, base: str | None) -> str | None:
    try:
        whole = urljoin(base or "", (candidate or "").strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None


def site(said: Said, url: str | None) -> str | None:
    """The name the site gives itself, else its host."""
    names = [*said.meta("og:site_name"), *_publishers(said), *said.meta("application-name")]
    for name in map(canonical_line, names):
        if name and len(name) <= _LONGEST:
            return name.removeprefix("@")
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _publishers(said: Said) -> list[str]:
    found: list[str] = []
    for thing in said.articles:
        publisher: Any = thing.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and not name.startswith("http"):
            found.append(name)
    return found


def language(said: Said) -> str | None:
    """The ISO 639 code of the page's language, lower case, without the region."""
    stated = [
        said.root.get("lang"),
        said.root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *said.meta("content-language", "language", "dc.language"),
        *said.of_articles("inLanguage"),
        *said.meta("og:locale"),
    ]
    for value in stated:
        match = _LANGUAGE.match((value or "").strip())
        if match:
            return match[1].lower()
    return None
