"""Nothing a terminal would act on passes the gate, and offsets never move behind it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from reader.text.canonical import canonical, canonical_line

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
PIECES = (
    "\x1b [31m ]0;x \x07 \x9b \x9d \\ \r \x85 \u2028 e s \u0301 \u0323 \u200d \u200c \u202e \ufeff "
    "\U000e0041 \ud83d क 👩 ש"
).split(" ")
TROUBLE = st.lists(st.sampled_from(["\n", "\t", " ", *PIECES])).map("".join)
TEXTS = ANYTHING | TROUBLE


@given(TEXTS)
def test_nothing_a_terminal_acts_on_passes(text: str) -> None:
    for char in canonical(text):
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(char) not in {
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        }  # fmt: skip


@given(TEXTS)
def test_offsets_never_move_again(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert once.split("\n") == (once + "\n").splitlines()
    assert len(Content(once)) == len(once)


@given(TEXTS)
def test_a_line_is_one_line(text: str) -> None:
    line = canonical_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert canonical_line(line) == line


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;PWNED\x07title", "title"),
        ("\x1b]52;c;cm0gLXJm\x1b\\copy", "copy"),
        ("\x9b2Jcleared", "cleared"),
        ("a\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("cut\x1b]0;no end\nnext line", "cut\nnext line"),
        ("pay\u202eabc\u202c", "payabc"),
        ("sec\u200dret", "secret"),
        ("1\t2\xa03", "1 2 3"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
    ],
)
def test_examples(raw: str, safe: str) -> None:
    assert canonical(raw) == safe


@pytest.mark.parametrize(
    "kept", ["👩‍👩‍👧", "क्‍ष", "می‌خواهم", "❤️", "日本語　です", "[/x] [@click=app.quit]x"]
)
def test_what_means_something_is_kept(kept: str) -> None:
    assert canonical(kept) == unicodedata.normalize("NFC", kept)
    assert cell_len(canonical(kept)) > 0
