"""The archive: all of it, in step with its manifest, and nothing that could leave its folder."""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reader.export.archive import write_archive

ENTRIES = [("notes.json", b'{"a": "\xc3\xa9"}'), ("originals/ab/abcd.html", b"<p>" * 1000)]


def written(entries: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    assert write_archive(file, entries) == len(entries)
    return file.getvalue()


def test_what_goes_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(written(ENTRIES))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["notes.json", "originals/ab/abcd.html", "manifest.json"]
        for name, content in ENTRIES:
            assert archive.read(name) == content


def test_the_manifest_names_everything() -> None:
    with zipfile.ZipFile(io.BytesIO(written(ENTRIES))) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest == {
        "format": "reader-archive",
        "version": 1,
        "files": {name: sha256(content).hexdigest() for name, content in ENTRIES},
    }


def test_the_same_entries_are_the_same_bytes() -> None:
    assert written(ENTRIES) == written(ENTRIES)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../up",
        "a/../../up",
        "a/./b",
        "a//b",
        "C:\\x",
        "C:x",
        "a\\b",
        "",
        "a\nb",
        "a/",
        "manifest.json",
        "notes.json",
    ],
)
def test_a_name_that_could_leave_the_folder_or_hide_another_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        write_archive(io.BytesIO(), [("notes.json", b""), (name, b"x")])


def test_entries_are_asked_for_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "library.zip"
    sizes: list[int] = []

    def entries() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            yield f"originals/{number}", sha256(b"%d" % number).digest() * 4000
            sizes.append(path.stat().st_size)

    with path.open("wb", buffering=0) as file:
        write_archive(file, entries())
    assert sizes == sorted(set(sizes))
