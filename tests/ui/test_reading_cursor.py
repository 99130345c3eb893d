"""The sentence cursor and the selection, without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import article, at, block

from reader.model import Kind, Role
from reader.ui.reading.cursor import Cursor
from reader.ui.reading.document import document
from reader.ui.reading.motions import Motions, Unit, words

ARTICLE = article(
    "The bank raised its rate. It said so on Monday! Nobody was surprised.",
    block("• One point: more.", Role.BODY, Kind.LIST_ITEM),
    "日本銀行は待つ。",
)


def cursor(offset: int = 0) -> Cursor:
    return Cursor(Motions(document(ARTICLE)), offset)


def said(span: tuple[int, int] | None) -> str:
    assert span
    return ARTICLE.source_text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 4.5%, to $1,200 — “so far”.", "It rose 4.5% to $1,200 so far"),
        ("the U.S.-led talks (again)", "the U.S.-led talks again"),
        ("bank’s don't", "bank’s don't"),
        ("日本銀行 and コーヒー", "日 本 銀 行 and コーヒー"),
        ("हिन्दी में", "हिन्दी में"),
        ("👩\u200d🚀 flew", "👩\u200d🚀 flew"),
        ("… — •", ""),
        ("#tag @name", "#tag @name"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(text[a:b] for a, b in words(text, 0, len(text))) == expected


def test_by_sentence_through_the_article_and_back() -> None:
    here, seen = cursor(), []
    for _ in range(7):
        seen.append(said(here.span))
        here.move(Unit.SENTENCE, 1)
    assert seen == [
        "The bank raised its rate.",
        "It said so on Monday!",
        "Nobody was surprised.",
        "One point: more.",
        "日本銀行は待つ。",
        "日本銀行は待つ。",
        "日本銀行は待つ。",
    ]
    for _ in range(9):
        here.move(Unit.SENTENCE, -1)
    assert said(here.span) == "The bank raised its rate."


def test_by_paragraph_back_to_its_start_first() -> None:
    here = cursor(at(ARTICLE, "surprised")[0])
    here.move(Unit.PARAGRAPH, -1)
    assert said(here.span) == "The bank raised its rate."
    here.move(Unit.PARAGRAPH, 1)
    assert said(here.span) == "One point: more."
    here.move(Unit.PARAGRAPH, -1)
    assert here.offset == 0


def test_growing_by_words_and_shrinking_again() -> None:
    here = cursor(at(ARTICLE, "raised")[0])
    here.start_selection()
    here.extend(Unit.WORD, 1)
    here.extend(Unit.WORD, 1)
    assert said(here.span) == "raised its rate"
    here.extend(Unit.WORD, -1)
    assert said(here.span) == "raised its"
    for _ in range(3):
        here.extend(Unit.WORD, -1)
    assert said(here.span) == "The bank raised"


def test_the_other_end() -> None:
    here = cursor(at(ARTICLE, "raised")[0])
    here.start_selection()
    here.extend(Unit.WORD, 1)
    here.swap()
    here.extend(Unit.WORD, -1)
    assert said(here.span) == "bank raised its"
    here.swap()
    here.extend(Unit.WORD, 1)
    assert said(here.span) == "bank raised its rate"


def test_growing_by_sentence_takes_the_full_stop() -> None:
    here = cursor(at(ARTICLE, "raised")[0])
    here.start_selection()
    here.extend(Unit.SENTENCE, 1)
    assert said(here.span) == "raised its rate."
    here.extend(Unit.SENTENCE, 1)
    assert said(here.span) == "raised its rate. It said so on Monday!"
    here.extend(Unit.PARAGRAPH, 1)
    assert said(here.span).endswith("surprised.")


def test_growing_back_by_sentence() -> None:
    here = cursor(at(ARTICLE, "Monday")[0])
    here.start_selection()
    here.extend(Unit.SENTENCE, -1)
    assert said(here.span) == "It said so on Monday"
    here.extend(Unit.SENTENCE, -1)
    assert said(here.span).startswith("The bank")


def test_on_a_bullet_the_cursor_is_in_its_item() -> None:
    assert said(cursor(at(ARTICLE, "• One")[0]).span) == "One point: more."


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("It said", "Nobody", "It said so on Monday!"),  # the cursor was above
        ("said so", "surprised", "Nobody was surprised."),  # … and its sentence is cut at the top
        ("said", "on Monday", "It said so on Monday!"),  # … and nothing begins on the screen
    ],
)
def test_following_the_page_down(first: str, last: str, expected: str) -> None:
    here = cursor()
    assert here.follow(at(ARTICLE, first)[0], at(ARTICLE, last)[1])
    assert said(here.span) == expected


def test_following_the_page_up() -> None:
    here = cursor(at(ARTICLE, "日本")[0])
    assert here.follow(0, at(ARTICLE, "on Monday")[1])
    assert said(here.span) == "It said so on Monday!"


def test_what_is_on_the_screen_stays() -> None:
    here = cursor()
    assert not here.follow(at(ARTICLE, "rate")[0], 60)
    assert here.offset == 0


@given(
    st.lists(st.text("ab .!?“”•-\n你。", min_size=1, max_size=60), min_size=1, max_size=5),
    st.lists(
        st.tuples(st.sampled_from(Unit), st.sampled_from([1, -1]), st.booleans()), max_size=20
    ),
    st.integers(0, 300),
)
def test_spans_are_tight_and_never_outside(
    parts: list[str], moves: list[tuple[Unit, int, bool]], start: int
) -> None:
    made = document(article(*parts))
    here = Cursor(Motions(made), start)
    for unit, by, growing in moves:
        (here.extend if growing else here.move)(unit, by)
        if here.span is None:
            assert not made.text.strip()
        else:
            words_there = made.text[here.span[0] : here.span[1]]
            assert words_there
            assert words_there == words_there.strip()
