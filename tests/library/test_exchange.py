"""Whole libraries out and in: archives, folders, copies of the notes."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.archive import write_archive
from reader.library import Format, Library
from reader.model import (
    Colour,
    FollowUp,
    LibraryError,
    SourceError,
    SourceTooLarge,
    Status,
    UsageError,
)
from tests.conftest import NOW
from tests.library.conftest import STORY, clock

OTHER = "Ferries sail again\n\nThe first ferry left on Saturday morning, half an hour late."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "empty", clock=clock) as opened:
        yield opened


def archived(library: Library, path: Path, query: str = "") -> Path:
    library.export(query, to=path, format=Format.ARCHIVE)
    return path


def everything(library: Library) -> dict[str, object]:
    """All that the reader has and said, and nothing of where it is."""
    notes = json.loads((library.home / "notes.json").read_bytes() or b"{}")
    ids = [
        *library.listing("is:older").ids(),
        *library.listing("is:deleted").ids(),
        *library.listing().ids(),
    ]
    return {
        "said": {
            table: sorted(json.dumps(one, sort_keys=True) for one in documents.values())
            for table, documents in notes.items()
        },
        "articles": {id: library.article(id) for id in ids},
        "anchored": {id: library.annotations(id) for id in ids},
        "tags": library.tags(),
        "originals": {
            path.name: path.read_bytes()
            for path in (library.home / "originals").rglob("*")
            if path.is_file()
        },
    }


def fill(library: Library) -> str:
    """Say something of every kind."""
    id = library.import_text(STORY).imported[0].id
    other = library.import_text(OTHER).imported[0].id
    library.tag([id], ["Ports"])
    library.highlight(id, *library.find_quote(id, "12 million euros"), body="More?", tags=["cost"])
    library.set_note(id, "Ask *the port*.")
    library.set_follow_up(id, FollowUp(date(2026, 6, 3), "repairs done?"))
    library.star([id])
    library.save_search("ports", "tag:Ports")
    library.delete([other])
    return id


def test_an_archive_into_an_empty_library_is_the_same_library(
    library: Library, empty: Library, tmp_path: Path
) -> None:
    fill(library)
    (library.home / "templates").mkdir()
    (library.home / "templates" / "note.md").write_text("{{ title }}")
    report = empty.merge(archived(library, tmp_path / "all.zip"))
    assert (len(report.articles), report.annotations, report.templates) == (2, 2, 1)
    assert everything(empty) == everything(library)
    assert (empty.home / "templates" / "note.md").read_text() == "{{ title }}"
    again = empty.merge(tmp_path / "all.zip")
    assert str(again) == "Nothing new: all of it is here already"
    assert everything(empty) == everything(library)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
texts = st.lists(words.filter(str.strip), min_size=1, max_size=4).map("\n\n".join)
acts = st.lists(
    st.tuples(st.sampled_from(["tag", "note", "mark", "star", "bin", "status", "due"]), words),
    max_size=8,
)


def act(library: Library, id: str, what: str, said: str) -> None:
    """One thing a reader may do to an article."""
    text = library.article(id).source_text
    does: dict[str, Callable[[], object]] = {
        "tag": lambda: library.tag([id], [said]),
        "note": lambda: library.set_note(id, said),
        "mark": lambda: library.highlight(id, 0, len(text), said, ["t"], Colour.RED),
        "star": lambda: library.star([id]),
        "bin": lambda: library.delete([id]),
        "status": lambda: library.set_status([id], Status.READING),
        "due": lambda: library.set_follow_up(id, FollowUp(date(2026, 6, 3), said)),
    }
    does[what]()


@settings(max_examples=25, deadline=None)
@given(stories=st.lists(st.tuples(texts, acts), max_size=3))
def test_any_library_comes_back_whole(stories: list[tuple[str, list[tuple[str, str]]]]) -> None:
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        one = stack.enter_context(Library.open(folder / "one", clock=clock))
        two = stack.enter_context(Library.open(folder / "two", clock=clock))
        for text, done in stories:
            report = one.import_text(f"A story\n\n{text} and some words of its own.")
            for row in report.imported:
                for what, said in done:
                    act(one, row.id, what, said)
        (one.home / "notes.json").touch()
        (two.home / "notes.json").touch()
        two.merge(archived(one, folder / "all.zip"))
        assert everything(two) == everything(one)


def test_an_archive_of_some_articles_says_nothing_of_others(
    library: Library, empty: Library, tmp_path: Path
) -> None:
    id = fill(library)
    other = (
        library.import_text("Third\n\nA story that is nobody's business but mine.").imported[0].id
    )
    library.set_note(other, "private")
    empty.merge(archived(library, tmp_path / "some.zip", "tag:Ports"))
    assert empty.listing().ids() == [id]
    assert "private" not in (empty.home / "notes.json").read_text()
    assert empty.annotations(id) == library.annotations(id)
    assert empty.searches() == ()


def test_two_libraries_become_one(library: Library, empty: Library) -> None:
    id = fill(library)
    empty.import_text(STORY)
    empty.tag([id], ["Lisbon"])
    [mine] = empty.import_text("Another\n\nOf which the first library knows nothing.").imported
    report = empty.merge(library.home)
    assert len(report.articles) == 1
    assert set(empty.state(id).tags) == {"Lisbon", "Ports"}
    assert empty.note(id) == "Ask *the port*."
    assert set(empty.listing().ids()) == {id, mine.id}
    assert not empty.merge(library.home).changed


def test_what_was_removed_stays_removed(library: Library, empty: Library) -> None:
    id = fill(library)
    empty.merge(library.home)
    [mark] = empty.annotations(id)
    empty.delete_annotation(mark.annotation.id)
    assert not empty.merge(library.home).changed
    assert empty.annotations(id) == ()
    library.merge(empty.home / "notes.json")
    assert library.annotations(id) == ()


def test_what_is_no_library_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the library itself"):
        library.merge(library.home)
    (tmp_path / "none").mkdir()
    with pytest.raises(SourceError, match="no library"):
        library.merge(tmp_path / "none")
    (tmp_path / "other.json").write_text("[1, 2]")
    with pytest.raises(LibraryError, match="copy of the notes cannot be read"):
        library.merge(tmp_path / "other.json")


def changed(path: Path, name: str, content: bytes | None) -> None:
    """Write the archive anew with other content of one entry, or without it."""
    with zipfile.ZipFile(path) as file:
        entries = {one: file.read(one) for one in file.namelist()}
    if content is None:
        del entries[name]
    else:
        entries[name] = content
    with zipfile.ZipFile(path, "w") as file:
        for one, data in entries.items():
            file.writestr(one, data)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("notes.json", b"{}", "notes.json is damaged"),
        ("notes.json", None, "notes.json is missing"),
        ("more.txt", b"", "more.txt is missing or not of it"),
        ("manifest.json", b'{"format": "reader-archive", "version": 9}', "another version"),
        ("manifest.json", b'{"format": "reader-archive", "version": 1}', "cannot be read"),
    ],
)
def test_a_damaged_archive_changes_nothing(
    library: Library, empty: Library, tmp_path: Path, name: str, content: bytes | None, why: str
) -> None:
    fill(library)
    path = archived(library, tmp_path / "all.zip")
    changed(path, name, content)
    with pytest.raises(SourceError, match=why):
        empty.merge(path)
    assert len(empty.listing()) == 0
    assert not (empty.home / "notes.json").exists()


def test_an_archive_cut_short_changes_nothing(
    library: Library, empty: Library, tmp_path: Path
) -> None:
    fill(library)
    path = archived(library, tmp_path / "all.zip")
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(SourceError, match="cannot be taken in"):
        empty.merge(path)
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(SourceError, match="cannot be taken in"):
        empty.merge(path)
    assert len(empty.listing()) == 0


def test_an_archive_that_would_fill_the_disk_is_refused(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with path.open("wb") as file:
        write_archive(file, [("originals/x.original", bytes(600 * 2**20))])
    with pytest.raises(SourceTooLarge):
        empty.merge(path)


def test_nothing_in_an_archive_leaves_the_library(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    data = b"words"
    manifest = {"../../out.txt": sha256(data).hexdigest()}
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("../../out.txt", data)
        file.writestr(
            "manifest.json",
            json.dumps({"format": "reader-archive", "version": 1, "files": manifest}),
        )
    with pytest.raises(SourceError, match="cannot be read"):
        empty.merge(path)


def test_what_another_library_says_of_a_source_is_harmless(
    library: Library, empty: Library, tmp_path: Path
) -> None:
    fill(library)
    for path in (library.home / "originals").rglob("*.json"):
        told = json.loads(path.read_text()) | {"url": "https://e.com/\x1b[31m", "path": "\x07"}
        path.write_text(json.dumps(told))
    empty.merge(archived(library, tmp_path / "all.zip"))
    for id in empty.listing().ids():
        source = empty.article(id).source
        assert "\x1b" not in f"{source.url}{source.path}"


def test_it_can_be_cancelled_and_goes_on_later(
    library: Library, empty: Library, tmp_path: Path
) -> None:
    fill(library)
    path = archived(library, tmp_path / "all.zip")
    assert empty.merge(path, cancelled=lambda: True).cancelled
    empty.merge(path)
    assert everything(empty) == everything(library)


def test_it_is_later_here(library: Library, tmp_path: Path) -> None:
    """What is said here after the archive was made is not undone by it."""
    id = fill(library)
    path = archived(library, tmp_path / "all.zip")
    with Library.open(library.home, clock=lambda: NOW + timedelta(hours=1)) as later:
        later.set_note(id, "They said yes.")
        later.tag([id], remove=["Ports"])
        assert not later.merge(path).changed
        assert (later.note(id), later.state(id).tags) == ("They said yes.", ())


def test_articles_of_another_device_are_taken_up_when_the_library_is_opened(
    library: Library, empty: Library
) -> None:
    id = fill(library)
    empty.import_text("Mine\n\nA story of this device alone, with its words.")
    for name in ("originals", "notes.json"):
        source, target = library.home / name, empty.home / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    with Library.open(empty.home, clock=clock) as again:
        assert id in again.listing().ids()
        assert again.annotations(id) == library.annotations(id)
        assert len(again.listing()) == 2
    (empty.home / "originals" / "ab").mkdir(exist_ok=True)
    (empty.home / "originals" / "ab" / f"ab{62 * '0'}.original").write_bytes(b"not there yet")
    with Library.open(empty.home, clock=clock) as again:
        assert len(again.listing()) == 2
