"""Where one paragraph of plain text ends and the next begins."""

import textwrap

import pytest

from reader.model import Kind
from reader.text.cleaning.plain.dividing import divide

WORDS = (
    "The decision was taken late on Tuesday by the town council, which had asked for the report in "
    "June. Eleven of the fifteen members voted for it, and the mayor said that there was no safe "
    "way to keep the quay open for another winter without very large repairs to its piles."
)


def said(text: str) -> list[str]:
    return [segment.text for segment in divide(text)]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_are_one_paragraph(width: int) -> None:
    text = "\n\n".join([textwrap.fill(WORDS, width)] * 2)
    assert said(text) == [WORDS, WORDS]


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line() -> None:
    text = textwrap.fill(WORDS, 64) + "\n" + textwrap.fill("Then " + WORDS, 64)
    assert said(text) == [WORDS, "Then " + WORDS]


def test_one_line_a_paragraph_stays_so() -> None:
    assert said("\n".join([WORDS, "Short.", WORDS])) == [WORDS, "Short.", WORDS]


def test_wrapped_list_items_hang() -> None:
    item = textwrap.fill(WORDS, 70, initial_indent="  * ", subsequent_indent="    ")
    segments = divide(f"{item}\n{item}\n\n{textwrap.fill(WORDS, 70)}")
    assert [(s.kind, s.text) for s in segments] == [
        (Kind.LIST_ITEM, WORDS),
        (Kind.LIST_ITEM, WORDS),
        (Kind.PARAGRAPH, WORDS),
    ]


@pytest.mark.parametrize("marker", ["•", "-", "*", "–", "1.", "12)", "a)"])
def test_list_markers(marker: str) -> None:
    segments = divide(f"{marker} one thing\n{marker} another")
    assert [(s.kind, s.text) for s in segments] == [
        (Kind.LIST_ITEM, "one thing"),
        (Kind.LIST_ITEM, "another"),
    ]


@pytest.mark.parametrize("text", ["2031 was a year", "-5 degrees", "3.5 million", "*starred*"])
def test_what_only_looks_like_a_list(text: str) -> None:
    assert divide(text)[0].kind is Kind.PARAGRAPH


def test_mail_quotes() -> None:
    segments = divide("> one said\n>> two said\nAnd I say")
    assert [(s.kind, s.level) for s in segments] == [
        (Kind.QUOTE, 1),
        (Kind.QUOTE, 2),
        (Kind.PARAGRAPH, 0),
    ]


def test_a_line_that_says_the_same_twice_is_cut_in_two() -> None:
    first, second = divide(WORDS + WORDS)
    assert (first.start, first.end) == (0, len(WORDS))
    assert (second.start, second.end) == (len(WORDS), 2 * len(WORDS))


def test_a_refrain_is_not_cut() -> None:
    line = "Row, row, row your boat, row, row, row your boat"
    assert said(line) == [line]
