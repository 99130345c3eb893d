"""Names under the fingers: another type, another name, no name, always a name."""

from fakes import FakeLibrary
from piloting import NARROW, TITLES, WIDE, driving

from reader.model import EntityType

PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION


def names(reader):
    return [(one.text, one.name, one.type) for one in reader.main.opened.recognised.mentions]


async def test_the_name_in_the_sentence_is_given_another_type():
    async with driving(size=NARROW) as reader:
        await reader.press("enter", "C")
        assert "Anton Siluanov" in reader.screen
        assert "● person" in reader.screen
        await reader.press("down")
        assert "● organization" in reader.screen
        await reader.press("enter")
        assert ("Siluanov", "Anton Siluanov", ORGANIZATION) in names(reader)
        assert "3 articles changed" in reader.told
        await reader.press("U")
        assert ("Siluanov", "Anton Siluanov", PERSON) in names(reader)


async def test_a_name_jumped_to_is_no_name():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "p", "C", "end", "enter")
        assert "Moscow" not in [text for text, *_ in names(reader)]
        assert "“Moscow” is corrected: 3 articles changed. U undoes." in reader.told


async def test_a_name_is_called_otherwise():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "C", "tab")
        await reader.type(" G.")
        await reader.press("enter")
        assert ("Siluanov", "Anton Siluanov G.", PERSON) in names(reader)


async def test_two_names_become_one_and_of_its_type():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "e", "3", "C", "tab", "ctrl+u")
        await reader.type("anton siluanov")
        assert "→ one with Anton Siluanov (person)" in reader.screen
        await reader.press("enter")
        assert ("Moscow", "Anton Siluanov", PERSON) in names(reader)


async def test_selected_words_are_always_marked():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "v", "right", "right", "C")
        assert "no name" not in reader.screen
        await reader.press("down", "enter")
        assert ("Anton Siluanov spoke", "Anton Siluanov spoke", ORGANIZATION) in names(reader)
        assert "“Anton Siluanov spoke” is always marked: 3 articles changed." in reader.told


async def test_without_a_name_the_reader_is_told_what_to_do():
    async with driving(size=WIDE) as reader:
        await reader.press("enter")
        for _ in range(3):
            reader.library.correct_entity("Anton Siluanov", kind=None, called=None, ignored=True)
        reader.library.correct_entity("Moscow", kind=None, called=None, ignored=True)
        reader.main.reading.reload()
        await reader.settle()
        await reader.press("C")
        assert "There is no name here" in reader.told


async def test_nothing_changed_is_nothing_said():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "C", "enter", "C", "down", "escape")
        assert reader.library.corrections == []


async def test_a_name_needs_words():
    async with driving(size=WIDE) as reader:
        await reader.press("enter", "C", "tab", "ctrl+u")
        await reader.type("-")
        await reader.press("enter")
        assert "A name has words." in reader.screen
        assert reader.library.corrections == []


async def test_what_an_earlier_version_recognised_is_looked_at_again():
    library = FakeLibrary(*TITLES)
    library.stale = 3
    async with driving(library) as reader:
        assert "3 articles were looked for anew" in reader.told
