"""What may be long is printed as it comes."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.cli.printing import print_json, print_lines, print_pieces, print_rows

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
_OBJECTS = st.lists(st.dictionaries(st.text(), _VALUES, max_size=4), max_size=5)


@given(_OBJECTS)
@example([])
@example([{}])
@example([{"line": "one\ntwo\u2028", "under": [{"more": {}}, []]}, {}])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_are_printed_as_one_array(
    capsys: pytest.CaptureFixture[str], objects: list[dict[str, object]]
) -> None:
    print_rows(iter(objects))
    as_they_come = capsys.readouterr().out
    print_json(objects)
    assert as_they_come == capsys.readouterr().out


@pytest.mark.parametrize(
    "show", [print_lines, print_pieces, lambda lines: print_rows({"line": one} for one in lines)]
)
def test_the_first_is_there_before_the_second_is_asked_for(
    capsys: pytest.CaptureFixture[str], show: object
) -> None:
    def lines() -> Iterator[str]:
        yield "the first"
        assert "the first" in capsys.readouterr().out
        yield "the second"

    assert callable(show)
    show(lines())
    assert "the second" in capsys.readouterr().out


def test_many_lines_are_all_printed_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{number} {'x' * (number % 400)}" for number in range(500)]
    print_lines(lines)
    assert capsys.readouterr().out.splitlines() == lines
