"""Backups: enough of them to go back, few enough to forget about them."""

import os
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.samples import NOW, minutes

from reader.model import ReaderState
from reader.store import Location, Notes
from reader.store.notes.backups import Backups


def save_at(location: Location, *times: datetime) -> None:
    notes = Notes(location)
    for time in times:
        notes.save({"one": ReaderState(position=int(time.timestamp()))}, now=time)


def made(location: Location) -> list[str]:
    return [path.stem.removeprefix("notes-") for path in Backups(location.backups).all()]


def test_the_first_notes_need_none(location: Location) -> None:
    save_at(location, NOW)
    assert made(location) == []


def test_a_backup_is_what_was_there_before(location: Location) -> None:
    save_at(location, NOW)
    before = location.notes.read_bytes()
    save_at(location, NOW + minutes(1))
    [backup] = location.backups.iterdir()
    assert backup.read_bytes() == before


def test_one_in_ten_minutes(location: Location) -> None:
    save_at(location, *(NOW + minutes(m) for m in (0, 1, 2, 9, 10.5, 11.5, 12, 30)))
    assert made(location) == ["20260105T100000Z", "20260105T094130Z", "20260105T093100Z"]


def test_the_last_ten_and_the_last_of_each_day(
    location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    save_at(location, *(NOW - timedelta(hours=h) for h in range(24 * 33, -1, -3)))
    kept = made(location)
    assert kept[:10] == [f"{NOW - timedelta(hours=3 * n):%Y%m%dT%H%M%SZ}" for n in range(10)]
    assert len(kept) == 10 + 28
    assert all(name.endswith("T213000Z") for name in kept[10:])


def test_a_clock_set_back_does_not_stop_them(location: Location) -> None:
    save_at(location, NOW, NOW + timedelta(days=400), NOW, NOW + minutes(20))
    assert len(made(location)) >= 2


def test_the_readers_own_files_are_left_alone(location: Location) -> None:
    own = location.backups / "notes-before-holiday.json"
    own.write_text("{}")
    save_at(location, *(NOW + minutes(20 * n) for n in range(40)))
    assert own.exists()


@settings(max_examples=20)
@given(st.lists(st.integers(0, 60 * 24 * 50), min_size=2, max_size=25))
def test_never_more_than_forty(scratch: Location, moments: list[int]) -> None:
    save_at(scratch, *(NOW + minutes(m) for m in moments))
    assert 1 <= len(made(scratch)) <= 40
