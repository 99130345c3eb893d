"""Where wrapped lines meet: hyphens that only broke a word, indents, and the “>” of quoted mails.

They are not read (`Block.hidden`), and stay in the source text.
"""

import re
from itertools import pairwise

from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.plain.origins import words_of

Run = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"\w+(?:[-‐]\w+)+")
_BROKEN = re.compile(r"(\w*)[-‐]$")
_GOES_ON = re.compile(r"\w+")
_WIDE = re.compile("[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff60]")


class Seams:
    """What is hidden between the lines of a text, judged by the words that it has elsewhere."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def hidden(self, group: list[Line]) -> tuple[Run, ...]:
        """The runs of a paragraph's lines that are not read, in order."""
        first = group[0]
        runs = [(first.start, first.said_from)] if first.quoted else []
        for line, after in pairwise(group):
            runs += self._between(line, after)
        return tuple((start, end) for start, end in runs if start < end)

    def _between(self, line: Line, after: Line) -> list[Run]:
        broken = _BROKEN.search(line.said)
        if broken and broken[1] and (second := _GOES_ON.match(after.said)):
            return self._joined(line, after, broken[1], second[0])
        if line.said and _WIDE.match(line.said[-1]) and _WIDE.match(after.said):
            return [(line.end, after.said_from)]
        end = self._text.index("\n", line.end)  # that one break is read as a space
        return [(line.end, end), (end + 1, after.said_from)]

    def _joined(self, line: Line, after: Line, first: str, second: str) -> list[Run]:
        """“govern-” and “ment” are one word, “well-” and “known” keep their hyphen."""
        if second.casefold() in words_of("wrap", "and"):  # “Haus- und Gartenbau”
            return []
        hyphen = int(self._drops_hyphen(first, second))
        return [(line.end - hyphen, after.said_from)]

    def _drops_hyphen(self, first: str, second: str) -> bool:
        if not (first[-1].isalpha() and second[0].islower()):
            return False
        known = self._known()
        first, second = first.casefold(), second.casefold()
        if first + second in known:
            return True
        if f"{first}-{second}" in known:
            return False
        return not {first, second} <= known

    def _known(self) -> frozenset[str]:
        if self._words is None:
            folded = self._text.casefold().replace("‐", "-")
            whole = (m[0] for m in _HYPHENATED.finditer(folded))
            self._words = frozenset((*whole, *_whole_words(folded)))
        return self._words


def _whole_words(text: str) -> list[str]:
    """The words of a text that no hyphen stands beside."""
    return [
        m[0]
        for m in _WORD.finditer(text)
        if text[m.end() : m.end() + 1] != "-" and text[max(0, m.start() - 1) : m.start()] != "-"
    ]


def read(text: str, start: int, end: int, hidden: tuple[Run, ...]) -> str:
    """The span `[start, end)` of a text without what is hidden in it."""
    pieces = []
    for first, last in hidden:
        if start < last:
            pieces.append(text[start:first])
            start = last
    return "".join([*pieces, text[start:end]])
