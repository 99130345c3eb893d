"""The reader's word on names, laid over what was recognised."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import (
    UNSEEN,
    Entity,
    EntityCorrection,
    EntityType,
    Mention,
    Quotation,
    Recognised,
)
from reader.text.recognition.corrections import corrected, folded_name

NOW = datetime(2026, 1, 5, tzinfo=UTC)
PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION

TEXT = "Marta Reis of Harbour City spoke. Reis said “ships wait” in Lisbon, digital rouble or no."


def found_in(text: str, **types: EntityType) -> Recognised:
    """Each name (spaces as `_`) as mentions wherever it stands, an entity each."""
    names = {name.replace("_", " "): kind for name, kind in types.items()}
    mentions = sorted(
        (
            Mention(at, at + len(name), name, kind, name)
            for name, kind in names.items()
            for at in range(len(text))
            if text.startswith(name, at)
        ),
        key=lambda one: one.start,
    )
    kept: list[Mention] = []
    for one in mentions:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    count = {name: sum(one.name == name for one in kept) for name in names}
    entities = (Entity(n, kind, (), count[n]) for n, kind in names.items() if count[n])
    return Recognised(tuple(kept), (), tuple(entities))


FOUND = found_in(TEXT, Marta_Reis=PERSON, Harbour_City=PERSON, Reis=PERSON, Lisbon=PLACE)


def say(text: str, **fields: object) -> EntityCorrection:
    return replace(EntityCorrection("c", text, NOW), **fields)  # type: ignore[arg-type]


def names(found: Recognised) -> list[tuple[str, EntityType]]:
    return [(one.name, one.type) for one in found.mentions]


def entity(found: Recognised, name: str) -> Entity:
    [one] = [one for one in found.entities if one.name == name]
    return one


def test_nothing_said_changes_nothing() -> None:
    assert corrected(TEXT, FOUND, ()) is FOUND
    assert corrected(TEXT, FOUND, (say("Porto", type=PERSON),)) == FOUND


def test_another_type() -> None:
    after = corrected(TEXT, FOUND, (say("harbour  city", was=PERSON, type=PLACE),))
    assert ("Harbour City", PLACE) in names(after)
    assert entity(after, "Harbour City") == Entity("Harbour City", PLACE, (), 1)
    assert len(after.mentions) == len(FOUND.mentions)


def test_of_another_type_before_it_is_not_meant() -> None:
    assert corrected(TEXT, FOUND, (say("Harbour City", was=ORGANIZATION, type=PLACE),)) == FOUND


def test_no_name() -> None:
    after = corrected(TEXT, FOUND, (say("Lisbon", ignored=True),))
    assert "Lisbon" not in [one.name for one in (*after.mentions, *after.entities)]


def test_two_become_one() -> None:
    after = corrected(TEXT, FOUND, (say("Reis", name="Marta Reis"),))
    assert entity(after, "Marta Reis") == Entity("Marta Reis", PERSON, ("Reis",), 2)
    assert [one.text for one in after.mentions] == [one.text for one in FOUND.mentions]


def test_a_new_name_keeps_the_old_one_as_an_alias() -> None:
    after = corrected(TEXT, FOUND, (say("Lisbon", name="Lisboa"),))
    assert entity(after, "Lisboa").aliases == ("Lisbon",)


def test_a_later_word_is_about_what_an_earlier_one_made() -> None:
    said = (say("Lisbon", name="Lisboa"), say("Lisboa", type=ORGANIZATION))
    assert ("Lisboa", ORGANIZATION) in names(corrected(TEXT, FOUND, said))
    assert ("Lisboa", PLACE) in names(corrected(TEXT, FOUND, said[::-1]))


def test_there_and_back_again() -> None:
    said = (say("Lisbon", name="Lisboa"), say("Lisboa", name="Lisbon"))
    assert corrected(TEXT, FOUND, said).mentions == FOUND.mentions
    there = tuple(say("Lisbon", was=a, type=b) for a, b in ((PLACE, PERSON), (PERSON, PLACE)))
    assert corrected(TEXT, FOUND, there).mentions == FOUND.mentions


def test_a_marked_phrase_stands_wherever_its_words_do() -> None:
    text = "Digital rouble, digital\trouble; digital roubles. A\nDigital\nRouble"
    after = corrected(text, Recognised(), (say("digital rouble", marked=True, type=PLACE),))
    assert [text[one.start : one.end] for one in after.mentions] == [
        "Digital rouble",
        "digital\trouble",
    ]
    assert after.entities == (Entity("digital rouble", PLACE, ("Digital rouble",), 2),)


def test_a_marked_phrase_with_capitals_is_only_found_so() -> None:
    text = "Apple fell; an apple too, and Apples."
    after = corrected(text, Recognised(), (say("Apple", marked=True, type=ORGANIZATION),))
    assert [one.start for one in after.mentions] == [0]


@pytest.mark.parametrize("phrase", ["$TSLA", "C++", "S&P 500", "(a)", "10x Research"])
def test_a_marked_phrase_may_begin_and_end_with_anything(phrase: str) -> None:
    text = f"see {phrase}, or x{phrase}x, or {phrase}"
    after = corrected(text, Recognised(), (say(phrase, marked=True, type=PLACE),))
    assert {one.text for one in after.mentions} == {phrase}
    assert after.mentions[-1].end == len(text)


def test_a_marked_phrase_takes_the_place_of_what_it_touches_but_not_of_a_longer_name() -> None:
    of_city = (say("City spoke", marked=True, type=PLACE),)
    assert ("City spoke", PLACE) in names(corrected(TEXT, FOUND, of_city))
    assert "Harbour City" not in dict(names(corrected(TEXT, FOUND, of_city)))
    reis = corrected(TEXT, FOUND, (say("Reis", marked=True, type=PLACE),))
    assert names(reis)[0] == ("Marta Reis", PERSON)
    assert ("Reis", PLACE) in names(reis)


def test_the_longest_of_two_marked_phrases_counts() -> None:
    said = tuple(say(words, marked=True, type=PLACE) for words in ("digital", "digital rouble"))
    assert ("digital rouble", PLACE) in names(corrected(TEXT, FOUND, said))
    assert ("digital", PLACE) not in names(corrected(TEXT, FOUND, said))


def test_a_marked_phrase_can_be_corrected_later() -> None:
    mark = say("digital rouble", marked=True, type=PLACE)
    called = corrected(TEXT, FOUND, (mark, say("digital rouble", name="Digital Rouble")))
    assert ("Digital Rouble", PLACE) in names(called)
    assert corrected(TEXT, FOUND, (mark, say("digital rouble", ignored=True))) == FOUND


def test_hidden_characters_do_not_count() -> None:
    text = TEXT.replace("digital", f"digi{UNSEEN}tal")
    after = corrected(text, FOUND, (say("digital rouble", marked=True, type=PLACE),))
    mark = after.mentions[-1]
    assert mark.text == "digital rouble"
    assert text[mark.start : mark.end] == f"digi{UNSEEN}tal rouble"


def test_speakers_and_affiliations_follow() -> None:
    found = replace(
        FOUND,
        entities=(
            Entity("Marta Reis", PERSON, (), 1, "head", "Harbour City"),
            *FOUND.entities[1:],
        ),
        quotations=(Quotation(45, 55, "ships wait", "Marta Reis"),),
    )
    said = (say("Harbour City", type=PLACE, name="Port"), say("Marta Reis", name="M. Reis"))
    after = corrected(TEXT, found, said)
    assert entity(after, "M. Reis").affiliation == "Port"
    assert after.quotations[0].speaker == "M. Reis"
    gone = corrected(TEXT, found, tuple(say(one.text, ignored=True) for one in said))
    assert gone.quotations[0].speaker is None
    no_port = corrected(TEXT, found, (say("Harbour City", ignored=True),))
    assert entity(no_port, "Marta Reis").affiliation is None
    assert entity(no_port, "Marta Reis").role == "head"


WORDS = st.sampled_from(["Marta Reis", "Reis", "Lisbon", "lisbon", "Harbour City", "spoke", "no"])
CORRECTIONS = st.lists(
    st.builds(
        say,
        WORDS,
        was=st.none() | st.sampled_from([PERSON, PLACE]),
        type=st.sampled_from([PERSON, PLACE, ORGANIZATION]),
        name=st.none() | WORDS,
        ignored=st.booleans(),
        marked=st.booleans(),
    ),
    max_size=6,
).map(tuple)


@given(CORRECTIONS)
def test_whatever_is_said_mentions_and_entities_agree(said: tuple[EntityCorrection, ...]) -> None:
    after = corrected(TEXT, FOUND, said)
    for one, following in zip(after.mentions, after.mentions[1:], strict=False):
        assert one.end <= following.start
    assert all(TEXT[one.start : one.end] == one.text for one in after.mentions)
    counted = [(one.name, one.type) for one in after.mentions]
    assert {(one.name, one.type): one.mentions for one in after.entities} == {
        pair: counted.count(pair) for pair in counted
    }
    assert len({(folded_name(one.name), one.type) for one in after.entities}) == len(after.entities)
    assert all(one.name not in one.aliases for one in after.entities)
