"""Spans of many kinds → runs of a line."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.cells import graphemes
from reader.ui.reading.marks import Span, Spans, runs

TEXT = "abc 你好 e\u0301 👩\u200d🚀 defghij"

spans = st.lists(
    st.builds(
        lambda start, length, kind: Span(start, start + length, kind),
        st.integers(0, 3000),
        st.integers(0, 1500),
        st.sampled_from(["person", "figure", "yellow", "sentence"]),
    ),
    max_size=30,
)


@given(spans, st.integers(0, 4000), st.integers(0, 100))
def test_what_overlaps_a_line_is_found(all_spans: list[Span], start: int, length: int) -> None:
    end = start + length
    found = Spans(all_spans).within(start, end)
    expected = {s for s in all_spans if s.start < s.end and s.start < end and s.end > start}
    assert found == sorted(expected)


@given(spans, st.integers(-5, 4000))
def test_next_and_before(all_spans: list[Span], offset: int) -> None:
    index = Spans(all_spans)
    starts = sorted(s.start for s in all_spans if s.start < s.end)
    after = next((s for s in starts if s > offset), None)
    before = next((s for s in reversed(starts) if s < offset), None)
    assert (found.start if (found := index.after(offset)) else None) == after
    assert (found.start if (found := index.before(offset)) else None) == before


@given(
    st.lists(
        st.builds(Span, st.integers(0, 25), st.integers(0, 25), st.sampled_from("xyz")), max_size=8
    ),
    st.integers(0, 10),
    st.integers(10, 25),
)
def test_runs_tile_the_line_and_cut_no_character(marked: list[Span], start: int, end: int) -> None:
    end = min(end, len(TEXT))
    made = runs(TEXT, start, end, marked)
    assert "".join(TEXT[run.start : run.end] for run in made) == TEXT[start:end]
    whole = {start + edge for a, b, _ in graphemes(TEXT[start:end]) for edge in (a, b)}
    assert {edge for run in made for edge in (run.start, run.end)} <= whole | {start, end}


def test_later_marks_lie_over_earlier_ones() -> None:
    made = runs("one two three", 0, 13, [Span(4, 7, "person"), Span(0, 7, "yellow")])
    assert made == [(0, 4, ("yellow",)), (4, 7, ("person", "yellow")), (7, 13, ())]


def test_a_mark_from_another_line_is_clipped() -> None:
    assert runs("one two", 4, 7, [Span(0, 99, "red")]) == [(4, 7, ("red",))]
