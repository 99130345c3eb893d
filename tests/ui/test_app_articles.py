"""Commands on articles: tags, follow-ups, status, the bin, undo."""

from datetime import date

import pytest
from fakes import FakeLibrary
from piloting import TITLES, driving

from reader.model import FollowUp, Status


async def test_tags_are_typed_completed_and_saved():
    library = FakeLibrary(*TITLES)
    library.tag(["a1"], ["crypto"])
    async with driving(library) as reader:
        await reader.press("t")
        await reader.type("cr")
        assert "#crypto" in reader.screen
        await reader.press("tab")
        await reader.type("sanctions")
        await reader.press("enter")
        assert library.states["a0"].tags == ("crypto", "sanctions")


async def test_a_minus_takes_a_tag_off():
    library = FakeLibrary(*TITLES)
    library.tag(["a0"], ["old", "kept"])
    async with driving(library) as reader:
        await reader.press("t")
        assert "#old #kept" in reader.screen
        await reader.type("-ol")
        await reader.press("tab", "enter")
        assert library.states["a0"].tags == ("kept",)


async def test_arrows_pick_among_the_tags_offered():
    library = FakeLibrary(*TITLES)
    library.tag(["a1", "a2"], ["crypto"])
    library.tag(["a1"], ["bonds"])
    async with driving(library) as reader:
        await reader.press("t", "down", "tab", "enter")
        assert library.states["a0"].tags == ("bonds",)


async def test_tags_of_several_words_are_separated_by_commas():
    async with driving() as reader:
        await reader.press("t")
        await reader.type("central bank, oil")
        await reader.press("enter")
        assert reader.library.states["a0"].tags == ("central bank", "oil")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-01-05", date(2026, 1, 5)),
        ("tomorrow", date(2025, 11, 25)),
        ("next friday", date(2025, 11, 28)),
        ("in 2 weeks", date(2025, 12, 8)),
    ],
)
async def test_a_follow_up_shows_the_day_it_understood(words, day):
    async with driving() as reader:
        await reader.press("f")
        await reader.paste(words)
        assert f"{day:%A} {day.day} {day:%b}" in reader.screen
        await reader.press("enter")
        await reader.type("court date")
        await reader.press("enter")
        assert reader.library.states["a0"].follow_up == FollowUp(day, "court date")


async def test_a_day_nobody_understands_is_asked_for_again():
    async with driving() as reader:
        await reader.press("f")
        await reader.type("xy")
        await reader.press("enter", "enter")
        assert "not understood" in reader.screen
        assert reader.library.states["a0"].follow_up is None


async def test_no_day_takes_a_follow_up_away():
    library = FakeLibrary(*TITLES)
    library.set_follow_up("a0", FollowUp(date(2026, 1, 1), "why"))
    async with driving(library) as reader:
        await reader.press("f", *["backspace"] * 10, "enter", "enter")
        assert library.states["a0"].follow_up is None


async def test_done_and_unread_go_back_and_forth():
    async with driving() as reader:
        for key, status in (
            ("r", Status.DONE),
            ("r", Status.READING),
            ("u", Status.UNREAD),
            ("u", Status.READING),
        ):
            await reader.press(key)
            assert reader.library.states["a0"].status is status


async def test_deleting_can_be_undone_and_redone():
    async with driving() as reader:
        await reader.press("d")
        assert TITLES[0] in reader.told
        assert "2 articles" in reader.screen
        await reader.press("U")
        assert reader.told == "Undone: delete"
        assert "3 articles" in reader.screen
        await reader.press("ctrl+y")
        assert "2 articles" in reader.screen


async def test_nothing_to_undo_is_said():
    async with driving() as reader:
        await reader.press("U")
        assert "nothing" in reader.told


async def test_what_cannot_be_saved_is_said_in_words():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        library.broken = True
        await reader.press("r")
        assert "no room left" in reader.told
        assert "✗ not saved" in reader.screen
        library.broken = False
        await reader.press("r")
        assert "✓ saved" in reader.screen


async def test_changes_reach_the_library_in_the_order_of_the_keys():
    async with driving() as reader:
        reader.hit("r", "u", "r", "u")
        await reader.settle()
        labels = [label for label, *_ in reader.library._done]
        assert labels[-1] in {"mark unread", "mark reading", "mark done"}
        assert len(labels) == 4


async def test_keys_that_come_all_at_once_each_find_their_place():
    async with driving() as reader:
        reader.hit("t", *"crypto", "enter", "A", *"urgent", "ctrl+s", "f", *"2026-01-05", "enter")
        reader.hit(*"drum", "enter", "slash", *"bank", "enter", "enter", "right_parenthesis", "a")
        reader.hit(*"dour", "ctrl+s", "q")
        await reader.settle()
        library = reader.library
        assert library.states["a0"].tags == ("crypto",)
        assert library.notes["a0"] == "urgent"
        assert library.states["a0"].follow_up == FollowUp(date(2026, 1, 5), "drum")
        assert [(mark.article, mark.body) for mark in library.marks.values()] == [("a1", "dour")]
        assert library.states["a0"].status is Status.UNREAD


async def test_a_change_is_in_the_library_when_the_app_is_gone():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.pilot.press("r", "q")
    assert library.states["a0"].status is Status.DONE
