"""The reading view under the fingers: every key, and what it asks of the app."""

from typing import ClassVar

import pytest
from reading_cases import Host, article, at, block, highlight, press
from textual.binding import BindingType

from reader.model import (
    Colour,
    EntityType,
    Figure,
    FigureKind,
    Kind,
    Mention,
    Recognised,
    Role,
)
from reader.ui.reading import (
    BlockToggleRequested,
    CopyRequested,
    HighlightRemoveRequested,
    HighlightRequested,
    NoteRequested,
    PositionChanged,
)

SIZE = (60, 20)
FIRST = "The council put forward a plan."
SECOND = "Nurses were quick to object."
SHORT = article(
    block("Harbour weighs a toll", Role.TITLE, Kind.HEADING),
    f"{FIRST} {SECOND}",
    "It raises 4.5 million a year, said Ingrid Solheim. The vote is in May.",
    block("Share this", Role.SHARE, reason="share buttons"),
    "Nobody else spoke.",
)
LONG = article(*(f"Paragraph {n} begins here. It has a second sentence." for n in range(60)))


async def said_after(rows: list[str]) -> list[tuple[str, str]]:
    """The current span, in words, after each row of keys pressed on the article opened anew."""
    said = []
    async with (app := Host(SHORT)).run_test(size=SIZE) as pilot:
        for keys in rows:
            app.view.show(None)
            app.view.show(SHORT)
            await press(pilot, keys)
            said.append((keys, app.words()))
    return said


async def test_the_cursor_starts_where_reading_begins() -> None:
    async with (app := Host(SHORT)).run_test(size=SIZE):
        assert app.words() == FIRST
        assert app.asked(PositionChanged) == []


async def test_moving_by_sentence_and_paragraph() -> None:
    table = [
        (")", SECOND),
        ("full_stop", SECOND),
        (") (", FIRST),
        (") comma", FIRST),
        ("}", "It raises 4.5 million a year, said Ingrid Solheim."),
        ("} ) {", "It raises 4.5 million a year, said Ingrid Solheim."),
        ("} {", FIRST),
        ("g", "Harbour weighs a toll"),
        ("home", "Harbour weighs a toll"),
        ("G", "Nobody else spoke."),
        ("end", "Nobody else spoke."),
        ("j", SECOND),  # nothing to scroll: go on by sentence
        ("down down up", SECOND),
        ("space", SECOND),
    ]
    assert await said_after([keys for keys, _ in table]) == table


async def test_selecting_by_word() -> None:
    table = [
        ("v", "The"),
        ("v w w", "The council put"),
        ("v right right left", "The council"),
        ("v w w b", "The council"),
        ("ctrl+right ctrl+right v w", "put forward"),
        ("ctrl+right ctrl+right ctrl+left v", "council"),
        ("shift+right", "The"),
        ("shift+right shift+right shift+right shift+left", "The council"),
        ("v w w o w", "council put"),
        ("v )", FIRST),
        ("v ) )", f"{FIRST} {SECOND}"),
        ("v }", f"{FIRST} {SECOND}"),
        (") v w (", "Nurses"),
        (") v (", f"{FIRST} Nurses"),
        ("v escape", FIRST),
        ("v w v", FIRST),
        ("v w escape )", SECOND),
    ]
    assert await said_after([keys for keys, _ in table]) == table


async def test_selecting_by_line() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "v w down")
        assert app.words() == "Paragraph 0 begins here. It has a second sentence.\n\nParagraph 1"
        await press(pilot, "up")
        assert app.words() == "Paragraph 0"
        await press(pilot, "escape shift+down")
        assert app.words().endswith("\n\nParagraph")


async def test_h_highlights_the_sentence_and_leaves_the_cursor_there() -> None:
    async with (app := Host(SHORT)).run_test(size=SIZE) as pilot:
        await press(pilot, ") h")
        (asked,) = app.asked(HighlightRequested)
        assert (asked.start, asked.end) == at(SHORT, SECOND)
        assert asked.control is app.view
        assert app.words() == SECOND


