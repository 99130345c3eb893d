"""Everything is there again: after reopening, without an index, beside another Reader."""

from datetime import date
from pathlib import Path

import pytest

from reader.library import Library, doctor
from reader.model import DamagedNotes, FollowUp, Status
from reader.store import Store
from tests.library.conftest import STORY, clock


def filled(library: Library, story: str) -> None:
    library.tag([story], ["ports"])
    library.set_note(story, "A note")
    library.highlight(story, 0, 7, "First word")
    library.set_status([story], Status.READING)
    library.set_follow_up(story, FollowUp(date(2026, 6, 1), "Due today"))
    library.keep_block(story, library.article(story).removed[-1], True)


def everything(library: Library, story: str) -> object:
    return (
        library.listing().rows(0, 9),
        library.article(story),
        library.recognised(story),
        library.state(story),
        library.note(story),
        library.annotations(story),
        library.counts(),
        [library.counts(query) for query in ("is:due", "tag:ports", "has:notes", "Lisbon", "zzz")],
        list(library.entities()),
        list(library.figures()),
    )


def test_all_is_there_after_reopening(library: Library, story: str, tmp_path: Path) -> None:
    filled(library, story)
    before = everything(library, story)
    library.close()
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert everything(again, story) == before


def test_the_index_can_be_thrown_away(library: Library, story: str, tmp_path: Path) -> None:
    filled(library, story)
    before = everything(library, story)
    library.close()
    for path in (tmp_path / "lib").glob("index.sqlite*"):
        path.unlink()
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert everything(again, story) == before


def test_two_readers_see_each_other(library: Library, story: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "lib", clock=clock) as other:
        library.tag([story], ["mine"])
        other.tag([story], ["theirs"])
        library.highlight(story, 0, 7)
        assert set(library.state(story).tags) == {"mine", "theirs"}
        assert set(other.tags()) == {"mine", "theirs"}
        assert len(other.annotations(story)) == 1


def test_the_doctor_finds_nothing_wrong(library: Library, story: str, tmp_path: Path) -> None:
    filled(library, story)
    library.close()
    assert all(finding.ok for finding in doctor(tmp_path / "lib"))


def test_the_doctor_says_when_an_earlier_version_divided_the_articles(
    library: Library, story: str, tmp_path: Path
) -> None:
    library.close()
    store = Store.open(tmp_path / "lib")
    store.index.cleaner = "1"
    store.close()
    said = [[each.message for each in doctor(tmp_path / "lib", rebuild_index=now)]
            for now in (False, True, False)]  # fmt: skip
    outdated = [any("earlier version" in message for message in messages) for messages in said]
    assert outdated == [True, False, False]
    with Library.open(tmp_path / "lib") as again:
        assert again.article(story).id == story


def test_damaged_notes_are_refused_and_mended(library: Library, story: str, tmp_path: Path) -> None:
    filled(library, story)
    library.close()
    notes = tmp_path / "lib" / "notes.json"
    damaged = notes.read_bytes()[:-40]
    notes.write_bytes(damaged)
    with pytest.raises(DamagedNotes, match="reader doctor"):
        Library.open(tmp_path / "lib")
    findings = list(doctor(tmp_path / "lib"))
    assert not all(finding.ok for finding in findings)
    assert any(path.read_bytes() == damaged for path in (tmp_path / "lib").rglob("*notes*"))
    Library.open(tmp_path / "lib").close()
    assert all(finding.ok for finding in doctor(tmp_path / "lib"))


def test_a_damaged_original_is_named(library: Library, story: str, tmp_path: Path) -> None:
    library.close()
    (original,) = (tmp_path / "lib" / "originals").rglob("*.original")
    original.chmod(0o600)
    original.write_bytes(STORY.encode()[:-1])
    assert any(story in finding.message for finding in doctor(tmp_path / "lib") if not finding.ok)


def test_an_import_killed_before_the_index_goes_on(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(type(library._store.index), "add_many", killed)
        with pytest.raises(KeyboardInterrupt):
            library.import_text(STORY)
    library.close()
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert len(again.listing()) == 1  # the original was kept, and is found by itself
        assert len(again.import_text(STORY).known) == 1
