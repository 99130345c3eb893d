"""Files and folders as sources: what is read, what is refused and in which words."""

from pathlib import Path

import pytest

from reader.model import SourceError, SourceTooLarge
from reader.sources import from_text, read_path, walk
from reader.sources import original as limits

PAGE = "<!doctype html><title>Å</title><p>Ångström</p>"


def test_a_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"Words\r\nand \xe2\x80\x9cquotes\xe2\x80\x9d\r\n")
    original = read_path(path)
    assert original.data == path.read_bytes()
    assert original.source.path == str(path)
    assert original.source.url is None
    assert len(original.source.sha256) == 64


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.txt", "Words", "text/plain"),
        ("a.md", "# Words", "text/markdown"),
        ("a.html", "<p>Words", "text/html"),
        ("page", PAGE, "text/html"),
        ("clipping", "---\ntitle: Words\n---\nMore", "text/markdown"),
        ("noise.dat", "--- not front matter", "text/plain"),
    ],
)
def test_media_types(tmp_path: Path, name: str, text: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert read_path(path).source.media_type == media_type


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "nothing in it"),
        (b" \n\t", "nothing in it"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x00\x01\x02" * 50, "not text"),
    ],
)
def test_what_is_not_text_is_refused_by_name(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=word) as caught:
        read_path(path)
    assert "thing.txt" in str(caught.value)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_path(tmp_path / "gone.txt")
    with pytest.raises(SourceError, match="not a file"):
        read_path(tmp_path)


def test_a_hostile_name_is_neutralised_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_path(tmp_path / "bad\x1b]0;PWNED\x07\u202ename.txt")
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


def test_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.sources.files.LARGEST", 10)
    path = tmp_path / "long.txt"
    path.write_text("more than ten bytes")
    with pytest.raises(SourceTooLarge):
        read_path(path)
    assert limits.LARGEST > 10


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.md", ".hidden/d.txt", ".e.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [str(path.relative_to(tmp_path)) for path in walk(tmp_path)]
    assert found == ["a.html", "b.txt", "sub/c.md"]


def test_a_paste_is_a_source_of_its_own() -> None:
    one, two = from_text("The same words"), from_text("The same words")
    assert one.source.sha256 == two.source.sha256
    assert one.source.path is None
    assert one.text == "The same words"
