"""Lists: every order, rows fetched as they are shown, and nothing that reads the whole library."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.store.samples import NOW, TODAY, article, highlight, note, source

from reader.model import ArticleRow, Counts, FollowUp, ReaderState, Status
from reader.store import Index, Listing, Sort
from reader.store.index.listing import ordered
from reader.text.query import EVERYTHING, parse


def newest(index: Index, query: str = "") -> Listing:
    return index.listing(parse(query), Sort.NEWEST, TODAY)


def imported(days: int) -> datetime:
    return NOW + timedelta(days=days)


@pytest.fixture
def filled(index: Index) -> Index:
    """Four articles; only `c` says no publication date, and was imported last but one."""
    for id, title, site, published, days in (
        ("a", "“Zebra” found", "beta", "2025-01-01", 0),
        ("b", "apple", "Alpha", "2025-03-01T10:00+02:00", 1),
        ("c", "Äpfel", None, None, 2),
        ("d", "Bananas", "Beta", "2025-03", 3),
    ):
        index.add(
            article(
                id,
                title=title,
                site=site,
                published=published,
                source=source(id.encode(), imported=imported(days)),
            )
        )
    return index


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NEWEST, "c b d a"),
        (Sort.OLDEST, "a d b c"),
        (Sort.TITLE, "c b d a"),
        (Sort.SITE, "b d a c"),
        (Sort.IMPORTED, "d c b a"),
    ],
)
def test_every_order(filled: Index, sort: Sort, order: str) -> None:
    assert list(filled.listing(EVERYTHING, sort, TODAY).ids()) == order.split()


def test_what_is_equal_is_ordered_by_id(index: Index) -> None:
    same = source(b"one for all")
    for id in "dbca":
        index.add(article(id, "same", title="same", source=same))
    for sort in Sort:
        ids = list(index.listing(EVERYTHING, sort, TODAY).ids())
        assert ids == (list("dcba") if sort is Sort.OLDEST else list("abcd"))


@pytest.mark.parametrize("sort", Sort)
def test_the_order_is_read_off_an_index(filled: Index, sort: Sort) -> None:
    filled.mark_built()
    statement = ordered("hidden = 0", sort)
    with filled._database.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    [[*_, step]] = plan
    assert step.startswith("SEARCH articles USING COVERING INDEX")


def test_a_row_is_what_is_known_of_an_article(index: Index) -> None:
    index.add(
        article("one", "Four words of text.", title="T", site="S", published="2025", language="en")
    )
    follow_up = FollowUp(date(2026, 2, 1), "the vote")
    state = ReaderState(("b", "a"), Status.READING, follow_up)
    index.set_state("one", state, [note("n"), highlight("h"), highlight("i", body="x")])
    assert list(newest(index).rows(0, 1)) == [
        ArticleRow("one", "T", "S", "2025", NOW, ("b", "a"), Status.READING, 3, follow_up, 4)
    ]
    assert list(index.rows(["unknown", "one"])) == list(newest(index).rows(0, 1))


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [(0, 2, "c b"), (1, 3, "b d"), (3, 99, "a"), (4, 9, ""), (2, 2, ""), (-5, 1, "c"), (3, 1, "")],
)
def test_rows_are_those_asked_for(filled: Index, first: int, last: int, ids: str) -> None:
    assert [row.id for row in newest(filled).rows(first, last)] == ids.split()


def test_where_an_article_stands(filled: Index) -> None:
    listing = newest(filled, "tag:none or title:b")
    assert len(listing) == 2
    assert [listing.index_of(id) for id in ("d", "a", "c", "unknown")] == [0, 1, None, None]


def test_a_list_stays_as_it_was_and_its_rows_do_not(filled: Index) -> None:
    listing = newest(filled)
    filled.add(article("e", published="2026-01-01"))
    filled.set_state("b", ReaderState(deleted=True))
    filled.set_state("c", ReaderState(status=Status.DONE))
    assert list(listing.ids()) == ["c", "b", "d", "a"]
    assert [row.status for row in listing.rows(0, 2)] == [Status.DONE, Status.UNREAD]
    assert "b" not in newest(filled).ids()


def test_an_article_put_in_anew_stays_in_its_place(filled: Index) -> None:
    listing = newest(filled)
    filled.add(article("b", "Other words.", title="Renamed"))
    assert listing.rows(1, 2)[0].title == "Renamed"
    assert newest(filled, "renamed").ids() == newest(filled, "other").ids() == ["b"]


def test_counts(filled: Index) -> None:
    yesterday, tomorrow = TODAY - timedelta(1), TODAY + timedelta(1)
    filled.set_state("a", ReaderState(("t",), Status.DONE, FollowUp(yesterday, "")))
    filled.set_state("b", ReaderState(("t",), follow_up=FollowUp(TODAY, "")))
    filled.set_state("c", ReaderState(follow_up=FollowUp(tomorrow, "")))
    filled.set_state("d", ReaderState(follow_up=FollowUp(yesterday, ""), deleted=True))
    assert filled.count(parse(""), TODAY) == Counts(3, 2, 2)
    assert filled.count(parse("tag:t"), TODAY) == Counts(2, 1, 2)
    assert filled.count(parse(""), tomorrow) == Counts(3, 2, 3)


def test_tags_most_used_first(filled: Index) -> None:
    filled.set_state("a", ReaderState(("x", "y")))
    filled.set_state("b", ReaderState(("y", "Z")))
    filled.set_state("c", ReaderState(("gone",), deleted=True))
    assert list(filled.tags().items()) == [("y", 2), ("Z", 1), ("x", 1)]
    filled.set_state("b", ReaderState())
    assert list(filled.tags().items()) == [("x", 1), ("y", 1)]


def test_what_is_in_the_bin_is_nowhere(filled: Index) -> None:
    filled.set_state("a", ReaderState(("t",), deleted=True), [note("n", body="words")])
    for query in ("", "tag:t", "zebra", "has:notes", "words", "site:beta title:zebra", "-d"):
        assert "a" not in newest(filled, query).ids()
    assert filled.find("a") == []
    filled.set_state("a", ReaderState(("t",)))
    assert newest(filled, "tag:t zebra").ids() == ["a"]


@pytest.mark.parametrize(
    "published",
    ["", "soon", "2025-13-45", "9999-99", "0001-01-01", "20251022", "2025-10-22T99:99", "١٢٣٤"],
)
def test_a_date_that_is_none_breaks_nothing(index: Index, published: str) -> None:
    index.add(article("one", published=published))
    for sort in Sort:
        assert index.listing(EVERYTHING, sort, TODAY).rows(0, 1)[0].published == published


def test_an_import_without_a_zone_is_taken_for_utc(index: Index) -> None:
    index.add(article("one", source=source(imported=datetime(2026, 1, 5, 9, 30))))
    assert newest(index).rows(0, 1)[0].imported == datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
