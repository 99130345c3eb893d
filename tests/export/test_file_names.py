"""File names from titles, and files that are there whole or not at all."""

import errno
import os
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.filenames import LONGEST_TITLE, name_key, safe_name
from reader.export.files import replacing, write_text
from reader.model import DiskFull, NotSaved

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Russia moves to legalize crypto", "Russia moves to legalize crypto.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("C:\\Windows\\x", "C Windows x.md"),
        ("What? “Yes”: 3/4 <b> | *", "What “Yes” 3 4 b.md"),
        ("[[Note]] #1 ^x", "Note 1 x.md"),
        ("CON", "_CON.md"),
        ("nul.txt", "_nul.txt.md"),
        ("console", "console.md"),
        (".hidden", "hidden.md"),
        ("-rf", "rf.md"),
        ("dots...", "dots.md"),
        ("", "Untitled.md"),
        ("/// . -", "Untitled.md"),
        ("Zażółć 俄罗斯", "Zażółć 俄罗斯.md"),
        ("e\u0301te\u0301", "été.md"),
        ("a\x00b\nc", "a b c.md"),
    ],
)
def test_a_title_as_a_file_name(title: str, name: str) -> None:
    assert safe_name(title, ".md") == name


@given(st.one_of(st.text(), st.text(alphabet="/\\.: \x00CONaux1é😀", max_size=300)))
def test_any_title_is_one_safe_component(title: str) -> None:
    name = safe_name(title, ".md")
    assert name.endswith(".md")
    assert len(name.removesuffix(".md")) <= LONGEST_TITLE + 1
    assert len(name.encode()) <= 255
    assert Path(name).name == PureWindowsPath(name).name == name
    assert name.split(".")[0].upper() not in RESERVED
    assert not name.startswith((".", "-"))


def test_names_in_use_are_avoided_whatever_their_case() -> None:
    taken = {name_key("STRASSE.md"), name_key("straße 2.md")}
    assert safe_name("Straße", ".md", taken) == "Straße 3.md"


def test_what_is_written_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_half_way_leaves_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def write_half() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EIO, NotSaved)])
def test_a_disk_that_refuses_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[NotSaved]
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind, match=r"a\.csv: could not be written") as caught:
        write_text(tmp_path / "a.csv", "words")
    assert type(caught.value) is kind
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=r"gone"):
        write_text(tmp_path / "gone" / "a.csv", "words")
