"""A text → its words; two texts → the runs of words kept, removed and added."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.text.comparing.matching import Pair, in_order
from reader.text.comparing.values import Edit, Segment

# Han and kana with their punctuation, but for full-width letters and digits; then the scripts of
# south-east Asia. Neither parts words by spaces, so that each character counts as a word.
_ALONE = (
    "\u2e80-\u2fff\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
# What is written on the character before it: marks of those scripts, variation selectors.
_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059"
    "\u17b4-\u17d3\u17dd\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_TOKEN = re.compile(rf"(—+|…+|[{_ALONE}][{_MARKS}]*|[^\s{_ALONE}—…]+)(\s*)")
_DIGIT = re.compile(r"\d")
_EDGES = "\"'“”„‟«»‹›‘’‚‛.,;:!?…()[]{}<>、。，．：；？！）（」「』『】【〕〔》《〉〈"
_AROUND = 2  # words replaced on both sides that make a lone one between them no help


class Word(NamedTuple):
    """A word with its punctuation, and the white space after it."""

    text: str
    space: str


def words(text: str) -> list[Word]:
    """The words of a text; put together they are the text.

    Numbers, amounts and addresses are whole ("$1,234.5", "U.S."), as is all else between spaces
    and dashes. Chinese, Japanese, Thai and the like count by character.
    """
    start = len(text) - len(text.lstrip())
    before = [Word("", text[:start])] if start else []
    return before + [Word(*found.groups()) for found in _TOKEN.finditer(text, start)]


def bare(word: Word) -> str:
    """A word as it is recognised again: without case and the punctuation around it."""
    return word.text.strip(_EDGES).casefold() or word.text


def word_changes(old: str, new: str) -> tuple[Segment, ...]:
    """What of a paragraph was kept, removed and added, in reading order."""
    was, now = words(old), words(new)
    numbers: dict[str, int] = {}
    pairs = in_order(
        [numbers.setdefault(word.text, len(numbers)) for word in was],
        [numbers.setdefault(word.text, len(numbers)) for word in now],
    )
    runs = _Runs()
    at = there = 0
    for i, j in _without_lone(pairs, was, now):
        runs.replace(_joined(was[at:i]), _joined(now[there:j]))
        runs.keep(was[i].text)
        if was[i].space == now[j].space:
            runs.keep(was[i].space)
        else:
            runs.replace(was[i].space, now[j].space)
        at, there = i + 1, j + 1
    runs.replace(_joined(was[at:]), _joined(now[there:]))
    return runs.segments()


def _joined(some: Iterable[Word]) -> str:
    return "".join(word.text + word.space for word in some)


def _without_lone(
    pairs: Sequence[Pair], was: Sequence[Word], now: Sequence[Word]
) -> Sequence[Pair]:
    """Without the odd word that stayed where all around it was written anew; numbers count."""
    ends = [(-1, -1), *pairs, (len(was), len(now))]
    gaps = [max(c - a, d - b) - 1 for (a, b), (c, d) in pairwise(ends)]
    return [
        pair
        for pair, before, after in zip(pairs, gaps, gaps[1:], strict=False)
        if min(before, after) < _AROUND or _DIGIT.search(was[pair[0]].text)
    ]


class _Runs:
    """Gathers segments: what follows on another of the same kind joins it."""

    def __init__(self) -> None:
        self._pieces: list[tuple[Edit, list[str]]] = []
        self._removed: list[str] = []
        self._added: list[str] = []

    def replace(self, removed: str, added: str) -> None:
        """Go on with words of one text only, or of both."""
        if removed:
            self._removed.append(removed)
        if added:
            self._added.append(added)

    def keep(self, text: str) -> None:
        """Go on with words of both texts."""
        if text:
            self._put(Edit.KEPT, self._flush() + text)

    def segments(self) -> tuple[Segment, ...]:
        """All, in order: of what was replaced the old words come first."""
        if rest := self._flush():
            self._put(Edit.KEPT, rest)
        return tuple(Segment(edit, "".join(texts)) for edit, texts in self._pieces)

    def _flush(self) -> str:
        """Put what was replaced; the white space that ends both is left over, as kept."""
        removed, added = "".join(self._removed), "".join(self._added)
        self._removed, self._added = [], []
        space = removed[len(removed.rstrip()) :]
        if not added.endswith(space):
            space = ""
        self._put(Edit.REMOVED, removed.removesuffix(space))
        self._put(Edit.ADDED, added.removesuffix(space))
        return space

    def _put(self, edit: Edit, text: str) -> None:
        if text and self._pieces and self._pieces[-1][0] is edit:
            self._pieces[-1][1].append(text)
        elif text:
            self._pieces.append((edit, [text]))
