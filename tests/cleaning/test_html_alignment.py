"""An extractor's answer finds its way back to the segments it came from, each passage once."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning.html.align import align
from reader.text.cleaning.html.tokens import words

FIRST = "The council of the town met on Monday to speak about the wall."
SECOND = "It decided that divers should look at the stones below the water."
THIRD = "The report of the divers is expected before the end of the summer."


def shares(page: list[str], answer: str) -> list[bool]:
    return [share >= 0.5 for share in align([words(line) for line in page], answer)]


def test_what_came_back_is_found_and_the_rest_is_not() -> None:
    assert shares(["Home", FIRST, "Share", SECOND], f"{FIRST}\n{SECOND}") == [
        False,
        True,
        False,
        True,
    ]


def test_a_repeated_paragraph_goes_to_the_one_among_its_neighbours() -> None:
    page = [SECOND, "Menu", "More", FIRST, SECOND, THIRD]
    assert shares(page, f"{FIRST}\n{SECOND}\n{THIRD}") == [False, False, False, True, True, True]


def test_a_teaser_that_quotes_an_opening_does_not_count_as_it() -> None:
    assert shares([FIRST[:40], FIRST, SECOND], f"{FIRST}\n{SECOND}") == [False, True, True]


def test_a_short_line_needs_a_line_of_its_own() -> None:
    page = ["The wall", FIRST, "The wall", SECOND]
    assert shares(page, f"{FIRST}\nThe wall\n{SECOND}") == [False, True, True, True]
    assert shares(page, f"{FIRST}\n{SECOND}") == [False, True, False, True]


@given(
    st.lists(st.lists(st.sampled_from("abcde"), max_size=9).map(" ".join), max_size=12), st.data()
)
def test_shares_are_shares(page: list[str], data: st.DataObject) -> None:
    answer = "\n".join(data.draw(st.lists(st.sampled_from([*page, "x"]), max_size=12)))
    found = align([words(line) for line in page], answer)
    assert len(found) == len(page)
    assert all(0 <= share <= 1 for share in found)
