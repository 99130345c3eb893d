"""Mentions that name one thing share an entity; those that could be two do not."""

import pytest

from reader.text.recognition.mentions import find_mentions


def entities(text):
    return {entity.name: entity for entity in find_mentions(text, (), None)[1]}


def test_a_last_name_means_the_person_named_in_full():
    found = entities("Finance Minister Anna Petrova spoke. Later Petrova left; Ms Petrova smiled.")
    assert found["Anna Petrova"].aliases == ("Petrova",)
    assert found["Anna Petrova"].mentions == 3


def test_a_last_name_with_its_particles_is_that_persons():
    found = entities("It was Marieke van der Laan who said so. Van der Laan left on Friday.")
    assert found["Marieke van der Laan"].aliases == ("Van der Laan",)


def test_known_letters_stand_for_the_body_that_the_text_names_in_full():
    found = entities("The Food and Agriculture Organization said so. The FAO index fell.")
    assert found["Food and Agriculture Organization"].aliases == ("FAO",)


def test_a_last_name_of_two_people_stays_apart():
    found = entities(
        "Anna Petrova met Ivan Petrov. Anna Petrova and Maria Petrova spoke. Then Petrova left."
    )
    assert {"Anna Petrova", "Maria Petrova", "Petrova"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("The U.S. and the United States agree with the US.", "United States", {"U.S.", "US"}),
        (
            "The Harbour Pilots Authority (HPA) met. The HPA said nothing.",
            "Harbour Pilots Authority",
            {"HPA"},
        ),
        ("The SEC and the Securities and Exchange Commission sued.",
         "Securities and Exchange Commission", {"SEC"}),
    ],
)  # fmt: skip
def test_other_names_of_the_same_thing(text, name, aliases):
    assert set(entities(text)[name].aliases) == aliases


@pytest.mark.parametrize("surname", ["Okonjo", "Lindqvist", "Tanaka", "de la Cruz", "Al-Mansoori"])
def test_every_mention_of_a_surname_goes_to_one_entity(surname):
    text = f"Minister Anna {surname} spoke in Paris. {surname} left, said {surname}."
    mentions, _ = find_mentions(text, (), None)
    people = [m for m in mentions if str(m.type) == "person"]
    assert {m.name for m in people} == {f"Anna {surname}"}
    assert len(people) == 3


def test_a_name_has_one_type_in_a_document():
    text = "Carol Meridian joined in May. Meridian said so. They met Meridian near Meridian."
    mentions, _ = find_mentions(text, (), None)
    assert {str(m.type) for m in mentions if m.text == "Meridian"} == {"person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DAYTON, Ohio (AP) - The plant shut on Monday.", "Dayton"),
        ("PORT MORESBY, Papua New Guinea - The port froze.", "Port Moresby"),
        ("The UAE and Oman met.", "UAE"),
    ],
)
def test_a_place_in_the_capitals_of_a_dateline_goes_by_its_ordinary_name(text, name):
    found = entities(text)
    assert name in found or any(name in entity.aliases for entity in found.values())
