"""What is added up once for many words is what each word's features add up to."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.recognition.mentions import sequence
from reader.text.recognition.mentions.features import OFFSETS, Places, of_word
from reader.text.recognition.mentions.rules import rule_spans
from reader.text.recognition.mentions.sequence import LABELS, pack, unpack
from reader.text.recognition.mentions.tokens import Tokens, tokenise
from reader.text.recognition.mentions.zones import mark_zones

_WORDS = (
    "Ada Lovelace said the Bank of England | $ , . ( ) a's U.S. Dr. Tesla Inc. in Paris 1.24B e.g. "
    "president Minister Union - iPhone the x \n"
)
_TEXTS = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=30).map(" ".join)


def _marked(text: str) -> tuple[Tokens, Places]:
    tokens = tokenise(text)
    mark_zones(tokens)
    return tokens, Places(tokens, rule_spans(tokens))


def _one_by_one(tokens: Tokens, places: Places, at: int) -> list[int]:
    """The weights of every feature of a token, looked up one after the other."""
    features = places.of(at)
    for offset in OFFSETS:
        if 0 <= at + offset < len(tokens):
            features += of_word(tokens.words[at + offset], offset)
    weights = sequence._model().weights
    return unpack(sum(weights.get(feature, 0) for feature in features))


@given(_TEXTS, st.data())
@example("|| the | Bank || said | |", None)
def test_scores_are_the_sums_of_all_weights(text: str, data: st.DataObject | None) -> None:
    tokens, places = _marked(text)
    count = len(tokens)
    first = data.draw(st.integers(0, count)) if data else 0
    last = data.draw(st.integers(first, count)) if data else count
    told = sequence._scores(tokens, places, first, last)
    assert told == [_one_by_one(tokens, places, at) for at in range(first, last)]


@pytest.mark.parametrize("kind", ["a", "b"])
def test_every_pair_of_words_that_has_a_weight_is_looked_up(kind: str) -> None:
    features = (feature[1:] for feature in sequence._model().weights if feature[0] == kind)
    pairs = [feature.split("|") for feature in features if re.fullmatch(r"\w+\|\w+", feature)]
    tokens, places = _marked("\n".join(map(" ".join, pairs)))
    told = sequence._scores(tokens, places, 0, len(tokens))
    assert len(pairs) > 300
    assert told == [_one_by_one(tokens, places, at) for at in range(len(tokens))]


@pytest.mark.parametrize("weights", [[0] * len(LABELS), [-300, 2, 0, 411, -1, 7, -9]])
def test_packed_weights_come_apart_as_they_were(weights: list[int]) -> None:
    assert unpack(pack(weights)) == weights


@given(st.text(alphabet="aB.|'’ \n\t\u2028é漢1,$-", max_size=40))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    places = zip(tokens.words, tokens.starts, tokens.ends, strict=True)
    assert all(text[start:end] == word for word, start, end in places)
    between = [
        text[a:b] for a, b in zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    ]
    assert not "".join(between).strip()
    spaces = between[:-1]
    assert tokens.touches == [at > 0 and not space for at, space in enumerate(spaces)]
    assert tokens.breaks == [at == 0 or "\n" in space for at, space in enumerate(spaces)]
