"""The words of a paragraph, compared one by one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.comparing import marked
from reader.text.comparing.values import Edit
from reader.text.comparing.words import word_changes, words

TEXTS = st.lists(
    st.sampled_from(
        "the bank 15 51 1,234.5 “rate” 財務省は 億 ドル — … a. b, \u0e33 e\u0301 \n".split(" ")
    )
    | st.sampled_from([" ", "  ", "\u3000", "\x1c"])
    | st.text(max_size=3),
    max_size=30,
).map("".join)


def shown(old: str, new: str) -> str:
    return "".join(map(marked, word_changes(old, new)))


@given(TEXTS)
def test_words_put_together_are_the_text(text) -> None:
    assert "".join(word.text + word.space for word in words(text)) == text


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_segments(old, new) -> None:
    segments = word_changes(old, new)
    assert "".join(one.text for one in segments if one.edit is not Edit.ADDED) == old
    assert "".join(one.text for one in segments if one.edit is not Edit.REMOVED) == new
    assert all(one.text for one in segments)


@given(TEXTS)
def test_nothing_changed_is_all_kept(text) -> None:
    assert {one.edit for one in word_changes(text, text)} <= {Edit.KEPT}


@given(TEXTS, TEXTS)
def test_no_two_runs_of_a_kind_follow_on_each_other(old, new) -> None:
    kinds = [one.edit for one in word_changes(old, new)]
    assert all(a is not b for a, b in pairwise(kinds))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "over $15 billion in all",
            "over $51 billion in all",
            "over [-$15-]{+$51+} billion in all",
        ),
        ("1,234.5 tonnes", "1,234.6 tonnes", "[-1,234.5-]{+1,234.6+} tonnes"),
        ("in the U.S. now", "in the U.K. now", "in the [-U.S.-]{+U.K.+} now"),
        ("The end.", "The end, then.", "The [-end.-]{+end, then.+}"),
        ("Prices rose.", "Prices never rose.", "Prices {+never+} rose."),
        ("Prices never rose.", "Prices rose.", "Prices [-never-] rose."),
        ("One more.", "One more. And two.", "One more. {+And two.+}"),
        ("the bank—he said", "the bank—she said", "the bank—[-he-]{+she+} said"),
        ("150億ドルを発表", "510億円を発表", "[-150-]{+510+}億[-ドル-]{+円+}を発表"),
        ("ราคาเพิ่ม", "ราคาลด", "ราคา[-เพิ่ม-]{+ลด+}"),
        ("a  b", "a b", "a[-  -]{+ +}b"),
        ("“Yes,” he said", "“No,” he said", "[-“Yes,”-]{+“No,”+} he said"),
    ],
)
def test_whole_words_are_marked(old, new, told) -> None:
    assert shown(old, new) == told


def test_a_word_that_stayed_alone_among_new_ones_does_not_break_them() -> None:
    told = shown("He said it was the worst of days", "They thought they saw the best among years")
    assert (
        told == "[-He said it was the worst of days-]{+They thought they saw the best among years+}"
    )


def test_a_number_that_stayed_is_shown_to_have_stayed() -> None:
    assert "] 15 [" in shown("aa bb 15 cc dd", "ee ff 15 gg hh").replace("}", "]").replace("{", "[")
