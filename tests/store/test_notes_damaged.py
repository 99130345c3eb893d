"""Damaged notes are said, never overwritten, and mended without losing a word."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.samples import NOW, minutes, note

from reader.model import DamagedNotes, LibraryError, ReaderState, SiteRule
from reader.store import Location, Mended, Notes
from reader.store.notes.backups import Backups

OLD = {"one": ReaderState(("old",))}
NEW = {"one": ReaderState(("new",)), "two": ReaderState(("new",))}


@pytest.fixture
def backed_up(location: Location) -> Location:
    """Notes with a backup of an hour before: `old` and note `a` are in it, the rest is newer."""
    notes = Notes(location)
    notes.save(OLD, [note("a", body="old")], now=NOW - minutes(60))
    notes.save(NEW, [note("a", body="new"), note("b"), note("c")], now=NOW)
    return location


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "blank": lambda data: b"\n \n",
    "cut short": lambda data: data[: len(data) // 2],
    "cut at the end": lambda data: data[:-2],
    "zeros": lambda data: bytes(len(data)),
    "a bit flipped": lambda data: data.replace(b'"annotations":{', b'"annotations"z{'),
    "a quote lost": lambda data: data.replace(b'"body":"new"', b'"body":"new', 1),
    "not utf-8": lambda data: data.replace(b"my words", b"my w\xffrds", 1),
    "twice": lambda data: data + data,
    "a conflict": lambda data: b"<<<<<<< mine\n" + data,
    "not json": lambda data: b"<html>Sign in to the wifi</html>",
    "a list": lambda data: b"[1, 2, 3]",
    "a number": lambda data: b"17",
    "tables that are none": lambda data: b'{"articles": ["one"]}',
    "documents that are none": lambda data: b'{"articles": {"1": "one"}}',
    "too deep": lambda data: b'{"articles":' * 100_000,
}


@pytest.fixture(params=DAMAGE)
def damaged(request: pytest.FixtureRequest, backed_up: Location) -> Location:
    data = backed_up.notes.read_bytes()
    worse = DAMAGE[request.param](data)
    assert worse != data
    backed_up.notes.write_bytes(worse)
    return backed_up


def test_damage_is_said_with_what_to_do(damaged: Location) -> None:
    notes = Notes(damaged)
    [backup] = damaged.backups.iterdir()
    for read in (notes.states, notes.all_annotations, notes.rules):
        with pytest.raises(DamagedNotes) as raised:
            read()
        assert str(damaged.notes) in str(raised.value)
        assert str(backup) in str(raised.value)
        assert "reader doctor" in str(raised.value)


def test_damaged_notes_are_never_overwritten(damaged: Location) -> None:
    before = damaged.notes.read_bytes()
    with pytest.raises(DamagedNotes):
        Notes(damaged).save(NEW, now=NOW)
    assert damaged.notes.read_bytes() == before


def test_damage_under_an_open_reader_is_noticed(backed_up: Location) -> None:
    notes = Notes(backed_up)
    assert notes.state("one").tags == ("new",)
    backed_up.notes.write_bytes(b"{")
    with pytest.raises(DamagedNotes):
        notes.save(NEW, now=NOW)
    with pytest.raises(DamagedNotes):
        notes.state("one")


def test_mending_gives_back_what_was_backed_up(damaged: Location) -> None:
    before = damaged.notes.read_bytes()
    notes = Notes(damaged)
    mended = notes.mend(NOW)
    assert mended
    assert mended.restored in damaged.backups.iterdir()
    if before:
        assert mended.aside
        assert mended.aside.read_bytes() == before
        assert re.fullmatch(r"notes\.damaged-20260105T093000Z\.json", mended.aside.name)
    assert notes.state("one").tags in {("old",), ("new",)}
    assert notes.annotation("a")
    assert notes.mend(NOW) == Mended()
    notes.save(NEW, now=NOW)


@pytest.mark.parametrize("kept", range(4, 30, 5))
def test_mending_keeps_every_line_that_can_be_read(location: Location, kept: int) -> None:
    notes = Notes(location)
    notes.save(OLD, [note("gone"), note("0", body="old")], now=NOW - minutes(60))
    notes.save(deleted=["gone"], now=NOW - minutes(50))
    notes.save(NEW, [note(f"{n}", body="new") for n in range(30)], now=NOW - minutes(45))
    lines = location.notes.read_bytes().splitlines(keepends=True)
    location.notes.write_bytes(b"".join(lines[:kept]) + lines[kept][:20])
    again = Notes(location)
    again.mend(NOW)
    whole = {
        key
        for key in (f'"id":"{n}"' for n in range(30))
        if key in "".join(map(bytes.decode, lines[:kept]))
    }
    found = {one.id: one.body for one in again.all_annotations()}
    assert len(found) >= len(whole)
    assert all(found[key.split('"')[3]] == "new" for key in whole)
    assert found["0"] in {"old", "new"}


def test_mending_twice_in_a_second_keeps_both(backed_up: Location) -> None:
    notes = Notes(backed_up)
    asides = set()
    for worse in (b"{", b"["):
        backed_up.notes.write_bytes(worse)
        asides.add(notes.mend(NOW).aside)
    assert {path.read_bytes() for path in asides if path} == {b"{", b"["}


def test_a_damaged_backup_is_passed_over(backed_up: Location) -> None:
    notes = Notes(backed_up)
    notes.save(NEW, now=NOW + minutes(60))
    newest, oldest = Backups(backed_up.backups).all()
    newest.write_bytes(b"{half")
    backed_up.notes.write_bytes(b"{half")
    with pytest.raises(DamagedNotes, match=re.escape(str(oldest))):
        notes.states()
    assert notes.mend(NOW).restored == oldest
    assert newest.read_bytes() == b"{half"


def test_notes_that_vanished_are_damage(backed_up: Location) -> None:
    backed_up.notes.unlink()
    with pytest.raises(DamagedNotes, match="missing"):
        Notes(backed_up).states()
    mended = Notes(backed_up).mend(NOW)
    assert mended.aside is None
    assert Notes(backed_up).state("one").tags == ("old",)


def test_damage_without_a_backup_starts_afresh_and_keeps_the_file(location: Location) -> None:
    location.notes.write_bytes(b"not ours")
    notes = Notes(location)
    with pytest.raises(DamagedNotes, match="no backup"):
        notes.states()
    mended = notes.mend(NOW)
    assert mended.restored is None
    assert mended.aside
    assert mended.aside.read_bytes() == b"not ours"
    assert notes.states() == {}
    notes.save(NEW, now=NOW)


def test_an_empty_file_where_there_never_were_notes_is_new(location: Location) -> None:
    location.notes.touch()  # as stock TinyDB does
    notes = Notes(location)
    assert notes.states() == {}
    assert not notes.mend(NOW)
    notes.save(NEW, now=NOW)
    assert notes.states() == NEW


@pytest.mark.parametrize("indent", [None, 1, "\t"])
def test_any_other_layout_of_the_same_is_no_damage(backed_up: Location, indent: str | None) -> None:
    before = Notes(backed_up).states(), Notes(backed_up).all_annotations()
    tables = json.loads(backed_up.notes.read_bytes())
    backed_up.notes.write_text(json.dumps(tables, indent=indent))
    assert (Notes(backed_up).states(), Notes(backed_up).all_annotations()) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_notes_that_may_not_be_read_are_not_called_damaged(backed_up: Location) -> None:
    backed_up.notes.chmod(0)
    with pytest.raises(LibraryError) as raised:
        Notes(backed_up).states()
    assert not isinstance(raised.value, DamagedNotes)


def test_a_folder_in_the_place_of_the_file_is_said(location: Location) -> None:
    Path(location.notes).mkdir()
    with pytest.raises(LibraryError, match="cannot be read"):
        Notes(location).states()


def test_mending_keeps_the_site_rules_that_can_be_read(location: Location) -> None:
    rules = {id: SiteRule(id, "a.example", f"Words {id}", NOW) for id in "abc"}
    notes = Notes(location)
    notes.save(OLD, [note("a")], rules=rules, now=NOW)
    data = location.notes.read_bytes()
    location.notes.write_bytes(
        data.replace(b'"site_rules":{', b'"site_rules"z{').replace(b"Words b", b"Words \xff")
    )
    assert Notes(location).mend(NOW)
    mended = Notes(location)
    assert {one.id for one in mended.rules()} == {"a", "c"}
    assert [one.id for one in mended.all_annotations()] == ["a"]
