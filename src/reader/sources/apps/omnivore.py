"""Omnivore's export: a zip with the text of each article, its labels and its highlights."""

import re

from reader.model import Brought, BroughtArticle, BroughtHighlight, Status
from reader.sources.apps.fields import Entry, any_has_keys, entries_of, load_json
from reader.sources.apps.values import counted, day, people, tidy
from reader.sources.apps.zips import Archive
from reader.text.canonical import canonical

APP = "Omnivore"
KEYS = ('"slug"', '"readingProgress"', '"savedAt"')
_METADATA = re.compile(r"(?P<folder>(?:.*/)?)metadata_(?P<first>\d{1,9})_to_\d{1,9}\.json")
_LABELS = re.compile(r"#[^\s#].*")
_LABEL_ENDS = re.compile(r"\s+(?=#)")  # a label may have spaces in it


def is_omnivore(value: object) -> bool:
    """Whether JSON is a list of articles as Omnivore describes them."""
    return any_has_keys(value, "slug", "readingProgress", "savedAt")


def metadata_in(archive: Archive) -> list[tuple[str, str]]:
    """The names of the lists of articles in a zip, each with the folder it is in."""
    matches = filter(None, map(_METADATA.fullmatch, archive.names))
    return [(one[0], one["folder"]) for one in sorted(matches, key=lambda one: int(one["first"]))]


def read_omnivore_zip(archive: Archive) -> Brought:
    """Every article of the zip, with its text and highlights where it has them."""
    articles: list[BroughtArticle] = []
    pdfs = 0
    names = set(archive.names)
    for name, folder in metadata_in(archive):
        subject = f"{archive.subject}, {name.rpartition('/')[2]}"
        for entry in entries_of(load_json(archive.read(name) or b"", subject), "entry", subject):
            slug = entry.required("slug")
            content = archive.read(f"{folder}content/{slug}.html")
            marks = archive.read(f"{folder}highlights/{slug}.md")
            pdfs += f"{folder}content/{slug}.pdf" in names
            articles.append(_article(entry, content or b"", marks or b""))
    over = counted(pdfs, "PDF: Reader reads text and HTML", "PDFs: Reader reads text and HTML")
    return Brought(APP, tuple(articles), over)


def read_omnivore(value: object, subject: str) -> Brought:
    """The articles of one list that was taken out of the zip: without their texts."""
    return Brought(
        APP, tuple(_article(one, b"", b"") for one in entries_of(value, "entry", subject))
    )


def _article(entry: Entry, content: bytes, marks: bytes) -> BroughtArticle:
    note, highlights = _highlights(canonical(marks.decode("utf-8-sig", "replace")))
    return BroughtArticle(
        title=entry.line("title") or entry.required("url"),
        url=entry.url("url"),
        authors=people([entry.line("author")]),
        published=day(entry.raw("publishedAt")),
        saved=entry.when("savedAt"),
        tags=entry.tags("labels"),
        status=_status(entry),
        note=note,
        content=_utf8(content) if content.strip() else None,
        highlights=highlights,
    )


def _status(entry: Entry) -> Status:
    progress = entry.number("readingProgress")
    if entry.line("state").lower() == "archived":
        return Status.ARCHIVED
    if progress >= 100:
        return Status.DONE
    return Status.READING if progress > 0 else Status.UNREAD


def _utf8(content: bytes) -> bytes:
    return content.decode("utf-8-sig", "replace").encode("utf-8")


def _highlights(markdown: str) -> tuple[str, tuple[BroughtHighlight, ...]]:
    """What stands before the first quote, and each quote with what follows it.

    Only the first line of a quote and its empty lines are sure to have the sign `>`, so it goes on
    to the next line that is really empty.
    """
    groups: list[tuple[list[str], list[str]]] = [([], [])]
    in_quote = False
    for line in markdown.split("\n"):
        if not in_quote and line.startswith(">"):
            groups.append(([], []))
            in_quote = True
        elif not line.strip():
            in_quote = False
        quote, after = groups[-1]
        if in_quote:
            quote.append(line.removeprefix(">").strip())
        else:
            after.append(line)
    before = "\n".join(groups[0][1]).strip()
    marks = (_highlight("\n".join(quote), "\n".join(after)) for quote, after in groups[1:])
    return before, tuple(mark for mark in marks if mark.exact or mark.body)


def _highlight(quote: str, after: str) -> BroughtHighlight:
    """A quote, its labels where the paragraph behind it is a line of them, and the note."""
    first, _, rest = after.strip().partition("\n")
    is_labels = _LABELS.fullmatch(first) and not rest.partition("\n")[0].strip()
    labels = _LABEL_ENDS.split(first) if is_labels else []
    note = rest if is_labels else after
    return BroughtHighlight(exact=quote.strip(), body=note.strip(), tags=tidy(labels))
