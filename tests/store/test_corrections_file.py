"""What the reader says of names everywhere, in `notes.json`."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.conftest import on_disk, written
from tests.store.samples import CORRECTIONS, NOW, RULES

from reader.model import EntityCorrection, EntityType, SiteRule
from reader.store import Location, Notes

SAID = EntityCorrection("c", "Harbour city", NOW, EntityType.PERSON, EntityType.PLACE)


@given(
    corrections=st.lists(CORRECTIONS, max_size=4, unique_by=lambda one: one.id),
    rules=st.lists(RULES, max_size=2, unique_by=lambda rule: rule.id),
)
def test_corrections_come_back_and_go(
    scratch: Location, corrections: list[EntityCorrection], rules: list[SiteRule]
) -> None:
    given_rules = {rule.id: rule for rule in rules}
    given_all = {one.id: one for one in corrections}
    written(scratch, {}).save(rules=given_rules | given_all, now=NOW)
    notes = Notes(scratch)
    assert set(notes.corrections()) == set(corrections)
    assert set(notes.rules()) == {one for one in rules if one.id not in given_all}
    for one in corrections:
        assert notes.rule(one.id) == one
        notes.save(rules={one.id: None}, now=NOW)
    assert Notes(scratch).corrections() == ()


def test_a_correction_is_one_document(location: Location) -> None:
    Notes(location).save(rules={"c": SAID}, now=NOW)
    assert on_disk(location, "entity_corrections") == [
        {
            "id": "c",
            "text": "Harbour city",
            "was": "person",
            "type": "place",
            "name": None,
            "ignored": False,
            "marked": False,
            "created": "2026-01-05T09:30:00+00:00",
            "saved": "2026-01-05T09:30:00+00:00",
        }
    ]


def test_what_another_version_says_in_a_correction_stays(location: Location) -> None:
    Notes(location).save(rules={"c": SAID}, now=NOW)
    [document] = on_disk(location, "entity_corrections")
    notes = written(location, {"entity_corrections": {"4": document | {"until": "2027"}}})
    notes.save(rules={"c": replace(SAID, type=EntityType.WORK)}, now=NOW)
    [after] = on_disk(location, "entity_corrections")
    assert (after["type"], after["until"]) == ("work", "2027")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": 5},
        {"id": None},
        {"type": "planet"},
        {"type": None},
    ],
)
def test_what_corrects_nothing_is_passed_over_and_kept(
    location: Location, fields: dict[str, Any]
) -> None:
    document = {"id": "c", "text": "Lagos", "type": "place"} | fields
    notes = written(location, {"entity_corrections": {"1": document}})
    assert notes.corrections() == ()
    notes.save(rules={"d": replace(SAID, id="d")}, now=NOW)
    assert document in on_disk(location, "entity_corrections")


def test_control_characters_stay_out(location: Location) -> None:
    document = {"id": "c", "text": "La\x1b[31mgos", "type": "place", "name": "L\x9bKagos"}
    [one] = written(location, {"entity_corrections": {"1": document}}).corrections()
    assert (one.text, one.name) == ("Lagos", "Lagos")
