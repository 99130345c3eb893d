"""When the article appeared. A wrong date is worse than none."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from reader.text.cleaning.dates import find_date
from reader.text.cleaning.html.metadata.said import Said
from reader.text.cleaning.html.names import families_around

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]+(\d{2}):(\d{2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)()()")
_ADDRESS = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
_ELSEWHERE = frozenset({"comments", "related", "navigation", "footer"})
_EARLIEST = 1990
_MIDNIGHT = "00:00"


def published(said: Said, url: str | None, today: date | None) -> str | None:
    """ISO 8601, to the minute where the page has a time, in the page's own local time."""
    for value in _stated(said):
        if found := iso(value, today):
            return found
    return _searched(said, url, today)


def _stated(said: Said) -> list[str]:
    return [
        *said.of_articles("datePublished"),
        *said.meta(*_META),
        *_marked(said),
        *said.of_articles("dateCreated"),
        *(v for t in said.things if isinstance(v := t.get("datePublished"), str)),
    ]


def _marked(said: Said) -> list[str]:
    """The dates of elements marked as the article's own."""
    found = []
    for element in said.root.iter("time", "span", "abbr", "div", "p"):
        names = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        if "datepublished" in names or "pubdate" in element.attrib or "entry-date" in names:
            value = element.get("datetime") or element.get("content") or element.get("title")
            found.append(value or "".join(element.itertext()).strip()[:40])
    return found


def iso(value: str, today: date | None) -> str | None:
    """A date that is written year first, checked; None for anything else."""
    match = _ISO.match(value.strip()) or _COMPACT.match(value.strip())
    if not match:
        return None
    year, month, day, hour, minute = match.groups()
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    if found.year < _EARLIEST or (today and found > today + timedelta(days=1)):
        return None
    if not day:
        return f"{found:%Y-%m}"
    clock = f"{hour}:{minute}" if hour and int(hour) < 24 and int(minute) < 60 else _MIDNIGHT
    return f"{found:%Y-%m-%d}" + ("" if clock == _MIDNIGHT else f"T{clock}")


def _searched(said: Said, url: str | None, today: date | None) -> str | None:
    """The first time element of the page itself, or the date in its address; the day alone."""
    for element in said.root.iter("time"):
        if families_around(element) & _ELSEWHERE:
            continue
        value = element.get("datetime") or "".join(element.itertext())
        if found := iso(value, today) or find_date(value, today):
            return found[:10]
    in_address = _ADDRESS.search(urlsplit(url or "").path)
    return iso("-".join(in_address.groups()), today) if in_address else None
