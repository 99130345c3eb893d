"""The learned step: a linear-chain CRF (Lafferty, McCallum and Pereira 2001), read in plain Python.

Fitted by tools/recognition/fit.py; docs/data.md says from what. A feature's weights, one a label,
are packed into one integer, a lane each, so that adding up features is adding up integers.
"""

from dataclasses import dataclass
from functools import cache, lru_cache, partial

from reader.model import EntityType
from reader.text.recognition.mentions.features import (
    OFFSETS,
    Places,
    holding,
    of_around,
    of_standing,
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
_NO_WORD = (0,) * len(OFFSETS)
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


@dataclass(frozen=True, slots=True)
class _Model:
    """Packed weights by feature, the words that those of pairs hold, and what may follow what.

    `into` has for each label those it may follow, with what that weighs.
    """

    weights: dict[str, int]
    own: frozenset[str]
    after: frozenset[str]
    into: list[list[tuple[int, int]]]

    def total(self, features: list[str]) -> int:
        """The packed sum of the weights of features; 0 for those that have none."""
        get = self.weights.get
        return sum([get(feature, 0) for feature in features])


@cache
def _model() -> _Model:
    head, *rows = read("weights.txt").splitlines()
    weights = {}
    for row in rows:
        feature, _, packed = row.partition("\t")
        weights[feature] = int(packed, 16)
    moves = [list(map(int, row.split())) for row in head.split(";")]
    return _Model(
        weights, *holding(weights), list(map(partial(_before, moves), range(len(LABELS))))
    )


def _before(moves: list[list[int]], after: int) -> list[tuple[int, int]]:
    """The labels that one may follow, the last first, with what each step weighs."""
    befores = reversed(range(len(LABELS)))
    return [(before, moves[before][after]) for before in befores if _follows(before, after)]


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
def _of_word(word: str) -> tuple[int, ...]:
    """What a word alone weighs for the token at each of `OFFSETS` before it."""
    return tuple(_model().total(of_word(word, offset)) for offset in OFFSETS)


@lru_cache(maxsize=WORDS_KEPT)
def _of_standing(*standing: str) -> int:
    return _model().total(of_standing(*standing))


@lru_cache(maxsize=WORDS_KEPT)
def _of_around(*around: str) -> int:
    return _model().total(of_around(*around))


def _scores(tokens: Tokens, places: Places, first: int, last: int) -> list[list[int]]:
    rows, alone = [], _words_alone(tokens, first, last)
    beside = zip(*(alone[skipped:] for skipped in range(len(OFFSETS))), strict=False)
    for at, (second, before, own, after, next_but_one) in zip(
        range(first, last), beside, strict=True
    ):
        total = second[0] + before[1] + own[2] + after[3] + next_but_one[4]
        rows.append(unpack(total + _of_place(places, at)))
    return rows


def _words_alone(tokens: Tokens, first: int, last: int) -> list[tuple[int, ...]]:
    """What each word weighs from as far before `first` to as far after `last` as it can."""
    reach, count = max(OFFSETS), len(tokens)
    low, high = first - reach, last + reach
    words = map(_of_word, tokens.words[max(0, low) : high])
    return [*[_NO_WORD] * -low, *words, *[_NO_WORD] * (high - count)]


def _of_place(places: Places, at: int) -> int:
    """What the place of a token weighs; features that hold words are looked up for few of them."""
    model = _model()
    total = _of_standing(*places.standing(at)) + _of_around(*places.around(at))
    if places.word(at) in model.own:
        total += model.total(places.of_own(at))
    if places.word(at + 1) in model.after:
        total += model.total(places.of_next(at))
    return total


def _best_path(rows: list[list[int]]) -> list[int]:
    """The labels of the highest sum (Viterbi)."""
    into = _model().into
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
