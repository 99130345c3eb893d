"""Real faults of real systems: a full disk, many writers, a clock set back, files gone bad."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.samples import NOW, highlight, minutes, note

from reader.model import DamagedNotes, LibraryError, ReaderState
from reader.store import Location, Notes

# The system refuses to write a file larger than this, as a full disk or a quota would. Saves until
# it is refused, says how far it came, asks for more room and saves again.
FULL_DISK = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from reader.model import Annotation, DiskFull
from reader.store import Location, Notes

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, most))
notes, now = Notes(Location(Path(sys.argv[1]))), datetime(2026, 1, 5, tzinfo=UTC)
number = 0
while True:
    mark = Annotation(f"n{number}", "one", now, now, body="words " * 50)
    try:
        notes.save({}, [mark], now=now)
    except DiskFull as error:
        words = str(error)
        break
    number += 1
print(number, len(notes.all_annotations()), len(Notes(notes._location).all_annotations()))
print(words)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
notes.save({}, [mark], now=now)
print(len(Notes(notes._location).all_annotations()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
def test_a_full_disk_loses_nothing_and_is_said(location: Location) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(location.home)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counts, words, after = done.stdout.splitlines()
    saved = int(counts.split()[0])
    assert saved > 10
    assert counts.split() == [str(saved)] * 3
    assert "no room left on the disk" in words
    assert "make room and try again" in words
    assert int(after) == saved + 1
    assert sorted(path.name for path in location.home.iterdir()) == [
        "backups",
        "notes.json",
        "notes.lock",
        "originals",
    ]


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.model import Annotation, ReaderState
from reader.store import Location, Notes

notes, who, now = Notes(Location(Path(sys.argv[1]))), sys.argv[2], datetime(2026, 1, 5, tzinfo=UTC)
for number in range(40):
    tags = (*notes.state("all").tags, f"{who}{number}")
    mark = Annotation(f"{who}-{number}", "one", now, now)
    notes.save({"all": ReaderState(tags), f"{who}{number}": ReaderState((who,))}, [mark], now=now)
"""


def test_three_processes_at_once_lose_no_write(location: Location) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(location.home), who]) for who in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    notes = Notes(location)
    written = {f"{who}{number}" for who in "abc" for number in range(40)}
    assert {one.id.replace("-", "") for one in notes.all_annotations()} == written
    assert set(notes.state("all").tags) == written
    assert set(notes.states()) == {"all", *written}


def test_a_clock_set_back_makes_no_change_older(location: Location, tmp_path: Path) -> None:
    copy = Location(tmp_path / "copy")
    copy.create()
    notes = Notes(location)
    notes.save({"one": ReaderState(("a",), starred=True)}, [note("n")], now=NOW)
    copy.notes.write_bytes(location.notes.read_bytes())
    notes.save({"one": ReaderState()}, [], ["n"], now=NOW - timedelta(days=400))
    notes.merge(copy.notes.read_bytes(), NOW)
    assert notes.state("one") == ReaderState()
    assert notes.annotation("n") is None


def whole(location: Location) -> bytes:
    """Notes with a backup of all but the last change."""
    notes = Notes(location)
    states = {f"a{number}": ReaderState((f"tag{number}",)) for number in range(8)}
    marks = [highlight(f"m{number}", f"a{number}", "words") for number in range(8)]
    notes.save(states, marks, now=NOW)
    notes.save({"last": ReaderState(("new",))}, now=NOW + minutes(60))
    return location.notes.read_bytes()


@settings(max_examples=80, deadline=None)
@given(where=st.floats(0, 1), bit=st.integers(0, 7), cut=st.booleans())
def test_bad_bits_and_cut_ends_are_read_or_said_and_mended(
    where: float, bit: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    location = Location(tmp_path_factory.mktemp("bits"))
    location.create()
    data = bytearray(whole(location))
    at = int(where * (len(data) - 1))
    data[at] ^= 1 << bit
    location.notes.write_bytes(data[:at] if cut else data)
    damaged, notes, error = location.notes.read_bytes(), Notes(location), trouble(location)
    if error and not isinstance(error, DamagedNotes):
        assert "newer Reader" in str(error)
        return
    if error:
        mended = notes.mend(NOW + minutes(90))
        assert mended.aside is None or mended.aside.read_bytes() == damaged
    json.loads(location.notes.read_bytes())
    ids = {one.id for one in notes.all_annotations()}
    assert len(ids & {f"m{number}" for number in range(8)}) >= (8 if error else 7)


def trouble(location: Location) -> LibraryError | None:
    try:
        Notes(location).states()
    except LibraryError as error:
        return error
    return None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_said(location: Location) -> None:
    notes = Notes(location)
    notes.save({"one": ReaderState(("a",))}, now=NOW)
    location.home.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="could not be saved"):
            notes.save({"one": ReaderState(("b",))}, now=NOW)
        assert notes.state("one").tags == ("a",)
    finally:
        location.home.chmod(0o700)
