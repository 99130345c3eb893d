"""When the disk says no, the old notes stay whole and the reader is told."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store.samples import NOW, minutes, note

from reader.model import DiskFull, NotSaved, ReaderState
from reader.store import Location, Notes
from reader.store.notes.storage import NotesStorage


def failing(code: int, when: int = 1) -> Callable[..., Any]:
    """A function that fails at its `when`th call."""
    calls = iter(range(1, 100))

    def fail(*_args: Any, **_given: Any) -> None:
        if next(calls) == when:
            raise OSError(code, os.strerror(code))

    return fail


@pytest.fixture
def notes(location: Location) -> Notes:
    notes = Notes(location)
    for position in range(2):  # the second time, what the first wrote is backed up
        notes.save({"one": ReaderState(("first",), position=position)}, [note("a")], now=NOW)
    return notes


STEPS = [(os, "fsync"), (os, "open"), (os, "fdopen"), (Path, "replace")]


@pytest.mark.parametrize(("module", "step"), STEPS, ids=lambda value: str(value))
@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, NotSaved),
        (errno.EROFS, NotSaved),
        (errno.EACCES, NotSaved),
    ],
)
def test_the_old_file_stays_whole(
    location: Location,
    notes: Notes,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    step: str,
    code: int,
    error: type[NotSaved],
) -> None:
    before = location.notes.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(NotesStorage, "_acquired", lambda _: NoLock())
        broken.setattr(module, step, failing(code))
        with pytest.raises(error) as raised:
            notes.save({"one": ReaderState(("second",))}, deleted=["a"], now=NOW)
    assert type(raised.value) is error
    assert str(location.notes) in str(raised.value)
    assert location.notes.read_bytes() == before
    assert notes.state("one").tags == ("first",)
    assert notes.annotation("a") == note("a")
    assert list(location.home.glob(".*.new")) == []


class NoLock:
    """In place of the lock, which opens a file too."""

    def release(self) -> None: ...


def test_saving_goes_on_when_there_is_room_again(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing(errno.ENOSPC))
        with pytest.raises(DiskFull):
            notes.save({"one": ReaderState(("second",))}, now=NOW)
    notes.save({"one": ReaderState(("second",))}, now=NOW)
    assert notes.state("one").tags == ("second",)


def test_a_backup_that_fails_does_not_stop_a_save(
    location: Location, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))  # the first is the backup's
    notes.save({"one": ReaderState(("second",))}, now=NOW + minutes(60))
    assert len(list(location.backups.iterdir())) == 1
    assert Notes(location).state("one").tags == ("second",)


def test_a_folder_that_cannot_be_synced_is_no_failure(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", no_folders)
    notes.save({"one": ReaderState(("second",))}, now=NOW)
    assert notes.state("one").tags == ("second",)


def test_the_lock_file_too_needs_a_disk(
    location: Location, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = Notes(location)
    monkeypatch.setattr(os, "open", failing(errno.EROFS))
    with pytest.raises(NotSaved):
        fresh.save({"one": ReaderState(("second",))}, now=NOW)
