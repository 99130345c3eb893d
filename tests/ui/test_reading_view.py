"""What the app asks of the reading view, and that the place is kept."""

import pytest
from reading_cases import Host, article, at, block, highlight, press

from reader.model import Colour, Role
from reader.ui.reading import PositionChanged, ReadingView

SIZE = (60, 20)
LONG = article(
    *(f"Paragraph {n} begins here. It has a second sentence." for n in range(60)),
    block("All rights reserved. Ask us.", Role.LEGAL, reason="a notice's words"),
    "The last words.",
)


async def test_reading_goes_on_where_it_stopped_without_saying_so() -> None:
    there = at(LONG, "Paragraph 40")[0]
    async with (app := Host(LONG, position=there)).run_test(size=SIZE):
        assert app.view.position == there
        assert 0 <= app.place(there).y < SIZE[1]
        assert app.asked(PositionChanged) == []


async def test_another_article_starts_at_its_top() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "G W v")
        app.view.show(article("Other words.", id="a2"))
        await pilot.pause()
        assert app.lines()[1] == "Other words."
        assert not app.view.selecting
        assert not app.view.show_removed
        assert app.words() == "Other words."
        app.view.show(LONG)
        await pilot.pause()
        assert app.view.scroll_offset.y == 0


async def test_the_same_article_divided_otherwise_keeps_the_place() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "space space ) )")
        lines, words = app.lines(), app.words()
        app.view.show(LONG.with_blocks(LONG.blocks))
        await pilot.pause()
        assert (app.lines(), app.words()) == (lines, words)


async def test_new_marks_keep_the_place_and_the_selection() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "space v w")
        words, y = app.words(), app.view.scroll_offset.y
        app.view.update_marks(annotations=[highlight(LONG, words, colour=Colour.RED, body="why")])
        await pilot.pause()
        assert (app.words(), app.view.scroll_offset.y) == (words, y)
        assert any(line.startswith("✎R") for line in app.raw_lines())


async def test_revealing_selects_the_words_and_brings_them() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        span = at(LONG, "Paragraph 50")
        app.view.reveal(*span)
        await pilot.pause()
        assert app.view.current_span == span
        assert 2 <= app.place(span[0]).y < SIZE[1] - 2
        sentence = at(LONG, "Paragraph 3 begins here.")
        app.view.reveal(*sentence)
        await press(pilot, "v")
        assert app.words() == "Paragraph"  # the sentence was under the cursor, not selected


async def test_revealing_what_was_set_aside_shows_it() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        app.view.reveal(*at(LONG, "Ask us."))
        await pilot.pause()
        assert app.view.show_removed
        assert "┊ All rights reserved. Ask us." in app.lines()
        assert app.words() == "Ask us."
        assert app.view.current_block == LONG.blocks[60]


async def test_shown_and_revealed_before_there_is_a_screen() -> None:
    class Early(Host):
        def compose(self):
            view = ReadingView()
            view.show(LONG)
            view.reveal(*at(LONG, "Ask us."))
            yield view

        def on_mount(self) -> None:
            self.view.focus()

    async with (app := Early(LONG)).run_test(size=SIZE):
        assert app.words() == "Ask us."
        assert "┊ All rights reserved. Ask us." in app.lines()


@pytest.mark.parametrize("size", [(40, 12), (90, 30)])
async def test_another_size_keeps_the_first_words(size: tuple[int, int]) -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await press(pilot, "space space j")
        first = app.view.first_offset
        await pilot.resize_terminal(*size)
        await pilot.pause()
        top = app.place(first).y
        assert top == 0
        assert app.place(app.view.position).y in range(size[1])


async def test_finding_goes_round() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        assert app.view.find("PARAGRAPH 5") == 11
        seen = []
        for key in ["n", "n", "N", "N", "N"]:
            await press(pilot, key)
            seen.append(app.words())
        places = ["Paragraph 50", "Paragraph 51", "Paragraph 50", "Paragraph 5", "Paragraph 59"]
        assert seen == [f"{place} begins here." for place in places]
        app.view.next_match()
        assert app.words() == "Paragraph 5 begins here."
        app.view.previous_match()
        assert app.words() == "Paragraph 59 begins here."


async def test_finding_as_one_types_starts_from_the_same_place() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        app.view.find("p")
        app.view.find("pa")
        assert app.view.find("paragraph 7") == 1
        assert app.words() == "Paragraph 7 begins here."
        assert app.view.find("no such words") == 0
        assert app.words() == "Paragraph 7 begins here."
        assert app.view.find("") == 0
        await press(pilot, "n")
        assert app.words() == "Paragraph 7 begins here."


async def test_what_is_set_aside_is_found_only_while_it_is_shown() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        assert app.view.find("rights reserved") == 0
        await press(pilot, "W")
        assert app.view.find("rights reserved") == 1


async def test_progress() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        assert app.view.progress == 0
        await press(pilot, "space")
        assert 0 < app.view.progress < 1
        app.view.show(article("Short."))
        await pilot.pause()
        assert app.view.progress == 1


@pytest.mark.parametrize("size", [(1, 1), (6, 3), (12, 4), (80, 24), (160, 50)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    async with (app := Host(LONG)).run_test(size=size) as pilot:
        await press(pilot, "j space } v w h G g W")
        for y in range(size[1]):
            assert app.view.render_line(y).cell_length == app.view.scrollable_content_region.width


async def test_words_that_look_like_markup_are_words() -> None:
    words = "[red]Not[/red] a tag [/nope] [@click=app.quit]quit[/] \\[x]"
    async with (app := Host(article(words), annotations=[])).run_test(size=(80, 10)):
        assert app.lines()[1].strip() == words
