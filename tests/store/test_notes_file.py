"""notes.json is a TinyDB file that people and stock TinyDB can read, and everything comes back."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.conftest import on_disk, written
from tests.store.samples import ANNOTATIONS, IDS, NOW, RULES, STATES, highlight, note
from tinydb import TinyDB, where

from reader.model import NO_STATE, Annotation, FollowUp, LibraryError, ReaderState, SiteRule, Status
from reader.store import Location, Notes
from reader.store.notes.storage import NotesStorage


def test_a_new_library_has_no_notes(location: Location) -> None:
    notes = Notes(location)
    assert notes.stamp == ""
    assert notes.state("one") == NO_STATE
    assert notes.annotation("a") is None
    assert notes.annotations("one") == notes.all_annotations() == ()
    assert not location.notes.exists()


def test_stock_tinydb_reads_it(location: Location) -> None:
    state = ReaderState(("crypto",), Status.READING, FollowUp(NOW.date(), "the vote"), 12)
    Notes(location).save({"one": state}, [highlight("a", body="größer")], now=NOW)
    assert on_disk(location, "articles") == [
        {
            "article": "one",
            "tags": ["crypto"],
            "status": "reading",
            "follow_up": {"on": "2026-01-05", "why": "the vote"},
            "position": 12,
            "blocks": [],
            "deleted": False,
            "starred": False,
            "newer": None,
            "times": {
                "status": "2026-01-05T09:30:00+00:00",
                "follow_up": "2026-01-05T09:30:00+00:00",
                "position": "2026-01-05T09:30:00+00:00",
                "+crypto": "2026-01-05T09:30:00+00:00",
            },
            "modified": "2026-01-05T09:30:00+00:00",
        }
    ]
    assert on_disk(location, "annotations") == [
        {
            "id": "a",
            "article": "one",
            "quote": {"exact": "exact", "prefix": "", "suffix": ""},
            "position": {"start": 3, "end": 8},
            "body": "größer",
            "tags": [],
            "colour": "yellow",
            "source_hash": "",
            "follow_up": None,
            "created": "2026-01-05T09:30:00+00:00",
            "modified": "2026-01-05T09:30:00+00:00",
            "saved": "2026-01-05T09:30:00+00:00",
        }
    ]


def test_what_stock_tinydb_writes_is_read(location: Location) -> None:
    notes = Notes(location)
    notes.save({}, [note("a"), note("b")], now=NOW)
    with TinyDB(location.notes, encoding="utf-8") as stock:
        stock.table("annotations").update({"body": "theirs"}, where("id") == "a")
        stock.table("annotations").remove(where("id") == "b")
    assert [one.body for one in notes.all_annotations()] == ["theirs"]
    notes.save({}, [note("c")], now=NOW)
    assert {one["id"]: one["body"] for one in on_disk(location, "annotations")} == {
        "a": "theirs",
        "c": "my words",
    }


def test_tinydb_works_on_our_storage(location: Location) -> None:
    Notes(location).save({}, [note("a")], now=NOW)
    table = TinyDB(location, storage=NotesStorage).table("annotations")
    table.insert({"id": "b", "article": "one"})
    assert table.get(where("id") == "a")["body"] == "my words"
    assert [one.id for one in Notes(location).all_annotations()] == ["b", "a"]
    with pytest.raises(AttributeError):  # in place, the text already written would go on standing
        table.update({"body": "other"}, where("id") == "a")


def test_one_line_a_document(location: Location) -> None:
    notes = Notes(location)
    notes.save({"one": ReaderState(("x",))}, [note("a"), note("b", body="two\nlines")], now=NOW)
    before = location.notes.read_text("utf-8").splitlines()
    notes.save({}, [note("b", body="other")], now=NOW)
    after = location.notes.read_text("utf-8").splitlines()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


@given(
    states=st.dictionaries(IDS, STATES, max_size=4), annotations=st.lists(ANNOTATIONS, max_size=4)
)
def test_everything_comes_back(
    scratch: Location, states: dict[str, ReaderState], annotations: list[Annotation]
) -> None:
    scratch.notes.unlink(missing_ok=True)
    Notes(scratch).save(states, annotations, now=NOW)
    expected = {one.id: one for one in annotations}
    again = Notes(scratch)
    assert again.states() == states
    assert {one.id: one for one in again.all_annotations()} == expected
    for one in expected.values():
        assert again.annotation(one.id) == one
        assert one in again.annotations(one.article)


def test_annotations_are_in_order_of_making(location: Location) -> None:
    notes = Notes(location)
    later = NOW.replace(hour=23)
    notes.save({}, [note("z"), note("late", created=later), note("b", "two")], now=NOW)
    assert [one.id for one in notes.annotations("one")] == ["z", "late"]
    assert [one.id for one in notes.all_annotations()] == ["b", "z", "late"]


def test_a_deleted_annotation_is_gone_and_can_return(location: Location) -> None:
    notes = Notes(location)
    notes.save({}, [note("a"), note("b")], now=NOW)
    notes.save(deleted=["a", "unknown"], now=NOW)
    assert [one.id for one in Notes(location).all_annotations()] == ["b"]
    notes.save({}, [note("a")], now=NOW)
    assert notes.annotations("one") == (note("a"), note("b"))


def test_an_annotation_can_move_to_another_article(location: Location) -> None:
    notes = Notes(location)
    notes.save({}, [note("a")], now=NOW)
    assert notes.annotations("one")
    notes.save({}, [note("a", "two")], now=NOW)
    assert notes.annotations("one") == ()
    assert notes.annotations("two") == (note("a", "two"),)


def test_nothing_to_save_writes_nothing(location: Location) -> None:
    Notes(location).save(now=NOW)
    assert not location.notes.exists()


NEWER = {
    "about": {"1": {"format": 2, "made_by": "a newer Reader"}},
    "articles": {"7": {"article": "one", "tags": ["x"], "stars": 5, "status": "pondered"}},
    "annotations": {"3": {"id": "a", "article": "one", "body": "b", "links": ["\ud800"]}},
    "collections": {"1": {"name": "kept"}},
}


def test_what_another_version_wrote_stays(location: Location) -> None:
    notes = written(location, NEWER)
    state = notes.state("one")
    annotation = notes.annotation("a")
    assert annotation
    notes.save({"one": replace(state, position=9)}, [replace(annotation, body="c")], now=NOW)
    tables = json.loads(location.notes.read_bytes())
    assert tables["about"] == NEWER["about"]
    assert tables["collections"] == NEWER["collections"]
    assert (
        tables["articles"]["7"].items() >= {"stars": 5, "status": "pondered", "position": 9}.items()
    )
    assert tables["annotations"]["3"].items() >= {"body": "c", "links": ["\ud800"]}.items()


def test_notes_of_a_newer_format_are_left_alone(location: Location) -> None:
    notes = written(location, {"about": {"1": {"format": 3}}, "articles": {}})
    before = location.notes.read_bytes()
    with pytest.raises(LibraryError, match="newer Reader"):
        notes.save({"one": NO_STATE}, now=NOW)
    assert location.notes.read_bytes() == before


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)
FIELDS = st.sampled_from(
    "id article quote position body tags colour created modified status follow_up blocks entities "
    "deleted".split()
)
DOCUMENTS = st.fixed_dictionaries({"id": IDS, "article": IDS}).flatmap(
    lambda known: st.dictionaries(FIELDS, ODD).map(lambda odd: {**known, **odd})
)


@given(articles=st.lists(DOCUMENTS, max_size=3), annotations=st.lists(DOCUMENTS, max_size=3))
def test_no_document_stops_reader(
    scratch: Location, articles: list[dict[str, Any]], annotations: list[dict[str, Any]]
) -> None:
    tables = {
        "articles": {str(key): document for key, document in enumerate(articles)},
        "annotations": {str(key): document for key, document in enumerate(annotations)},
    }
    notes = written(scratch, tables)
    for article, state in notes.states().items():
        assert notes.state(article) == state
    assert len(notes.all_annotations()) <= len(annotations)
    notes.save({"new": ReaderState(("x",))}, [note("new")], now=NOW)
    after = json.loads(scratch.notes.read_bytes())
    for name, table in tables.items():
        for key, document in table.items():
            assert repr(after[name][key]) == repr(json.loads(json.dumps(document)))


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("tags", ["a", 5, None, "a", " b\x1b[31m "], ("a", "b")),
        ("tags", "crypto", ()),
        ("status", "DONE", Status.UNREAD),
        ("status", ["done"], Status.UNREAD),
        ("position", -1, 0),
        ("position", True, 0),
        ("position", "12", 0),
        ("follow_up", {"on": "soon", "why": "x"}, None),
        ("follow_up", {"on": "2026-02-30"}, None),
        ("follow_up", {"on": "2026-02-03"}, FollowUp(datetime(2026, 2, 3).date(), "")),
        ("blocks", [{"start": 5, "end": 2, "kept": True}, "x"], ()),
        ("deleted", "no", False),
    ],
)
def test_a_wrong_field_counts_as_not_said(
    location: Location, field: str, value: Any, expected: Any
) -> None:
    notes = written(location, {"articles": {"1": {"article": "one", field: value}}})
    assert getattr(notes.state("one"), field) == expected


def test_a_time_without_a_zone_is_taken_for_utc(location: Location) -> None:
    document = {"id": "a", "article": "one", "created": "2026-01-01T10:00:00"}
    [found] = written(location, {"annotations": {"1": document}}).all_annotations()
    assert found.created == found.modified == datetime(2026, 1, 1, 10, tzinfo=UTC)


def test_of_two_documents_for_one_article_the_later_counts(location: Location) -> None:
    twice = {"1": {"article": "one", "position": 1}, "2": {"article": "one", "position": 2}}
    notes = written(location, {"articles": twice})
    assert notes.state("one").position == 2
    notes.save({"one": ReaderState(position=3)}, now=NOW)
    assert Notes(location).state("one").position == 3


def test_a_linked_file_is_written_through_the_link(location: Location, tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    real = tmp_path / "synced" / "notes.json"
    location.notes.symlink_to(real)
    Notes(location).save({}, [note("a")], now=NOW)
    assert location.notes.is_symlink()
    assert Notes(location).all_annotations() == (note("a"),)
    assert b"my words" in real.read_bytes()


@given(rules=st.lists(RULES, max_size=4, unique_by=lambda rule: rule.id))
def test_site_rules_come_back_and_go(scratch: Location, rules: list[SiteRule]) -> None:
    Notes(scratch).save(rules={rule.id: rule for rule in rules}, now=NOW)
    notes = Notes(scratch)
    assert set(notes.rules()) == set(rules)
    for rule in rules:
        assert notes.rule(rule.id) == rule
        notes.save(rules={rule.id: None}, now=NOW)
    assert Notes(scratch).rules() == ()


def test_what_another_version_says_in_a_site_rule_stays(location: Location) -> None:
    known = {"id": "r", "site": "a.example", "words": "Share", "until": "2027"}
    notes = written(location, {"site_rules": {"7": known, "8": {"id": "x", "words": "nowhere"}}})
    [rule] = notes.rules()
    notes.save(rules={"r": replace(rule, words="Share this")}, now=NOW)
    first, second = on_disk(location, "site_rules")
    assert (first["words"], first["until"]) == ("Share this", "2027")
    assert second == {"id": "x", "words": "nowhere"}
