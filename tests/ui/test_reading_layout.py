"""Lines and cells ↔ offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import article, block
from rich.cells import cell_len

from reader.model import Kind, Role
from reader.ui.reading import cells
from reader.ui.reading.document import document
from reader.ui.reading.layout import Layout, lay_out

# Latin with typographic signs, and what is wide, joined, or without a width.
PLAIN = "abc d—e ’é1"
MIXED = PLAIN + "你好。「」カ한e\u0301👍👩\u200d🚀☀\ufe0fع"

texts = st.lists(st.text(MIXED, min_size=1, max_size=80), min_size=1, max_size=4)
widths = st.integers(8, 40)


def laid_out(words: str, width: int) -> Layout:
    return lay_out(document(article(words)), width)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one two  three", 8, ["one two", "three"]),
        ("abcdefghij kl", 8, ["abcdefgh", "ij kl"]),
        ("one two—three", 9, ["one two—", "three"]),
        ("日本銀行は金利を上げた。", 8, ["日本銀行", "は金利を", "上げた。"]),
        ("日本銀行。は", 8, ["日本銀", "行。は"]),
        ("彼がと「はい", 8, ["彼がと", "「はい"]),
        ("x 日本銀行 raised", 11, ["x 日本銀行", "raised"]),
        ("cafe\u0301s are nice", 8, ["cafe\u0301s", "are nice"]),
        ("👩\u200d🚀👩\u200d🚀👩\u200d🚀👩\u200d🚀👩\u200d🚀", 8, ["👩\u200d🚀" * 4, "👩\u200d🚀"]),
    ],
)
def test_wrapping(words: str, width: int, lines: list[str]) -> None:
    layout = laid_out(words, width)
    assert [layout.words(n) for n in range(1, len(layout.lines))] == lines


@given(texts, widths, st.booleans(), st.lists(st.sampled_from(list(Kind)), min_size=4, max_size=4))
def test_every_shown_offset_is_on_one_line_that_fits(
    words: list[str], width: int, show_removed: bool, kinds: list[Kind]
) -> None:
    parts = [block(w, Role.BODY, k) for w, k in zip(words, kinds, strict=False)]
    layout = lay_out(document(article(*parts), show_removed), width)
    on_line = [
        offset
        for number in range(len(layout.lines))
        if layout.has_words(number)
        for offset in range(layout.lines[number].start, layout.lines[number].end)
    ]
    text = layout.document.text
    blocks = [p for p in layout.document.paragraphs if p.literal is None]
    assert on_line == [o for p in blocks for o in range(p.start, p.end)]
    assert all(text[o] == "\n" or o in set(on_line) for o in range(len(text)))
    for number in range(len(layout.lines)):
        used = cell_len(layout.margin(number)) + cell_len(layout.words(number))
        assert used <= width + 8  # the narrowest room that is left beside a margin


@given(st.text(PLAIN, min_size=1, max_size=200), widths)
def test_offset_to_cell_and_back(words: str, width: int) -> None:
    layout = laid_out(words, width)
    for number in range(len(layout.lines)):
        if layout.has_words(number):
            start = layout.lines[number].start
            for offset in range(start, start + len(layout.words(number))):
                assert layout.offset_at(*layout.cell_of(offset)) == offset


@given(st.text(MIXED, min_size=1, max_size=200), widths)
def test_a_cell_belongs_to_the_character_shown_there(words: str, width: int) -> None:
    layout = laid_out(words, width)
    for number in range(len(layout.lines)):
        if not layout.has_words(number):
            continue
        start, left = layout.lines[number].start, 0
        for begin, _, size in cells.graphemes(layout.words(number)):
            for cell in range(left, left + size):
                assert layout.offset_at(number, cell) == start + begin
            left += size


@given(st.text(MIXED + "\n", max_size=300))
def test_one_cell_each_is_what_the_terminal_library_says(text: str) -> None:
    if cells.one_cell_each(text.replace("\n", "")):
        assert all(cell_len(character) == 1 for character in text if character != "\n")


def test_every_code_point_that_is_taken_for_one_cell_is() -> None:
    known = [chr(point) for point in range(0x20, 0x3000) if cells.one_cell_each(chr(point))]
    assert len(known) > 1000
    assert [c for c in known if c >= " " and cell_len(c) != 1 and c != "\x7f"] == []


def test_beside_the_words_is_the_nearest_of_them() -> None:
    layout = laid_out("one two three", 8)
    assert layout.offset_at(1, -4) == 0
    assert layout.offset_at(1, 99) == 6
    assert layout.offset_at(99, 99) == 12
    assert layout.line_of(9999) == 2


def test_no_words_no_lines() -> None:
    layout = lay_out(document(article(block("x", Role.SHARE))), 40)
    assert layout.lines == []
    assert layout.line_of(5) == 0
    assert layout.offset_at(3, 4) == 0
