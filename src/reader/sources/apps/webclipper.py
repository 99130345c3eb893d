"""The highlights that Obsidian Web Clipper exports as JSON."""

from reader.model import Brought, BroughtArticle, BroughtHighlight
from reader.sources.apps.fields import Entry, entries_of, has_keys
from reader.sources.apps.gathering import gathered
from reader.sources.apps.markup import plain_words
from reader.sources.apps.values import moment
from reader.text.canonical import canonical

APP = "Obsidian Web Clipper"
KEYS = ('"url"', '"highlights"')


def is_webclipper(value: object) -> bool:
    """Whether JSON is a list of pages with their highlights."""
    return isinstance(value, list) and any(
        has_keys(page, "url", "data", "highlights") or _has_timed(page) for page in value
    )


def read_webclipper(value: object, subject: str) -> Brought:
    """Every page with its highlights: the full ones of `data` where they are there."""
    return Brought(APP, gathered(map(_article, entries_of(value, "page", subject))))


def _has_timed(page: object) -> bool:
    if not isinstance(page, dict) or "url" not in page:
        return False
    marks = page.get("highlights")
    return isinstance(marks, list) and any(has_keys(mark, "text", "timestamp") for mark in marks)


def _article(page: Entry) -> BroughtArticle:
    url = page.required("url")
    short = tuple(map(_from_short, page.entries("highlights", "highlight")))
    full = _from_data(list(page.entries("data", "piece")))
    return BroughtArticle(page.line("title") or url, url=page.url("url"), highlights=full or short)


def _from_short(mark: Entry) -> BroughtHighlight:
    mark.required("text")
    return BroughtHighlight(
        exact=mark.text("text"), body=_notes(mark), created=mark.when("timestamp")
    )


def _from_data(pieces: list[Entry]) -> tuple[BroughtHighlight, ...]:
    """One highlight for the pieces of each group: a selection over several paragraphs."""
    groups: dict[object, list[Entry]] = {}
    for number, piece in enumerate(pieces):
        groups.setdefault(piece.identifier("groupId") or number, []).append(piece)
    marks = map(_from_group, groups.values())
    return tuple(mark for mark in marks if mark.exact or mark.body)


def _from_group(pieces: list[Entry]) -> BroughtHighlight:
    around = [piece.entry("textQuote") for piece in pieces]
    words = (canonical(plain_words(piece.raw("content"))).strip() for piece in pieces)
    notes = dict.fromkeys(filter(None, map(_notes, pieces)))
    name = pieces[0].identifier("id")
    return BroughtHighlight(
        exact="\n".join(filter(None, words)),
        prefix=around[0].beside("prefix") if around[0] else "",
        suffix=around[-1].beside("suffix") if around[-1] else "",
        body="\n\n".join(notes),
        created=moment(name) if name.isdecimal() else None,  # an id is the time in milliseconds
        id=name,
    )


def _notes(mark: Entry) -> str:
    return "\n\n".join(filter(None, (canonical(note).strip() for note in mark.strings("notes"))))
