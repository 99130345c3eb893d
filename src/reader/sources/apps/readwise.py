"""Readwise's exports: the CSV of highlights, and the CSV of documents of Readwise Reader."""

import re

from reader.model import Brought, BroughtArticle, BroughtHighlight, Status
from reader.sources.apps.gathering import gathered
from reader.sources.apps.tables import Row
from reader.sources.apps.values import colour, counted, people, tidy

APP, READER_APP = "Readwise", "Readwise Reader"
READER_COLUMNS = frozenset({"title", "url", "document tags", "location"})
# An unclosed quote runs to the end, so that no quote is ever looked at twice.
_QUOTED = re.compile(r"""'((?:[^'\\]|\\.?)*+)(?:'|\Z)|"((?:[^"\\]|\\.?)*+)(?:"|\Z)""", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_INLINE_TAG = re.compile(r"\.([^\s.]\S*)(?:\s+|$)")


def is_highlights(names: frozenset[str]) -> bool:
    """Whether a table is one of highlights: only `Highlight` is always there."""
    others = {"title", "book title", "author", "book author", "url"}
    return "highlight" in names and bool(names & others)


def read_highlights(rows: list[Row]) -> Brought:
    """The highlights of each article or book together."""
    return Brought(APP, gathered(map(_marked, rows)))


def read_documents(rows: list[Row]) -> Brought:
    """Every document that was saved; what only came in by a feed is passed over."""
    saved = [row for row in rows if row.line("location").lower() != "feed"]
    one = "row of a feed, which nobody saved"
    over = counted(len(rows) - len(saved), one, one.replace("row", "rows"))
    return Brought(READER_APP, tuple(map(_document, saved)), over)


def _marked(row: Row) -> BroughtArticle:
    exact = row.text("highlight")
    tags, body = _split_note(row.text("note"))
    if not exact and not body:
        raise row.refuse("Highlight", "is empty")
    mark = BroughtHighlight(
        exact=exact,
        body=body,
        tags=tidy([*row.raw("tags").split(","), *tags]),
        colour=colour(row.raw("color")),
        created=row.when("highlighted at") or row.when("date"),
        id=row.line("id"),
    )
    url = row.line("url")
    return BroughtArticle(
        title=row.line("book title") or row.line("title") or url or "Quotes",
        url=row.url("url"),
        authors=people([row.line("book author") or row.line("author")]),
        tags=tidy(row.raw("document tags").split(",")),
        highlights=(mark,),
    )


def _split_note(note: str) -> tuple[list[str], str]:
    """The tags a note begins with (`.like this`: “like”) and what it says after them."""
    tags: list[str] = []
    at = 0
    while found := _INLINE_TAG.match(note, at):
        tags.append(found[1])
        at = found.end()
    return tags, note[at:]


def _document(row: Row) -> BroughtArticle:
    url = row.line("url")
    if not url:
        raise row.refuse("URL", "is empty")
    return BroughtArticle(
        title=row.line("title") or url,
        url=row.url("url"),
        saved=row.when("saved date"),
        tags=tidy(_listed(row.raw("document tags"))),
        status=_status(row),
    )


def _listed(cell: str) -> list[str]:
    """A list as Python writes it, single quotes and all; else words between commas."""
    if not cell.strip().startswith("["):
        return cell.split(",")
    return [_ESCAPED.sub(r"\1", one or other) for one, other in _QUOTED.findall(cell)]


def _status(row: Row) -> Status:
    if row.line("location").lower() == "archive":
        return Status.ARCHIVED
    try:
        progress = float(row.line("reading progress").removesuffix("%") or 0)
    except ValueError as error:
        raise row.refuse("Reading progress", "is not a number") from error
    return Status.READING if 0 < progress < 1 else Status.DONE if progress >= 1 else Status.UNREAD
