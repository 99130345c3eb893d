"""Highlights and notes: no word is lost on the way."""

import pytest
from fakes import FakeLibrary
from piloting import TITLES, WIDE, driving
from textual.widgets import TextArea

from reader.model import Colour
from reader.ui.dialogs.note import NoteDialog


async def test_h_highlights_the_sentence_and_again_takes_it_away():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "h")
        (mark,) = reader.library.marks.values()
        assert mark.quote.exact in reader.library.articles["a0"].source_text
        await reader.press("h")
        assert not reader.library.marks


async def test_a_note_is_written_with_tags_and_colour():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "a")
        await reader.type("my own words")
        await reader.press("tab")
        await reader.type("method")
        await reader.press("tab", "3", "ctrl+s")
        (mark,) = reader.library.marks.values()
        assert (mark.body, mark.tags, mark.colour) == ("my own words", ("method",), Colour.BLUE)
        assert not isinstance(reader.app.screen, NoteDialog)


async def test_the_passage_stands_over_the_note():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis")
        start, end = reader.main.reading.view.current_span
        await reader.press("a")
        assert reader.main.reading.opened.article.source_text[start:end][:40] in reader.screen


async def test_a_note_is_edited_where_it_stands():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "h", "a")
        await reader.type("later words")
        await reader.press("ctrl+s", "a")
        assert reader.app.screen.query_one(TextArea).text == "later words"
        assert len(reader.library.marks) == 1


async def test_escape_leaves_an_unchanged_note_at_once():
    async with driving() as reader:
        await reader.press("enter", "a", "escape")
        assert reader.app.screen is reader.main
        assert not reader.library.marks


@pytest.mark.parametrize(("answer", "kept"), [("s", True), ("d", False)])
async def test_escape_asks_before_words_are_lost(answer, kept):
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "a")
        await reader.type("words")
        await reader.press("escape")
        assert "Save these words?" in reader.screen
        await reader.press(answer)
        assert reader.app.screen is reader.main
        assert bool(reader.library.marks) is kept


async def test_escape_twice_goes_on_writing():
    async with driving() as reader:
        await reader.press("enter", "a")
        await reader.type("words")
        await reader.press("escape", "escape")
        assert reader.app.screen.query_one(TextArea).text == "words"


async def test_a_note_that_cannot_be_saved_stays_open_with_its_words():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.press("enter", "right_parenthesis", "a")
        await reader.type("precious")
        library.broken = True
        await reader.press("ctrl+s")
        assert reader.app.screen.query_one(TextArea).text == "precious"
        assert "no room left" in reader.screen
        library.broken = False
        await reader.press("ctrl+s")
        assert [mark.body for mark in library.marks.values()] == ["precious"]


async def test_the_note_on_an_article_from_the_list_and_while_reading():
    async with driving() as reader:
        await reader.press("A")
        await reader.type("about it all")
        await reader.press("ctrl+s")
        assert reader.library.notes["a0"] == "about it all"
        assert "✎1" in reader.screen
        await reader.press("enter", "A")
        assert reader.app.screen.query_one(TextArea).text == "about it all"


async def test_the_panel_lists_notes_and_edits_and_removes_them():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "right_parenthesis", "a")
        await reader.type("mine")
        await reader.press("ctrl+s", "H")
        assert "Notes 1" in reader.screen
        assert "mine" in reader.screen
        await reader.press("a")
        assert reader.app.screen.query_one(TextArea).text == "mine"
        await reader.press("escape", "d")
        assert not reader.library.marks


async def test_the_colour_of_a_highlight_turns():
    async with driving() as reader:
        await reader.press("enter", "right_parenthesis", "c")
        assert "no highlight here" in reader.told
        await reader.press("h", "c")
        (mark,) = reader.library.marks.values()
        assert mark.colour is Colour.GREEN


async def test_the_letters_of_a_note_are_no_commands():
    async with driving() as reader:
        await reader.press("enter", "a")
        await reader.type("quit r d u x ? / 1")
        assert reader.app.screen.query_one(TextArea).text == "quit r d u x ? / 1"
