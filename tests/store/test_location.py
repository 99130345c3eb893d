"""The library is found where the reader says, and made for its owner alone."""

import os
import stat
from pathlib import Path

import pytest

from reader.model import LibraryError
from reader.store import Location, Store


def test_home_before_the_environment(tmp_path: Path) -> None:
    found = Location.find(tmp_path / "mine", {"READER_HOME": str(tmp_path / "theirs")})
    assert found.notes == tmp_path / "mine" / "notes.json"
    assert found.index == tmp_path / "mine" / "index.sqlite"


def test_the_environment_puts_all_in_one_folder(tmp_path: Path) -> None:
    found = Location.find(None, {"READER_HOME": str(tmp_path)})
    places = (found.notes, found.backups, found.originals, found.lock, found.index)
    assert {place.parent for place in places} == {tmp_path}


def test_else_what_can_be_made_anew_is_kept_apart() -> None:
    found = Location.find(None, {})
    assert found.index.parent != found.home
    assert found.home.is_absolute()


def test_a_relative_home_stays_where_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Location.find(Path("library"), {})
    monkeypatch.chdir("/")
    assert found.home == tmp_path / "library"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_folders_are_private(tmp_path: Path) -> None:
    location = Location(tmp_path / "a" / "library")
    location.create()
    for folder in (location.home, location.backups, location.originals):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_library_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="--home"):
        Location(tmp_path / "file" / "library").create()


def test_a_store_opens_twice(tmp_path: Path) -> None:
    for _ in range(2):
        store = Store.open(tmp_path / "library", {})
        assert list(store.originals) == []
        assert store.notes.states() == {}
        store.close()
