"""What the index counts as articles come and change is what one would count in the end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.samples import TODAY, article

from reader.model import EntityType, FollowUp, Mention, ReaderState, Recognised, Status
from reader.store import FigureSort, Index, Location, Sort
from reader.store.index.across.figures import statement
from reader.store.index.finding import DUE, NOT_RECOGNISED
from reader.text.figurefilter import FigureFilter
from reader.text.query import parse

IDS = ("a", "b", "c")
NAMES = ("Anna Reis", "Reis", "Lisbon")
FOLLOW_UPS = (None, FollowUp(date(2020, 1, 1), ""), FollowUp(date(2999, 1, 1), ""))

puts = st.tuples(st.sampled_from(IDS), st.lists(st.sampled_from(NAMES), max_size=3))
states = st.builds(
    ReaderState,
    status=st.sampled_from(Status),
    deleted=st.booleans(),
    newer=st.sampled_from([None, "z"]),
    follow_up=st.sampled_from(FOLLOW_UPS),
)
steps = st.lists(st.one_of(puts, st.tuples(st.sampled_from(IDS), states)), max_size=12)

TALLIED = "SELECT hidden, status, articles FROM tallies WHERE articles ORDER BY 1, 2"
COUNTED = "SELECT hidden, status, count(*) FROM articles GROUP BY 1, 2 ORDER BY 1, 2"
KEPT = "SELECT rowid, articles, mentions FROM entities WHERE articles ORDER BY 1"
SUMMED = """
SELECT entity, count(*), sum(mentioned.mentions) FROM mentioned
JOIN articles ON articles.rowid = article WHERE hidden = 0 GROUP BY entity ORDER BY 1
"""


@given(steps)
def test_tallies_and_names_are_counted_right(
    scratch: Location, done: list[tuple[str, object]]
) -> None:
    index = Index(scratch.index, recogniser_version="1")
    try:
        index.reset()
        index.mark_built()
        for id, what in done:
            if isinstance(what, ReaderState):
                index.set_state(id, what)
            elif isinstance(what, list):
                found = [Mention(0, 1, name, EntityType.PERSON, name) for name in what]
                index.add(article(id, "Words."), Recognised(tuple(found), (), (), ()))
        with index._database.reading() as connection:
            for kept, counted in ((TALLIED, COUNTED), (KEPT, SUMMED)):
                assert connection.execute(kept).fetchall() == connection.execute(counted).fetchall()
        said = index.count(parse(""), TODAY)
        one_by_one = index.listing(parse(""), Sort.NEWEST, TODAY).rows(0, 9)
        assert said.articles == len(one_by_one)
        assert said.unread == sum(row.status is Status.UNREAD for row in one_by_one)
        assert said.due == sum(
            row.follow_up is not None and row.follow_up.on <= TODAY for row in one_by_one
        )
    finally:
        index.close()


def plan(index: Index, sql: str, *values: object) -> list[str]:
    with index._database.reading() as connection:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def test_what_is_due_is_read_off_an_index(index: Index) -> None:
    assert plan(index, DUE, "2026-01-01") == [
        "SEARCH articles USING INDEX articles_due (follow_on<?)"
    ]


def test_what_is_to_be_recognised_is_read_off_an_index(index: Index) -> None:
    steps = plan(index, NOT_RECOGNISED, "1")
    assert not [step for step in steps if step.startswith("SCAN articles")]
    assert sum("articles_recogniser" in step for step in steps) == 3


@pytest.mark.parametrize("sort", FigureSort)
def test_lists_of_figures_are_read_off_covering_indexes(index: Index, sort: FigureSort) -> None:
    with index._database.reading() as connection:
        sql, values = statement(connection, FigureFilter((), ()), sort, TODAY)
    assert "figures USING COVERING INDEX" in plan(index, sql, *values)[0]
