"""Opening, leaving, coming back; the panel; finding; copying."""

from dataclasses import replace

import pytest
from fakes import SHARE, FakeLibrary
from piloting import NARROW, TITLES, WIDE, driving

from reader.model import Status


async def test_opening_shows_the_article_and_begins_it():
    async with driving() as reader:
        await reader.press("enter")
        assert "Anton Siluanov spoke" in reader.screen
        assert reader.library.states["a0"].status is Status.READING


async def test_a_narrow_terminal_shows_one_place_and_a_wide_one_both():
    async with driving(size=NARROW) as reader:
        await reader.press("enter")
        assert "3 articles" not in reader.screen
    async with driving(size=WIDE) as reader:
        await reader.press("enter")
        assert "3 articles" in reader.screen
        assert "Anton Siluanov spoke" in reader.screen


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_back_goes_to_the_list_and_q_then_leaves(key):
    async with driving() as reader:
        await reader.press("enter", key)
        assert reader.app.focused is reader.main.list_pane.list
        await reader.press("q")
        assert not reader.app.is_running


async def test_escape_in_the_list_never_leaves_the_app():
    async with driving() as reader:
        await reader.press("escape", "escape")
        assert reader.app.is_running


async def test_capital_letters_go_through_the_list_while_reading():
    async with driving() as reader:
        await reader.press("enter", "J")
        assert reader.main.opened.article.id == "a1"
        await reader.press("K")
        assert reader.main.opened.article.id == "a0"
        await reader.press("K")
        assert "first" in reader.told


async def test_the_next_article_is_read_where_the_list_is_not_on_the_screen():
    library = FakeLibrary(*(f"Story {number}" for number in range(300)))
    async with driving(library, size=NARROW) as reader:
        await reader.press("enter")
        order = library.listing().ids()
        for number in range(1, 5):
            await reader.press("J")
            assert reader.main.opened.article.id == order[number]
        reader.main.list_pane.list.cursor = 250  # far from all rows fetched so far
        await reader.press("J")
        assert reader.main.opened.article.id == order[251]


async def test_the_place_is_saved_on_leaving_and_found_again():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "right_parenthesis", "q")
        saved = reader.library.states["a0"].position
        assert saved > 0
        await reader.press("j", "enter", "q", "k", "enter")
        assert "resumed at" in reader.screen
        assert reader.main.reading.view.position == saved


async def test_the_place_is_saved_when_the_app_is_left_at_once():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.press("enter", "right_parenthesis", "right_parenthesis", "ctrl+q")
    assert library.states["a0"].position > 0


async def test_commands_work_on_the_article_being_read():
    async with driving() as reader:
        await reader.press("enter", "t")
        await reader.type("crypto")
        await reader.press("enter")
        assert "#crypto" in reader.screen
        await reader.press("r")
        assert "✓ done" in reader.screen


async def test_an_article_that_is_deleted_elsewhere_closes():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "q", "d")
        assert reader.main.reading.opened is None


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("e", "Anton Siluanov, Finance Minister, Moscow  also Siluanov"),
        ("F", "15,000,000,000 USD"),
        ("w", "a share button"),
    ],
)
async def test_keys_open_the_lists_of_the_panel(key, words):
    async with driving(size=WIDE) as reader:
        await reader.press("enter", key)
        assert words in reader.screen


async def test_the_panel_says_how_many_of_each():
    async with driving(size=WIDE) as reader:
        await reader.press("enter")
        assert (
            "People 1 · Organisations 0 · Places 1 · Figures 2 · Quotes 1 · Notes 0"
            in reader.screen
        )


async def test_enter_jumps_to_each_mention_in_turn():
    async with driving() as reader:
        await reader.press("enter", "e", "enter")
        text = reader.main.opened.article.source_text
        view = reader.main.reading.view
        assert view.position == text.index("Anton Siluanov")
        await reader.press("enter")
        assert view.position == text.rindex("Siluanov")


