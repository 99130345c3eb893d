"""Blocks under the fingers: put back, set aside, the title."""

from fakes import SHARE, FakeLibrary
from piloting import NARROW, TITLES, WIDE, driving

from reader.library import Repeat
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


FIRST = "Anton Siluanov spoke"
LAST = "Siluanov expects"


def first(reader):
    """The first block of the body of the article being read."""
    return reader.main.opened.article.blocks[1]


async def test_after_setting_aside_one_key_does_so_on_the_whole_site():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "R")
        assert "X always does so on mexc.com" in reader.told
        assert FIRST not in reader.screen
        assert reader.library.rules == []
        await reader.press("X")
        assert [rule.words.startswith(FIRST) for rule in reader.library.rules] == [True]
        assert first(reader).reason == "set aside on mexc.com by your rule"
        assert "2 other articles changed too" in reader.told
        await reader.press("w")
        assert "set aside on mexc.com by your" in reader.screen


async def test_the_same_key_again_takes_the_rule_back_and_touches_nothing_else():
    async with driving() as reader:
        await reader.press("enter", "R", "X", "X")
        assert reader.library.rules == []
        assert not first(reader).kept  # still set aside in this article, by R
        assert LAST in reader.screen
        assert "No longer" in list(reader.app._notifications)[-2].message


async def test_a_rule_is_made_without_setting_aside_first_and_undone():
    async with driving() as reader:
        await reader.press("enter", "X")
        assert not first(reader).kept
        await reader.press("U")
        assert first(reader).kept
        assert reader.library.rules == []
        await reader.press("ctrl+y")
        assert not first(reader).kept


async def test_the_offer_ends_when_the_reader_moves_on():
    async with driving() as reader:
        await reader.press("enter", "g", "R", "right_curly_bracket", "X")
        assert [rule.words.startswith(LAST) for rule in reader.library.rules] == [True]


async def test_the_offer_ends_when_the_block_is_back():
    async with driving() as reader:
        await reader.press("enter", "R", "U", "G", "X")
        assert [rule.words.startswith(LAST) for rule in reader.library.rules] == [True]


async def test_another_article_is_not_offered_what_was_set_aside_before():
    library = FakeLibrary(*TITLES)
    async with driving(library) as reader:
        await reader.press("enter", "R", "J", "g", "X")
        assert [rule.words for rule in library.rules] == [TITLES[1]]


async def test_what_stands_in_the_list_of_removed_becomes_a_rule():
    async with driving() as reader:
        await reader.press("enter", "w", "X")
        assert [rule.words for rule in reader.library.rules] == [SHARE]


async def test_without_a_site_there_is_no_offer_and_no_rule():
    library = FakeLibrary()
    library.add("A paste", site=None)
    async with driving(library) as reader:
        await reader.press("enter", "R")
        assert "Set aside" in reader.told
        assert "always" not in reader.told
        await reader.press("X")
        assert "names no site" in reader.told
        assert library.rules == []


async def test_a_rule_that_cannot_be_saved_is_said():
    async with driving() as reader:
        await reader.press("enter")
        reader.library.broken = True
        await reader.press("X")
        assert "there is no room left" in reader.told
        assert first(reader).kept


async def test_the_help_names_the_keys_for_blocks():
    async with driving(size=WIDE) as reader:
        await reader.press("question_mark")
        await reader.type("always")
        assert "Always set aside on this site, or not" in reader.screen


async def test_reading_goes_on_after_what_was_set_aside():
    async with driving() as reader:
        await reader.press("enter", "R")
        text = reader.main.opened.article.source_text
        assert reader.main.reading.view.position == text.index(LAST)


async def test_what_was_interrupted_goes_on_when_the_app_is_opened():
    library = FakeLibrary(*TITLES)
    library.behind = 2
    async with driving(library) as reader:
        assert library.behind == 0
        assert reader.told == ""


async def test_what_the_site_repeats_is_set_aside_on_all_of_it():
    library = FakeLibrary(*TITLES)
    library.repeated = (Repeat("mexc.com", SHARE, 3), Repeat("mexc.com", "[b]Follow us", 3))
    async with driving(library, size=WIDE) as reader:
        await reader.press("enter", "ctrl+x")
        assert "[b]Follow us" in reader.screen
        await reader.press("j", "space", "enter")
        assert [rule.words for rule in library.rules] == ["[b]Follow us"]
        assert "1 passage always set aside now" in list(reader.app._notifications)[-2].message
        assert "3 articles changed" in reader.told


async def test_without_a_mark_the_passage_under_the_cursor_is_meant():
    library = FakeLibrary(*TITLES)
    library.repeated = (Repeat("mexc.com", SHARE, 3), Repeat("mexc.com", "Follow us", 3))
    async with driving(library) as reader:
        await reader.press("enter", "ctrl+x", "enter")
        assert [rule.words for rule in library.rules] == [SHARE]
        await reader.press("U")
        assert library.rules == []


async def test_a_site_that_repeats_nothing_says_so():
    async with driving() as reader:
        await reader.press("ctrl+x")
        assert "Open an article" in reader.told
        await reader.press("enter", "ctrl+x")
        assert "mexc.com repeats nothing yet" in reader.screen
        await reader.press("space", "enter", "escape")
        assert reader.library.rules == []
