"""Whatever the text: no exception, and spans that can be relied on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Figure, FigureKind
from reader.text.canonical import canonical
from reader.text.recognition.mentions import find_mentions

WORDS = (
    "The Mr. Anton Siluanov U.S. Bank Ministry Finance Russia Korea Inc. said in New York 10x A7A5"
)
MARKS = "- – 's & of de van ( ) “ ” . , : $ KSD Bitcoin ETF İstanbul ß 中国"
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_are_tight_ordered_and_apart(raw):
    text = canonical(raw)
    mentions, _ = find_mentions(text, (), None)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.text == mention.text.strip()
        assert "\n" not in mention.text
        assert not mention.text.startswith(("the ", "The "))
        end = mention.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_mention_has_its_entity_and_every_entity_its_mentions(raw):
    mentions, entities = find_mentions(canonical(raw), (), None)
    counts = {(entity.name, entity.type): entity.mentions for entity in entities}
    assert len(counts) == len(entities)
    assert {(m.name, m.type) for m in mentions} == set(counts)
    assert sum(counts.values()) == len(mentions)


@given(TEXTS, st.integers(0, 200), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_the_words_of_a_figure_are_no_mention(raw, start, size):
    text = canonical(raw)
    end = min(len(text), start + size)
    if start >= end:
        return
    figure = Figure(start, end, text[start:end], FigureKind.MONEY, 1.0)
    for mention in find_mentions(text, (figure,), None)[0]:
        assert mention.end <= start or mention.start >= end
