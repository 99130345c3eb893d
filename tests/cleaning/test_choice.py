"""The learned choice: trees read as they were fitted, columns in the order they were fitted on."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning.choice.forest import Forest, Node, forest
from reader.text.cleaning.html import page
from reader.text.cleaning.plain import looking
from reader.text.cleaning.plain.looking import TextLook


def leaf(odds: float) -> Node:
    return -1, odds, None, None


STEP: Node = (0, 2.0, leaf(-1.0), leaf(1.0))


@pytest.mark.parametrize(("kind", "columns"), [("page", page.COLUMNS), ("text", looking.COLUMNS)])
def test_the_weights_were_fitted_on_these_columns(kind: str, columns: tuple[str, ...]) -> None:
    assert forest(kind).columns == columns
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("kind", ["page", "text"])
def test_every_tree_asks_about_columns_there_are_and_ends_in_its_leaves(kind: str) -> None:
    columns = len(forest(kind).columns)
    nodes = list(forest(kind).trees)
    for column, number, left, right in nodes:
        assert isinstance(number, float | int)
        assert -1 <= column < columns
        assert (left is None, right is None) == (column == -1,) * 2
        nodes += [] if column == -1 else [left, right]
    assert sum(node[0] == -1 for node in nodes) > len(forest(kind).trees)


@pytest.mark.parametrize(("value", "odds"), [(2.0, -1.0), (2.1, 1.0)])
def test_a_row_goes_left_up_to_the_threshold(value: float, odds: float) -> None:
    (likelihood,) = Forest(("words",), (STEP,)).likelihoods([[value]])
    assert likelihood == pytest.approx(1 / (1 + exp(-odds)))


def test_a_row_that_is_far_from_even_asks_no_more_trees() -> None:
    against = (0, 2.0, leaf(9.0), leaf(-9.0))
    trees = (STEP,) * 20 + (against,)
    (likelihood,) = Forest(("words",), trees).likelihoods([[5.0]])
    assert likelihood > 0.99


@given(st.lists(st.text(alphabet="Ab. \n•:12©", max_size=60), max_size=12))
def test_every_segment_has_a_full_row(lines: list[str]) -> None:
    look = TextLook.of("\n\n".join(lines).strip() or "a")
    rows = look.rows()
    assert [len(row) for row in rows] == [len(looking.COLUMNS)] * len(look.segments)
    assert all(0 < likelihood < 1 for likelihood in forest("text").likelihoods(rows))
