"""A Reader killed at any moment leaves notes that can be read, with all that was acknowledged."""

import json
import subprocess
import sys

from tests.store.samples import NOW, highlight

from reader.store import Location, Notes

# Saves annotation after annotation, each acknowledged on standard output once it is saved.
SAVE_FOR_EVER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from reader.model import Annotation, ReaderState
from reader.store import Location, Notes

notes, run = Notes(Location(Path(sys.argv[1]))), sys.argv[2]
now = datetime(2026, 1, 5, tzinfo=UTC)
for number in count():
    saved = Annotation(f"{run}-{number}", "one", now, now, body="words " * 50)
    notes.save({"one": ReaderState(position=number)}, [saved], now=now)
    print(saved.id, flush=True)
"""


def saved_before_killing(location: Location, run: int) -> list[str]:
    """The ids acknowledged by a process that was killed after `run % 5 + 1` of them, or later."""
    command = [sys.executable, "-c", SAVE_FOR_EVER, str(location.home), str(run)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        acknowledged = [process.stdout.readline() for _ in range(run % 5 + 1)]
        process.kill()
        acknowledged += process.stdout.readlines()
    return [line.strip() for line in acknowledged]


def test_nothing_acknowledged_is_lost(location: Location) -> None:
    Notes(location).save({}, [highlight(f"{n}") for n in range(500)], now=NOW)
    expected = {f"{n}" for n in range(500)}
    for run in range(20):
        expected.update(saved_before_killing(location, run))
        json.loads(location.notes.read_bytes())
        assert expected <= {one.id for one in Notes(location).all_annotations()}
    Notes(location).save({}, [highlight("after")], now=NOW)
    assert list(location.home.glob(".*.new")) == []
