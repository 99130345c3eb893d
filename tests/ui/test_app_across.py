"""The whole library on one screen: names, figures, dates, and the way into an article and back."""

import pytest
from piloting import NARROW, WIDE, driving

from reader.library import Library
from reader.model import EntityType

FIRST = """Harbour reopens

2026-05-30

Marta Reis reopened the harbour of Lisbon on Friday. Repairs cost 12 million euros.

“We lost a week,” said Reis. The canal is to follow on 1 August 2026.
"""
SECOND = """Reis leaves

2026-06-02

Marta Reis left Lisbon on Tuesday. She was paid $95,000 a year, 4% more than before.
"""


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "lib") as opened:
        opened.import_text(FIRST)
        opened.import_text(SECOND)
        yield opened


def lines(reader):
    return [line.strip(" ▌") for line in reader.screen.split("\n")]


async def test_names_with_the_most_articles_come_first(library):
    async with driving(library, NARROW) as reader:
        await reader.press("L")
        assert "Names 2" in reader.screen
        first, second = lines(reader)[1:3]
        assert first.split() == ["2", "2×", "place", "Lisbon"]
        assert second.split()[:3] == ["2", "4×", "person"]
        await reader.press("s", "s")
        assert "by name" in reader.screen


async def test_a_page_names_every_article_and_sentence_and_leads_there_and_back(library):
    async with driving(library, WIDE) as reader:
        await reader.press("L", "down", "enter")
        assert "Marta Reis  person · 4 mentions" in reader.screen
        assert "said Reis." in reader.screen
        await reader.press("G", "enter")
        assert reader.main.opened.article.title == "Harbour reopens"
        start, end = reader.main.reading.view.selection
        assert reader.main.opened.article.source_text[start:end] == "Reis"
        await reader.press("escape", "escape")
        assert "Marta Reis  person · 4 mentions" in reader.screen
        assert reader.main.across.list.cursor == 3
        await reader.press("escape")
        assert "Names 2" in reader.screen
        assert reader.main.across.list.cursor == 1
        await reader.press("escape")
        assert "Library" in reader.screen


async def test_from_an_article_the_page_of_its_name_opens(library):
    async with driving(library, NARROW) as reader:
        await reader.press("enter", "p", "L")
        assert "Lisbon  place · 2 mentions" in reader.screen
        await reader.press("escape", "escape", "e", "L")
        assert "Marta Reis  person · 4 mentions" in reader.screen


async def test_figures_are_chosen_and_sorted(library):
    async with driving(library, WIDE) as reader:
        await reader.press("L", "2")
        assert "12,000,000 EUR" in reader.screen
        await reader.press("s")
        assert lines(reader)[1].startswith("12,000,000 EUR")
        await reader.press("slash")
        await reader.type(">50000 usd")
        assert "Figures 1" in reader.screen
        assert "$95,000 a year" in lines(reader)[1]
        await reader.press("enter", "enter")
        assert reader.main.opened.article.title == "Reis leaves"


async def test_dates_are_a_timeline(library):
    async with driving(library, WIDE) as reader:
        await reader.press("L", "3")
        days = [line.split()[0] for line in lines(reader)[1:6]]
        assert days == sorted(days, reverse=True)
        assert "2026-08-01" in days
        await reader.press("slash")
        await reader.type("2026-08")
        assert "Dates 1" in reader.screen
        await reader.press("escape")
        assert "Dates 1 " not in reader.screen


async def test_what_cannot_be_asked_is_said_and_what_fits_nothing_too(library):
    async with driving(library, WIDE) as reader:
        await reader.press("L", "2", "slash")
        await reader.type("colour:red")
        assert "there is no field" in reader.screen
        await reader.press("escape", "slash")
        await reader.type("zebra")
        assert "Nothing fits." in reader.screen


async def test_a_name_is_corrected_where_all_are_listed(library):
    async with driving(library, WIDE) as reader:
        await reader.press("L", "C", "up", "enter")
        assert lines(reader)[1].split()[2:] == ["organization", "Lisbon"]
        assert library.corrections()[0].type is EntityType.ORGANIZATION
        await reader.press("C", "escape")


async def test_an_empty_library_says_so(tmp_path):
    with Library.open(tmp_path / "lib") as empty:
        async with driving(empty, NARROW) as reader:
            await reader.press("L")
            assert "Nobody is named yet" in reader.screen
            await reader.press("right", "right", "enter", "C", "escape")
            assert "Library" in reader.screen


async def test_help_has_the_keys_of_the_place(library):
    async with driving(library, NARROW) as reader:
        await reader.press("L", "question_mark")
        await reader.type("list:")
        assert "Across the library" in reader.screen
