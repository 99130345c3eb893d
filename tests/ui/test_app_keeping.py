"""Stars, the bin, what is due, searches, tags and versions, on a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from piloting import driving
from tests.sources.apps.app_exports import WALLABAG

from reader.library import Library
from reader.model import FollowUp, LibraryBusy
from reader.ui.work import Work

PAGE = (
    '<html><head><title>Decree names banks</title><link rel="canonical" href="https://e.com/d">'
    "</head><body><article><h1>Decree names banks</h1><p>The ministry published the decree on"
    " Monday evening and named {} banks that may trade from 1 March 2027.</p><p>Analysts expect"
    " about fifteen billion dollars of trade in the first year, people familiar with it said.</p>"
    "</article></body></html>"
)
NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home", clock=lambda: NOW) as library:
        (tmp_path / "old.html").write_text(PAGE.format("three"))
        library.import_([tmp_path / "old.html"])
        yield library


def one(library: Library) -> str:
    [id] = library.listing().ids()
    return id


async def test_a_star_goes_on_and_off(library: Library) -> None:
    async with driving(library) as reader:
        await reader.press("asterisk")
        assert library.state(one(library)).starred
        assert "★" in reader.screen
        await reader.press("asterisk")
        assert not library.state(one(library)).starred


async def test_the_bin_is_a_view_and_gives_back(library: Library) -> None:
    async with driving(library) as reader:
        await reader.press("d")
        assert not len(library.listing())
        await reader.press("6")
        assert "Decree names banks" in reader.screen
        await reader.press("d")
        assert reader.told.startswith("Restored")
        assert len(library.listing()) == 1
        assert "Nothing is in the bin." in reader.screen


async def test_what_is_due_is_put_off_and_done(library: Library) -> None:
    id = one(library)
    library.set_follow_up(id, FollowUp(date(2026, 2, 1), "Out?"))
    async with driving(library) as reader:
        await reader.press("5", "Z", "enter")
        assert library.state(id).follow_up == FollowUp(date(2026, 2, 3), "Out?")
        assert reader.told == "Put off: 1 follow-up."
        await reader.press("4", "D")
        assert reader.told == "Nothing of it is due."
        library.set_follow_up(id, FollowUp(date(2026, 2, 1), "Out?"))
        await reader.press("D")
        assert library.state(id).follow_up is None


async def test_a_passage_is_followed_up_on_a_day_of_the_text(library: Library) -> None:
    id = one(library)
    start, end = library.find_quote(id, "named three banks")
    mark = library.highlight(id, start, end)
    async with driving(library) as reader:
        await reader.press("enter", "right_square_bracket", "f")
        assert "In the text: 1 Mar 2027" in reader.screen
        assert "named three banks" in reader.screen
        await reader.press("ctrl+n", "enter")
        await reader.type("In force?")
        await reader.press("enter")
        [found] = library.annotations(id)
        assert found.annotation.id == mark.id
        assert found.annotation.follow_up == FollowUp(date(2027, 3, 1), "In force?")
        assert library.state(id).follow_up is None


async def test_a_search_is_saved_found_again_and_deleted(library: Library) -> None:
    async with driving(library) as reader:
        await reader.press("slash")
        await reader.type("decree")
        await reader.press("enter", "apostrophe", "enter")
        await reader.type("Decrees")
        await reader.press("enter")
        assert [(search.name, search.query) for search in library.searches()] == [
            ("Decrees", "decree")
        ]
        await reader.press("escape", "apostrophe", "enter")
        assert reader.main.list_pane.box.value == "decree"
        await reader.press("escape", "apostrophe", "j", "enter", "enter")
        assert library.searches() == ()


async def test_a_tag_is_renamed_everywhere(library: Library) -> None:
    library.tag([one(library)], ["cryptos"])
    async with driving(library) as reader:
        await reader.press("ctrl+t", "enter", "ctrl+u")
        await reader.type("crypto")
        await reader.press("enter")
        assert library.tags() == {"crypto": 1}


async def test_versions_are_compared(library: Library, tmp_path: Path) -> None:
    (tmp_path / "new.html").write_text(PAGE.format("four"))
    library.import_([tmp_path / "new.html"])
    async with driving(library) as reader:
        await reader.press("V")
        assert "1 changed" in reader.screen
        assert "three" in reader.screen
        await reader.press("q")
        assert reader.app.screen is reader.main


async def test_an_article_of_one_version_says_so(library: Library) -> None:
    async with driving(library) as reader:
        await reader.press("V")
        assert reader.told == "There is no other version of it."


async def test_an_orphan_is_put_on_the_words_it_belongs_to(
    library: Library, tmp_path: Path
) -> None:
    id = one(library)
    library.highlight(id, *library.find_quote(id, "three"), body="Which?")
    (tmp_path / "new.html").write_text(PAGE.format("four"))
    library.import_([tmp_path / "new.html"])
    id = one(library)
    assert library.annotations(id)[0].span is None
    async with driving(library) as reader:
        await reader.press("enter", "H")
        assert "orphan" in reader.screen
        await reader.press("m")
        assert "Select its words" in reader.told
        await reader.press("escape", "v", "right", "H", "m", "enter")
    [kept] = library.annotations(id)
    assert kept.annotation.body == "Which?"
    assert kept.span is not None
    assert library.article(id).read(*kept.span) == "The ministry"


async def test_everything_listed_is_selected_at_once(library: Library) -> None:
    library.import_text("Another story\n\nWith words of its own, enough to be read.")
    async with driving(library) as reader:
        await reader.press("ctrl+a", "t")
        await reader.type("both")
        await reader.press("enter")
        assert library.tags() == {"both": 2}


async def test_what_is_not_saved_is_kept_and_tried_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = [True]
    star = library.star

    def starred(ids: list[str], on: bool = True) -> None:
        if busy[0]:
            raise LibraryBusy("another Reader is saving")
        star(ids, on)

    monkeypatch.setattr(library, "star", starred)
    async with driving(library) as reader:
        work: Work = reader.main.work
        await reader.press("asterisk")
        assert "tries again" in reader.told
        assert "not saved" in reader.screen
        await reader.press("t")
        await reader.type("later")
        await reader.press("enter")
        assert work.unsaved == 2
        assert not library.tags()
        await reader.press("q")
        assert "Not saved yet: 2 changes." in reader.screen
        busy[0] = False
        await reader.press("enter")
        assert work.unsaved == 0
        assert library.state(one(library)).starred
        assert library.tags() == {"later": 1}


async def test_another_applications_export_comes_with_its_highlights(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "wallabag.json").write_bytes(WALLABAG)
    async with driving(library) as reader:
        await reader.press("i")
        await reader.type(str(tmp_path / "wallabag.json"))
        await reader.press("enter")
        assert "wallabag: brought 1 new article" in reader.screen
        assert "1 highlight attached" in reader.screen
        await reader.press("enter")
        assert reader.app.screen is reader.main
        assert reader.row is not None
        assert reader.row.title == "Grain prices fall"
        await reader.press("U")
        assert library.listing().ids() == [one(library)]


async def test_data_that_is_no_export_says_what_to_do(library: Library, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"a": 1}')
    async with driving(library) as reader:
        await reader.press("i")
        await reader.type(str(tmp_path / "data.json"))
        await reader.press("enter")
        assert "docs/coming-from.md" in reader.screen


async def test_the_day_begins_with_what_is_due(library: Library) -> None:
    library.set_follow_up(one(library), FollowUp(date(2026, 2, 1), "ask the ministry"))
    async with driving(library) as reader:
        assert "1 follow-up due" in reader.told
        assert reader.main.list_pane.asked == "is:due"
    async with driving(library) as reader:
        assert reader.main.list_pane.asked == ""


async def test_a_copy_that_syncing_left_is_merged_and_said(library: Library) -> None:
    library.set_note(one(library), "mine")
    notes = library.home / "notes.json"
    copy = notes.with_name("notes.sync-conflict-20260202-080000-ABCDEF2.json")
    copy.write_bytes(notes.read_bytes().replace(b"mine", b"of my laptop"))
    with Library.open(library.home, clock=lambda: NOW) as again:
        async with driving(again) as reader:
            assert f"Merged {copy.name}" in reader.told
        assert set(again.note(one(again)).split("\n\n")) == {"mine", "of my laptop"}
