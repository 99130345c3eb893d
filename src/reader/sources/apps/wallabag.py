"""wallabag's exports: JSON with texts and annotations, CSV with texts."""

from reader.model import Brought, BroughtArticle, BroughtHighlight, Status
from reader.sources.apps.fields import Entry, any_has_keys, entries_of
from reader.sources.apps.tables import Row
from reader.sources.apps.values import day, people, tidy

APP = "wallabag"
KEYS = ('"is_archived"', '"url"')
COLUMNS = frozenset({"title", "url", "content", "tags", "mime type", "language", "creation date"})
# What wallabag keeps as the text of a page it could not fetch.
_NO_TEXT = "wallabag can't retrieve contents for this article"


def is_wallabag(value: object) -> bool:
    """Whether JSON is a list of entries as wallabag writes them."""
    return any_has_keys(value, "is_archived", "url")


def read_wallabag(value: object, subject: str) -> Brought:
    """Every entry with its text and annotations."""
    return Brought(APP, tuple(map(_article, entries_of(value, "entry", subject))))


def read_wallabag_rows(rows: list[Row]) -> Brought:
    """Every row of the CSV with its text."""
    return Brought(APP, tuple(map(_from_row, rows)))


def _article(entry: Entry) -> BroughtArticle:
    url = entry.required("url")
    return BroughtArticle(
        title=entry.line("title") or url,
        url=entry.url("url"),
        authors=people(_authors(entry)),
        site=entry.line("domain_name") or None,
        published=day(entry.raw("published_at")),
        saved=entry.when("created_at"),
        tags=entry.tags("tags"),
        status=Status.ARCHIVED if entry.flag("is_archived") else Status.UNREAD,
        starred=entry.flag("is_starred"),
        content=_content(entry.raw("content")),
        highlights=tuple(map(_highlight, entry.entries("annotations", "annotation"))),
    )


def _authors(entry: Entry) -> list[str]:
    value = entry.values.get("published_by")
    if not isinstance(value, list):
        return [entry.line("published_by")]
    return [name for name in value if isinstance(name, str)]  # there are nulls among them


def _content(text: str) -> bytes | None:
    is_text = text.strip() and _NO_TEXT not in text[:200]
    return text.encode("utf-8", "replace") if is_text else None


def _highlight(entry: Entry) -> BroughtHighlight:
    return BroughtHighlight(
        exact=entry.text("quote"),
        body=entry.text("text"),
        created=entry.when("created_at"),
        modified=entry.when("updated_at"),
        id=entry.identifier("id"),
    )


def _from_row(row: Row) -> BroughtArticle:
    if not row.line("url"):
        raise row.refuse("URL", "is empty")
    return BroughtArticle(
        title=row.line("title") or row.line("url"),
        url=row.url("url"),
        saved=row.when("creation date"),
        tags=tidy(row.raw("tags").split(",")),
        content=_content(row.raw("content")),
    )
