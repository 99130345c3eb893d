"""Passages described and found again, in the same text and in changed ones."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.model import AmbiguousReference, TextPositionSelector, TextQuoteSelector
from reader.text.anchoring import (
    CONTEXT,
    REPEATED_CONTEXT,
    Match,
    candidates,
    describe,
    find_quote,
    hash_of,
    match,
)

TEXT = (
    "The ministry and the central bank have agreed to legalize crypto payments.\n\n"
    "Reports have traced over $15 billion in transactions. The ministry said so.\n\n"
    "The ministry and the regulator have agreed to tighten oversight of the market."
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_a_description_has_the_words_and_what_is_around_them() -> None:
    quote, position = describe(TEXT, *span("$15 billion"))
    assert quote.exact == "$15 billion"
    assert quote.prefix == "payments.\n\nReports have traced over "[-CONTEXT:]
    assert quote.suffix == " in transactions. The ministry sa"[:CONTEXT]
    assert (position.start, position.end) == span("$15 billion")


@pytest.mark.parametrize("cluster", ["e\u0323\u0304", "👩\u200d🚀", "👍🏽", "☃\ufe0f"])
def test_context_never_parts_a_letter_from_its_accent(cluster: str) -> None:
    middle = 40 * len(cluster)
    quote, _ = describe(cluster * 80, middle, middle + len(cluster))
    as_many_as_fit = cluster * min(39, REPEATED_CONTEXT // len(cluster))
    assert quote == TextQuoteSelector(cluster, as_many_as_fit, as_many_as_fit)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, len(TEXT) + 1)])
def test_what_is_no_passage_cannot_be_described(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe(TEXT, start, end)


def test_moved_words_are_found_by_their_context() -> None:
    start = TEXT.index("The ministry said")
    end = start + len("The ministry")
    found = match("New lead. " + TEXT, *describe(TEXT, start, end))
    assert found == Match(start + 10, end + 10, moved=True)


def test_the_offsets_alone_do_not_outweigh_the_context() -> None:
    row = "one 0.5 two 0.5 three 0.5 "
    start = row.index("0.5 three")
    quote, position = describe(row, start, start + 3)
    changed = "x" * 8 + row
    assert changed[start : start + 3] == "0.5"
    assert match(changed, quote, position) == Match(start + 8, start + 11, moved=True)


def test_a_place_with_clearly_more_of_the_context_wins() -> None:
    quote, position = describe(TEXT, *span("have agreed to"))
    changed = TEXT.replace("The ministry and the central bank", "Both the central bank")
    assert match(changed, quote, position) == Match(*span("have agreed to", changed), moved=True)


def test_two_places_alike_are_never_chosen_between() -> None:
    quote, position = describe("A said yes. B said no.", 2, 6)
    twice = "Later, C said maybe. Later, D said perhaps."
    assert match(twice, quote, position) is None
    assert [twice[p.start : p.end] for p in candidates(twice, quote)] == ["said", "said"]


def test_the_same_offsets_decide_between_places_alike() -> None:
    text = "Share Share Share"
    assert match(text, TextQuoteSelector("Share"), TextPositionSelector(6, 11)) == Match(
        6, 11, moved=False
    )
    assert match(text, TextQuoteSelector("Share")) is None


def test_a_quote_without_context_is_found_if_it_stands_once() -> None:
    quote = TextQuoteSelector("$15 billion")
    assert match(TEXT, quote) == Match(*span("$15 billion"), moved=False)


def test_the_only_place_will_do_if_the_quote_is_telling() -> None:
    words = "over $15 billion in transactions"
    quote, position = describe(TEXT, *span(words))
    changed = f"Nearly or {words}!"
    assert match(changed, quote, position) == Match(*span(words, changed), moved=True)


def test_a_passage_typeset_anew_is_not_taken_for_its_twin_elsewhere() -> None:
    text = "The “board” said so, once.\n\nNobody asked.\n\nThe “board” said so, again."
    at = text.index("The")
    quote, position = describe(text, at, at + len("The “board” said so"))
    typeset = text.replace("“", '"', 1).replace("”", '"', 1)
    assert match(typeset, quote, position, source_hash=hash_of(text)) == Match(
        at, position.end, moved=False
    )


def test_a_changed_passage_is_not_taken_for_its_twin_elsewhere() -> None:
    said = "the fund would pay all claims by June"
    text = f"On Monday Ms Okafor of the ministry said {said}.\n\nA blog claimed that {said}."
    at = text.index(said)
    quote, position = describe(text, at, at + len(said))
    changed = text.replace(said, "the fund would pay some claims by May", 1)
    found = match(changed, quote, position, source_hash=hash_of(text))
    assert found is None or found.start == at


def test_a_short_word_somewhere_else_is_not_the_passage() -> None:
    quote, position = describe(TEXT, *span("market"))
    assert match("Rain fell on the market town of Ely.", quote, position) is None


@pytest.mark.parametrize("exact", ["", "not there"])
@pytest.mark.parametrize(
    "position", [None, TextPositionSelector(0, 0), TextPositionSelector(-3, 10**9)]
)
def test_nonsense_from_elsewhere_is_an_orphan(
    exact: str, position: TextPositionSelector | None
) -> None:
    assert match(TEXT, TextQuoteSelector(exact, "a", "b"), position) is None


def test_a_letter_that_stands_everywhere_is_an_orphan() -> None:
    quote = TextQuoteSelector("a", "b", "c")
    assert match("a" * 5000, quote, None) is None
    assert len(candidates("a" * 5000, quote)) < 5000


texts = st.text(alphabet="abc \n\u0301é👩\u200d", min_size=1, max_size=60)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_a_passage_is_found_where_it_was(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    assert match(text, *describe(text, start, end)) == Match(start, end, moved=False)


@given(passages())
def test_context_is_what_stands_there(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    quote, _ = describe(text, start, end)
    assert quote.exact == text[start:end]
    assert text[:start].endswith(quote.prefix)
    assert text[end:].startswith(quote.suffix)
    most = CONTEXT if text.find(quote.exact, text.find(quote.exact) + 1) < 0 else REPEATED_CONTEXT
    assert max(len(quote.prefix), len(quote.suffix)) <= most
    assert quote.prefix == "" or not unicodedata.combining(quote.prefix[0]) or start <= most


@given(st.integers(0, len(TEXT)), st.text(alphabet="xyz \n", max_size=80))
def test_words_put_in_elsewhere_leave_it_on_its_passage(at: int, inserted: str) -> None:
    start, end = span("traced over $15 billion")
    assume(at <= start or at >= end)
    found = match(TEXT[:at] + inserted + TEXT[at:], *describe(TEXT, start, end))
    shift = len(inserted) if at <= start else 0
    assert found == Match(start + shift, end + shift, moved=shift > 0)


@given(passages(), texts)
def test_what_is_found_is_always_the_quote(passage: tuple[str, int, int], other: str) -> None:
    quote, position = describe(*passage)
    found = match(other, quote, position)
    assert found is None or other[found.start : found.end] == quote.exact
    assert found is not None or other.count(quote.exact) != 1 or len(quote.exact) < CONTEXT


@given(passages())
def test_a_removed_quote_is_an_orphan(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    rest = text[:start] + text[end:]
    assume(text[start:end] not in rest)
    assert match(rest, *describe(text, start, end)) is None


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("He said “it’s over” — twice.", '"it\'s over" - twice', "“it’s over” — twice"),
        ("over two\nlines  of text", " two lines of ", "two\nlines  of"),
        ("and so on…", "so on...", "so on…"),
        ("and so on...", "on…", "on..."),
        ("the man and he", "he", "he"),
        ("unbelievable", "believ", "believ"),
        ("1.5 (US) [x] $2", "(US) [x] $2", "(US) [x] $2"),
        ("ete\u0301".replace("e\u0301", "é"), "ete\u0301", "eté"),
    ],
)
def test_a_typed_quote_is_found(text: str, typed: str, found: str) -> None:
    span = find_quote(text, typed)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize("typed", ["", "  \n", "absent"])
def test_a_typed_quote_that_is_not_there(typed: str) -> None:
    assert find_quote(TEXT, typed) is None


@pytest.mark.parametrize("typed", ["The ministry", "ministr", "have agreed to"])
def test_a_typed_quote_in_several_places(typed: str) -> None:
    with pytest.raises(AmbiguousReference, match=f"{typed}: .*more of the words"):
        find_quote(TEXT, typed)


def test_a_typed_quote_that_overlaps_itself_is_in_several_places() -> None:
    with pytest.raises(AmbiguousReference):
        find_quote("no no no", "no no")
