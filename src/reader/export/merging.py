"""Exporting a note again over one that the reader may have written in.

Between the markers is Reader's part, all else is the reader's. What nobody touched is replaced.
Front matter that was changed stays as it is. If Reader's part itself was changed, the new one takes
its place and the lines that are not in it are kept behind it: no word is ever lost.
"""

import re
from dataclasses import dataclass

from reader.export.markdown import seal

KEPT = "## Kept from an earlier export, because you had changed it"

_HEAD = re.compile(r"\A---\n(?:.*\n)*?---\n")
_ID = re.compile(r"""^id:[ ]*["']?([\w:.-]+)["']?[ ]*$""", re.MULTILINE | re.ASCII)
_BEGIN = re.compile(r"^<!-- reader:begin \S+ -->\n?", re.MULTILINE)
_END = re.compile(r"^<!-- reader:end \S+ (\w+) (\w+) -->\n?", re.MULTILINE)
_OURS = "<!-- reader:"


def note_id(text: str) -> str | None:
    """The id in a note's front matter, None for a text that has none."""
    head = _HEAD.match(_unified(text))
    found = _ID.search(head[0]) if head else None
    return found[1] if found else None


def merged(old: str, new: str) -> str:
    """The note `new` with what the reader wrote in `old`, an earlier export of the same article.

    Line ends are those of `old`.
    """
    before, after = _Note.read(_unified(old)), _Note.read(new)
    head = after.head if before.head_untouched else before.head
    lead = before.lead if before.lead.strip() else "\n"
    tail = before.tail + _kept(before, after)
    text = f"{head}{lead}{after.begin}{after.part}{after.end}{tail}"
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
    def read(cls, text: str) -> "_Note":
        found = _HEAD.match(text)
        head, rest = text[: found.end() if found else 0], text[found.end() if found else 0 :]
        begin = _BEGIN.search(rest)
        if begin is None:
            return cls(head, f"{rest.rstrip()}\n\n", "", "", "", "")
        lead, rest = rest[: begin.start()], rest[begin.end() :]
        ends = list(_END.finditer(rest))
        if not ends:
            return cls(head, lead, begin[0], rest, "", "")
        end = ends[-1]  # the reader's words may quote a marker
        part, tail = rest[: end.start()], rest[end.end() :]
        return cls(head, lead, begin[0], part, end[0], tail, end[1], end[2])

    @property
    def head_untouched(self) -> bool:
        return seal(self.head) == self.head_seal

    @property
    def part_untouched(self) -> bool:
        return not self.part.strip() or seal(self.part) == self.part_seal


def _kept(before: _Note, after: _Note) -> str:
    """What the reader changed in Reader's part, line by line, its paragraphs kept apart."""
    if before.part_untouched:
        return ""
    known = {line.strip() for line in (after.part + before.tail).split("\n")}
    kept: list[str] = []
    for line in before.part.split("\n"):
        if line.strip() not in known and not line.startswith(_OURS):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    text = "\n".join(kept).strip("\n")
    return f"\n{KEPT}\n\n{text}\n" if text else ""


def _unified(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
