"""What stands in quotation marks: one passage a paragraph, the marks left out."""

import re
from dataclasses import dataclass

_CLOSED_BY = {"“": "”", "«": "»", "„": "“”", "‟": "”", '"': '"', "‘": "’", "「": "」", "『": "』"}
_OPENING = re.compile(r"[“«„‟\"‘「『]")
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE = frozenset("‘")
_SPACED = frozenset("«")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words `[start, end)` between quotation marks; `[paragraph, until)` is their paragraph.

    `closed` is False where the quotation goes on in the next paragraph.
    """

    start: int
    end: int
    paragraph: int
    until: int
    closed: bool = True

    @property
    def before(self) -> int:
        """Where the opening mark stands."""
        return self.start - 1

    @property
    def after(self) -> int:
        """Where the words after the closing mark begin."""
        return self.end + self.closed


def passages(text: str) -> list[Passage]:
    """Every passage in quotation marks, in order; time grows with the length of the text."""
    found: list[Passage] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, *paragraph.span())
    return found


def _in_paragraph(text: str, first: int, until: int) -> list[Passage]:
    found = []
    unclosed: set[str] = set()  # marks that nothing further on closes: looked for once
    at = first
    while opening := _OPENING.search(text, at, until):
        start = opening.end()
        at = start
        mark = opening.group()
        if mark in unclosed or not _opens(text, opening.start(), first, until):
            continue
        end = _closing(text, mark, start, until)
        if end is not None:
            found.append(Passage(start, end, first, until))
            at = end + 1
            continue
        unclosed.add(mark)
        if mark not in _SINGLE and not text[first : start - 1].strip():
            found.append(Passage(start, until, first, until, closed=False))
            at = until
    return [one for one in found if text[one.start : one.end].strip()]


def _opens(text: str, at: int, first: int, until: int) -> bool:
    """A mark opens where a word begins behind it and none ends before it."""
    before = text[at - 1] if at > first else " "
    after = text[at + 1] if at + 1 < until else " "
    spaced = after.isspace() and text[at] not in _SPACED  # « so in French »
    return not (before.isalnum() or spaced or before in _CLOSED_BY)


def _closing(text: str, mark: str, start: int, until: int) -> int | None:
    """Where the mark that closes stands; an apostrophe is none."""
    at = start
    while at < until:
        if text[at] in _CLOSED_BY[mark] and not (mark in _SINGLE and _is_apostrophe(text, at)):
            return at
        at += 1
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isalnum()
