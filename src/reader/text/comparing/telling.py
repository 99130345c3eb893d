"""Changes → words and plain values: for a terminal without colour, for other programs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reader.text.comparing.values import Change, Edit, Segment
from reader.text.comparing.words import words

SIGNS = {
    Edit.KEPT: " ",
    Edit.CHANGED: "~",
    Edit.ADDED: "+",
    Edit.REMOVED: "-",
    Edit.MOVED: "↕",
}
"""What stands before a paragraph, by what happened to it."""

_MARKS = {Edit.KEPT: ("", ""), Edit.REMOVED: ("[-", "-]"), Edit.ADDED: ("{+", "+}")}
_TOLD = (Edit.CHANGED, Edit.ADDED, Edit.REMOVED, Edit.MOVED)
_NARROWEST = 20
_ONE_CELL = re.compile("[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")


def tally(changes: Sequence[Change]) -> dict[Edit, int]:
    """How many paragraphs were kept, changed, added, removed, moved."""
    counts = Counter(change.edit for change in changes)
    return {edit: counts[edit] for edit in Edit}


def in_short(changes: Sequence[Change]) -> str:
    """The numbers of paragraphs in words: `3 changed, 1 added, 2 removed`, `nothing changed`."""
    counts = tally(changes)
    told = (f"{counts[edit]:,} {edit}" for edit in _TOLD if counts[edit])
    return ", ".join(told) or "nothing changed"


def folded(changes: Sequence[Change], context: int) -> Iterator[Change | int]:
    """The changes, with so many unchanged paragraphs around each; of others only how many."""
    turns = [at for at, change in enumerate(changes) if change.edit is not Edit.KEPT]
    shown = 0
    for turn in turns:
        first = max(shown, turn - context)
        if shown < first:
            yield first - shown
        last = min(len(changes), turn + context + 1)
        yield from changes[first:last] if first < last else ()
        shown = max(shown, last)
    if shown < len(changes):
        yield len(changes) - shown


def unchanged(number: int) -> str:
    """What stands for paragraphs not shown: `… 12 paragraphs unchanged`."""
    return f"… {number:,} paragraph{'' if number == 1 else 's'} unchanged"


def marked(segment: Segment) -> str:
    """A segment with the marks of `git --word-diff=plain` around its words: `[-15-]{+51+}`."""
    before, after = _MARKS[segment.edit]
    words = segment.text.strip() or segment.text
    return segment.text.replace(words, f"{before}{words}{after}", 1)


def unified(changes: Sequence[Change], context: int = 1, width: int | None = None) -> Iterator[str]:
    """Lines to print: each paragraph after its sign, changed words marked, blank lines between.

    Lines are wrapped to `width` cells, or never. A paragraph that is all new or all gone has its
    sign and no marks.
    """
    between = False
    for one in folded(changes, context):
        if between:
            yield ""
        between = True
        if isinstance(one, int):
            yield unchanged(one)
        else:
            yield from _lines(one, width)


def as_object(changes: Sequence[Change]) -> dict[str, Any]:
    """The changes as JSON can hold them; paragraphs are numbered from 1."""
    return {
        "counts": {edit.value: number for edit, number in tally(changes).items()},
        "changes": [_object(change) for change in changes],
    }


def _object(change: Change) -> dict[str, Any]:
    return {
        "kind": change.edit.value,
        "old_paragraph": None if change.was is None else change.was + 1,
        "new_paragraph": None if change.now is None else change.now + 1,
        "words": [{"kind": one.edit.value, "text": one.text} for one in change.segments],
    }


def _lines(change: Change, width: int | None) -> Iterator[str]:
    whole = change.edit in (Edit.ADDED, Edit.REMOVED)
    text = "".join(one.text if whole else marked(one) for one in change.segments)
    lead = f"{SIGNS[change.edit]} "
    for line in text.split("\n"):
        for row in [line] if width is None else _wrapped(line, max(_NARROWEST, width - 2)):
            yield (lead + row).rstrip()
            lead = lead if whole else "  "


def _wrapped(line: str, width: int) -> Iterator[str]:
    """A line broken between words; a word that is too long for a line stands alone on its own."""
    if _ONE_CELL.fullmatch(line):
        yield from _wrapped_plain(line, width)
        return
    row, used = "", 0
    for text, space in words(line):
        cells = _cells(text)
        if used + cells > width and row.strip():
            yield row.rstrip()
            row, used = "", 0
        row += text + space
        used += cells + _cells(space)
    yield row.rstrip()


def _wrapped_plain(line: str, width: int) -> Iterator[str]:
    """The same, at spaces only, in the time it takes to look at each line's end."""
    start, end = 0, len(line.rstrip())
    while end - start > width:
        cut = line.rfind(" ", start, start + width + 1)
        if cut < 0 or not line[start:cut].strip():
            cut = line.find(" ", start + width, end)
        if cut < 0:
            break
        yield line[start:cut].rstrip()
        start = cut + 1
    yield line[start:end]


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
