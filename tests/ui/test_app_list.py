"""The list: moving, searching, sorting, views, selecting."""

from threading import Event

import pytest
from fakes import FakeLibrary
from piloting import TITLES, WIDE, driving

from reader.model import FollowUp, Status


async def test_shows_every_article_and_the_counts():
    async with driving() as reader:
        assert all(title in reader.screen for title in TITLES)
        assert "3 articles · 3 unread" in reader.screen


@pytest.mark.parametrize(
    ("keys", "index"),
    [("j", 1), ("jjk", 1), ("G", 2), ("Gg", 0), ("jjjj", 2), ("k", 0)],
)
async def test_keys_move_the_cursor(keys, index):
    async with driving() as reader:
        await reader.press(*keys)
        assert reader.main.list_pane.list.cursor == index


async def test_a_long_list_fetches_only_what_is_in_sight():
    library = FakeLibrary(*(f"Article {n}" for n in range(5000)))
    async with driving(library) as reader:
        await reader.press("G")
        assert reader.row.title in reader.screen
        assert len(reader.main.list_pane.list._rows) < 600


async def test_search_as_you_type_and_escape_clears():
    async with driving() as reader:
        await reader.press("slash")
        await reader.type("bank")
        assert reader.screen.count("●") == 1
        assert "1 found" in reader.screen
        await reader.press("escape")
        assert reader.screen.count("●") == 3
        assert reader.app.focused is reader.main.list_pane.list


async def test_enter_keeps_the_query_and_goes_to_what_was_found():
    async with driving() as reader:
        await reader.press("slash")
        await reader.type("bank")
        await reader.press("enter", "enter")
        assert reader.main.opened.article.title == "Bank raises its rate"


async def test_a_bad_query_is_explained_and_the_list_stays():
    async with driving() as reader:
        await reader.press("slash")
        await reader.type("bank")
        await reader.type(" is:nonsense")
        assert reader.screen.count("●") == 1
        assert str(reader.main.list_pane.query_one("#trouble").render()).strip()


async def test_a_late_answer_to_an_old_query_is_dropped():
    async with driving() as reader:
        library = reader.library
        library.gate = Event()
        await reader.pilot.press("slash", "b", "a", "n")
        library.gate.set()
        await reader.settle()
        assert reader.screen.count("●") == 1
        assert library.asked[-1] == "ban"


async def test_tab_completes_fields_and_tags():
    library = FakeLibrary(*TITLES)
    library.tag(["a0"], ["crypto"])
    async with driving(library) as reader:
        await reader.press("slash")
        await reader.type("tag:cr")
        await reader.press("tab")
        assert reader.main.list_pane.box.value == "tag:crypto"
        assert reader.screen.count("●") == 1


async def test_sorting_goes_round_and_says_so():
    async with driving() as reader:
        await reader.press("s", "s")
        assert "by title" in reader.screen
        assert reader.main.list_pane.list.row_at(0).id == "a1"


async def test_the_views_narrow_the_list():
    library = FakeLibrary(*TITLES)
    library.set_status(["a0"], Status.DONE)
    library.set_follow_up("a1", FollowUp(library.today(), "now"))
    async with driving(library) as reader:
        for key, count in (("1", 2), ("2", 0), ("3", 1), ("4", 3), ("5", 1)):
            await reader.press(key)
            assert reader.main.list_pane.list.count == count, key


async def test_space_selects_and_commands_take_all_of_them():
    async with driving() as reader:
        await reader.press("space", "space")
        assert "2 selected" in reader.screen
        await reader.press("r")
        statuses = [state.status for state in reader.library.states.values()]
        assert statuses.count(Status.DONE) == 2
        assert "selected" not in reader.screen


async def test_escape_takes_the_selection_back_before_anything_else():
    async with driving() as reader:
        await reader.press("space", "escape")
        assert "selected" not in reader.screen


async def test_an_empty_library_says_how_to_begin():
    async with driving(FakeLibrary()) as reader:
        assert "Press i to import" in reader.screen
        await reader.press("j", "enter", "t", "f", "r", "d", "x", "escape", "y", "o", "A", "space")


async def test_the_cursor_stays_on_its_article_when_the_list_changes():
    async with driving() as reader:
        await reader.press("j")
        before = reader.row.id
        reader.library.add("A newer one", published="2025-11-23")
        reader.main.list_pane.reload()
        await reader.settle()
        assert reader.row.id == before
        assert reader.main.list_pane.list.cursor == 2


async def test_a_click_moves_the_cursor_and_a_double_click_opens():
    async with driving(size=WIDE) as reader:
        articles = reader.main.list_pane.list
        await reader.pilot.click(articles, offset=(5, 1))
        await reader.settle()
        assert articles.cursor == 1
        await reader.pilot.click(articles, offset=(5, 2), times=2)
        await reader.settle()
        assert reader.main.reading.opened.article.id == articles.row_at(2).id