async def test_h_highlights_the_selection_and_ends_it() -> None:
    async with (app := Host(SHORT)).run_test(size=SIZE) as pilot:
        await press(pilot, "v w h")
        (asked,) = app.asked(HighlightRequested)
        assert (asked.start, asked.end) == at(SHORT, "The council")
        assert not app.view.selecting
        assert app.words() == FIRST


async def test_h_on_a_highlight_removes_it() -> None:
    notes = [highlight(SHORT, f"{FIRST} {SECOND}", "long"), highlight(SHORT, SECOND, "short")]
    async with (app := Host(SHORT, annotations=notes)).run_test(size=SIZE) as pilot:
        await press(pilot, "h ) h } h")
        assert [m.annotation_id for m in app.asked(HighlightRemoveRequested)] == ["long", "short"]
        assert len(app.asked(HighlightRequested)) == 1


async def test_h_on_words_that_are_highlighted_removes_them_only_under_the_cursor() -> None:
    async with (
        app := Host(SHORT, annotations=[highlight(SHORT, "forward a plan", "n1")])
    ).run_test(size=SIZE) as pilot:
        await press(pilot, "h")
        assert len(app.asked(HighlightRequested)) == 1
        await press(pilot, "] h")
        assert [m.annotation_id for m in app.asked(HighlightRemoveRequested)] == ["n1"]


async def test_a_writes_a_note_on_the_sentence_or_opens_the_one_there() -> None:
    notes = [highlight(SHORT, SECOND, "n1")]
    async with (app := Host(SHORT, annotations=notes)).run_test(size=SIZE) as pilot:
        await press(pilot, "a ) a")
        new, old = app.asked(NoteRequested)
        assert (new.start, new.end, new.annotation_id) == (*at(SHORT, FIRST), None)
        assert (old.start, old.end, old.annotation_id) == (*at(SHORT, SECOND), "n1")


@pytest.mark.parametrize("key", ["y", "ctrl+c"])
async def test_copying(key: str) -> None:
    async with (app := Host(SHORT)).run_test(size=SIZE) as pilot:
        await press(pilot, f"{key} v {key}")
        spans = [(m.start, m.end) for m in app.asked(CopyRequested)]
        assert spans == [at(SHORT, FIRST), at(SHORT, "The")]


async def test_from_highlight_to_highlight() -> None:
    notes = [highlight(SHORT, "forward"), highlight(SHORT, "The vote is in May.", "n2")]
    async with (app := Host(SHORT, annotations=notes)).run_test(size=SIZE) as pilot:
        seen = []
        for key in ["]", "]", "]", "[", "["]:
            await press(pilot, key)
            seen.append(app.words())
        vote = "The vote is in May."
        assert seen == ["forward", vote, vote, "forward", "forward"]


async def test_from_name_to_name_and_figure_to_figure() -> None:
    name, figure = at(SHORT, "Ingrid Solheim"), at(SHORT, "4.5 million")
    found = Recognised(
        (Mention(*name, "Ingrid Solheim", EntityType.PERSON, "Ingrid Solheim"),),
        (Figure(*figure, "4.5 million", FigureKind.COUNT, 4.5e6),),
    )
    async with (app := Host(SHORT, found)).run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        assert app.words() == "Ingrid Solheim"
        await press(pilot, "S")
        assert app.words() == "4.5 million"
        await press(pilot, "P g s")
        assert app.words() == "4.5 million"


async def test_what_was_set_aside_comes_and_goes_and_can_be_put_back() -> None:
    async with (app := Host(SHORT)).run_test(size=SIZE) as pilot:
        assert not any("Share this" in line for line in app.lines())
        await press(pilot, "W")
        assert "╌ share · share buttons ╌" in app.lines()
        assert "┊ Share this" in app.lines()
        assert app.words() == FIRST
        await press(pilot, "} } R } R")
        kept = [m.block.kept for m in app.asked(BlockToggleRequested)]
        assert kept == [False, True]
        await press(pilot, "W")
        assert not any("Share this" in line for line in app.lines())
        assert app.words() == "Nobody else spoke."


