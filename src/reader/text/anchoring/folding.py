"""A text without its typography, and where in the text each of its characters stands.

Runs of white space are one space, quotation marks and dashes are the plain ones, three full stops
are an ellipsis: what newsrooms, editors and extractors change without changing a word.
"""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

_PLAIN = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_TABLE = str.maketrans(_PLAIN)
_SHORTENED = re.compile(r"\s+|\.\.\.")
_WORD = re.compile(r"\w+")


class Folded:
    """A folded text; `span` says what a run of it is in the text itself."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._cuts: list[tuple[int, int]] = []  # (offset here, offset there), where they part
        at = length = 0
        for found in _SHORTENED.finditer(text):
            start, end = found.span()
            pieces += [text[at:start], "…" if text[start] == "." else " "]
            length += start - at + 1
            if end - start > 1:
                self._cuts.append((length, end))
            at = end
        pieces.append(text[at:])
        self.text = "".join(pieces).translate(_TABLE)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """`[start, end)` of the folded text as it stands in the text; not empty."""
        return self._there(start), self._there(end - 1, after=True)

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Where each word begins."""
        found: dict[str, list[int]] = {}
        for word in _WORD.finditer(self.text):
            found.setdefault(word[0].casefold(), []).append(word.start())
        return found

    def _there(self, at: int, *, after: bool = False) -> int:
        """The offset in the text of a folded character, or of the one after it."""
        at += after
        number = bisect_right(self._cuts, at, key=lambda cut: cut[0])
        here, there = self._cuts[number - 1] if number else (0, 0)
        return there + at - here


@lru_cache(maxsize=4)
def folded(text: str) -> Folded:
    """A text folded; the last few are remembered, as an article has many passages."""
    return Folded(text)


def fold(text: str) -> str:
    """The words of a text as they stand in a folded one."""
    return Folded(text).text
