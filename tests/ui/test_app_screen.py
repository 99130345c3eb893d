"""The screen itself: sizes, help, palette, themes, hostile text."""

import pytest
from fakes import FakeLibrary
from piloting import NARROW, TITLES, WIDE, driving
from textual.widgets import Input

from reader.text.canonical import canonical_line
from reader.ui.screens.arrangement import Place, arrange
from reader.ui.screens.help import places

KEYS = {"Esc": "escape", "Enter": "enter"}
HOSTILE = (
    "[/x] closes what was never open",
    "[@click=app.quit]x[/] [red]not red",
    "[bold",
    "\\[escaped] $primary {curly} %s",
    canonical_line("\x1b]52;c;ZXZpbA==\x07\x1b[31mred \u202etfel\u200b"),
    "👩‍👩‍👧 ❤️ 中文 العربية e\u0301",
)


PLACES = "t Esc f Esc A Esc x Esc y Enter H a Esc Esc t Esc e Esc w Esc q d".split()


@pytest.mark.parametrize("size", [WIDE, (40, 10)])
async def test_hostile_words_are_only_words_everywhere(size):
    words = " ".join(HOSTILE)
    library = FakeLibrary(words, *HOSTILE)
    library.tag(["a0"], [words])
    library.set_note("a0", words)
    library.highlight("a0", 0, len(words), words, (words,))
    async with driving(library, size) as reader:
        for key in PLACES:
            await reader.press(KEYS.get(key, key))
            assert "\x1b" not in reader.screen
        assert reader.app.is_running
        assert library.states["a0"].deleted


async def test_a_title_with_markup_is_shown_as_it_stands():
    async with driving(FakeLibrary("[red]bold[/] claims")) as reader:
        assert "[red]bold[/] claims" in reader.screen


@pytest.mark.parametrize(
    ("width", "height", "place", "shown"),
    [
        (160, 50, Place.LIST, (False, True, True)),
        (110, 24, Place.READING, (False, True, True)),
        (109, 24, Place.LIST, (False, True, False)),
        (80, 24, Place.READING, (False, False, True)),
        (39, 24, Place.LIST, (True, False, False)),
        (80, 9, Place.READING, (True, False, False)),
    ],
)
def test_what_there_is_room_for(width, height, place, shown):
    room = arrange(width, height, place, zen=False)
    assert (room.banner, room.list, room.reading) == shown


async def test_a_terminal_too_small_says_so_and_loses_nothing():
    async with driving() as reader:
        await reader.press("enter")
        await reader.resize(30, 8)
        assert "Make the window larger" in reader.screen
        await reader.resize(*NARROW)
        assert "Anton Siluanov spoke" in reader.screen


async def test_resizing_keeps_the_reader_where_they_are():
    async with driving(size=WIDE) as reader:
        await reader.press("enter")
        await reader.resize(*NARROW)
        assert "Anton Siluanov spoke" in reader.screen
        assert reader.app.focused is reader.main.reading.view


@pytest.mark.parametrize("key", ["t", "f", "x", "i", "?"])
async def test_behind_a_dialog_the_screen_is_seen(key):
    async with driving(size=WIDE) as reader:
        await reader.press({"?": "question_mark"}.get(key, key))
        first = reader.screen.splitlines()[0]
        assert first.lstrip().startswith("Library")


async def test_help_names_every_place_and_can_be_searched():
    async with driving(size=WIDE) as reader:
        await reader.press("question_mark")
        for place, _ in places()[:2]:
            assert place in reader.screen
        await reader.type("undo")
        assert "U Ctrl+Z" in reader.screen
        assert "Export" not in reader.screen
        await reader.press("escape")
        assert reader.app.screen is reader.main


def test_every_binding_says_what_it_does():
    for place, bindings in places():
        for binding in bindings:
            assert binding.description, f"{place}: {binding.key}"


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_what_is_chosen(key):
    async with driving() as reader:
        await reader.press(key)
        await reader.type("mark unread")
        await reader.press("enter", "enter")
        assert reader.library._done


async def test_the_hint_line_follows_the_focus():
    async with driving() as reader:
        assert "/ search" in reader.screen
        assert "? help" in reader.screen
        await reader.press("enter")
        assert "h highlight" in reader.screen


async def test_the_theme_of_the_environment_is_honoured(monkeypatch):
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    async with driving() as reader:
        assert reader.app.theme != "reader-night"


async def test_no_colour_still_shows_where_the_cursor_is(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving() as reader:
        assert reader.app.no_color
        line = next(line for line in reader.screen.split("\n") if TITLES[0] in line)
        assert line.startswith("▌")


async def test_t_offers_themes():
    async with driving() as reader:
        await reader.press("T")
        assert reader.app.screen is not reader.main
        assert reader.app.screen.query(Input)


async def test_nothing_moves_by_itself():
    async with driving() as reader:
        assert reader.app.animation_level == "none"