async def test_marks_off_leaves_the_readers_own() -> None:
    name = at(SHORT, "Ingrid Solheim")
    found = Recognised((Mention(*name, "Ingrid Solheim", EntityType.PERSON, "Ingrid Solheim"),))
    notes = [highlight(SHORT, SECOND, colour=Colour.BLUE)]
    async with (app := Host(SHORT, found, notes)).run_test(size=SIZE) as pilot:

        def underlined() -> str:
            strips = (app.view.render_line(y) for y in range(SIZE[1]))
            parts = (part for strip in strips for part in strip)
            return "".join(part.text for part in parts if part.style and part.style.underline)

        assert "Ingrid Solheim" in underlined()
        await press(pilot, "E")
        assert "Ingrid Solheim" not in underlined()
        assert any(line.startswith(" B") for line in app.raw_lines())


async def test_narrower_and_wider() -> None:
    async with (app := Host(LONG)).run_test(size=(100, 20)) as pilot:
        await press(pilot, "< <")
        assert app.view.text_width == 64
        await press(pilot, "< < < < < < < < < < < < < < < < < < < <")
        assert app.view.text_width == 32
        assert app.lines()[1].endswith("Paragraph 0 begins here. It has")
        await press(pilot, ">")
        assert app.view.text_width == 36


async def test_lines_and_pages_scroll_and_the_cursor_stays_on_the_screen() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        view = app.view
        await press(pilot, "j j j")
        assert view.scroll_offset.y == 3
        assert app.words() == "Paragraph 1 begins here."
        assert app.asked(PositionChanged)[-1].offset == view.position
        await press(pilot, "k up up")
        assert (view.scroll_offset.y, app.words()) == (0, "Paragraph 1 begins here.")
        await press(pilot, "space")
        assert view.scroll_offset.y == 18
        await press(pilot, "pagedown b pageup")
        assert view.scroll_offset.y == 0
        assert app.words() == "It has a second sentence."
        await press(pilot, "d d u")
        assert view.scroll_offset.y == 10
        await press(pilot, "G")
        assert (app.words(), view.progress) == ("It has a second sentence.", 1.0)
        assert any("Paragraph 59" in line for line in app.lines())
        await press(pilot, "g")
        assert (view.scroll_offset.y, view.progress) == (0, 0.0)


async def test_moving_the_cursor_scrolls_no_more_than_it_must() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, ") ) ) ) ) ) ) ) ) ) ) ) ) )")
        assert app.view.scroll_offset.y == 0
        await press(pilot, ") ) ) )")
        assert 0 < app.view.scroll_offset.y < 6


async def test_a_selection_that_scrolls_away_is_dropped_unless_it_is_being_made() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "shift+right space")
        assert app.words().endswith(".")
        await press(pilot, "g v space w")
        assert app.words() == "Paragraph 0"


class Around(Host):
    """An app with keys of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("w", "keep('w')", ""),
        ("left", "keep('left')", ""),
        ("o", "keep('o')", ""),
        ("escape", "keep('escape')", ""),
    ]

    def __init__(self) -> None:
        super().__init__(SHORT)
        self.kept: list[str] = []

    def action_keep(self, key: str) -> None:
        self.kept.append(key)


async def test_keys_of_the_selection_go_to_the_app_while_there_is_none() -> None:
    async with (app := Around()).run_test(size=SIZE) as pilot:
        await press(pilot, "w left o escape v w left o escape escape")
        assert app.kept == ["w", "left", "o", "escape", "escape"]


async def test_without_an_article_there_is_a_hint_and_no_key_fails() -> None:
    async with (app := Host(None)).run_test(size=SIZE) as pilot:
        assert any("Choose an article" in line for line in app.raw_lines())
        keys = "j k space b d u g G ) ( } { v w b ) o escape ] [ p s n N h a y R W E < > up"
        await press(pilot, f"{keys} shift+down shift+left ctrl+right")
        await pilot.click(app.view, offset=(10, 5))
        assert app.got == []
        assert app.view.current_span is None
        assert app.view.current_block is None
