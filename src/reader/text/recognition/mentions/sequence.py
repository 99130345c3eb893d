"""The learned step: a linear-chain CRF (Lafferty, McCallum and Pereira 2001), read in plain Python.

Fitted by tools/recognition/fit.py; docs/data.md says from what. A feature's weights, one a label,
are packed into one integer, a lane each, so that adding up features is adding up integers.
"""

from functools import cache, lru_cache

from reader.model import EntityType
from reader.text.recognition.mentions.features import (
    OFFSETS,
    Places,
    of_word,
    stretches,
)
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import WORDS_KEPT, Tokens
from reader.text.recognition.mentions.words import read

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
LANE = 20  # bits; a sum of weights stays within 2**19
SCALE = 100  # weights are kept in hundredths
_TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)
_NONE = -(10**9)
_BIAS = sum(1 << (LANE * at + LANE - 1) for at in range(len(LABELS)))
_MASK = (1 << LANE) - 1
_HALF = 1 << (LANE - 1)
_SHIFTS = tuple(LANE * at for at in range(len(LABELS)))


def pack(weights: list[int]) -> int:
    """Put signed weights into lanes; sums of packed numbers are the packed sums."""
    return sum(weight << shift for weight, shift in zip(weights, _SHIFTS, strict=True))


def unpack(total: int) -> list[int]:
    """Take a sum of packed weights apart."""
    total += _BIAS
    return [((total >> shift) & _MASK) - _HALF for shift in _SHIFTS]


@cache
def _model() -> tuple[dict[str, int], list[list[tuple[int, int]]]]:
    """Weights by feature; and for each label those it may follow, with what that weighs."""
    head, *rows = read("weights.txt").splitlines()
    weights = {}
    for row in rows:
        feature, _, packed = row.partition("\t")
        weights[feature] = int(packed, 16)
    moves = [list(map(int, row.split())) for row in head.split(";")]
    into = [
        [
            (before, moves[before][after])
            for before in reversed(range(len(LABELS)))
            if _follows(before, after)
        ]
        for after in range(len(LABELS))
    ]
    return weights, into


def _follows(before: int, after: int) -> bool:
    """I- only within its own kind; labels come in pairs, B- odd and I- even."""
    return after == 0 or after % 2 == 1 or before in (after, after - 1)


def learned_spans(tokens: Tokens, rules: list[Span]) -> list[Span]:
    """Mark people, organisations and places, with what the rules found as evidence; in order."""
    places = Places(tokens, rules)
    found: list[Span] = []
    for first, last in stretches(tokens):
        found += _spans(tokens, first, _best_path(_scores(tokens, places, first, last)))
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _of_word(word: str, offset: int) -> int:
    weights = _model()[0]
    return sum(weights.get(feature, 0) for feature in of_word(word, offset))


def _scores(tokens: Tokens, places: Places, first: int, last: int) -> list[list[int]]:
    weights, words, count = _model()[0], tokens.words, len(tokens)
    rows = []
    for at in range(first, last):
        total = 0
        for feature in places.of(at):
            total += weights.get(feature, 0)
        for offset in OFFSETS:
            if 0 <= at + offset < count:
                total += _of_word(words[at + offset], offset)
        rows.append(unpack(total))
    return rows


def _best_path(rows: list[list[int]]) -> list[int]:
    """The labels of the highest sum (Viterbi)."""
    into = _model()[1]
    best = [_NONE if label and label % 2 == 0 else score for label, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        steps, sums = [], []
        for sources, score in zip(into, row, strict=True):
            odds = [best[before] + move for before, move in sources]
            most = max(odds)
            steps.append(sources[odds.index(most)][0])  # of equals the last label: it comes first
            sums.append(most + score)
        best = sums
        back.append(steps)
    label = best.index(max(best))
    path = [label]
    for row in reversed(back):
        label = row[label]
        path.append(label)
    return path[::-1]


def _spans(tokens: Tokens, first: int, path: list[int]) -> list[Span]:
    found: list[Span] = []
    begin = -1
    for at, label in enumerate([*path, 0], first):
        inside = label and label % 2 == 0 and begin >= 0 and not tokens.breaks[at]
        if begin >= 0 and not inside:
            kind = _TYPES[(path[begin - first] - 1) // 2]
            found.append(Span(begin, at, kind, Strength.LEARNED))
            begin = -1
        if label % 2:
            begin = at
    return found
