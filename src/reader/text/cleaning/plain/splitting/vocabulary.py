"""The content words of a text's prose in order, and how two stretches of it differ in them.

An article comes back to its own words; where another begins, most of them stop and others start
(Hearst, “TextTiling: segmenting text into multi-paragraph subtopic passages”, Computational
Linguistics 23, 1997).
"""

import re
from collections import Counter
from math import log

from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.splitting.candidates import prose_words

_STEM = 6
_SHORTEST = 4
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_BEFORE = 600
_AFTER = 200
"""Content words, about two fifths of all words, looked at on either side of a place."""
_TIMES = 2
"""A word said so often in a stretch belongs to its topic."""
_UNKNOWN = 0.5
_LEAST = 0.03
_USUAL = 0.3
_TOP = 12


class Vocabulary:
    """The content words of the segments that are prose; built once a text, in linear time."""

    def __init__(self, seen: list[Features], small: frozenset[str]) -> None:
        self._small = small
        self._stream: list[str] = []
        self._starts: list[int] = []
        for features in seen:
            self._starts.append(len(self._stream))
            if prose_words(features):
                self._stream += self.words(features.key)
        self._starts.append(len(self._stream))

    def words(self, key: str) -> list[str]:
        """The content words of folded text, cut to their stems; pairs of letters for CJK, Thai."""
        found: list[str] = []
        for word in key.split():
            if _UNSPACED.match(word):
                found += [word[at : at + 2] for at in range(len(word) - 1)]
            elif len(word) >= _SHORTEST and word not in self._small:
                found.append(word[:_STEM])
        return found

    def before(self, at: int) -> list[str]:
        """The content words in front of a segment, the nearest some hundred."""
        end = self._starts[at]
        return self._stream[max(0, end - _BEFORE) : end]

    def after(self, at: int) -> list[str]:
        """The content words behind a segment, the nearest some hundred."""
        start = self._starts[at + 1]
        return self._stream[start : start + _AFTER]


def break_between(title: list[str], before: list[str], after: list[str]) -> dict[str, float]:
    """How far the words change: shares, for what stands in front and behind; 0 on known ground.

    `shared` and the like are logarithms: between two and four shared words of a hundred lies as
    much as between twenty and forty.
    """
    old, new = Counter(before), Counter(after)
    shared = _share(list(new), old)
    return {
        "shared": _log(shared),
        "drop": _cohesion(before) - shared,
        "topic_kept": _log(_share([w for w, times in old.items() if times > _TIMES], new)),
        "topic_known": _log(_share([w for w, times in new.items() if times >= _TIMES], old)),
        "top_kept": _share([word for word, _ in old.most_common(_TOP)], new),
        "top_known": _share([word for word, _ in new.most_common(_TOP)], old),
        "title_after": _share(title, new),
        "title_before": _share(title, old),
    }


def _cohesion(before: list[str]) -> float:
    """How far the end of a stretch shares the words of its beginning; unknown for a short one."""
    if len(before) < 2 * _AFTER:
        return _USUAL
    return _share(list(Counter(before[-_AFTER:])), Counter(before[:-_AFTER]))


def _log(share: float) -> float:
    return log(share + _LEAST)


def _share(words: list[str], among: Counter[str]) -> float:
    return sum(word in among for word in words) / len(words) if words else _UNKNOWN
