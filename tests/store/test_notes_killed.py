"""A Reader killed at any moment leaves notes that can be read, with all that was acknowledged."""

import subprocess
import sys

import pytest
from tests.store.samples import NOW, highlight

from reader.store import Location, Notes

# Children that save annotation after annotation and acknowledge each, killed one after the other a
# little later each time, so that every moment of a save has its turn. Prints what was acknowledged
# and, after every kill, what of that is missing.
SAVE_AND_KILL = """
import os, signal, sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from reader.model import Annotation, ReaderState
from reader.store import Location, Notes

location, now, chance = Location(Path(sys.argv[1])), datetime(2026, 1, 5, tzinfo=UTC), Random(5)

def save_for_ever(run, say):
    notes = Notes(location)
    for number in count():
        saved = Annotation(f"{run}-{number}", "one", now, now, body="words " * 50)
        notes.save({"one": ReaderState(position=number)}, [saved], now=now)
        os.write(say, f"{saved.id} ".encode())

def acknowledged(run):
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        save_for_ever(run, say)
    os.close(say)
    heard = os.read(hear, 64)
    for _ in range(chance.randrange(60_000)):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(hear, 4096):
        heard += more
    os.close(hear)
    return heard.decode().split()

expected = set()
for run in range(200):
    expected.update(acknowledged(run))
    there = {one.id for one in Notes(location).all_annotations()}
    print(len(expected), *sorted(expected - there), flush=True)
"""


@pytest.mark.skipif(not hasattr(sys, "setdlopenflags"), reason="forks processes")
def test_two_hundred_kills_lose_nothing_acknowledged(location: Location) -> None:
    Notes(location).save({}, [highlight(f"{n}") for n in range(200)], now=NOW)
    command = [sys.executable, "-c", SAVE_AND_KILL, str(location.home)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = [line.split() for line in done.stdout.splitlines()]
    assert len(told) == 200
    assert [missing for _, *missing in told if missing] == []
    assert int(told[-1][0]) >= 200
    assert {f"{n}" for n in range(200)} <= {one.id for one in Notes(location).all_annotations()}
    Notes(location).save({}, [highlight("after")], now=NOW)
    assert list(location.home.glob(".*.new")) == []
