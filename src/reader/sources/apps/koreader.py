"""KOReader's JSON: the marked passages of one book or of several."""

from reader.model import Brought, BroughtArticle, BroughtHighlight
from reader.sources.apps.fields import Entry, has_keys, whole
from reader.sources.apps.gathering import gathered
from reader.sources.apps.values import colour, counted, people

APP = "KOReader"
KEYS = ('"created_on"', '"version"', '"entries"')


def is_koreader(value: object) -> bool:
    """Whether JSON is one book or several as KOReader writes them."""
    has_head = has_keys(value, "created_on", "version")
    return has_head and (has_keys(value, "documents") or has_keys(value, "title", "entries"))


def read_koreader(value: object, subject: str) -> Brought:
    """Every book with its passages; bookmarks without words are passed over."""
    export = whole(value, subject)
    several = "documents" in export.values
    books = list(export.entries("documents", "book")) if several else [export]
    entries = [list(book.entries("entries", "entry")) for book in books]
    articles = [_article(book, marks) for book, marks in zip(books, entries, strict=True)]
    empty = sum(map(len, entries)) - sum(len(article.highlights) for article in articles)
    over = counted(empty, "bookmark without words", "bookmarks without words")
    return Brought(APP, gathered(articles), over)


def _article(book: Entry, entries: list[Entry]) -> BroughtArticle:
    marks = (_highlight(entry) for entry in entries)
    return BroughtArticle(
        title=book.required("title"),
        authors=people(book.raw("author").split("\n")),
        highlights=tuple(mark for mark in marks if mark.exact or mark.body),
    )


def _highlight(entry: Entry) -> BroughtHighlight:
    return BroughtHighlight(
        exact=entry.text("text"),
        body=entry.text("note"),
        colour=colour(entry.raw("color")),
        created=entry.when("time"),
    )
