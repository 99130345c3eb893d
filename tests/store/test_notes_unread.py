"""Notes that were read before are as good as read again, and damage to them is still said."""

import os
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.store.samples import NOW, note

from reader.model import DamagedNotes, ReaderState
from reader.store import Location, Notes
from reader.store.notes.layout import Record, Tables, decode, encode
from reader.store.notes.unread import known

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ['","article":"x', "}\n}", '"id":"', "\\", "\u2028\r"]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "article", "body"]) | TEXT, inner, max_size=3)
    ),
    max_leaves=6,
)
DOCUMENTS = st.builds(
    lambda first, rest: {**first, **rest},
    st.fixed_dictionaries({}, optional={"id": TEXT, "article": TEXT}),
    st.dictionaries(TEXT, ANYTHING, max_size=3),
)
KEYS = st.integers(1, 30).map(str) | st.just("a key")
TABLES = st.dictionaries(
    st.sampled_from(["about", "articles", "annotations"]) | TEXT,
    st.dictionaries(KEYS, DOCUMENTS, max_size=4),
    max_size=3,
)


def as_records(tables: dict[str, dict[str, dict[str, object]]]) -> Tables:
    return {
        name: {key: Record(fields) for key, fields in table.items()}
        for name, table in tables.items()
    }


@given(TABLES)
@example({"articles": {"1": {"article": "one", "times": {"id": "two", "article": "three"}}}})
@example({"articles": {}, "annotations": {"1": {"id": "", "article": "one"}}})
@example({"articles": {"1": {"body": "\n}", "id": "one"}}, "about": {}})
def test_known_notes_say_what_they_say_when_read(
    tables: dict[str, dict[str, dict[str, object]]],
) -> None:
    data = encode(as_records(tables))
    read, left = decode(data), known(data)
    assert encode(left) == encode(read) == data
    for name, table in read.items():
        for key, record in table.items():
            for field in ("id", "article"):
                assert left[name][key].owner(field) == record.owner(field)
            assert dict(left[name][key].fields) == dict(record.fields) == tables[name][key]


@given(st.text('{}":,\n1ab'))
def test_what_is_not_laid_out_so_is_read_or_refused_whole(text: str) -> None:
    try:
        read = decode(text.encode())
    except ValueError:
        return  # was never known
    assert {name: [*table] for name, table in known(text.encode()).items()} == {
        name: [*table] for name, table in read.items()
    }


def test_of_two_fields_of_one_name_the_later_counts() -> None:
    data = b'{\n"articles":{\n"1":{"article":"one","article":"two"}\n}\n}\n'
    assert decode(data)["articles"]["1"].owner("article") == "two"
    assert known(data)["articles"]["1"].owner("article") == "two"


@pytest.fixture
def rotten(location: Location) -> Location:
    """Notes one document of which was damaged so that the file looks as it did."""
    Notes(location).save({}, [note("a"), note("b", article="two")], now=NOW)
    before = location.notes.stat()
    data = location.notes.read_bytes()
    with location.notes.open("r+b") as file:
        file.write(data.replace(b'"tags":[]', b'"tags":[[', 1))
    os.utime(location.notes, ns=(before.st_atime_ns, before.st_mtime_ns))
    return location


def opened(location: Location) -> Notes:
    """The notes, their content taken for known."""
    notes = Notes(location)
    notes.know(notes.stamp)
    return notes


def test_rot_in_known_notes_is_said_when_it_is_met(rotten: Location) -> None:
    with pytest.raises(DamagedNotes, match="reader doctor"):
        opened(rotten).annotations("one")


def test_rot_in_known_notes_is_kept_and_mended(rotten: Location) -> None:
    notes = opened(rotten)
    later = NOW + timedelta(hours=1)
    notes.save({"two": ReaderState(("tag",))}, now=later)
    assert notes.state("two").tags == ("tag",)
    assert b'"tags":[[' in rotten.notes.read_bytes()
    assert notes.mend(later)
    assert [one.id for one in notes.all_annotations()] == ["b"]
    [aside] = rotten.home.glob("notes.damaged-*")
    assert b"my words" in aside.read_bytes()


def test_a_change_of_known_notes_leaves_the_others_as_they_were(location: Location) -> None:
    Notes(location).save({}, [note("a"), note("b", article="two")], now=NOW)
    opened(location).save({"two": ReaderState(("tag",))}, now=NOW)
    assert [one.id for one in Notes(location).all_annotations()] == ["a", "b"]
    assert Notes(location).state("two").tags == ("tag",)
