"""Kindle's `My Clippings.txt`: passages and notes, each of them an entry of five lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError
from reader.sources.apps.clippings import Said, Sort, is_said, said
from reader.sources.apps.fields import unmarked
from reader.sources.apps.gathering import gathered
from reader.sources.apps.values import counted, people
from reader.sources.decoding import decode
from reader.text.canonical import canonical, canonical_line

APP = "Kindle"
_RULE = re.compile(r"^={10}[ \t]*$", re.MULTILINE)
_SHORT = 300
_NAME = "my clippings.txt"
_LIMIT = re.compile(r"<[^<>]*\b(?:limit|limite|límite|grenze)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clipping:
    book: tuple[str, tuple[str, ...]]
    said: Said
    text: str


def is_kindle(name: str, data: bytes) -> bool:
    """Whether a text begins as a file of clippings does; the name alone will not do."""
    if b"==========" not in data:
        return False
    lines = unmarked(data[:4096]).decode("utf-8", "replace").lstrip().splitlines()
    second = lines[1].strip() if len(lines) > 1 else ""
    is_named = re.split(r"[\\/]", name)[-1].lower() == _NAME
    return is_said(second) or (is_named and second.startswith("-"))


def read_kindle(data: bytes, subject: str) -> Brought:
    """The passages of each book together, each with the notes made on it."""
    clippings = list(_clippings(data, subject))
    kept = [one for one in clippings if one.said.sort is not Sort.BOOKMARK and one.text]
    kept = [one for one in kept if not _is_over_limit(one.text)]
    bookmarks = sum(one.said.sort is Sort.BOOKMARK for one in clippings)
    empty = len(clippings) - len(kept) - bookmarks
    over = (
        *counted(bookmarks, "bookmark", "bookmarks"),
        *counted(empty, "entry without words", "entries without words"),
    )
    return Brought(APP, gathered(_articles(kept)), over)


def _is_over_limit(text: str) -> bool:
    """Whether Kindle wrote that it may not copy more of this book."""
    return len(text) < _SHORT and bool(_LIMIT.fullmatch(text))


def _clippings(data: bytes, subject: str) -> Iterator[_Clipping]:
    text = canonical(decode(data, "text/plain")[0])
    for number, entry in enumerate(_RULE.split(text), 1):
        if not entry.strip():
            continue
        title, _, rest = entry.lstrip("\n").partition("\n")
        line, _, words = rest.partition("\n")
        where = f"entry {number}"
        if not title.strip():
            raise SourceError(f"{where}: the title is missing", subject)
        yield _Clipping(_book(title), said(line.strip(), where, subject), words.strip())


def _book(line: str) -> tuple[str, tuple[str, ...]]:
    """Title and authors: `Title (in two parts) (First Author;Second Author)`."""
    line = canonical_line(line)
    depth = 0
    for at in range(len(line) - 1, -1, -1):
        depth += (line[at] == ")") - (line[at] == "(")
        if depth <= 0:
            break
    else:
        return line, ()
    if at == 0 or not line.endswith(")"):
        return line, ()
    return line[:at].strip(), people(line[at + 1 : -1].split(";"))


def _articles(clippings: list[_Clipping]) -> Iterator[BroughtArticle]:
    books: dict[tuple[str, tuple[str, ...]], list[_Clipping]] = {}
    for one in clippings:
        books.setdefault(one.book, []).append(one)
    for (title, authors), own in books.items():
        yield BroughtArticle(title, authors=authors, highlights=_joined(own))


def _joined(clippings: list[_Clipping]) -> tuple[BroughtHighlight, ...]:
    """The passages of a book in the order of the file, with their notes; other notes alone."""
    goes_to = _matches(clippings)
    made: dict[int, BroughtHighlight] = {
        number: _highlight(one) for number, one in enumerate(clippings) if number not in goes_to
    }
    bodies: dict[int, list[str]] = {}
    for number, target in sorted(goes_to.items()):
        bodies.setdefault(target, []).append(clippings[number].text)
    for target, notes in bodies.items():
        made[target] = replace(made[target], body="\n\n".join(notes))
    return tuple(made.values())


def _highlight(one: _Clipping) -> BroughtHighlight:
    is_note = one.said.sort is Sort.NOTE
    return BroughtHighlight(
        exact="" if is_note else one.text,
        body=one.text if is_note else "",
        created=one.said.created,
    )


def _matches(clippings: list[_Clipping]) -> dict[int, int]:
    """For notes, by number, the passage whose places hold theirs: the one that begins last.

    One walk from the first place to the last. A passage that has ended is not looked at again, so
    the time does not grow with how many lie over each other.
    """
    points: list[tuple[str, int, bool, int, int]] = []
    for number, one in enumerate(clippings):
        if one.said.place:
            unit, start, end = one.said.place
            points.append((unit, start, one.said.sort is Sort.NOTE, number, end))
    found: dict[int, int] = {}
    open_ones: list[tuple[int, int, int]] = []
    current = ""
    for unit, start, is_note, number, end in sorted(points):
        if unit != current:
            open_ones, current = [], unit
        if not is_note:
            heappush(open_ones, (-start, -number, end))
            continue
        while open_ones and open_ones[0][2] < start:
            heappop(open_ones)
        if open_ones:
            found[number] = -open_ones[0][1]
    return found