async def test_a_figure_shows_the_words_the_value_and_the_sentence():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "F")
        line = next(line for line in reader.screen.split("\n") if "15,000,000,000" in line)
        assert "$15 billion" in line
        assert "The market had" in line


async def test_a_name_shows_the_sentence_that_names_it_first():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "e")
        assert "Anton Siluanov spoke in Moscow" in line_with(reader, "also Siluanov")


async def test_a_quotation_shows_who_said_it_and_enter_goes_there():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "e", "6")
        assert "“80% of it”" in line_with(reader, " Anton Siluanov   ")
        await reader.press("enter")
        text = reader.main.opened.article.source_text
        assert reader.main.reading.view.position == text.index("80% of it")


def line_with(reader, words):
    return next(line for line in reader.screen.split("\n") if words in line)


async def test_figures_are_sorted_by_where_they_stand_or_by_size():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "F")
        first, second = (row.words.split()[0] for row in reader.main.reading.panel.list.rows)
        assert (first, second) == ("$15", "80%")
        await reader.press("escape", "e", "s", "F")
        assert reader.main.reading.panel.order.value == "as they stand"
        await reader.press("s")
        assert "Figures 2 largest first" in reader.screen


async def test_a_filter_keeps_the_lines_that_have_its_words():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "F", "slash")
        await reader.type("percent 80")
        await reader.press("enter")
        assert [row.words.split()[0] for row in reader.main.reading.panel.list.rows] == ["80%"]
        await reader.press("escape")
        assert len(reader.main.reading.panel.list.rows) == 2
        assert reader.main.reading.panel.is_open


async def test_what_was_removed_can_be_put_back():
    async with driving() as reader:
        await reader.press("enter", "w", "p")
        assert reader.library.states["a0"].blocks[0].kept
        await reader.press("escape")
        assert SHARE in reader.screen
        await reader.press("U")
        assert SHARE not in reader.screen


async def test_tabs_turn_by_arrow_and_by_number():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "e", "right", "right")
        assert "Moscow" in reader.screen.split("Places")[1]
        await reader.press("8")
        assert "a share button" in reader.screen


async def test_finding_words_in_the_article():
    async with driving() as reader:
        await reader.press("enter", "slash")
        await reader.type("siluanov")
        assert "2 found" in reader.screen
        await reader.press("enter")
        assert reader.app.focused is reader.main.reading.view
        await reader.press("slash", *["backspace"] * 8)
        await reader.type("nowhere")
        await reader.press("enter")
        assert "Not found" in reader.told


async def test_copying_a_sentence_and_an_address():
    async with driving() as reader:
        await reader.press("y")
        assert reader.app.clipboard == "https://mexc.com/a0"
        await reader.press("enter", "right_parenthesis", "y")
        assert reader.app.clipboard in reader.main.opened.article.source_text
        assert "Copied" in reader.told


async def test_only_the_webs_own_addresses_are_opened(monkeypatch):
    library = FakeLibrary("Local", "Web")
    library.articles["a0"] = replace(library.articles["a0"], url="file:///etc/passwd")
    async with driving(library) as reader:
        opened = []
        monkeypatch.setattr(reader.app, "open_url", opened.append)
        await reader.press("o", "j", "o")
        assert opened == ["https://mexc.com/a1"]


async def test_zen_leaves_only_the_words():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "z")
        assert "3 articles" not in reader.screen
        assert "help" not in reader.screen
        assert "Anton Siluanov spoke" in reader.screen
        await reader.press("z")
        assert "3 articles" in reader.screen


async def test_tab_goes_round_the_places():
    async with driving(size=WIDE) as reader:
        main = reader.main
        await reader.press("enter", "e", "tab")
        assert reader.app.focused is main.list_pane.list
        await reader.press("tab")
        assert reader.app.focused is main.reading.view
        await reader.press("tab")
        assert reader.app.focused is main.reading.panel.list
