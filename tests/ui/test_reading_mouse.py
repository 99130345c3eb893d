"""The mouse: words under it, whatever their width."""

from reading_cases import Host, article, at, press
from textual import events

from reader.ui.reading import HighlightRequested

SIZE = (60, 20)
ARTICLE = article(
    "The European Central Bank raised its key rate by 4.5% on Thursday, "
    "日本銀行 left its own rate and João Silva said cafe\u0301 👩\u200d🚀 flew ☀\ufe0f away.",
    "A second paragraph ends here.",
)
LONG = article(*(f"Paragraph {n} begins here. It has a second sentence." for n in range(60)))


DRAGS = [
    ("European", "Bank", "European Central Bank"),
    ("opean", "Ban", "European Central Bank"),  # in the middle of words
    ("Bank", "European", "European Central Bank"),  # backwards
    ("4.5%", "%", "4.5%"),
    ("日", "行", "日本銀行"),
    ("本", "銀", "本銀"),
    ("João", "Silva", "João Silva"),
    ("cafe", "flew", "cafe\u0301 👩\u200d🚀 flew"),
    ("flew", "away", "flew ☀\ufe0f away"),
    ("Thursday", ",", "Thursday,"),
    ("away", "second", "away.\n\nA second"),
]


async def test_dragging_selects_whole_words() -> None:
    async with (app := Host(ARTICLE)).run_test(size=SIZE) as pilot:
        selected = []
        for first, last, _ in DRAGS:
            start = ARTICLE.source_text.index(first)
            await pilot.mouse_down(offset=app.place(start))
            await pilot.hover(offset=app.place(ARTICLE.source_text.index(last)))
            await pilot.mouse_up(offset=app.place(ARTICLE.source_text.index(last)))
            selected.append((first, last, app.words()))
        assert selected == DRAGS


async def test_what_was_dragged_over_is_highlighted() -> None:
    async with (app := Host(ARTICLE)).run_test(size=SIZE) as pilot:
        start, end = at(ARTICLE, "日本銀行")
        await pilot.mouse_down(offset=app.place(start))
        await pilot.hover(offset=app.place(end - 1))
        await pilot.mouse_up(offset=app.place(end - 1))
        await press(pilot, "h")
        assert [(m.start, m.end) for m in app.asked(HighlightRequested)] == [(start, end)]


async def test_a_click_puts_the_sentence_cursor_there() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        there = at(LONG, "Paragraph 2 begins here.")
        await pilot.click(offset=app.place(there[0] + 12))
        assert app.words() == "Paragraph 2 begins here."
        await press(pilot, "v")
        assert app.words() == "begins"


async def test_twice_a_word_thrice_a_sentence() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        there = app.place(at(LONG, "Paragraph 2")[0] + 14)
        await pilot.click(offset=there, times=2)
        assert app.words() == "begins"
        await pilot.click(offset=there, times=3)
        assert app.words() == "Paragraph 2 begins here."


async def test_shift_and_click_selects_up_to_there() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await pilot.click(offset=app.place(at(LONG, "begins")[0]))
        await pilot.click(offset=app.place(at(LONG, "second")[0]), shift=True)
        assert app.words() == "begins here. It has a second"


async def test_the_margins_are_the_ends_of_the_line() -> None:
    async with (app := Host(ARTICLE)).run_test(size=SIZE) as pilot:
        line = app.place(0).y
        await pilot.mouse_down(offset=(0, line))
        await pilot.hover(offset=(58, line))
        await pilot.mouse_up(offset=(58, line))
        assert app.words() == app.lines()[line]


async def test_dragging_past_the_edge_scrolls_and_goes_on_selecting() -> None:
    async with (app := Host(LONG)).run_test(size=(60, 24)) as pilot:
        app.view.styles.height = 12
        await pilot.pause()
        await pilot.mouse_down(offset=app.place(at(LONG, "begins")[0]))
        await pilot.hover(offset=(20, 20))
        while app.view.scroll_offset.y < 4:
            await pilot.pause()
        await pilot.mouse_up(offset=(20, 20))
        assert app.words().startswith("begins here.")
        assert len(app.words().split("\n\n")) > 5
        stopped_at = app.view.scroll_offset.y
        await pilot.hover(offset=(20, 21))
        assert app.view.scroll_offset.y == stopped_at


async def test_the_wheel_takes_the_cursor_along() -> None:
    async with (app := Host(LONG)).run_test(size=SIZE) as pilot:
        await pilot.pause()
        x, y = app.place(0)
        wheel = events.MouseScrollDown(app.view, x, y, 0, 1, 0, False, False, False, x, y)
        for _ in range(4):
            app.view.post_message(wheel)
        await pilot.pause()
        assert app.view.scroll_offset.y > 2
        assert app.view.position > 0
        assert app.place(app.view.position).y in (0, 1)
