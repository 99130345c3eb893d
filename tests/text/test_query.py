"""The query language: what is typed, what is meant, and that the two agree both ways."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import InvalidQuery
from reader.text.amount import Amount, amount
from reader.text.canonical import canonical_line
from reader.text.query import (
    BELONGINGS,
    FIELDS,
    STATES,
    And,
    Field,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    parse,
    unparse,
)


def tag(name: str) -> Field:
    return Field("tag", "", name)


A, B, C = Word("a"), Word("b"), Word("c")


def test_the_query_of_the_manual() -> None:
    typed = (
        'words "a phrase" tag:crypto is:unread is:due has:notes entity:"Anton Siluanov" '
        "figure:>1bn site:mexc.com before:2025-11-01 -tag:old"
    )
    assert parse(typed) == And(
        (
            Word("words"),
            Phrase("a phrase"),
            tag("crypto"),
            Field("is", "", "unread"),
            Field("is", "", "due"),
            Field("has", "", "notes"),
            Field("entity", "", "Anton Siluanov"),
            Field("figure", ">", "1bn"),
            Field("site", "", "mexc.com"),
            Field("before", "", "2025-11-01"),
            Not(tag("old")),
        )
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", And(())),
        ("  \n ", And(())),
        ("a", A),
        ("a b", And((A, B))),
        ("a and b", And((A, B))),
        ("a or b", Or((A, B))),
        ("a OR b", Or((A, B))),
        ("a b or c", Or((And((A, B)), C))),
        ("a (b or c)", And((A, Or((B, C))))),
        ("(a b) c", And((And((A, B)), C))),
        ("-a", Not(A)),
        ("--a", Not(Not(A))),
        ("-(a or b)", Not(Or((A, B)))),
        ("mid-term", Word("mid-term")),
        ("#crypto", tag("crypto")),
        ('#"old news"', tag("old news")),
        ("-#old", Not(tag("old"))),
        ("TAG:Crypto", tag("Crypto")),
        ("“a  phrase”", Phrase("a phrase")),
        ("„Zentralbank und Staat“", Phrase("Zentralbank und Staat")),
        ("entity:«Банк России»", Field("entity", "", "Банк России")),
        (r'"say \"yes\" or \\"', Phrase('say "yes" or \\')),
        ('a"b"c', And((A, Phrase("b"), C))),
        ("figure:>=80%", Field("figure", ">=", "80%")),
        ('figure:<"$2.5 trillion"', Field("figure", "<", "$2.5 trillion")),
        ("figure:percent", Field("figure", "", "percent")),
        ("tag:>x", tag(">x")),
        ("is:UNREAD", Field("is", "", "unread")),
        ("has:note", Field("has", "", "notes")),
        ("on:2025-10", Field("on", "", "2025-10")),
        ("after:2025", Field("after", "", "2025")),
        ("e\u0301te\u0301", Word("été")),
    ],
)
def test_what_is_meant(typed: str, meant: Query) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    "word",
    ["10:30", "https://mexc.com/a?b=c", "S&P:", "C:\\news", "Breaking:", "тег:крипто", "a(b)"],
)
def test_text_with_a_colon_or_brackets_inside_is_a_word(word: str) -> None:
    assert parse(word) == Word(word)


def test_a_backslash_makes_a_word_of_anything() -> None:
    assert parse(r"\or \tag:x \-5 \#1") == And((Word("or"), Word("tag:x"), Word("-5"), Word("#1")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"a b', Phrase("a b")),
        ('a "', A),
        ("a tag:", A),
        ('a tag:"', A),
        ("(a tag:)", A),
        ("a -", A),
        ("a -tag:", A),
        ("a #", A),
        ("a or", A),
        ("or", And(())),
        ("a or (", A),
        ("a (b", And((A, B))),
        ("a or (b or c", Or((A, Or((B, C))))),
        ("figure:>", And(())),
        ('entity:"Anton', Field("entity", "", "Anton")),
        ("a - b", And((A, B))),
        ("()", And(())),
        ("-()", And(())),
    ],
)
def test_what_is_not_finished_is_closed_or_left_out(typed: str, meant: Query) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "at", "message"),
    [
        ("a b)", 3, "closes nothing"),
        ("a tags:x", 2, "tag is has entity figure site author title lang before after on"),
        ("tag: x", 0, "needs a value"),
        ('tag:"" x', 0, "needs a value"),
        ("a is:purple", 2, "unread reading done archived due"),
        ("has:fun", 0, "notes highlights tags follow-up"),
        ("before:soon", 0, "2025-11-01"),
        ("on:2025-02-30", 0, "2025-11-01"),
        ("a -figure:>big", 3, "1.5bn"),
        ("(" * 1000, 51, "brackets"),
        ("-" * 1000 + "a", 52, "minus"),
    ],
)
def test_what_cannot_be_meant_says_where_and_what_to_do(typed: str, at: int, message: str) -> None:
    with pytest.raises(InvalidQuery, match=message) as caught:
        parse(typed)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1bn", Amount(1e9)),
        ("1,234", Amount(1234)),
        ("1,234,567.5", Amount(1234567.5)),
        ("2,5", Amount(2.5)),
        ("-3", Amount(-3)),
        ("$2.5 trillion", Amount(2.5e12, "USD")),
        ("€20m", Amount(2e7, "EUR")),
        ("100 rub", Amount(100, "RUB")),
        ("USD 5k", Amount(5000, "USD")),
        ("80 %", Amount(80, "percent")),
        ("big", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_amounts(typed: str, meant: Amount | None) -> None:
    assert amount(typed) == meant


lines = st.text(max_size=12).map(canonical_line).filter(bool)
tricky = st.sampled_from(
    ["or", "and", "-", "--x", "#1", "tag:", "tag:x", "foo:bar", "\\", "\\or", "a(b)", "10:30", "”"]
)
words = st.one_of(
    tricky, lines.filter(lambda text: not any(c in ' ()"“„«' or c.isspace() for c in text))
).map(Word)
phrases = st.one_of(lines, st.sampled_from(['"', "\\", '\\"', "“a”", "a)"])).map(Phrase)
FREE = [name for name in FIELDS if name not in ("is", "has", "before", "after", "on")]
fields = st.one_of(
    st.builds(Field, st.sampled_from(FREE), st.just(""), lines),
    st.builds(
        Field, st.sampled_from(FREE), st.just(""), st.sampled_from([">1", "//a", "(a)", "=", "a b"])
    ),
    st.builds(
        Field,
        st.just("figure"),
        st.sampled_from([">", "<", ">=", "<="]),
        st.sampled_from(["1bn", "$2.5 trillion", "80%"]),
    ),
    st.builds(Field, st.just("is"), st.just(""), st.sampled_from(STATES)),
    st.builds(Field, st.just("has"), st.just(""), st.sampled_from(BELONGINGS)),
    st.builds(
        Field,
        st.sampled_from(["before", "after", "on"]),
        st.just(""),
        st.dates().map(lambda day: day.isoformat()),
    ),
)


def joined(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(several.map(And), several.map(Or), inner.map(Not))


queries = st.one_of(
    st.just(And(())), st.recursive(st.one_of(words, phrases, fields), joined, max_leaves=10)
)


@given(queries)
def test_a_query_written_out_is_read_back_the_same(query: Query) -> None:
    assert parse(unparse(query)) == query


@given(st.text(alphabet='ab:"“”()-#\\ or<>=tgis\n', max_size=40))
def test_anything_typed_is_a_query_or_is_refused_and_settles(typed: str) -> None:
    with suppress(InvalidQuery):
        query = parse(typed)
        assert parse(unparse(query)) == query
