"""Linkwarden's JSON: links in collections."""

from reader.model import Brought, BroughtArticle
from reader.sources.apps.fields import Entry, any_has_keys, whole
from reader.sources.apps.gathering import gathered
from reader.sources.apps.values import counted, tidy

APP = "Linkwarden"
KEYS = ('"collections"', '"links"')
_NO_TAG = "unorganized"


def is_linkwarden(value: object) -> bool:
    """Whether JSON has collections of links."""
    return isinstance(value, dict) and any_has_keys(value.get("collections"), "links")


def read_linkwarden(value: object, subject: str) -> Brought:
    """Every link, with its collection as a tag; links to uploaded files are passed over."""
    links = [
        (collection.line("name"), link)
        for collection in whole(value, subject).entries("collections", "collection")
        for link in collection.entries("links", "link")
    ]
    found = [_article(name, link) for name, link in links if link.values.get("url") is not None]
    one = "upload, which is not in the export"
    many = "uploads, which are not in the export"
    return Brought(APP, gathered(found), counted(len(links) - len(found), one, many))


def _article(collection: str, link: Entry) -> BroughtArticle:
    url = link.required("url")
    own = [] if collection.lower() == _NO_TAG else [collection]
    return BroughtArticle(
        title=link.line("name") or url,
        url=link.url("url"),
        saved=link.when("createdAt"),
        tags=tidy([*own, *link.tags("tags")]),
        note=link.text("description"),
    )
