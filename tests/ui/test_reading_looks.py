"""How marks are told apart: never by colour alone."""

from typing import Any

import pytest
from reading_cases import Host, article, at, block, highlight
from rich.style import Style

from reader.model import (
    Article,
    Colour,
    EntityType,
    Figure,
    FigureKind,
    Kind,
    Mention,
    Recognised,
    Role,
)

SIZE = (70, 24)
ARTICLE = article(
    block("Harbour toll", Role.TITLE, Kind.HEADING),
    "Ingrid Solheim told the Harbour Board that 4.5 million was too much. Nobody replied.",
    "It was agreed in Vesterhavn that boats go on sailing at night.",
)


def mention(where: Article, words: str, kind: EntityType) -> Mention:
    return Mention(*at(where, words), words, kind, words)


FOUND = Recognised(
    (
        mention(ARTICLE, "Ingrid Solheim", EntityType.PERSON),
        mention(ARTICLE, "Harbour Board", EntityType.ORGANIZATION),
        mention(ARTICLE, "Vesterhavn", EntityType.PLACE),
    ),
    (Figure(*at(ARTICLE, "4.5 million"), "4.5 million", FigureKind.COUNT, 4.5e6),),
)
NOTES = [
    highlight(ARTICLE, "Nobody replied.", "n1", Colour.GREEN, "why?"),
    highlight(ARTICLE, "boats go on sailing", "n2", Colour.RED),
]


def style_of(app: Host, words: str) -> Style:
    """The style of the run that begins with these words."""
    for y in range(SIZE[1]):
        for part in app.view.render_line(y):
            if part.text.lstrip().startswith(words.lstrip()):
                assert part.style
                return part.style
    raise AssertionError(words)


def attributes(style: Style) -> dict[str, Any]:
    names = ("bold", "italic", "underline", "reverse")
    return {name for name in names if getattr(style, name)}


@pytest.mark.parametrize("colourless", [False, True])
async def test_marks_differ_by_more_than_colour(
    colourless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if colourless:
        monkeypatch.setenv("NO_COLOR", "1")
    async with (app := Host(ARTICLE, FOUND, NOTES, at(ARTICLE, "It was")[0])).run_test(size=SIZE):
        assert attributes(style_of(app, "Ingrid Solheim")) == {"underline"}
        assert attributes(style_of(app, "Harbour Board")) == {"italic"}
        assert attributes(style_of(app, "4.5 million")) == {"bold"}
        assert attributes(style_of(app, "Harbour toll")) == {"bold"}
        gutters = [line[:3] for line in app.raw_lines() if line.strip()]
        assert "✎G " in gutters
        assert " R▎" in gutters
        assert style_of(app, "Nobody").bgcolor != style_of(app, " told the").bgcolor


async def test_without_colours_the_sentence_is_underlined_and_the_selection_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with (app := Host(ARTICLE)).run_test(size=SIZE):
        assert attributes(style_of(app, "Ingrid")) == {"underline"}
        app.view.reveal(*at(ARTICLE, "agreed"))
        assert attributes(style_of(app, "agreed")) == {"reverse"}


async def test_the_theme_and_the_focus_are_followed() -> None:
    async with (app := Host(ARTICLE, FOUND)).run_test(size=SIZE) as pilot:
        focused, dark = style_of(app, " told the").bgcolor, style_of(app, "Harbour toll").color
        app.set_focus(None)
        await pilot.pause()
        assert style_of(app, " told the").bgcolor != focused
        app.theme = "textual-light"
        await pilot.pause()
        assert style_of(app, "Harbour toll").color != dark


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_terminals_own_colours_stay_legible(theme: str) -> None:
    async with (app := Host(ARTICLE, FOUND, NOTES)).run_test(size=SIZE) as pilot:
        app.theme = theme
        await pilot.pause()
        app.view.reveal(*at(ARTICLE, "agreed"))
        for words in ("Ingrid", "Nobody", "boats go", "agreed"):
            style = style_of(app, words)
            assert style.color
            assert style.color.is_default or style.color != style.bgcolor


async def test_a_highlight_over_lines_has_its_letter_once() -> None:
    words = "word " * 60
    long = article(words.strip())
    notes = [highlight(long, words.strip(), colour=Colour.BLUE)]
    async with (app := Host(long, annotations=notes)).run_test(size=(40, 24)):
        signs = [line[1] for line in app.raw_lines() if line.strip()]
        assert signs[0] == "B"
        assert len(signs) > 5
        assert set(signs[1:]) == {"▌"}
