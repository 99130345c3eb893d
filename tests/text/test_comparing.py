"""What changed between two texts: nothing is lost, nothing invented, whatever they hold."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Kind, Role, Source
from reader.text.comparing import Change, Edit, compare, in_short, paragraphs, tally

RATE = "The central bank raised its key rate on Thursday, as most analysts had expected."
TALKS = "Talks between the two unions will go on until the end of the month in Geneva."
HARVEST = "The harvest in the south failed for the third year, and prices of wheat rose."
LONDON = "Shares in London were little changed after the news, traders said on Friday."
ALL = (RATE, TALKS, HARVEST, LONDON)

WORDS = st.sampled_from(
    "the bank 15 51 1,234.5 “rate” 財務省は 億 — … a. b, \u0e33 e\u0301 x".split()
)
SPACES = st.sampled_from([" ", "  ", "\n", "", "\u3000"])
PARAGRAPHS = st.lists(st.tuples(WORDS, SPACES), max_size=12).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)
TEXTS = st.lists(PARAGRAPHS | st.sampled_from(ALL) | st.text(max_size=8), max_size=12)


def edits(old, new) -> list[tuple[Edit, str]]:
    return [(change.edit, change.new or change.old or "") for change in compare(old, new)]


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_texts_comes_back_to_the_letter(old, new) -> None:
    changes = compare(old, new)
    stood = sorted((one for one in changes if one.was is not None), key=lambda one: one.was or 0)
    assert [one.was for one in stood] == list(range(len(old)))
    assert [one.old for one in stood] == old
    stands = [one for one in changes if one.now is not None]
    assert [one.now for one in stands] == list(range(len(new)))
    assert [one.new for one in stands] == new


@given(TEXTS, TEXTS)
def test_each_kind_says_what_is_so(old, new) -> None:
    for one in compare(old, new):
        match one.edit:
            case Edit.KEPT:
                assert one.old == one.new
            case Edit.CHANGED:
                assert None is not one.old != one.new is not None
            case Edit.ADDED:
                assert one.old is None
                assert one.new is not None
            case Edit.REMOVED:
                assert one.new is None
                assert one.old is not None
            case Edit.MOVED:
                assert one.old is not None
                assert one.new is not None


@given(TEXTS, TEXTS)
def test_what_stays_in_order_stays_in_order(old, new) -> None:
    places = [one.was for one in compare(old, new) if one.edit in (Edit.KEPT, Edit.CHANGED)]
    assert places == sorted(places)


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text) -> None:
    assert all(one.edit is Edit.KEPT for one in compare(text, text))
    assert in_short(compare(text, text)) == "nothing changed"


@given(TEXTS, TEXTS)
def test_the_way_back_has_the_same_numbers(old, new) -> None:
    there, back = tally(compare(old, new)), tally(compare(new, old))
    assert there[Edit.ADDED] == back[Edit.REMOVED]
    assert there[Edit.REMOVED] == back[Edit.ADDED]
    for edit in (Edit.KEPT, Edit.CHANGED, Edit.MOVED):
        assert there[edit] == back[edit]


@given(TEXTS, TEXTS)
def test_what_both_have_word_for_word_is_never_removed_and_added(old, new) -> None:
    gone = Counter(one.old for one in compare(old, new) if one.edit is Edit.REMOVED)
    come = Counter(one.new for one in compare(old, new) if one.edit is Edit.ADDED)
    assert not gone & come


def test_one_changed_among_kept() -> None:
    new = (RATE, TALKS.replace("Geneva", "Vienna"), HARVEST)
    assert [edit for edit, _ in edits(ALL[:3], new)] == [Edit.KEPT, Edit.CHANGED, Edit.KEPT]


def test_removed_stands_where_it_stood_before_what_was_added_there() -> None:
    assert edits((RATE, TALKS, HARVEST), (RATE, LONDON, HARVEST)) == [
        (Edit.KEPT, RATE),
        (Edit.REMOVED, TALKS),
        (Edit.ADDED, LONDON),
        (Edit.KEPT, HARVEST),
    ]


def test_a_section_moved_is_neither_removed_nor_added() -> None:
    assert edits(ALL, (TALKS, HARVEST, LONDON, RATE)) == [
        (Edit.KEPT, TALKS),
        (Edit.KEPT, HARVEST),
        (Edit.KEPT, LONDON),
        (Edit.MOVED, RATE),
    ]


def test_a_section_moved_and_changed_is_both() -> None:
    moved = compare(ALL, (TALKS, HARVEST, LONDON, RATE.replace("Thursday", "Friday")))[-1]
    assert moved.edit is Edit.MOVED
    assert Edit.ADDED in {segment.edit for segment in moved.segments}


def test_each_goes_with_the_one_most_like_it() -> None:
    old = (RATE, TALKS)
    new = (TALKS.replace("month", "week"), RATE.replace("raised", "cut"), "Entirely other words.")
    pairs = {one.was: one.now for one in compare(old, new) if one.was is not None}
    assert pairs == {0: 1, 1: 0}


def test_a_paragraph_added_to_is_changed() -> None:
    more = f"{RATE} {TALKS} {HARVEST}"
    (change,) = compare([RATE], [more])
    assert change.edit is Edit.CHANGED
    assert [one.edit for one in change.segments] == [Edit.KEPT, Edit.ADDED]


def test_other_words_are_no_change_of_the_old_ones() -> None:
    assert [edit for edit, _ in edits([RATE], [HARVEST])] == [Edit.REMOVED, Edit.ADDED]


@pytest.mark.parametrize(("old", "new"), [([], []), ([], [RATE]), ([RATE], []), ([""], [" "])])
def test_empty_texts(old, new) -> None:
    assert len(compare(old, new)) <= len(old) + len(new)


def test_more_paragraphs_than_are_all_compared_are_paired_by_rare_words() -> None:
    old = [f"Item {n}: the board of company {n} met again this year." for n in range(300)]
    new = [line.replace("met", "sat") for line in old]
    changes = compare(old, new)
    assert tally(changes)[Edit.CHANGED] == 300
    assert all(one.was == one.now for one in changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["word " * 5_000_000], ["word " * 4_999_999]),
        (["word"] * 100_000, ["word"] * 90_000),
        (["a", "b"] * 50_000, ["b", "a"] * 50_000),
        ([f"line {n}" for n in range(40_000)], [f"other {n}" for n in range(40_000, 0, -1)]),
        ([f"line {n}" for n in range(100_000)], [f"line {n}" for n in range(100_000, 0, -1)]),
    ],
    ids=["one word for ever", "one line for ever", "two lines", "all other", "turned round"],
)
def test_a_hostile_text_loses_nothing_either(old, new) -> None:
    changes = compare(old, new)
    assert [one.new for one in changes if one.now is not None] == new
    assert sum(one.was is not None for one in changes) == len(old)


def test_beyond_its_bound_a_paragraph_is_removed_and_added() -> None:
    from reader.text.comparing.likeness import LONGEST

    at_most = ("word " * LONGEST)[: LONGEST - 1]
    assert [edit for edit, _ in edits([at_most], [at_most + "x"])] == [Edit.CHANGED]
    assert [edit for edit, _ in edits([at_most + "xy"], [at_most + "xyz"])] == [
        Edit.REMOVED,
        Edit.ADDED,
    ]


def test_the_paragraphs_of_an_article_are_its_kept_words_without_their_layout() -> None:
    text = "Wrapped\nhard,  spaced\n\nShare this\n\nif x:\n    y"
    spans = [(0, 23, Kind.PARAGRAPH, True), (23, 35, Kind.PARAGRAPH, False)]
    blocks = tuple(
        Block(start, end, kind, Role.BODY if kept else Role.SHARE, kept, "")
        for start, end, kind, kept in [*spans, (35, len(text), Kind.CODE, True)]
    )
    source = Source("0" * 64, "text/plain", datetime(2026, 1, 1, tzinfo=UTC))
    article = Article("a", source, text, blocks, "")
    assert paragraphs(article) == ("Wrapped hard, spaced", "if x:\n    y")


def test_a_change_knows_both_texts() -> None:
    (change,) = compare(["over $15 billion in all"], ["over $51 billion in all"])
    assert isinstance(change, Change)
    assert (change.old, change.new) == ("over $15 billion in all", "over $51 billion in all")
