"""Instapaper's CSV: links in folders, passages, and texts that were saved without an address."""

import json

from reader.model import Brought, BroughtArticle, BroughtHighlight, Status
from reader.sources.apps.gathering import gathered
from reader.sources.apps.tables import Row
from reader.sources.apps.values import tidy

APP = "Instapaper"
COLUMNS = frozenset({"url", "title", "selection", "folder"})
_NO_TAG = frozenset({"", "unread", "archive", "starred"})


def read_instapaper(rows: list[Row]) -> Brought:
    """Every row: a folder is a status, the star, or a tag."""
    return Brought(APP, gathered(map(_article, rows)))


def _article(row: Row) -> BroughtArticle:
    url, selection, folder = row.line("url"), row.text("selection"), row.line("folder")
    if not url and not selection:
        raise row.refuse("URL", "is empty, and so is “Selection”")
    plain = folder.lower()
    return BroughtArticle(
        title=row.line("title") or url or selection.partition("\n")[0][:200],
        url=row.url("url"),
        saved=row.when("timestamp"),
        tags=tidy([*([] if plain in _NO_TAG else [folder]), *_tags(row)]),
        status=Status.ARCHIVED if plain == "archive" else Status.UNREAD,
        starred=plain == "starred",
        content=None if url else selection.encode("utf-8"),
        media_type="text/html" if url else "text/plain",
        highlights=(BroughtHighlight(selection),) if url and selection else (),
    )


def _tags(row: Row) -> list[str]:
    """The tags of a row: a JSON list in a cell."""
    if not (cell := row.raw("tags").strip()):
        return []
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise row.refuse("Tags", "is not a JSON list") from error
    if not isinstance(found, list) or not all(isinstance(tag, str) for tag in found):
        raise row.refuse("Tags", "is not a JSON list of texts")
    return found
