"""Several Readers on one library: what each saved is kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from tests.store.samples import NOW, TODAY, note

from reader.model import FollowUp, LibraryBusy, ReaderState, Status
from reader.store import Location, Notes


@pytest.fixture
def notes(location: Location) -> Notes:
    return Notes(location)


@pytest.fixture
def other(location: Location) -> Notes:
    return Notes(location)


def test_each_sees_what_the_other_saved(notes: Notes, other: Notes) -> None:
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    assert other.state("one").tags == ("a",)
    other.save({}, [note("n")], now=NOW)
    assert notes.annotations("one") == (note("n"),)


def test_nothing_is_lost_when_both_save(notes: Notes, other: Notes) -> None:
    assert notes.states() == other.states() == {}
    for number in range(10):
        notes.save({f"a{number}": ReaderState(position=1)}, [note(f"a{number}")], now=NOW)
        other.save({f"b{number}": ReaderState(position=2)}, [note(f"b{number}")], now=NOW)
    assert len(notes.states()) == len(other.states()) == 20
    assert len(notes.all_annotations()) == 20


ChangeState = Callable[[ReaderState], ReaderState]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (lambda s: replace(s, status=Status.DONE), lambda s: replace(s, position=80)),
        (lambda s: replace(s, tags=("a", "b")), lambda s: replace(s, status=Status.DONE)),
        (lambda s: replace(s, follow_up=FollowUp(TODAY, "x")), lambda s: replace(s, tags=())),
        (lambda s: replace(s, deleted=True), lambda s: replace(s, tags=("a", "c"))),
    ],
)
def test_two_fields_of_one_article(
    notes: Notes, other: Notes, ours: ChangeState, theirs: ChangeState
) -> None:
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    mine, yours = notes.state("one"), other.state("one")
    other.save({"one": theirs(yours)}, now=NOW)
    notes.save({"one": ours(mine)}, now=NOW)
    assert notes.state("one") == other.state("one") == ours(theirs(yours))


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("a b", "a c", "a c b"),
        ("", "a c", "c"),
        ("b", "a", "b"),
        ("a", "", ""),
        ("b a", "a b", "a b"),
        ("a", "a", "a"),
    ],
)
def test_tags_are_merged_one_by_one(
    notes: Notes, other: Notes, ours: str, theirs: str, both: str
) -> None:
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    mine, yours = notes.state("one"), other.state("one")
    other.save({"one": replace(yours, tags=tuple(theirs.split()))}, now=NOW)
    notes.save({"one": replace(mine, tags=tuple(ours.split()))}, now=NOW)
    assert notes.state("one").tags == tuple(both.split())


def test_an_article_both_speak_of_for_the_first_time(notes: Notes, other: Notes) -> None:
    assert notes.state("one") == other.state("one")
    other.save({"one": ReaderState(position=70)}, now=NOW)
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    assert notes.state("one") == ReaderState(("a",), position=70)


def test_a_note_edited_here_and_tagged_there(notes: Notes, other: Notes) -> None:
    notes.save({}, [note("n")], now=NOW)
    mine, yours = notes.annotation("n"), other.annotation("n")
    assert mine
    assert yours
    other.save({}, [replace(yours, tags=("t",))], now=NOW)
    notes.save({}, [replace(mine, body="edited")], now=NOW)
    assert other.annotation("n") == replace(mine, body="edited", tags=("t",))


def test_a_note_edited_here_and_deleted_there_stays(notes: Notes, other: Notes) -> None:
    notes.save({}, [note("n")], now=NOW)
    mine = notes.annotation("n")
    assert mine
    other.save(deleted=["n"], now=NOW)
    notes.save({}, [replace(mine, body="edited")], now=NOW)
    assert [one.body for one in other.all_annotations()] == ["edited"]


def test_the_stamp_tells_of_every_change(notes: Notes, other: Notes) -> None:
    stamps = [notes.stamp]
    for number in range(50):
        writer = (notes, other)[number % 2]
        saved = writer.save({"one": ReaderState(position=number % 2)}, now=NOW)
        assert saved.before == stamps[-1]
        assert notes.stamp == other.stamp == saved.after
        stamps.append(notes.stamp)
    assert len(set(stamps)) == len(stamps)
    assert notes.stamp == stamps[-1]


def test_the_stamp_before_tells_that_another_wrote(notes: Notes, other: Notes) -> None:
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    mirrored = notes.stamp
    other.save({"two": ReaderState(("b",))}, now=NOW)
    assert notes.save({"three": ReaderState(("c",))}, now=NOW).before != mirrored


def test_waiting_for_another_ends(location: Location) -> None:
    impatient = Notes(location, patience=0)
    with FileLock(location.lock), pytest.raises(LibraryBusy):
        impatient.save({"one": ReaderState(("a",))}, now=NOW)
    impatient.save({"one": ReaderState(("a",))}, now=NOW)
    assert impatient.state("one").tags == ("a",)


def test_reading_waits_for_nobody(location: Location, notes: Notes) -> None:
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    with FileLock(location.lock):
        assert Notes(location, patience=0).state("one").tags == ("a",)


def test_threads_share_one(notes: Notes) -> None:
    def save(number: int) -> None:
        notes.save({f"{number}": ReaderState(position=number)}, [note(f"{number}")], now=NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(save, range(40)))
    assert len(notes.states()) == len(notes.all_annotations()) == 40


def test_what_a_killed_process_left_is_cleared_away(location: Location, notes: Notes) -> None:
    left = location.home / f".{location.notes.name}.123-456.new"
    left.write_text("{half")
    mine = Path(location.home / "notes.json.mine")
    mine.write_text("the reader's own")
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    assert not left.exists()
    assert mine.exists()
