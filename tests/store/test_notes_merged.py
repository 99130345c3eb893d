"""Two copies of the notes that went their own ways become one, and no word is lost."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.samples import NOW, highlight, minutes, note

from reader.model import Annotation, FollowUp, LibraryError, ReaderState, SavedSearch, Status
from reader.store import Location, Notes

LATER, LATEST = NOW + minutes(5), NOW + minutes(9)


@pytest.fixture
def here(tmp_path: Path) -> Notes:
    return opened(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Notes:
    return opened(tmp_path / "there")


def opened(home: Path) -> Notes:
    location = Location(home)
    location.create()
    return Notes(location)


def data(notes: Notes) -> bytes:
    path = notes._location.notes
    return path.read_bytes() if path.exists() else b""


def parted(here: Notes, there: Notes, state: ReaderState, *marks: Annotation) -> None:
    """Both have the same, as after a folder was copied."""
    here.save({"one": state}, marks, now=NOW)
    there.merge(data(here), NOW)


def met(here: Notes, there: Notes) -> None:
    """Merge both ways; then they say the same, and once more changes nothing."""
    before = data(here)
    here.merge(data(there), LATEST)
    there.merge(before, LATEST)
    assert said(here) == said(there)
    assert not here.merge(data(there), LATEST)
    assert not here.merge(before, LATEST)


def said(notes: Notes) -> tuple[object, ...]:
    return notes.states(), notes.all_annotations(), notes.searches(), notes.rules()


def test_what_only_one_has_is_in_both(here: Notes, there: Notes) -> None:
    here.save({"one": ReaderState(("a",))}, [note("n", "one")], now=NOW)
    search = SavedSearch("s", "Oil", "oil is:unread", NOW)
    there.save({"two": ReaderState(("b",))}, [highlight("h", "two")], rules={"s": search}, now=NOW)
    met(here, there)
    assert here.states() == {"one": ReaderState(("a",)), "two": ReaderState(("b",))}
    assert {one.id for one in here.all_annotations()} == {"n", "h"}
    assert here.searches() == (search,)


def test_each_field_counts_as_it_was_changed_last(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(("a", "b")))
    here.save({"one": replace(here.state("one"), status=Status.DONE)}, now=LATER)
    follow_up = FollowUp(NOW.date(), "the vote")
    there.save({"one": replace(there.state("one"), follow_up=follow_up, starred=True)}, now=LATEST)
    met(here, there)
    assert here.state("one") == ReaderState(("a", "b"), Status.DONE, follow_up, starred=True)


def test_each_tag_counts_by_itself(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(("a", "b")))
    here.save({"one": ReaderState(("b", "c"))}, now=LATER)
    there.save({"one": ReaderState(("a", "d"))}, now=LATEST)
    met(here, there)
    assert set(here.state("one").tags) == {"c", "d"}


def test_a_tag_put_on_again_stays(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(("a",)))
    here.save({"one": ReaderState()}, now=LATER)
    there.save({"one": ReaderState(("a", "x"))}, now=LATER)
    here.save({"one": ReaderState(("a",))}, now=LATEST)
    met(here, there)
    assert set(here.state("one").tags) == {"a", "x"}


def edited(notes: Notes, id: str, body: str, now: datetime) -> None:
    old = notes.annotation(id)
    assert old
    notes.save({}, [replace(old, body=body, modified=now)], now=now)


def test_words_changed_in_one_copy_count_whatever_the_clocks_say(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n", body="first"))
    edited(here, "n", "second", NOW - minutes(60))
    tagged = there.annotation("n")
    assert tagged
    there.save({}, [replace(tagged, tags=("t",))], now=LATEST)
    met(here, there)
    [one] = here.all_annotations()
    assert one.body == "second"
    assert one.tags == ("t",)


def test_words_changed_in_both_are_both_kept(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n", body="first"))
    edited(here, "n", "written here", LATER)
    edited(there, "n", "written there", LATEST)
    met(here, there)
    assert [one.body for one in here.all_annotations()] == ["written here\n\nwritten there"]


def test_a_third_copy_does_not_double_words(here: Notes, there: Notes, tmp_path: Path) -> None:
    third = opened(tmp_path / "third")
    parted(here, there, ReaderState(), note("n", body="first"))
    third.merge(data(here), NOW)
    edited(here, "n", "written here", LATER)
    edited(there, "n", "written there", LATEST)
    third.merge(data(here), LATEST)
    met(here, there)
    met(third, there)
    assert [one.body for one in third.all_annotations()] == ["written here\n\nwritten there"]


def test_undoing_an_edit_counts_as_the_last_word(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n", body="first"))
    edited(here, "n", "second", LATER)
    there.merge(data(here), LATER)
    here.save({}, [note("n", body="first")], now=LATEST)
    met(here, there)
    assert [one.body for one in here.all_annotations()] == ["first"]


def test_what_was_deleted_stays_deleted(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n"), highlight("h"))
    here.save(deleted=["n"], now=LATER)
    met(here, there)
    assert [one.id for one in there.all_annotations()] == ["h"]


def test_what_was_written_after_it_was_deleted_stays(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n"))
    here.save(deleted=["n"], now=LATER)
    edited(there, "n", "needed after all", LATEST)
    met(here, there)
    assert [one.body for one in here.all_annotations()] == ["needed after all"]


def test_a_deletion_undone_is_none(here: Notes, there: Notes) -> None:
    parted(here, there, ReaderState(), note("n"))
    here.save(deleted=["n"], now=LATER)
    there.merge(data(here), LATER)
    here.save({}, [note("n")], now=LATEST)
    met(here, there)
    assert [one.id for one in there.all_annotations()] == ["n"]


def test_tables_nobody_knows_are_joined(here: Notes, there: Notes) -> None:
    for notes, name in ((here, "mine"), (there, "theirs")):
        path = notes._location.notes
        path.write_text(f'{{"collections":{{"1":{{"name":"{name}"}}}}}}')
    here.merge(data(there), NOW)
    assert b'"1":{"name":"mine"}' in data(here)
    assert b'"2":{"name":"theirs"}' in data(here)
    assert not here.merge(data(there), NOW)


def test_a_copy_that_cannot_be_read_changes_nothing(here: Notes) -> None:
    here.save({"one": ReaderState(("a",))}, now=NOW)
    before = data(here)
    for copy in (b"{", b'{"about":{"1":{"format":99}}}', b"[]"):
        with pytest.raises(LibraryError):
            here.merge(copy, NOW)
    assert data(here) == before


Act = tuple[int, str, str, int]
ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["tag", "untag", "body", "delete", "status", "meet"]),
        st.sampled_from("abc"),
        st.integers(0, 30),
    ),
    max_size=14,
)


def act(notes: Notes, what: str, which: str, number: int) -> None:
    """Something a reader does; `which` names the article, the tag and the note."""
    now, state, mark = NOW + minutes(number), notes.state(which), notes.annotation(which)
    if what == "tag":
        tags = tuple(dict.fromkeys((*state.tags, f"t{number % 3}")))
        notes.save({which: replace(state, tags=tags)}, now=now)
    elif what == "untag":
        notes.save({which: replace(state, tags=state.tags[1:])}, now=now)
    elif what == "body":
        new = mark or note(which, which, "")
        notes.save({}, [replace(new, body=f"words {number}", modified=now)], now=now)
    elif what == "delete":
        notes.save(deleted=[which], now=now)
    else:
        notes.save({which: replace(state, status=list(Status)[number % 4])}, now=now)


def pairwise(copies: list[Notes]) -> Iterable[tuple[Notes, Notes]]:
    return ((one, other) for one in copies for other in copies if one is not other)


@settings(max_examples=60, deadline=None)
@given(acts=ACTS)
def test_copies_that_met_say_the_same(
    acts: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    copies = [opened(folder / str(number)) for number in range(3)]
    for who, what, which, number in acts:
        if what == "meet":
            copies[who].merge(data(copies[number % 3]), NOW)
        else:
            act(copies[who], what, which, number)
    for _ in range(2):
        for one, other in pairwise(copies):
            one.merge(data(other), NOW)
    first = copies[0]
    for other in copies[1:]:
        assert contents(other) == contents(first)
    assert not any(one.merge(data(other), NOW) for one, other in pairwise(copies))


def contents(notes: Notes) -> tuple[object, object]:
    states = {
        id: (set(state.tags), replace(state, tags=())) for id, state in notes.states().items()
    }
    return states, {one.id: one for one in notes.all_annotations()}


def test_notes_of_the_first_format_are_read_and_a_copy_is_kept(location: Location) -> None:
    old = (
        '{"about":{"1":{"format":1,"app":"reader"}},'
        '"articles":{"1":{"article":"one","tags":["a"],"status":"done",'
        '"modified":"2026-01-01T10:00:00+00:00","mine":1}},'
        '"annotations":{"1":{"id":"n","article":"one","body":"b",'
        '"created":"2026-01-01T10:00:00+00:00","modified":"2026-01-01T10:00:00+00:00"}}}'
    )
    location.notes.write_text(old)
    notes = Notes(location)
    assert notes.state("one") == ReaderState(("a",), Status.DONE)
    assert location.notes.read_text() == old
    notes.save({"two": ReaderState(("x",))}, now=NOW)
    assert (location.backups / "notes.format-1.json").read_text() == old
    text = location.notes.read_text()
    assert '"format":2' in text
    assert '"mine":1' in text
    assert '"times":{"status":"2026-01-01T10:00:00+00:00","+a":"2026-01-01T10:00:00+00:00"}' in text
