"""Exporting again brings a note up to date and keeps every word that others wrote."""

from dataclasses import replace
from pathlib import Path

import pytest
from exported_samples import BARE, FULL, noted, titled

from reader.export import markdown_note
from reader.export.files import NotesFolder
from reader.export.merging import KEPT, merged
from reader.model import NotSaved

OLD = markdown_note(FULL)
CHANGED = replace(FULL, notes=noted("Another note."), state=replace(FULL.state, tags=("new",)))
NEW = markdown_note(CHANGED)


def test_an_untouched_note_is_replaced() -> None:
    assert merged(OLD, NEW) == NEW


def test_the_same_again_changes_nothing() -> None:
    touched = OLD.replace("---\nid", "---\nrating: 5\nid") + "\nMine.\n"
    assert merged(touched, OLD) == touched


def test_what_stands_outside_the_markers_is_kept() -> None:
    touched = OLD.replace("<!-- reader:begin", "Above.\n\n<!-- reader:begin", 1) + "\nBelow.\n"
    note = merged(touched, NEW)
    assert note.index("Above.") < note.index("Another note.") < note.index("Below.")
    assert "northern" not in note


def test_changed_front_matter_stays_as_it_is() -> None:
    touched = OLD.replace("tags:\n", "# mine\nrating: 5\ntags:\n- my-own\n", 1)
    note = merged(touched, NEW)
    assert note.startswith(touched[: touched.index("<!-- reader:begin")])
    assert "#new" in note
    assert merged(note, OLD) == touched  # still known to be changed


def test_words_written_into_readers_part_are_kept_behind_it() -> None:
    touched = OLD.replace("> “It is late,”", "My own words,\non two lines.\n\n> “It is late,”")
    note = merged(touched, NEW)
    assert note.startswith(NEW)
    assert KEPT in note[len(NEW) :]
    assert "My own words,\non two lines." in note[len(NEW) :]
    assert "> “It is late,”" not in note[len(NEW) :]


def test_what_was_kept_is_kept_once() -> None:
    note = merged(OLD.replace("By how much?", "By how much? Mine."), NEW)
    assert merged(note, NEW) == note
    assert merged(note, OLD).count("By how much? Mine.") == 1


@pytest.mark.parametrize("marker", ["<!-- reader:end", "<!-- reader:begin"])
def test_without_its_markers_no_word_is_lost(marker: str) -> None:
    at = OLD.index(marker)
    touched = OLD[:at] + "Mine." + OLD[OLD.index("\n", at) :]
    note = merged(touched, NEW)
    assert "Mine." in note
    assert "northern" in note
    assert "Another note." in note
    assert merged(note, NEW).count("Mine.") == 1


def test_a_note_that_quotes_a_marker_is_still_read() -> None:
    marker = OLD[OLD.index("<!-- reader:end") :]
    quoting = markdown_note(replace(FULL, notes=noted(f"Look:\n{marker}\nthere")))
    assert merged(quoting, NEW) == NEW


def test_line_ends_and_a_byte_order_mark_are_no_changes() -> None:
    note = merged("\ufeff" + OLD.replace("\n", "\r\n") + "Mine.\r\n", NEW)
    assert note == NEW.replace("\n", "\r\n") + "Mine.\r\n"


# The folder ---------------------------------------------------------------------------------


def test_one_note_an_article_under_its_title(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path / "new" / "notes")
    paths = [folder.write(FULL), folder.write(BARE)]
    assert [path.name for path in paths] == ["Harbour tunnel gets its money.md", "Pasted words.md"]
    assert paths[0].read_text("utf-8") == OLD
    assert sorted(paths) == sorted((tmp_path / "new" / "notes").iterdir())


def test_a_note_is_found_again_whatever_it_is_called(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    renamed = path.rename(tmp_path / "my name for it.md")
    assert NotesFolder(tmp_path).write(CHANGED) == renamed
    assert renamed.read_text("utf-8") == NEW
    assert list(tmp_path.iterdir()) == [renamed]


@pytest.mark.parametrize(
    "content", ["My own file.", "---\ntitle: x\n---\n", '---\nid: "other"\n---\n', "\xff\xfe\x00"]
)
def test_a_file_that_is_not_ours_is_never_touched(tmp_path: Path, content: str) -> None:
    theirs = tmp_path / "HARBOUR tunnel gets its money.md"
    theirs.write_bytes(content.encode("latin-1"))
    path = NotesFolder(tmp_path).write(FULL)
    assert path.name == "Harbour tunnel gets its money 2.md"
    assert theirs.read_bytes() == content.encode("latin-1")


def test_articles_of_one_title_have_notes_of_their_own(tmp_path: Path) -> None:
    folder = NotesFolder(tmp_path)
    paths = {folder.write(titled("Same", f"{number:016x}")) for number in range(3)}
    assert {path.name for path in paths} == {"Same.md", "Same 2.md", "Same 3.md"}
    again = NotesFolder(tmp_path)
    assert {again.write(titled("Same", f"{number:016x}")) for number in range(3)} == paths


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(OLD, "utf-8")
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "Harbour tunnel gets its money.md").symlink_to(outside)
    assert NotesFolder(notes).write(CHANGED).name == "Harbour tunnel gets its money 2.md"
    assert outside.read_text("utf-8") == OLD


def test_a_note_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    path = NotesFolder(tmp_path).write(FULL)
    before = path.stat()
    NotesFolder(tmp_path).write(FULL)
    assert path.stat().st_ino == before.st_ino


def test_a_file_in_the_way_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(NotSaved, match="notes"):
        NotesFolder(tmp_path / "notes")
