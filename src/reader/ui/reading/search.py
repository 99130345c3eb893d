"""Find words in an article as shown: across lines, whatever their case and accents. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.model import UNSEEN

# What keyboards have ↔ what articles are set with.
_TYPOGRAPHY = str.maketrans("‘’‚‛“”„‟«»–—‐‑−", '\'\'\'\'""""""-----')


def find_all(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of the words, `[start, end)` in code points, in order and without overlap.

    Case, accents, kinds of quote and dash and the width of white space are ignored; "\\n" is where
    one paragraph ends, and no match crosses it.
    """
    wanted = [_fold(word) for word in words.split()]
    if not any(wanted):
        return []
    pattern = re.compile(" +".join(map(re.escape, filter(None, wanted))))
    folded, offsets = _folded(text)
    return [_unfolded(match.span(), offsets) for match in pattern.finditer(folded)]


def _unfolded(span: tuple[int, int], offsets: list[int] | None) -> tuple[int, int]:
    if offsets is None:
        return span
    start, end = span
    return offsets[start], max(offsets[end - 1] + 1, offsets[end])


def _fold(text: str) -> str:
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character == UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKD", character.translate(_TYPOGRAPHY))
    base = "".join(c for c in plain if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", base.casefold())


@lru_cache(maxsize=2)
def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text folded, and the offset each code point of it and its end come from.

    No offsets where none moved.
    """
    folds = {character: _fold_character(character) for character in set(text)}
    folded = text.translate({ord(character): fold for character, fold in folds.items()})
    if all(len(fold) == 1 for fold in folds.values()):
        return folded, None
    offsets = [at for at, character in enumerate(text) for _ in folds[character]]
    return folded, [*offsets, len(text)]
