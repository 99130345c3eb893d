"""What is written to the terminal in fewer bytes looks the same."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.thrift import thrifty

colours = st.sampled_from(["", "38;2;1;2;3", "38;2;4;5;6", "38;5;7", "31", "97"])
grounds = st.sampled_from(["", "48;2;9;9;9", "48;2;8;8;8", "48;5;3", "41"])
attributes = st.sampled_from(["", "1", "3", "1;3", "7", "4"])
looks = st.tuples(attributes, colours, grounds).map(lambda one: ";".join(filter(None, one)))
texts = st.text("ab c\n", max_size=6).map(lambda text: text.replace("\n", "\r\n"))
pieces = st.one_of(
    st.tuples(looks, texts).map(lambda one: f"\x1b[{one[0]}m{one[1]}\x1b[0m" if one[0] else one[1]),
    st.tuples(st.integers(1, 8), st.integers(1, 20)).map(lambda at: f"\x1b[{at[0]};{at[1]}H"),
    st.sampled_from(["\x1b[K", "\x1b[2J", "\x1b[?2026h", "\x1b[?25l", "\x1b[m", "\x1b[1m", "x"]),
)


def shown(data: str) -> object:
    screen = pyte.Screen(20, 8)
    pyte.Stream(screen).feed(data)
    cells = [[screen.buffer[y][x] for x in range(20)] for y in range(8)]
    return cells, screen.cursor.x, screen.cursor.y, screen.cursor.attrs


@given(st.lists(pieces, max_size=20).map("".join))
def test_it_looks_the_same(data: str) -> None:
    assert shown(thrifty(data)) == shown(data)


def test_a_look_it_does_not_know_is_taken_back_all_the_same() -> None:
    data = "\x1b[4:3mcurly\x1b[0m plain"
    assert thrifty(data) == data


def test_a_look_is_said_once() -> None:
    ground = "48;2;1;1;1"
    data = "".join(f"\x1b[{at};1H\x1b[38;2;9;9;9;{ground}m words \x1b[0m" for at in range(1, 4))
    assert thrifty(data) == (
        f"\x1b[1;1H\x1b[38;2;9;9;9;{ground}m words \x1b[2;1H words \x1b[3;1H words \x1b[0m"
    )
    changed = f"\x1b[38;2;9;9;9;{ground}ma\x1b[0m\x1b[38;2;8;8;8;{ground}mb\x1b[0m"
    assert thrifty(changed) == f"\x1b[38;2;9;9;9;{ground}ma\x1b[38;2;8;8;8mb\x1b[0m"
