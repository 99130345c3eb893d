"""Columns of how much of a segment's vocabulary the rest of the text shares.

An article goes on about what it is about; teasers of other articles do not.
"""

from collections import Counter

from reader.text.cleaning.features import Features

NAMES = ("shared_words", "common_words")

_SHORTEST = 5
"""Letters of a word that may carry a topic, and to which it is cut so that forms meet."""
_STEM = 6
_SPEAKS = 15
_COMMON = 3


def topics_columns(seen: list[Features]) -> list[list[float]]:
    """Shares of a segment's longer words that one, or three, other passages have; -1 for none."""
    stems = [_stems(each.key) for each in seen]
    speaks = [each.prose or each.words >= _SPEAKS for each in seen]
    passages = Counter(s for words, yes in zip(stems, speaks, strict=True) if yes for s in words)
    return [
        [_share(words, passages, 1 + own), _share(words, passages, _COMMON + own)]
        for words, own in zip(stems, speaks, strict=True)
    ]


def _stems(key: str) -> set[str]:
    return {word[:_STEM] for word in key.split() if len(word) >= _SHORTEST}


def _share(stems: set[str], passages: Counter[str], least: int) -> float:
    return sum(passages[stem] >= least for stem in stems) / len(stems) if stems else -1.0
