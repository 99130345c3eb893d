"""Pocket's exports: CSV (alone or in a zip with highlights) and the HTML of earlier years."""

import re
from collections.abc import Iterator

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError, Status
from reader.sources.apps.fields import Entry, entries_of, load_json
from reader.sources.apps.gathering import gathered
from reader.sources.apps.markup import html_events
from reader.sources.apps.tables import Row, header_of, read_rows
from reader.sources.apps.values import address, moment, tidy
from reader.sources.apps.zips import Archive
from reader.text.canonical import canonical_line

APP = "Pocket"
COLUMNS = frozenset({"url", "time_added", "status"})
_PART = re.compile(r"(?:.*/)?part_\d+\.csv")
_MARKS = re.compile(r"(?:.*/)?annotations/part_\d+\.json")
_STATUSES = {"archive": Status.ARCHIVED, "unread": Status.UNREAD, "read": Status.DONE}
_HTML = re.compile(
    rb"<title>\s*Pocket Export\s*</title>"
    rb"|<h1>\s*(?:Unread|Read Archive)\s*</h1>.{0,2000}time_added=",
    re.IGNORECASE | re.DOTALL,
)


def is_pocket_html(head: bytes) -> bool:
    """Whether a page begins as Pocket's HTML export does."""
    return bool(_HTML.search(head))


def parts_in(archive: Archive) -> list[str]:
    """The names of the tables of a Pocket export in a zip."""
    return [name for name in archive.names if _PART.fullmatch(name)]


def read_pocket_zip(archive: Archive) -> Brought:
    """Every row of every table, with the highlights that lie beside them."""
    articles: list[BroughtArticle] = []
    for name in parts_in(archive):
        articles += _table(archive.read(name) or b"", f"{archive.subject}, {_last(name)}")
    for name in filter(_MARKS.fullmatch, archive.names):
        subject = f"{archive.subject}, annotations/{_last(name)}"
        value = load_json(archive.read(name) or b"", subject)
        articles += map(_marked, entries_of(value, "entry", subject))
    return Brought(APP, gathered(articles))


def read_pocket_rows(rows: list[Row]) -> Brought:
    """Every row of one table."""
    return Brought(APP, gathered(map(_from_row, rows)))


def read_pocket_html(data: bytes, subject: str) -> Brought:
    """Every link of the HTML, read or not by the heading it stands under."""
    return Brought(APP, gathered(_links(data, subject)))


def _last(name: str) -> str:
    return canonical_line(name.rpartition("/")[2])


def _table(data: bytes, subject: str) -> Iterator[BroughtArticle]:
    names, delimiter = header_of(data)
    if not names >= COLUMNS:
        raise SourceError("its header is not Pocket's: title,url,time_added,tags,status", subject)
    return map(_from_row, read_rows(data, delimiter, subject))


def _from_row(row: Row) -> BroughtArticle:
    url, status = row.line("url"), row.line("status").lower()
    if not url:
        raise row.refuse("url", "is empty")
    if status and status not in _STATUSES:
        raise row.refuse("status", "is neither unread nor archive")
    return BroughtArticle(
        title=row.line("title") or url,
        url=row.url("url"),
        saved=row.when("time_added"),
        tags=tidy(row.raw("tags").split("|")),
        status=_STATUSES.get(status, Status.UNREAD),
    )


def _marked(entry: Entry) -> BroughtArticle:
    url = entry.required("url")
    marks = tuple(map(_highlight, entry.entries("highlights", "highlight")))
    return BroughtArticle(entry.line("title") or url, url=entry.url("url"), highlights=marks)


def _highlight(entry: Entry) -> BroughtHighlight:
    entry.required("quote")
    return BroughtHighlight(
        exact=entry.text("quote"), body=entry.text("note"), created=entry.when("created_at")
    )


def _links(data: bytes, subject: str) -> Iterator[BroughtArticle]:
    status = Status.UNREAD
    number, inside, words = 0, "", ""
    link: dict[str, str] = {}
    for kind, value, attributes in html_events(data, subject):
        if kind == "text":
            words += value if inside else ""
        elif kind == "start" and value in {"a", "h1"}:
            inside, words, link = value, "", attributes
        elif kind == "end" and value == inside:
            if inside == "h1":
                status = Status.ARCHIVED if "archive" in words.lower() else Status.UNREAD
            else:
                number += 1
                yield _from_link(link, words, status, f"link {number}", subject)
            inside = ""


def _from_link(
    link: dict[str, str], words: str, status: Status, where: str, subject: str
) -> BroughtArticle:
    url = canonical_line(link.get("href", ""))
    if not url:
        raise SourceError(f"{where}: “href” is missing", subject)
    return BroughtArticle(
        title=canonical_line(words) or url,
        url=address(url),
        saved=moment(link.get("time_added", "")),
        tags=tidy(link.get("tags", "").split(",")),
        status=status,
    )
