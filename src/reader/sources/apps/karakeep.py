"""Karakeep's JSON: links and texts, with tags, lists and notes."""

from reader.model import Brought, BroughtArticle, BroughtHighlight, Status
from reader.sources.apps.fields import Entry, any_has_keys, whole
from reader.sources.apps.values import colour, counted, tidy

APP = "Karakeep"
KEYS = ('"bookmarks"', '"content"', '"createdAt"')


def is_karakeep(value: object) -> bool:
    """Whether JSON has bookmarks as Karakeep writes them."""
    return isinstance(value, dict) and any_has_keys(value.get("bookmarks"), "content", "createdAt")


def read_karakeep(value: object, subject: str) -> Brought:
    """Every link and text; bookmarks of files are passed over."""
    export = whole(value, subject)
    entries = list(export.entries("bookmarks", "bookmark"))
    names = {one.identifier("id"): one.line("name") for one in export.entries("lists", "list")}
    articles = [article for entry in entries if (article := _article(entry, names))]
    one = "bookmark of a file, which is not in the export"
    many = "bookmarks of files, which are not in the export"
    return Brought(APP, tuple(articles), counted(len(entries) - len(articles), one, many))


def _article(entry: Entry, names: dict[str, str]) -> BroughtArticle | None:
    content = entry.entry("content")
    kind = content.line("type") if content else "asset"
    if content is None or kind not in {"link", "text"}:
        return None
    url = content.required("url") if kind == "link" else ""
    text = content.text("text") if kind == "text" else ""
    lists = [names.get(one, "") for one in entry.strings("lists")]
    return BroughtArticle(
        title=entry.line("title") or url or text.partition("\n")[0][:200] or "Text",
        url=content.url("url") if url else None,
        saved=entry.when("createdAt"),
        tags=tidy([*entry.tags("tags"), *lists]),
        status=Status.ARCHIVED if entry.flag("archived") else Status.UNREAD,
        note=entry.text("note"),
        content=text.encode("utf-8") or None,
        media_type="text/html" if url else "text/plain",
        highlights=tuple(map(_highlight, entry.entries("highlights", "highlight"))),
    )


def _highlight(entry: Entry) -> BroughtHighlight:
    return BroughtHighlight(
        exact=entry.text("text"),
        body=entry.text("note"),
        colour=colour(entry.raw("color")),
        created=entry.when("createdAt"),
        id=entry.identifier("id"),
    )
