"""The index finds what a query means, no more and no less."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.naive import Known, matches
from tests.store.samples import NOW, TODAY, article, highlight, note, source

from reader.model import (
    Entity,
    EntityType,
    Figure,
    FigureKind,
    FollowUp,
    InvalidQuery,
    Mention,
    ReaderState,
    Recognised,
    Status,
)
from reader.store import Index, Sort
from reader.text.query import And, Field, Not, Or, Phrase, Query, Word, parse

WORDS = "bank Banker banking Größe über e-mail crypto 北京 上海北京 3.5 don't a İ ½ x_y".split()
NAMES = ["Anton Siluanov", "Siluanov", "Central Bank of Russia", "Bankman", "Größe AG"]
SITES = ["MEXC News", "bbc.co.uk", "Übermorgen", None]
TAGS = ["crypto", "Crypto", "Über", "two words"]
LANGUAGES = ["en", "en-gb", "de", "zh", None]
DAYS = ["2025", "2025-10", "2025-10-22", "2025-10-22T20:48", "2025-11-01T00:00+09:00", None]
VALUES = [5.0, 80.0, 1.5e9, 2e9, 2.5e12]
FIGURES = [
    *(Figure(0, 1, "x", FigureKind.MONEY, value, unit="USD") for value in VALUES),
    *(Figure(0, 1, "x", FigureKind.PERCENT, value, unit="percent") for value in VALUES[:2]),
    Figure(0, 1, "x", FigureKind.QUANTITY, 5.0, 80.0, unit="barrel"),
    Figure(0, 1, "x", FigureKind.DATE, "2025-10"),
    Figure(0, 1, "x", FigureKind.COUNT, None),
]


def anything(number: int, dice: random.Random) -> Known:
    def words(most: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randint(0, most)))

    paragraphs = [words(4) or "x", "cut: " + words(3), words(4) or "y"]
    one = article(
        f"id-{number}",
        *paragraphs,
        title=words(3),
        site=dice.choice(SITES),
        language=dice.choice(LANGUAGES),
        published=dice.choice(DAYS),
        authors=tuple(dice.sample(NAMES, dice.randint(0, 2))),
        source=source(f"{number}".encode(), imported=NOW - timedelta(days=100 * number)),
    )
    name, named = dice.choice(NAMES), dice.randint(0, 1)
    recognised = Recognised(
        (Mention(0, 1, name, EntityType.PERSON, name),) * named,
        tuple(dice.sample(FIGURES, dice.randint(0, 3))),
        (Entity(name, EntityType.PERSON, (dice.choice(NAMES),)),) * named,
    )
    state = ReaderState(
        tuple(dice.sample(TAGS, dice.randint(0, 2))),
        dice.choice(list(Status)),
        dice.choice([None, *(FollowUp(TODAY + timedelta(n), words(2)) for n in (-1, 0, 1))]),
    )
    mine = (note("n", one.id, words(2)), highlight("h", one.id, words(1)), highlight("i", one.id))
    return Known(one, recognised, state, tuple(dice.sample(mine, dice.randint(0, 3))))


DICE = random.Random(17)
LIBRARY = [anything(number, DICE) for number in range(60)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = Index(tmp_path_factory.mktemp("index") / "index.sqlite", recogniser_version="1")
    index.add_many((known.article, known.recognised) for known in LIBRARY)
    index.set_states({k.article.id: (k.state, k.annotations) for k in LIBRARY})
    yield index
    index.close()


def field(name: str, values: list[str], ops: tuple[str, ...] = ("",)) -> st.SearchStrategy[Field]:
    return st.builds(Field, st.just(name), st.sampled_from(ops), st.sampled_from(values))


PERIODS = ["2025", "2025-10", "2025-10-22", "2025-10-23", "2026-01-05", "2024", "1999-01-01"]
LEAVES = st.one_of(
    st.builds(
        Word, st.sampled_from([*WORDS, "ban", "GRÖSSE", "grosse", "gro", "京", "—", '"', "("])
    ),
    st.builds(
        lambda words: Phrase(" ".join(words)),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    ),
    field("tag", [*TAGS, "uber", "cry"]),
    field("is", "unread reading done archived due".split()),
    field("has", "notes highlights tags follow-up".split()),
    field("entity", [*NAMES, "bank", "RUSSIA", "of", "grosse ag", "nobody"]),
    field(
        "figure",
        ["1bn", "1.5bn", "5", "$5", "80%", "2.5 trillion", "€5"],
        ("", *"> < >= <=".split()),
    ),
    field("figure", ["money", "USD", "barrel", "date", "percent", "nothing"]),
    field("site", ["mexc", "BBC", "ubermorgen", "co.uk", "xyz", "%"]),
    field("author", ["siluanov", "GRÖSSE", "bank of", "_"]),
    field("title", ["bank", "über", "e-mail", "%"]),
    field("lang", ["en", "EN", "en-gb", "e", "zh", "%"]),
    *(field(name, PERIODS) for name in ("before", "after", "on")),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda parts: And(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda parts: Or(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)


@given(query=QUERIES)
def test_the_index_agrees_with_plain_python(library: Index, query: Query) -> None:
    expected = {known.article.id for known in LIBRARY if matches(query, known, TODAY)}
    assert set(library.listing(query, Sort.NEWEST, TODAY).ids()) == expected
    counts = library.count(query, TODAY)
    found = [known.state for known in LIBRARY if known.article.id in expected]
    assert counts.articles == len(expected)
    assert counts.unread == sum(state.status is Status.UNREAD for state in found)
    assert counts.due == sum(bool(s.follow_up and s.follow_up.on <= TODAY) for s in found)


@given(
    typed=st.text(max_size=12)
    | st.lists(
        st.sampled_from(["-", '"', "(", "or", "a*", "a:", "NEAR", "AND", "^a", "tag:x"])
    ).map(" ".join)
)
def test_whatever_is_typed_is_a_query_or_said_to_be_none(library: Index, typed: str) -> None:
    try:
        query = parse(typed)
    except InvalidQuery:
        return
    expected = {known.article.id for known in LIBRARY if matches(query, known, TODAY)}
    if typed.isascii():
        assert set(library.listing(query, Sort.TITLE, TODAY).ids()) == expected
    else:  # plain Python and SQLite may not know the same Unicode
        library.listing(query, Sort.TITLE, TODAY).ids()


def test_no_query_is_everything(library: Index) -> None:
    assert len(library.listing(parse(""), Sort.NEWEST, TODAY)) == len(LIBRARY)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cry", True),
        ("cry trade", False),
        ("trade cry", True),
        ('"cry"', False),
        ("-cry", True),
        ("cry tag:t", True),
        ("(cry or sanctions) trade", False),
        ("vote", True),
        ("secret", False),
    ],
)
def test_the_word_being_typed_may_be_unfinished(index: Index, typed: str, found: bool) -> None:
    index.add(article("one", "Crypto trade grows.", "cut: secret"))
    index.set_state("one", ReaderState(("t",)), [note("n", body="Mind the vote")])
    assert bool(index.listing(parse(typed), Sort.NEWEST, TODAY)) is found


@pytest.mark.parametrize(
    "query",
    [Field("colour", "", "red"), Field("has", "", "wings"), Not(And((Field("", "", "x"),)))],
)
def test_an_unknown_field_names_the_known_ones(library: Index, query: Query) -> None:
    with pytest.raises(InvalidQuery, match="tag"):
        library.listing(query, Sort.NEWEST, TODAY)
    with pytest.raises(InvalidQuery, match="tag"):
        library.count(query, TODAY)


@pytest.mark.parametrize(
    ("published", "found"),
    [("2025-10-22T23:30-05:00", True), ("2025-10-22", True), ("2025-10-23T01:00+09:00", False)],
)
def test_days_are_those_shown(index: Index, published: str, found: bool) -> None:
    index.add(article("one", published=published))
    listing = index.listing(parse("on:2025-10-22"), Sort.NEWEST, date(2026, 1, 1))
    assert bool(listing) is found
