"""Where wrapped lines meet: hyphens that only broke a word, indents, and the “>” of quoted mails.

They are not read (`Block.hidden`), and stay in the source text.
"""

import re
from itertools import pairwise

from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.plain.origins import words_of

Run = tuple[int, int]

_TOKEN = re.compile(r"\w+(?:-\w+)*-?")
_PARTED = re.compile(r"-[^\S\n]*\n[>\s]*\w+")
_HYPHENS = ("-", "‐")
_LAST_WORD = re.compile(r"\w+\Z")
_LONGEST_WORD = 100
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
        first, second = _broken_word(line), _GOES_ON.match(after.said)
        if first and second and not _stands_for_more(second[0]):
            hyphen = int(self._drops_hyphen(first, second[0]))
            return [(line.end - hyphen, after.said_from)]
        if line.said and _WIDE.match(line.said[-1]) and _WIDE.match(after.said):
            return [(line.end, after.said_from)]
        end = self._text.index("\n", line.end)  # that one break is read as a space
        return [(line.end, end), (end + 1, after.said_from)]

    def _drops_hyphen(self, first: str, second: str) -> bool:
        """“govern-” and “ment” are one word, “well-” and “known” keep their hyphen."""
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
            folded = _PARTED.sub("- ", self._text.casefold().replace("‐", "-"))
            self._words = frozenset(w for w in _TOKEN.findall(folded) if not w.endswith("-"))
        return self._words


def _broken_word(line: Line) -> str:
    """What stands before the hyphen at a line's end, "" where there is none."""
    if not line.said.endswith(_HYPHENS):
        return ""
    word = _LAST_WORD.search(line.said[-_LONGEST_WORD:-1])
    return word[0] if word else ""


def _stands_for_more(second: str) -> bool:
    """Whether the hyphen before it stands for a word still to come: “Haus- und Gartenbau”."""
    return second.casefold() in words_of("wrap", "and")
