"""Names, mentions and figures across the library."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.samples import TODAY, article

from reader.model import (
    Entity,
    EntityType,
    Figure,
    FigureKind,
    InvalidQuery,
    Mention,
    ReaderState,
    Recognised,
)
from reader.store import FigureSort, Index, Location, NameSort
from reader.store.index import keys
from reader.text.figurefilter import parse_figure_filter

PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION
Named = tuple[str, EntityType, tuple[str, ...]]


def put(
    index: Index, id: str, *named: Named, figures: Iterable[Figure] = (), day: str = ""
) -> None:
    """An article that names each of these once, and has these figures."""
    text, mentions = "", []
    for name, kind, _ in named:
        mentions.append(Mention(len(text), len(text) + len(name), name, kind, name))
        text += f"{name} spoke. "
    entities = tuple(Entity(name, kind, also, 1) for name, kind, also in named)
    one = article(id, text or "Nothing. ", published=day or None)
    index.add(one, Recognised(tuple(mentions), tuple(figures), entities))


def listed(index: Index, words: str = "", sort: NameSort = NameSort.COUNT) -> list[str]:
    found = index.names(words, sort)
    rows = found.rows(0, len(found))
    return [
        f"{row.name} {row.articles}/{row.mentions} {' '.join(row.also)}".strip() for row in rows
    ]


SILUANOV: Named = ("Anton Siluanov", PERSON, ("Siluanov",))


def test_a_short_name_belongs_to_the_only_longer_one(index: Index) -> None:
    put(index, "a", SILUANOV)
    put(index, "b", ("Siluanov", PERSON, ()))
    put(index, "c", ("Siluanov", PLACE, ()))
    assert listed(index) == ["Anton Siluanov 2/2 Siluanov", "Siluanov 1/1"]
    assert [row.article for row in index.mentions("Anton Siluanov", PERSON).rows(0, 9)] == [
        "a",
        "b",
    ]
    assert [row.article for row in index.mentions("Siluanov", PERSON).rows(0, 9)] == ["b"]


def test_what_could_be_two_stays_apart(index: Index) -> None:
    put(index, "a", SILUANOV)
    put(index, "b", ("Siluanov", PERSON, ()))
    put(index, "c", ("Olga Siluanov", PERSON, ("Siluanov",)))
    assert listed(index, "siluanov") == [
        "Anton Siluanov 1/1",
        "Olga Siluanov 1/1",
        "Siluanov 1/1",
    ]
    put(index, "c", ("Olga Ivanova", PERSON, ()))
    assert listed(index, "siluanov") == ["Anton Siluanov 2/2 Siluanov"]


def test_an_acronym_is_found_by_either_name(index: Index) -> None:
    put(index, "a", ("Securities and Exchange Commission", ORGANIZATION, ("SEC",)))
    put(index, "b", ("SEC", ORGANIZATION, ()))
    assert listed(index, "sec") == listed(index, "exch comm")
    assert listed(index, "sec") == ["Securities and Exchange Commission 2/2 SEC"]
    assert listed(index, "ommission") == []


def test_types_choose_and_orders_order(index: Index) -> None:
    put(index, "a", ("Zagreb", PLACE, ()), ("Ida", PERSON, ()), day="2025-01-01")
    put(index, "b", ("Zagreb", PLACE, ()), day="2025-01-02")
    put(index, "c", ("Bonn", PLACE, ()), day="2025-01-03")
    assert listed(index, "place") == ["Zagreb 2/2", "Bonn 1/1"]
    assert listed(index, sort=NameSort.NAME) == ["Bonn 1/1", "Ida 1/1", "Zagreb 2/2"]
    assert listed(index, sort=NameSort.NEWEST) == ["Bonn 1/1", "Zagreb 2/2", "Ida 1/1"]


def test_what_is_in_the_bin_is_not_counted(index: Index) -> None:
    put(index, "a", SILUANOV)
    put(index, "b", SILUANOV, ("Bonn", PLACE, ()))
    index.set_state("b", ReaderState(deleted=True))
    assert listed(index) == ["Anton Siluanov 1/1"]
    assert len(index.mentions("Anton Siluanov", PERSON)) == 1
    assert len(index.mentions("Nobody", PERSON)) == 0


def test_a_window_of_mentions_may_begin_within_an_article(index: Index) -> None:
    for number in range(4):
        put(index, f"{number}", *[SILUANOV] * 3, day=f"2025-01-0{number + 1}")
    found = index.mentions("Anton Siluanov", PERSON)
    rows = found.rows(0, 99)
    assert (len(found), found.articles, len(rows)) == (12, 4, 12)
    assert [row.day for row in rows[::3]] == [f"2025-01-0{n}" for n in (4, 3, 2, 1)]
    for first in range(13):
        for last in range(first, 14):
            assert found.rows(first, last) == rows[first:last]
    assert {row.sentence[row.at :] for row in rows} == {"Anton Siluanov spoke."}


NAMES = st.sampled_from(["Ida", "Ida Lund", "I. Lund", "Lund", "IDA", "Ida Maria Lund"])
NAMED = st.tuples(NAMES, st.sampled_from([PERSON, PLACE]), st.lists(NAMES, max_size=2).map(tuple))
WRITES = st.lists(st.tuples(st.sampled_from("abc"), st.lists(NAMED, max_size=2)), max_size=8)


@given(WRITES)
def test_links_do_not_depend_on_the_way_there(
    scratch: Location, writes: list[tuple[str, list[Named]]]
) -> None:
    """Articles put in again and again give what they give when only the last of each is put in."""
    last = dict(writes)

    def links(index: Index) -> set[tuple[str, ...]]:
        found = index.names("", NameSort.NAME)
        rows = found.rows(0, len(found))
        return {
            (
                keys.folded(row.name),
                row.type,
                str(row.articles),
                *sorted(map(keys.folded, row.also)),
            )
            for row in rows
        }

    index = Index(scratch.index, recogniser_version="1")
    try:
        index.reset()
        index.mark_built()  # from here on kept by triggers
        for id, named in writes:
            put(index, id, *named)
        changed = links(index)
        index.reset()
        for id, named in last.items():
            put(index, id, *named)
        index.mark_built()  # counted when all is in
        assert changed == links(index)
    finally:
        index.close()


def money(value: float, unit: str = "USD", until: float | None = None) -> Figure:
    return Figure(0, 4, "some", FigureKind.MONEY, value, until, unit)


def on(day: str, last: str | None = None) -> Figure:
    return Figure(0, 4, "then", FigureKind.DATE, day, last)


@pytest.fixture
def counted(index: Index) -> Index:
    barrels = Figure(0, 1, "5", FigureKind.QUANTITY, 5.0, unit="barrel")
    put(index, "a", ("Oil", PLACE, ()), figures=[money(5), money(2e9), barrels], day="2025-01-01")
    put(
        index, "b", figures=[money(7, "EUR"), money(1, until=9), on("2024-02-03")], day="2025-02-02"
    )
    put(index, "c", figures=[on("2024-02-01", "2024-02-29"), on("2023-07-01")], day="2025-03-03")
    put(index, "d", figures=[money(3), on("2022-01-01")])
    index.set_state("d", ReaderState(deleted=True))
    return index


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("money", [7, 1, 5, 2e9]),
        (">1bn", [2e9]),
        ("> 1 bn", [2e9]),
        ("5", [1, 5, 5]),
        ("6..8", [7, 1]),
        ("6..8 usd", [1]),
        ("EUR barrels", [7, 5]),
        ("oil usd", [5, 2e9]),
        ("$5", [1, 5]),
        ("nowhere", []),
    ],
)
def test_figures_are_chosen_by_bounds_units_and_articles(
    counted: Index, typed: str, values: list[float]
) -> None:
    asked = parse_figure_filter(typed, days=False)
    found = counted.figures(asked, FigureSort.NEWEST, TODAY)
    rows = found.rows(0, 99)
    assert [row.figure.value for row in rows] == values
    assert len(found) == len(values)
    assert found.rows(1, 2) == rows[1:2]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", ["2023-07-01", "2024-02-01", "2024-02-03"]),
        ("2024", ["2024-02-01", "2024-02-03"]),
        ("2024-02-10", ["2024-02-01"]),
        (">2024-02-03", ["2024-02-01"]),
        ("<2024-02", ["2023-07-01"]),
        ("..2024-02-01", ["2023-07-01", "2024-02-01"]),
        ("2024-02-02..2024-02-03 after:2025-02-15", ["2024-02-01"]),
    ],
)
def test_dates_are_chosen_by_days(counted: Index, typed: str, days: list[str]) -> None:
    asked = parse_figure_filter(typed, days=True)
    found = counted.figures(asked, FigureSort.DAY, TODAY)
    assert [row.figure.value for row in found.rows(0, 99)] == days
    latest = counted.figures(asked, FigureSort.LATEST, TODAY)
    assert [row.figure.value for row in latest.rows(0, 99)] == days[::-1]


def test_figures_by_size(counted: Index) -> None:
    asked = parse_figure_filter("usd", days=False)
    largest = counted.figures(asked, FigureSort.LARGEST, TODAY).rows(0, 99)
    smallest = counted.figures(asked, FigureSort.SMALLEST, TODAY).rows(0, 99)
    assert [row.figure.value for row in largest] == [2e9, 1, 5]
    assert [row.figure.value for row in smallest] == [1, 5, 2e9]


def test_a_query_that_makes_no_sense_is_said(counted: Index) -> None:
    with pytest.raises(InvalidQuery):
        counted.figures(parse_figure_filter("colour:red", days=False), FigureSort.NEWEST, TODAY)
