"""The units a reader moves by: words, sentences, paragraphs of a document. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter

from reader.text.sentences import sentences
from reader.ui.reading.cells import boundary
from reader.ui.reading.document import Document

Reach = tuple[int, int]  # `[start, end)`, in code points

# Written without spaces: each ideograph or kana counts as a word, a run of katakana as one.
_IDEOGRAPH = (
    "\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KATAKANA = "\u30a0-\u30ff\u31f0-\u31ff"
_PIECE = re.compile(
    f"[{_KATAKANA}]+|[{_IDEOGRAPH}][\ufe00-\ufe0f\u3099\u309a]*"
    f"|[^\\s—…“”«»{_IDEOGRAPH}{_KATAKANA}]+"
)
_BELONGS_BEFORE = "#@"
_BELONGS_AFTER = "%‰"


def words(text: str, start: int, end: int) -> list[Reach]:
    """The words of `[start, end)`, without the punctuation around them."""
    found = (_trim(text, *piece.span()) for piece in _PIECE.finditer(text, start, end))
    return [word for word in found if word[0] < word[1]]


def _trim(text: str, start: int, end: int) -> Reach:
    while start < end and _is_edge(text[start], _BELONGS_BEFORE):
        start += 1
    while start < end and _is_edge(text[end - 1], _BELONGS_AFTER):
        end -= 1
    return start, end


@lru_cache(maxsize=4096)
def _is_edge(character: str, but: str) -> bool:
    return character not in but and unicodedata.category(character).startswith("P")


class Unit(StrEnum):
    """What a reader moves by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Motions:
    """Where a document's units begin and end, worked out a paragraph at a time and kept.

    Everything is asked and answered in code points of the source text. No unit crosses the end of
    a paragraph, and none takes in the bullet or number of a list item.
    """

    def __init__(self, document: Document) -> None:
        self.text = document.text
        shown = [p for p in document.paragraphs if p.literal is None and p.start + p.marker < p.end]
        self.paragraphs = [(p.start + p.marker, p.end) for p in shown]
        self._starts = [p.start for p in shown]
        self._split = lru_cache(maxsize=512)(self._split_anew)

    def at(self, unit: Unit, offset: int) -> Reach | None:
        """The unit at an offset, or else the last before it; None where nothing is shown."""
        if not self.paragraphs:
            return None
        paragraph, index = self._find(unit, offset)
        return self._split(unit, paragraph)[index]

    def step(self, unit: Unit, offset: int, by: int) -> Reach | None:
        """The unit after (`by` 1) or before (-1) the one at an offset; None at the ends."""
        if not self.paragraphs:
            return None
        paragraph, index = self._find(unit, offset)
        spans = self._split(unit, paragraph)
        if 0 <= index + by < len(spans):
            return spans[index + by]
        if not 0 <= paragraph + by < len(self.paragraphs):
            return None
        return self._split(unit, paragraph + by)[0 if by > 0 else -1]

    def nearest(self, offset: int) -> Reach | None:
        """The word at an offset; on punctuation, the character itself."""
        word = self.at(Unit.WORD, offset)
        if word is None or offset < word[1] or self.text[offset : offset + 1].isspace():
            return word
        start, end = self.paragraphs[self._paragraph(offset)]
        if not start <= offset < end:
            return word
        return offset, start + boundary(self.text[start:end], offset + 1 - start)

    def _find(self, unit: Unit, offset: int) -> tuple[int, int]:
        paragraph = self._paragraph(offset)
        spans = self._split(unit, paragraph)
        return paragraph, max(0, bisect_right(spans, offset, key=itemgetter(0)) - 1)

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _split_anew(self, unit: Unit, paragraph: int) -> list[Reach]:
        start, end = self.paragraphs[paragraph]
        if unit is Unit.PARAGRAPH:
            return [(start, end)]
        split = words if unit is Unit.WORD else sentences
        return split(self.text, start, end) or [(start, end)]
