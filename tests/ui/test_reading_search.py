"""Finding words in an article as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import UNSEEN
from reader.ui.reading.search import find_all


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Bank said the bank", "bank", ["Bank", "bank"]),
        ("João Silva", "joao  silva", ["João Silva"]),
        ("the bank’s “rate”", 'bank\'s "rate"', ["bank’s “rate”"]),
        ("1990–2000", "1990-2000", ["1990–2000"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("Straße now", "now", ["now"]),
        ("cafe\u0301 x cafe", "café", ["cafe\u0301", "cafe"]),
        ("two  words", "two words", ["two  words"]),
        ("end\nstart", "end start", []),
        ("日本銀行は", "銀行", ["銀行"]),
        ("각 가", "가", ["가"]),
        ("a.b a+b", "a+b", ["a+b"]),
        ("words", "", []),
        ("words", "  ", []),
        ("\u0301", "\u0301", []),
    ],
)
def test_finding(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, words)] == found


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_matches_are_apart_and_in_order(text: str, words: str) -> None:
    last = 0
    for start, end in find_all(text, words):
        assert last <= start < end <= len(text)
        last = end


@given(st.text("aé ßD你\n", max_size=60), st.data())
def test_what_stands_in_the_text_is_found(text: str, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(text.split("\n")))
    words = " ".join(line.split())
    if words and "  " not in line.strip():
        start = text.index(line.strip())
        assert find_all(text, words)[0][0] <= start


def test_a_word_that_a_line_break_parted_is_found():
    text = f"The govern{UNSEEN}{UNSEEN}ment fell."
    assert find_all(text, "government") == [(4, 16)]
