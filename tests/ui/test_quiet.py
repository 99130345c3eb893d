"""Lines in fewer pieces say and look the same."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from reader.ui.quiet import merged

looks = st.builds(
    Style,
    color=st.sampled_from([None, "red", "blue"]),
    bgcolor=st.sampled_from([None, "black", "green"]),
    bold=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
lines = st.lists(st.builds(Segment, st.text("a ", max_size=3), looks), max_size=8)


def seen(segments: list[Segment]) -> list[object]:
    """Of each cell what can be seen: of a blank without underline or reverse only its ground."""
    cells: list[object] = []
    for text, style, _ in segments:
        assert style
        for char in text:
            bare = char == " " and not (style.underline or style.reverse)
            cells.append((char, style.bgcolor if bare else style))
    return cells


@given(lines)
def test_a_merged_line_looks_the_same(line: list[Segment]) -> None:
    assert seen(merged(line)) == seen(line)
    assert len(merged(line)) <= len(line)


def test_blanks_are_no_pieces_of_their_own() -> None:
    plain, bold = Style(color="red"), Style(color="blue", bold=True)
    line = [Segment(" ", plain), Segment("●", bold), Segment("  ", plain), Segment("", plain)]
    assert merged(line) == [Segment(" ●  ", bold)]
