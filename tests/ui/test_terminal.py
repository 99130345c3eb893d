"""What is written to the terminal in fewer bytes looks the same."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.terminal.shadow import Shadow

WIDTH, HEIGHT = 20, 6
GROUND = "48;2;1;1;1"
colours = st.sampled_from(["", "38;2;1;2;3", "38;2;4;5;6", "38;5;7", "31", "97"])
grounds = st.sampled_from(["", "48;2;9;9;9", "48;2;8;8;8", "48;5;3", "41"])
attributes = st.sampled_from(["", "1", "3", "1;3", "7", "4"])
looks = st.tuples(attributes, colours, grounds).map(lambda one: ";".join(filter(None, one)))
pieces = st.tuples(looks, st.text("ab   “é", max_size=4)).map(
    lambda one: f"\x1b[{one[0]}m{one[1]}\x1b[0m" if one[0] else one[1]
)
spans = st.tuples(
    st.integers(1, HEIGHT), st.integers(1, 8), st.lists(pieces, max_size=3), st.sampled_from("\n-")
).map(
    lambda one: (
        f"\x1b[{one[0]};{one[1]}H{''.join(one[2])}{one[3].strip('-') if one[0] < HEIGHT else ''}"
    )
)
moves = st.tuples(st.integers(1, HEIGHT), st.integers(1, WIDTH)).map(
    lambda at: f"\x1b[{at[0]};{at[1]}H"
)
others = st.sampled_from(["\x1b[?2026h", "\x1b[?25l", "\x1b]52;c;YQ==\x07", "\x07"])
frames = st.tuples(st.lists(st.one_of(spans, moves, others), max_size=8), moves).map(
    lambda one: "".join(one[0]) + one[1]
)
anything = st.sampled_from(["\x1b[2J", "\x1b[3;3Hx\x1b[K", "\x1b[?1049h", "x", "\x1b[1;31m"])


def shown(written: list[str]) -> object:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for data in written:
        stream.feed(data)
    cells = [[_seen(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]
    return cells, screen.cursor.x, screen.cursor.y


def _seen(cell: pyte.screens.Char) -> object:
    """What is seen of a cell: of a blank that is not underlined or turned, its ground."""
    if cell.data == " " and not (cell.underscore or cell.reverse):
        return cell.bg
    return cell


def told(written: list[str]) -> list[str]:
    shadow = Shadow()
    return [shadow.told(data) for data in written]


@given(st.lists(frames, max_size=6))
def test_it_looks_the_same(written: list[str]) -> None:
    assert shown(told(written)) == shown(written)


@given(st.lists(st.one_of(frames, anything), max_size=6))
def test_what_it_does_not_know_is_written_as_it_comes(written: list[str]) -> None:
    # What is left of a look is the terminal's from then on; all else begins from its own.
    written = [f"{data}\x1b[0m" if data == "\x1b[1;31m" else data for data in written]
    assert shown(told(written)) == shown(written)


def test_what_is_shown_already_is_not_written_again() -> None:
    shadow = Shadow()
    shadow.told(f"\x1b[1;1H\x1b[{GROUND}m   one line of words   \x1b[0m")
    again = shadow.told(f"\x1b[1;1H\x1b[{GROUND}m   one lime of words   \x1b[0m\x1b[3;1H")
    assert again == f"\x1b[1;10H\x1b[{GROUND}mm\x1b[3;1H\x1b[0m"


def test_a_terminal_that_may_show_anything_is_told_everything() -> None:
    shadow = Shadow()
    line = "\x1b[1;1Hwords"
    shadow.told(line)
    assert shadow.told(line) == ""
    shadow.forget()
    assert shadow.told(line) == line
    shadow.told("\x1b[2J")
    assert shadow.told(line) == line


@pytest.mark.parametrize("text", ["e\u0301", "👩\u200d🚀 up", "❤\ufe0f", "क्षि", "ab\u200bc"])
def test_text_that_terminals_see_otherwise_is_written_whole(text: str) -> None:
    shadow = Shadow()
    line = f"\x1b[1;1H  {text} and words"
    assert text in shadow.told(line)
    assert shadow.told(line).endswith(f"{text} and words"[-10:])
    shadow.told("\x1b[1;40Hbehind")
    shadow.told(line)
    assert "behind" in shadow.told("\x1b[1;40Hbehind"), "nobody knows what it wrote over"


def test_half_of_a_wide_letter_is_not_known() -> None:
    shadow = Shadow()
    assert shadow.told("\x1b[1;1H中文") == "\x1b[1;1H中文"
    assert shadow.told("\x1b[1;1H中丈") == "\x1b[1;3H丈"
    shadow.told("\x1b[1;2Hb")
    assert shadow.told("\x1b[1;1H中") == "\x1b[1;1H中"


def test_a_mark_of_another_look_than_its_letter_is_not_lost() -> None:
    assert "e\u0301" in Shadow().told("\x1b[1;1H\x1b[1me\x1b[0m\x1b[3m\u0301\x1b[0m")


def test_marks_are_written_with_their_letter_each_time() -> None:
    shadow = Shadow()
    line = "\x1b[1;1H\x1b[1me\x1b[0m\x1b[3m\u0301 and\x1b[0m"
    assert "e" in shadow.told(line)
    assert "e" in shadow.told(line), "a mark more would stand on the letter that is there"


def test_a_look_it_does_not_know_is_taken_back_all_the_same() -> None:
    data = "\x1b[1;1H\x1b[4:3mcurly\x1b[0m plain"
    assert Shadow().told(data) == data


def test_a_look_is_said_once() -> None:
    data = "".join(f"\x1b[{at};1H\x1b[38;2;9;9;9;{GROUND}m words \x1b[0m" for at in range(1, 4))
    assert Shadow().told(data) == (
        f"\x1b[1;1H\x1b[38;2;9;9;9;{GROUND}m words \x1b[2;1H words \x1b[3;1H words \x1b[0m"
    )
    changed = f"\x1b[1;1H\x1b[38;2;9;9;9;{GROUND}ma\x1b[0m\x1b[38;2;8;8;8;{GROUND}mb\x1b[0m"
    assert Shadow().told(changed) == (
        f"\x1b[1;1H\x1b[38;2;9;9;9;{GROUND}ma\x1b[38;2;8;8;8mb\x1b[0m"
    )
