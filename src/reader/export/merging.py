"""Exporting a note again over one that the reader may have written in.

Between the markers is Reader's part, all else is the reader's. What nobody touched is replaced. A
head that was changed stays as it is. If Reader's part itself was changed, the new one takes its
place and the lines that are not in it are kept behind it: no word is ever lost.
"""

import re
from collections import Counter
from dataclasses import dataclass

from reader.export.markers import LOGSEQ, MARKDOWN, Markers, seal
from reader.export.notehead import head_of, unified

KEPT = "Kept from an earlier export, because you had changed it"

_MOST_MARKERS = 20  # of those that a note may quote, which are tried for their seals
_BULLET = re.compile(r"\A[\s>*-]+")
_WORD = re.compile(r"\w")
_HIGHLIGHT = re.compile(r"<!-- reader:highlight \S+ \w+ -->")


def merged(old: str, new: str, markers: Markers = MARKDOWN) -> str:
    """The note `new` with what the reader wrote in `old`, an earlier export of the same article.

    `markers` are those of `new`; `old` may be of another flavour. Line ends are those of `old`.
    """
    before, after = _Note.read(unified(old), markers), _Note.read(new, markers)
    head = after.head if before.head_untouched else before.head
    lead = before.lead if before.lead.strip() else "\n"
    tail = before.tail + _kept(before, after, markers)
    text = f"{_ended(head)}{lead}{after.begin}{after.part}{_ended(after.end)}{tail}"
    return text.replace("\n", "\r\n") if "\r\n" in old else text


@dataclass(frozen=True, slots=True)
class _Note:
    """A note in its parts, which follow each other; empty where a marker is gone."""

    head: str
    lead: str
    begin: str
    part: str
    end: str
    tail: str
    part_seal: str = ""
    head_seal: str = ""

    @classmethod
    def read(cls, text: str, markers: Markers) -> "_Note":
        head = head_of(text)
        rest = text[len(head) :]
        begin, end = _markers_in(rest, markers)
        if begin is None:
            return cls(head, f"{rest.rstrip()}\n\n", "", "", "", "")
        lead = rest[: begin.start()]
        if end is None:
            return cls(head, lead, begin[0], rest[begin.end() :], "", "")
        part, tail = rest[begin.end() : end.start()], rest[end.end() :]
        return cls(head, lead, begin[0], part, end[0], tail, end[2], end[3])

    @property
    def head_untouched(self) -> bool:
        return seal(self.head) == self.head_seal

    @property
    def part_untouched(self) -> bool:
        return not self.part.strip() or seal(self.part) == self.part_seal


_Found = re.Match[str] | None


def _markers_in(text: str, markers: Markers) -> tuple[_Found, _Found]:
    """The two markers. The reader's words may quote some: the sealed ones are Reader's."""
    begins, ends = list(markers.begins.finditer(text)), list(markers.ends.finditer(text))
    for begin in begins[:_MOST_MARKERS]:
        for end in ends[-_MOST_MARKERS:]:
            inside = begin.end() <= end.start()
            if inside and seal(text[begin.end() : end.start()]) == end[2]:
                return begin, end
    if not begins:
        return None, None
    begin = begins[0]
    behind = [end for end in ends if end.start() >= begin.end()]
    same = [end for end in behind if end[1] == begin[1]]
    return begin, next(reversed(same or behind), None)


def _kept(before: _Note, after: _Note, markers: Markers) -> str:
    """What the reader changed in Reader's part, line by line, its paragraphs kept apart."""
    if before.part_untouched:
        return ""
    key = _bare if _in_bullets(before) != _in_bullets(after) else str.strip
    known = Counter(key(line) for line in (after.part + before.tail).split("\n"))
    kept: list[str] = []
    for line in before.part.split("\n"):
        words = key(line)
        is_known = known[words] > 0
        known[words] -= bool(_WORD.search(words))  # one for one: a copy of it is kept
        if not is_known and not markers.ours.match(line):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    text = "\n".join(kept).strip("\n")
    behind = "" if not before.tail or before.tail.endswith("\n") else "\n"
    return f"{behind}\n{markers.heading}{KEPT}\n\n{text}\n" if text else ""


def _in_bullets(note: _Note) -> bool:
    return note.begin.lstrip().startswith(LOGSEQ.bullet)


def _bare(line: str) -> str:
    """A line whatever block it stands in: from one flavour to another only that changes."""
    return _BULLET.sub("", _HIGHLIGHT.sub("", line)).strip() or line.strip()


def _ended(line: str) -> str:
    return line if not line or line.endswith("\n") else f"{line}\n"
