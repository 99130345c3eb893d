"""What was imported comes back byte for byte, or is said to be damaged."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.samples import NOW, source

from reader.model import DiskFull, LibraryError, Source
from reader.store import Location, Originals


@pytest.fixture
def originals(location: Location) -> Originals:
    return Originals(location.originals)


@given(data=st.binary(max_size=50))
def test_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    originals = Originals(tmp_path_factory.mktemp("originals"))
    one = source(data)
    assert originals.add(one, data)
    assert originals.read(one.sha256) == data
    assert one.sha256 in originals


@pytest.mark.parametrize(
    "one",
    [
        source(path="/news/день.html", media_type="text/html", charset="windows-1251"),
        source(url="https://example.org/?q=1", imported=NOW.replace(microsecond=5)),
        source(path="/not utf-8 \udcff"),
        source(),
    ],
)
def test_where_it_came_from_comes_back(originals: Originals, one: Source) -> None:
    originals.add(one, b"words")
    assert originals.source(one.sha256) == one
    assert list(originals) == [one]


def _written_at(location: Location) -> dict[Path, tuple[int, int]]:
    found = ((path, path.stat()) for path in location.originals.rglob("*"))
    return {path: (said.st_ino, said.st_mtime_ns) for path, said in found}


def test_what_is_there_is_never_written_again(originals: Originals, location: Location) -> None:
    first = source(url="https://example.org/a")
    assert originals.add(first, b"words")
    before = _written_at(location)
    assert not originals.add(source(url="https://example.org/b"), b"words")
    assert _written_at(location) == before
    assert originals.source(first.sha256) == first


def test_another_name_than_its_own_is_refused(originals: Originals) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        originals.add(source(b"words"), b"other words")


def test_a_changed_byte_is_noticed(originals: Originals, location: Location) -> None:
    one = source()
    originals.add(one, b"words")
    next(location.originals.rglob("*.original")).write_bytes(b"wordz")
    with pytest.raises(LibraryError, match="damaged"):
        originals.read(one.sha256)


@pytest.mark.parametrize(
    "sidecar", [None, b"", b"{", b"[]", b'"x"', b'{"media_type": "x"}', b"\xff"]
)
def test_without_its_description_it_is_still_listed(
    originals: Originals, location: Location, sidecar: bytes | None
) -> None:
    one = source()
    originals.add(one, b"words")
    path = next(location.originals.rglob("*.json"))
    path.unlink() if sidecar is None else path.write_bytes(sidecar)
    [found] = originals
    assert (found.sha256, found.media_type) == (one.sha256, "application/octet-stream")
    assert originals.read(found.sha256) == b"words"
    with pytest.raises(LibraryError):
        originals.source(one.sha256)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 63, "A" * 64, "0" * 64 + "\n"])
def test_nothing_outside_the_folder_is_read(originals: Originals, name: str) -> None:
    with pytest.raises(LibraryError):
        originals.read(name)


def test_an_unknown_source_is_said(originals: Originals) -> None:
    unknown = source().sha256
    assert unknown not in originals
    with pytest.raises(LibraryError, match="no such original"):
        originals.read(unknown)


def test_a_full_disk_leaves_nothing_half_written(
    originals: Originals, location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        originals.add(source(), b"words")
    assert source().sha256 not in originals
    assert [path for path in location.originals.rglob("*") if path.is_file()] == []


def test_other_files_in_the_folder_are_left_alone(originals: Originals, location: Location) -> None:
    originals.add(source(), b"words")
    for name in ("README.original", ".DS_Store", "ab"):
        (location.originals / source().sha256[:2] / name).write_text("not ours")
    assert len(list(originals)) == 1
    assert Path(location.originals / source().sha256[:2] / "README.original").exists()
