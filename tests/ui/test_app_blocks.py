"""Blocks under the fingers: put back, set aside, the title."""

from fakes import SHARE, FakeLibrary
from piloting import NARROW, TITLES, WIDE, driving

from reader.model import Role


async def test_a_sentence_becomes_the_title_in_the_list_and_in_the_text():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "right_curly_bracket", "equals_sign")
        assert reader.row.title == "Siluanov expects 80% of it to be legal soon."
        assert TITLES[0] not in reader.screen
        assert "The title is “Siluanov expects" in reader.told
        await reader.press("U")
        assert reader.row.title == TITLES[0]
        await reader.press("ctrl+y")
        assert reader.row.title.startswith("Siluanov expects")


async def test_what_was_the_title_can_be_put_back_without_being_it():
    async with driving(size=NARROW) as reader:
        await reader.press("enter", "equals_sign", "w")
        assert "no longer the title" in reader.screen
        await reader.press("p")
        article = reader.main.opened.article
        assert article.title.startswith("Anton Siluanov spoke")
        assert [block.role for block in article.kept][:2] == [Role.BODY, Role.TITLE]


async def test_a_title_that_was_removed_is_chosen_from_the_panel():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "w", "equals_sign")
        assert reader.row.title == SHARE


async def test_a_title_from_further_down_stands_over_the_text_too():
    async with driving(size=NARROW) as reader:
        await reader.press("enter", "right_curly_bracket", "equals_sign")
        lines = [line.strip() for line in reader.screen.split("\n")]
        title = "Siluanov expects 80% of it to be legal soon."
        first = next(line for line in lines[1:] if line)
        assert first == title
        assert sum(title in line for line in lines) >= 2


async def test_the_palette_offers_the_title():
    async with driving(FakeLibrary(*TITLES), size=WIDE) as reader:
        await reader.press("enter", "right_curly_bracket", "colon")
        await reader.type("this is the title")
        await reader.press("enter", "enter")
        assert reader.row.title.startswith("Siluanov expects")
