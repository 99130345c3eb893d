"""Importing and exporting from the screen."""

from pathlib import Path

from fakes import FakeLibrary
from piloting import TITLES, driving
from textual.widgets import TextArea

from reader.library import Format


async def test_a_path_is_imported_and_the_cursor_goes_there():
    async with driving() as reader:
        await reader.press("G", "i")
        await reader.type("article.html")
        await reader.press("enter")
        assert reader.told == "Imported 1 article."
        assert reader.row.title == "article.html"


async def test_a_paste_of_several_lines_becomes_an_article():
    async with driving() as reader:
        await reader.press("i")
        await reader.paste("A title\n\nIts words.")
        assert reader.app.screen.query_one(TextArea).text == "A title\n\nIts words."
        await reader.press("ctrl+s")
        assert reader.row.title == "A title"


async def test_a_paste_into_the_list_is_an_article_too():
    async with driving() as reader:
        await reader.paste("Straight in\n\nIts words.")
        await reader.type("news")
        await reader.press("ctrl+s")
        assert reader.row.title == "Straight in"
        assert reader.row.tags == ("news",)


async def test_what_cannot_be_read_is_said_and_the_dialog_stays():
    async with driving() as reader:
        await reader.press("i")
        await reader.type("missing.html")
        await reader.press("enter")
        assert "there is no such file" in reader.screen
        assert "1 could not be read" in reader.screen
        await reader.press("escape")
        assert reader.app.screen is reader.main


async def test_nothing_to_import_is_asked_for():
    async with driving() as reader:
        await reader.press("i", "enter")
        assert "Type a path" in reader.screen


async def test_what_is_listed_is_exported_in_the_format_chosen():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.press("x", "j", "enter", "enter")
        ((query, to, chosen),) = library.exports
        assert (query, chosen) == ("", Format.JSON)
        assert to == Path("~/reader-export.json").expanduser()
        assert "Wrote 1 article" in reader.told


async def test_the_article_being_read_is_exported_alone():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.press("enter", "x")
        assert TITLES[0] in reader.screen
        await reader.press("enter", "enter")
        assert library.exports[0][0] == ("a0",)


async def test_an_export_that_fails_says_why():
    library = FakeLibrary(*TITLES)
    library.broken = True
    async with driving(library) as reader:
        await reader.press("x", "enter", "enter")
        assert "no room left" in reader.screen
        assert reader.app.screen is not reader.main
