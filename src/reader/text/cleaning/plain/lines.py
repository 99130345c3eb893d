"""The lines of a text, and whether and how wide it was hard-wrapped.

All offsets are code points into the text; widths are terminal cells (East Asian letters take two).
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reader.text.cleaning.dates import is_date_line

_WIDEST = 132
"""Nobody wraps wider: the old wide terminals' 132 columns."""
_NARROWEST = 40
_SLACK = 4
"""Cells a wrapped line may stay short of full: programs count odd characters differently."""
_LONG = 25
"""Lines at most this much narrower than the width are put to the test."""
_FULL_SHARE = 0.7
_FEWEST = 2
_FEWEST_IF_MIXED = 8
"""With unwrapped paragraphs beside them, a few full lines are chance."""

_BULLET = re.compile(
    r"(?:[•‣◦▪▫●○■□◆◇▶►▸▹➤➔→✓✔✦★☆·∙⁃*+–—-]|\(?\d{1,3}[.)]|[a-zA-Z]\))(?=\s)\s+(?=\S)"
)
_QUOTE = re.compile(r"(?:>\s?)+")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uff60]"
)
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line `[start, end)` of a text, its indent, its width, and what it begins with.

    `blanks` counts the empty lines before it. `bullet` is the length of a list marker after the
    indent, `quoted` the depth of “>” before it; 0 where there is none.
    """

    start: int
    end: int
    text: str
    indent: int
    width: int
    blanks: int
    bullet: int
    quoted: int

    @property
    def said(self) -> str:
        """Its words, without indent and “>”."""
        return self.text.lstrip("> ") if self.quoted else self.text

    @property
    def said_from(self) -> int:
        """Where these begin: an offset into the text."""
        return self.end - len(self.said)


def lines_of(text: str) -> list[Line]:
    """The lines of a canonical text that are not blank."""
    found: list[Line] = []
    at = blanks = 0
    for raw in text.split("\n"):
        words = raw.rstrip()
        if words.strip():
            found.append(_line(at, words, blanks))
            blanks = 0
        else:
            blanks += 1
        at += len(raw) + 1
    return found


def _line(start: int, words: str, blanks: int) -> Line:
    space = _SPACE.match(words)
    indent = space.end() if space else 0
    quote = _QUOTE.match(words, indent)
    quoted = quote.group().count(">") if quote and words[quote.end() :].strip() else 0
    bullet = _BULLET.match(words, quote.end() if quote and quoted else indent)
    if bullet and bullet[0][0].isdigit() and is_date_line(words):
        bullet = None  # “21. Mai 2026”
    return Line(
        start=start,
        end=start + len(words),
        text=words[indent:],
        indent=indent,
        width=len(words) + len(_WIDE.findall(words[: _WIDEST + 1])),
        blanks=blanks,
        bullet=bullet.end() - bullet.start() if bullet else 0,
        quoted=quoted,
    )


_STOP = re.compile(r"[.!?…。！？؟।][\"'”’»)）」』\]]*$")
_STOPPED = 0.6
"""Of the lines that a width broke, so many at most end with a sentence."""


def wrap_width(lines: list[Line]) -> int | None:
    """The width a text was hard-wrapped at, None when its lines end where its author ended them.

    In a wrapped text most long lines that are followed by another without a blank between are
    full: the next line's first word would not have fitted on them any more.
    """
    pairs = [
        (line, after)
        for line, after in pairwise(lines)
        if not after.blanks and _NARROWEST <= line.width <= _WIDEST
        and not after.bullet and after.quoted == line.quoted
    ]  # fmt: skip
    if len(pairs) < _FEWEST:
        return None
    width = _commonest_edge(Counter(line.width for line, _ in pairs))
    long = [(a, b) for a, b in pairs if width - _LONG <= a.width <= width]
    filled = [line for line, after in long if is_full(line, after, width)]
    full = len(filled)
    if sum(bool(_STOP.search(line.text)) for line in filled) > _STOPPED * full:
        return None  # lines of about one length, each a paragraph
    wider = sum(line.width > width + _SLACK for line in lines)
    fewest = _FEWEST_IF_MIXED if wider else _FEWEST
    return width if full >= max(fewest, _FULL_SHARE * len(long), wider) else None


def _commonest_edge(widths: Counter[int]) -> int:
    """The width just below which most lines end and above which few do."""

    def gain(width: int) -> int:
        below = sum(widths[width - step] for step in range(8))
        above = sum(widths[width + step] for step in range(1, 9))
        return below - 2 * above

    return max(sorted(widths), key=gain)


def is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line after would not have fitted on this one."""
    if line.width > width:
        return line.width <= width + 2 * _SLACK
    words = after.said
    if _WIDE.match(words):
        return line.width + 2 * _SLACK >= width
    first = words.split(" ", 1)[0]
    return line.width + 1 + len(first) > width - _SLACK
