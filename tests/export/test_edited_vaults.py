"""Vaults as people keep them: written in, sorted into folders, copied, broken. No word is lost."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from exported_samples import BARE, FULL, noted, titled
from hypothesis import given
from hypothesis import strategies as st

from reader.export import Exported, Flavour, html_note, markdown_note, org_note
from reader.export import vaults as vaults_module
from reader.export.files import NotesFolder
from reader.export.markers import LOGSEQ, MARKDOWN, ORG, Markers
from reader.export.merging import merged
from reader.export.notehead import note_id
from reader.model import NotSaved, UsageError
from reader.text.canonical import canonical_line

CHANGED = replace(FULL, notes=noted("Another note."), annotations=FULL.annotations[:1])
NAME = "Harbour tunnel gets its money"

Write = Callable[[Exported], str]
WRITERS: dict[str, tuple[Write, Markers]] = {
    **{
        str(flavour): (
            lambda one, flavour=flavour: markdown_note(one, flavour=flavour),  # type: ignore[misc]
            LOGSEQ if flavour is Flavour.LOGSEQ else MARKDOWN,
        )
        for flavour in Flavour
    },
    "org": (org_note, ORG),
}
every = pytest.mark.parametrize(("write", "markers"), WRITERS.values(), ids=WRITERS)


# Words written anywhere ---------------------------------------------------------------------

MARKERS = [
    *["<!-- reader:begin 0f3c5a7e9b1d2c4f -->", "- <!-- reader:begin x -->", "# reader:begin x"],
    *["<!-- reader:end 0f3c5a7e9b1d2c4f 0 0 -->", "# reader:end x 0 0", "<!-- reader:nothing -->"],
    *[
        "---",
        "reader-id:: other",
        'id: "other"',
        ":END:",
        "key:: value",
        "key: value",
        "#+title: x",
    ],
    *["- a bullet", "\t- another", "> “It is late,” said Mayor Ida Falk.", "## Highlights", ""],
]
inserted = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.one_of(st.sampled_from(MARKERS), st.text(max_size=20).map(canonical_line)),
    ),
    min_size=1,
    max_size=6,
)


def with_lines(note: str, added: list[tuple[float, str]]) -> str:
    lines = note.split("\n")
    for where, line in added:
        lines.insert(round(where * len(lines)), line)
    return "\n".join(lines)


def is_kept(line: str, note: str, markers: Markers) -> bool:
    lines = [one.strip() for one in note.split("\n")]
    return line.strip() in lines or bool(markers.ours.match(line))


@every
@given(added=inserted)
def test_no_line_written_anywhere_is_lost(
    write: Write, markers: Markers, added: list[tuple[float, str]]
) -> None:
    note = with_lines(write(FULL), added)
    for exported in (FULL, CHANGED, BARE, FULL):
        note = merged(note, write(exported), markers)
        for _, line in added:
            assert is_kept(line, note, markers)


@every
@given(added=inserted)
def test_the_second_time_nothing_changes(
    write: Write, markers: Markers, added: list[tuple[float, str]]
) -> None:
    note = merged(with_lines(write(FULL), added), write(CHANGED), markers)
    assert merged(note, write(CHANGED), markers) == note


@given(inserted, st.sampled_from(list(Flavour)), st.sampled_from(list(Flavour)))
def test_no_word_is_lost_from_one_flavour_to_another(
    added: list[tuple[float, str]], old: Flavour, new: Flavour
) -> None:
    write, markers = WRITERS[str(new)]
    note = merged(with_lines(WRITERS[str(old)][0](FULL), added), write(CHANGED), markers)
    for _, line in added:
        assert line.strip("-*> \t") in note or markers.ours.match(line)


@every
def test_text_before_in_and_behind_readers_part(write: Write, markers: Markers) -> None:
    old, new = write(FULL), write(CHANGED)
    begin, end = markers.begin(FULL.article.id), old[markers.ends.search(old).start() :]  # type: ignore[union-attr]
    touched = old.replace(begin, f"Above.\n\n{begin}").replace(end, f"Inside.\n{end}\nBelow.\n")
    note = merged(touched, new, markers)
    places = [note.index(word) for word in ("Above.", "Another note.", "Below.", "Inside.")]
    assert places == sorted(places)
    assert "northern" not in note.partition("Kept from")[0]


@every
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_change_nothing(
    write: Write, markers: Markers, ends: str
) -> None:
    old = "\ufeff" + write(FULL).replace("\n", ends)
    assert merged(old, write(CHANGED), markers) == write(CHANGED).replace("\n", ends)


@every
def test_without_line_end_at_the_end(write: Write, markers: Markers) -> None:
    assert merged(write(FULL).rstrip("\n"), write(CHANGED), markers) == write(CHANGED)


@every
def test_a_whole_note_quoted_behind_is_the_readers(write: Write, markers: Markers) -> None:
    quoting = f"{write(FULL)}\nLook what came first:\n\n{write(BARE)}"
    note = merged(quoting, write(CHANGED), markers)
    assert note == f"{write(CHANGED)}\nLook what came first:\n\n{write(BARE)}"


@pytest.mark.parametrize(
    ("flavour", "old", "new"),
    [
        (
            Flavour.OBSIDIAN,
            "created: 2025-11-02",
            "rating: 5\ncreated: 2025-11-02\naliases: [a, b]",
        ),
        (Flavour.OBSIDIAN, 'id: "0f3c5a7e9b1d2c4f"', "rating: 5\nid: 0f3c5a7e9b1d2c4f"),
        (Flavour.PLAIN, "title: Harbour", "title: My harbour"),
        (Flavour.LOGSEQ, "created:: 2025", "rating:: 5\nalias:: x\ncreated:: 2025"),
        (Flavour.LOGSEQ, "reader-id:: 0f3c5a7e9b1d2c4f", "type:: x\nreader-id:: 0f3c5a7e9b1d2c4f"),
    ],
)
def test_properties_added_and_changed_stay(
    tmp_path: Path, flavour: Flavour, old: str, new: str
) -> None:
    path = NotesFolder(tmp_path, flavour=flavour).write(FULL)
    touched = path.read_text("utf-8").replace(old, new, 1)
    path.write_text(touched, "utf-8")
    assert NotesFolder(tmp_path, flavour=flavour).write(CHANGED) == path
    note = path.read_text("utf-8")
    assert note.partition("reader:begin")[0] == touched.partition("reader:begin")[0]
    assert "Another note." in note


def test_a_long_head_is_found_by_its_beginning(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    long = "".join(f"property{number}: {'x' * 80}\n" for number in range(500))
    path.write_text(path.read_text("utf-8").replace("created:", f"{long}created:", 1), "utf-8")
    assert NotesFolder(tmp_path).write(CHANGED) == path


# Where notes are ----------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".md", ".org", ".html"])
def test_a_note_may_be_renamed_and_moved(tmp_path: Path, suffix: str) -> None:
    path = NotesFolder(tmp_path, suffix=suffix).write(FULL)
    assert path == tmp_path / f"{NAME}{suffix}"
    deep = tmp_path / "Projects" / "2025"
    deep.mkdir(parents=True)
    moved = path.rename(deep / f"tunnel{suffix}")
    assert NotesFolder(tmp_path, suffix=suffix).write(CHANGED) == moved
    assert "Another note." in moved.read_text("utf-8")
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [moved]


@pytest.mark.parametrize("hidden", [".obsidian", ".git", ".trash", "logseq/bak", "a/.trash/b"])
def test_folders_of_apps_are_not_looked_into(tmp_path: Path, hidden: str) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    (tmp_path / hidden).mkdir(parents=True)
    binned = path.rename(tmp_path / hidden / "old.md")
    before = binned.read_bytes()
    assert NotesFolder(tmp_path).write(CHANGED) == path
    assert binned.read_bytes() == before


@pytest.mark.parametrize("target", ["folder", "file"])
def test_links_are_not_followed(tmp_path: Path, target: str) -> None:
    outside = NotesFolder(tmp_path / "outside").write(FULL)
    before = outside.read_bytes()
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "link.md").symlink_to(outside if target == "file" else outside.parent)
    (vault / "loop").symlink_to(vault)
    assert NotesFolder(vault).write(CHANGED) == vault / f"{NAME}.md"
    assert outside.read_bytes() == before


def test_of_copies_the_first_is_brought_up_to_date(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    copies = [tmp_path / f"{NAME} 1.md", tmp_path / "A" / "a.md"]
    copies[1].parent.mkdir()
    for copy in copies:
        copy.write_bytes(path.read_bytes())
    assert NotesFolder(tmp_path).write(CHANGED) == path
    assert all("northern" in copy.read_text("utf-8") for copy in copies)


def test_a_deleted_note_is_written_anew(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path)
    path = folder.write(FULL)
    path.unlink()
    assert folder.write(FULL).read_text("utf-8") == markdown_note(FULL)
    for one in tmp_path.iterdir():
        one.unlink()
    assert NotesFolder(tmp_path).write(FULL) == path


def test_a_note_without_its_id_is_the_readers(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    path.write_text(path.read_text("utf-8").split("---\n", 2)[2], "utf-8")
    before = path.read_bytes()
    assert NotesFolder(tmp_path).write(CHANGED).name == f"{NAME} 2.md"
    assert path.read_bytes() == before


@pytest.mark.parametrize("suffix", [".md", ".org", ".html"])
def test_a_note_that_is_no_text_any_more_stays(tmp_path: Path, suffix: str) -> None:
    path = NotesFolder(tmp_path, suffix=suffix).write(FULL)
    broken = path.read_bytes() + b"\xff\xfe"
    path.write_bytes(broken)
    assert NotesFolder(tmp_path, suffix=suffix).write(CHANGED).name == f"{NAME} 2{suffix}"
    assert path.read_bytes() == broken


@pytest.mark.parametrize("suffix", [".md", ".org", ".html"])
def test_a_note_that_may_only_be_read_stays(tmp_path: Path, suffix: str) -> None:
    path = NotesFolder(tmp_path, suffix=suffix).write(FULL)
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="may only be read") as caught:
        NotesFolder(tmp_path, suffix=suffix).write(CHANGED)
    assert caught.value.subject == str(path)
    assert path.read_bytes() == before
    assert NotesFolder(tmp_path, suffix=suffix).write(FULL) == path  # nothing to write


def test_a_file_that_came_in_between_stays(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path)
    (tmp_path / f"{NAME}.md").write_text("theirs")
    assert folder.write(FULL).name == f"{NAME} 2.md"
    assert (tmp_path / f"{NAME}.md").read_text() == "theirs"


def test_a_folder_with_far_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults_module, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(UsageError, match="more than 3 files"):
        NotesFolder(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert NotesFolder(tmp_path).write(FULL).name == f"{NAME}.md"


def test_formats_do_not_disturb_each_other(tmp_path: Path) -> None:
    paths = [NotesFolder(tmp_path, suffix=one).write(FULL) for one in (".md", ".org", ".html")]
    again = [NotesFolder(tmp_path, suffix=one).write(FULL) for one in (".md", ".org", ".html")]
    assert again == paths
    with pytest.raises(ValueError, match=r"\.pdf"):
        NotesFolder(tmp_path, suffix=".pdf")


# Pages --------------------------------------------------------------------------------------


def test_a_page_that_was_changed_stays_and_the_new_one_stands_next_to_it(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path, suffix=".html").write(FULL)
    changed = path.read_text("utf-8").replace("northern", "southern")
    path.write_text(changed, "utf-8")
    second = NotesFolder(tmp_path, suffix=".html").write(CHANGED)
    assert second.name == f"{NAME} 2.html"
    assert NotesFolder(tmp_path, suffix=".html").write(FULL) == second
    assert second.read_text("utf-8") == html_note(FULL)
    assert path.read_text("utf-8") == changed


def test_a_page_of_someone_else_stays(tmp_path: Path) -> None:
    theirs = tmp_path / f"{NAME}.html"
    theirs.write_text("<h1>Mine</h1>")
    assert NotesFolder(tmp_path, suffix=".html").write(titled(NAME)).name == f"{NAME} 2.html"
    assert theirs.read_text() == "<h1>Mine</h1>"
    assert note_id(theirs.read_text()) is None
