"""Copies of the notes beside the notes, and marks of git in them."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import which

import pytest

from reader.model import Annotation, ReaderState
from reader.store.location import Location
from reader.store.notes import Notes
from reader.store.notes.conflicts import Settled, copies

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
NAMES = [
    "notes.sync-conflict-20260601-120000-ABCDEF2.json",
    "notes.sync-conflict-20260601-120000.json",
    "notes (Ann's conflicted copy 2026-06-01).json",
    "notes (conflicted copy 2026-06-01 120000).json",
    "notes (Ann in Konflikt stehende Kopie 2026-06-01).json",
    "notes_conflict-20260601-120000.json",
    "notes-DESKTOP-4F2K.json",
    "notes (1).json",
    "notes [conflicted].json",
    "notes 2.json",
    "notes copy.json",
]


def opened(folder: Path) -> Notes:
    location = Location(folder)
    location.create()
    return Notes(location)


def note(id: str, body: str, at: datetime = NOW) -> Annotation:
    return Annotation(id, "a1", at, at, body=body)


def said(notes: Notes) -> set[str]:
    return {one.body for one in notes.all_annotations()}


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    kept = opened(tmp_path)
    kept.save({"a1": ReaderState(tags=("here",))}, [note("1", "here")], now=NOW)
    return kept


@pytest.fixture
def other(tmp_path: Path) -> bytes:
    """The notes of another device."""
    there = opened(tmp_path / "there")
    there.save({"a1": ReaderState(tags=("there",))}, [note("2", "there")], now=NOW)
    return (tmp_path / "there" / "notes.json").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_merged_and_put_by(notes: Notes, other: bytes, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(other)
    assert notes.settle(NOW) == Settled((name,))
    assert said(notes) == {"here", "there"}
    assert set(notes.state("a1").tags) == {"here", "there"}
    assert (tmp_path / "backups" / f"merged-{name}").read_bytes() == other
    assert notes.settle(NOW) == Settled()


def test_the_second_copy_of_one_name_does_not_take_the_place_of_the_first(
    notes: Notes, other: bytes, tmp_path: Path
) -> None:
    for _ in range(2):
        (tmp_path / "notes 2.json").write_bytes(other)
        notes.settle(NOW)
    assert len(list((tmp_path / "backups").glob("merged-notes 2*.json"))) == 2


@pytest.mark.parametrize(
    "name", ["notes.json", "notes.damaged-20260601T120000Z.json", "notes.md", "notesy (1).json"]
)
def test_other_files_are_no_copies(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}")
    assert copies(tmp_path) == []


def test_what_cannot_be_read_stays_where_it_is(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "notes (1).json").write_text('{"articles": [')
    assert notes.settle(NOW) == Settled(unreadable=("notes (1).json",))
    assert (tmp_path / "notes (1).json").exists()
    assert said(notes) == {"here"}


def git(folder: Path) -> Callable[..., str]:
    def run(*words: str, fails: bool = False) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@e.com", "-c", "core.autocrlf=false"]
        ran = subprocess.run(
            ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=not fails
        )
        return ran.stdout

    return run


@pytest.mark.skipif(which("git") is None, reason="needs git")
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_what_git_could_not_merge_is_merged(notes: Notes, tmp_path: Path, style: str) -> None:
    run = git(tmp_path)
    run("init", "-q", "-b", "main")
    run("config", "merge.conflictStyle", style)
    run("add", "notes.json")
    run("commit", "-qm", "one")
    run("checkout", "-qb", "laptop")
    later = NOW + timedelta(hours=1)
    notes.save({"a1": ReaderState(tags=("here", "laptop"))}, [note("2", "laptop")], now=later)
    run("commit", "-qam", "laptop")
    run("checkout", "-q", "main")
    desk = Notes(Location(tmp_path))
    desk.save(
        {"a1": ReaderState(tags=("here", "desk")), "b2": ReaderState(starred=True)},
        [note("3", "desk"), note("4", "desk too")],
        now=later,
    )
    run("commit", "-qam", "desk")
    run("merge", "laptop", fails=True)
    conflicted = (tmp_path / "notes.json").read_bytes()
    assert b"<<<<<<<" in conflicted
    fresh = Notes(Location(tmp_path))
    assert fresh.settle(later) == Settled(("notes.json",))
    assert said(fresh) == {"here", "laptop", "desk", "desk too"}
    assert set(fresh.state("a1").tags) == {"here", "laptop", "desk"}
    assert fresh.state("b2").starred
    [kept] = (tmp_path / "backups").glob("merged-notes.git-conflict*.json")
    assert kept.read_bytes() == conflicted


def test_words_that_look_like_marks_of_git_are_words(notes: Notes, tmp_path: Path) -> None:
    notes.save({}, [note("5", "<<<<<<< HEAD\n=======\n>>>>>>> x")], now=NOW)
    assert notes.settle(NOW) == Settled()
    assert "<<<<<<< HEAD\n=======\n>>>>>>> x" in said(notes)
