"""An article comes out of the index as it went in, and is found by whatever it is called."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.samples import IDS, NAMES, TEXTS, TODAY, article, note, source

from reader.model import (
    Article,
    Block,
    Entity,
    EntityRow,
    EntityType,
    Figure,
    FigureKind,
    FigureRow,
    Kind,
    Mention,
    ReaderState,
    Recognised,
    Role,
    UnknownArticle,
)
from reader.store import Index, Location, Sort
from reader.text.query import parse

BLOCKS = st.builds(
    Block,
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    kind=st.sampled_from(Kind),
    role=st.sampled_from(Role),
    kept=st.booleans(),
    reason=TEXTS,
    level=st.integers(0, 6),
    score=st.none() | st.floats(0, 1),
)
ARTICLES = st.builds(
    Article,
    id=IDS,
    source=st.builds(
        lambda data, path, url, charset: source(data, path=path, url=url, charset=charset),
        st.binary(max_size=3),
        st.none() | TEXTS,
        st.none() | TEXTS,
        st.sampled_from(["utf-8", "windows-1251"]),
    ),
    source_text=TEXTS,
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    title=NAMES,
    authors=st.lists(NAMES, max_size=2).map(tuple),
    site=st.none() | NAMES,
    published=st.none() | NAMES | st.dates().map(str),
    language=st.none() | NAMES,
    url=st.none() | st.sampled_from(["https://example.org/a", "http://[", "//x", ":"]) | TEXTS,
    part=st.integers(1, 5),
    related=st.lists(IDS, max_size=2).map(tuple),
)

SAID = "Oil rose 5% in Oslo. Bank Norges paid $2 bn."
RECOGNISED = Recognised(
    (
        Mention(15, 19, "Oslo", EntityType.PLACE, "Oslo"),
        Mention(21, 32, "Bank Norges", EntityType.ORGANIZATION, "Norges Bank"),
    ),
    (
        Figure(9, 11, "5%", FigureKind.PERCENT, 5.0, unit="percent"),
        Figure(38, 43, "$2 bn", FigureKind.MONEY, 2e9, 3e9, "USD", approximate=True),
        Figure(0, 3, "Oil", FigureKind.DATE, "2025-10", resolved=True),
    ),
    (
        Entity("Oslo", EntityType.PLACE, (), 1),
        Entity("Norges Bank", EntityType.ORGANIZATION, ("Bank Norges",), 1),
    ),
)


@given(one=ARTICLES)
def test_it_comes_out_as_it_went_in(library: Index, one: Article) -> None:
    library.add(one)
    assert library.article(one.id) == one
    assert one.id in library.has_source(one.source.sha256)


@pytest.fixture(scope="module")
def library(scratch: Location) -> Index:
    return Index(scratch.index)


def test_what_was_recognised_comes_out_too(index: Index) -> None:
    index.add(article("one", SAID), RECOGNISED)
    assert index.recognised("one") == RECOGNISED
    index.add(article("two", SAID))
    assert index.recognised("two") is None
    index.set_recognised(index.article("two"), RECOGNISED)
    assert index.recognised("two") == RECOGNISED
    index.set_recognised(index.article("two"), Recognised())
    assert index.recognised("two") == Recognised()
    assert index.listing(parse("entity:oslo"), Sort.NEWEST, TODAY).ids() == ["one"]


def test_another_recogniser_looks_again(index: Index, location: Location) -> None:
    index.add(article("one", SAID), RECOGNISED)
    newer = Index(location.index, recogniser_version="2")
    assert newer.recognised("one") is None
    newer.set_recognised(newer.article("one"), RECOGNISED)
    assert newer.recognised("one") == RECOGNISED
    newer.close()


def test_other_words_are_recognised_anew(index: Index) -> None:
    index.add(article("one", SAID), RECOGNISED)
    index.add(article("one", "Other words."))
    assert index.recognised("one") is None
    for query in ("entity:oslo", "figure:5%", "oil"):
        assert not index.listing(parse(query), Sort.NEWEST, TODAY)


def test_what_the_reader_said_outlives_new_words(index: Index) -> None:
    index.add(article("one", SAID))
    index.set_state("one", ReaderState(("t",)), [note("n", body="mine")])
    index.add(article("one", "Other words."))
    for query in ("tag:t", "mine", "has:notes", "other"):
        assert index.listing(parse(query), Sort.NEWEST, TODAY).ids() == ["one"]


def test_unknown_articles(index: Index) -> None:
    with pytest.raises(UnknownArticle):
        index.article("one")
    with pytest.raises(UnknownArticle):
        index.set_recognised(article("one"), RECOGNISED)
    assert index.recognised("one") is None
    assert index.has_source("0" * 64) == []
    index.set_state("one", ReaderState(("t",)))
    assert index.tags() == {}


def test_two_articles_of_one_source(index: Index) -> None:
    both = source(b"both")
    index.add(article("b", SAID, source=both, part=2, related=("a",)))
    index.add(article("a", SAID, source=both, related=("b",)))
    index.set_state("a", ReaderState(deleted=True))
    assert index.has_source(both.sha256) == ["a", "b"]
    index.add(replace(index.article("a"), source_text="x", blocks=()))
    assert index.article("b").source_text == SAID + "\n\n"


def test_a_batch_is_all_or_nothing(index: Index) -> None:
    def failing() -> object:
        yield article("one"), None
        raise KeyError

    with pytest.raises(KeyError):
        index.add_many(failing())  # type: ignore[arg-type]
    assert not index.listing(parse(""), Sort.NEWEST, TODAY)
    index.add(article("one"))


def test_entities_and_figures_with_their_sentences(index: Index) -> None:
    cut = article("one", "cut: gone.", SAID, title="T")
    shifted = len("cut: gone.\n\n")
    moved = Recognised(
        tuple(
            replace(m, start=m.start + shifted, end=m.end + shifted) for m in RECOGNISED.mentions
        ),
        tuple(replace(f, start=f.start + shifted, end=f.end + shifted) for f in RECOGNISED.figures),
    )
    index.add(cut, moved)
    index.add(article("two", "Nothing here."))
    first, second, day = "Oil rose 5% in Oslo.", "Bank Norges paid $2 bn.", "2026-01-05"
    place, bank = moved.mentions
    oslo = ("Oslo", EntityType.PLACE, "Oslo", place.start, place.end, first, 15, day)
    norges = ("Norges Bank", EntityType.ORGANIZATION, "Bank Norges", bank.start, bank.end)
    assert list(index.entity_rows(parse(""), TODAY)) == [
        EntityRow("one", "T", *oslo),
        EntityRow("one", "T", *norges, second, 0, day),
    ]
    around = ((first, 9), (second, 17), (first, 0))
    assert list(index.figure_rows(parse("oil"), TODAY)) == [
        FigureRow("one", "T", figure, *where, day)
        for figure, where in zip(moved.figures, around, strict=True)
    ]
    assert list(index.figure_rows(parse("tag:none"), TODAY)) == []


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("entity:oslo", "Oslo"),
        ("entity:oslo entity:bank", "Oslo,Bank Norges"),
        ('entity:"norges bank" oil', "Bank Norges"),
        ('entity:"bank norges"', "Bank Norges"),
        ("entity:oslo or entity:nobody", "Oslo,Bank Norges"),
        ("-entity:nobody", "Oslo,Bank Norges"),
        ("entity:nobody", ""),
    ],
)
def test_mentions_of_whom_the_query_names(index: Index, query: str, texts: str) -> None:
    index.add(article("one", SAID), RECOGNISED)
    found = [row.text for row in index.entity_rows(parse(query), TODAY)]
    assert ",".join(found) == texts


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("figure:>1bn", "$2 bn"),
        ("figure:>1bn figure:<10", "5%,$2 bn"),
        ("figure:date", "Oil"),
        ("figure:2.5bn oil", "$2 bn"),
        ("entity:oslo", "5%,$2 bn,Oil"),
        ("figure:>1tn", ""),
    ],
)
def test_figures_that_the_query_means(index: Index, query: str, texts: str) -> None:
    index.add(article("one", SAID), RECOGNISED)
    found = [row.figure.text for row in index.figure_rows(parse(query), TODAY)]
    assert ",".join(found) == texts


def test_others_may_write_while_rows_are_looked_at(index: Index) -> None:
    index.add_many((article(f"{n}", SAID), RECOGNISED) for n in range(120))
    rows = index.entity_rows(parse(""), TODAY)
    next(rows)
    index.set_state("5", ReaderState(("t",)))
    assert sum(1 for _ in rows) == 239


@pytest.fixture
def called(index: Index) -> Index:
    index.add(
        article("abcd1", title="Same", url="https://e.org/1", source=source(b"1", path="/n/a.txt"))
    )
    index.add(article("abcd2", title="same", source=source(b"2", url="https://e.org/2")))
    index.add(article("abcd1x", title="abcd1", source=source(b"3")))
    index.add(article("zzzz", title="Über “100%”", source=source(b"4")))
    return index


@pytest.mark.parametrize(
    ("reference", "ids"),
    [
        ("abcd1", "abcd1"),
        ("abcd", "abcd1 abcd1x abcd2"),
        ("abcd1x", "abcd1x"),
        ("abc", ""),
        ("ABCD1X", ""),
        ("https://e.org/1", "abcd1"),
        ("https://e.org/2", "abcd2"),
        ("/n/a.txt", "abcd1"),
        ("SAME", "abcd1 abcd2"),
        ("uber “100%”", "zzzz"),
        ("uber", ""),
        ("____", ""),
        ("%%%%", ""),
        ("", ""),
    ],
)
def test_what_an_article_is_called(called: Index, reference: str, ids: str) -> None:
    assert called.find(reference) == ids.split()
