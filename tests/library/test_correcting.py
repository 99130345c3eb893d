"""Corrections of names count in every article at once, and can be undone, exported and imported."""

from pathlib import Path

import pytest

from reader.library import Library, doctor
from reader.model import Entity, EntityType, NothingFound, UsageError
from tests.library.conftest import STORY, clock

PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION


@pytest.fixture
def other(library: Library) -> str:
    text = "Reis leaves the port\n\n2026-06-02\n\nMarta Reis left on Tuesday, the Lisbon port said."
    return library.import_text(text).imported[0].id


def entity(library: Library, id: str, name: str) -> Entity | None:
    return next((one for one in library.recognised(id).entities if one.name == name), None)


def named(library: Library, name: str) -> set[str]:
    return set(library.listing(f'entity:"{name}"').ids())


def types(library: Library, name: str) -> set[str]:
    return {row.type for row in library.entities() if row.name == name}


def test_another_type_counts_in_every_article(library: Library, story: str, other: str) -> None:
    assert types(library, "Marta Reis") == {PERSON}
    library.correct_entity("Marta Reis", PERSON, kind=ORGANIZATION)
    assert types(library, "Marta Reis") == {ORGANIZATION}
    for one in (story, other):
        found = entity(library, one, "Marta Reis")
        assert found is not None
        assert (found.type, found.role) == (ORGANIZATION, None)
    assert library.follow_rules() == 2


def test_a_name_that_is_none_is_found_no_more_until_that_is_undone(
    library: Library, story: str, other: str
) -> None:
    library.correct_entity("Marta Reis", ignored=True)
    library.follow_rules()
    assert named(library, "Marta Reis") == set()
    assert library.undo() == "correct “Marta Reis”"
    library.follow_rules()
    assert named(library, "Marta Reis") == {story, other}
    assert entity(library, story, "Marta Reis") is not None
    library.redo()
    library.follow_rules()
    assert named(library, "Marta Reis") == set()


def test_called_otherwise_it_is_found_by_both_names(library: Library, story: str) -> None:
    library.correct_entity("Lisbon", PLACE, called="Lisboa")
    library.follow_rules()
    assert named(library, "Lisboa") == named(library, "Lisbon") == {story}


def test_corrections_of_corrections_are_followed(library: Library, story: str) -> None:
    library.correct_entity("Lisbon", called="Lisboa")
    library.correct_entity("Lisboa", called="Olisipo")
    last = library.corrections()[-1]
    library.follow_rules()
    assert named(library, "Olisipo") == {story}
    library.remove_corrections([last.id])
    library.follow_rules()
    assert named(library, "Olisipo") == set()
    assert named(library, "Lisboa") == {story}


def test_a_marked_phrase_is_found_in_every_article(
    library: Library, story: str, other: str
) -> None:
    made = library.mark_phrase("port", ORGANIZATION)
    library.follow_rules()
    assert named(library, "port") == {story, other}
    again = library.mark_phrase("port", PLACE)
    assert library.corrections() == (again,) != (made,)
    library.follow_rules()
    assert types(library, "port") == {PLACE}
    assert library.undo() == "always mark “port”"
    assert types(library, "port") == {ORGANIZATION}


def test_corrections_hold_for_what_is_imported_later(library: Library) -> None:
    library.correct_entity("Marta Reis", kind=ORGANIZATION)
    id = library.import_text(STORY).imported[0].id
    assert named(library, "Marta Reis") == {id}
    assert types(library, "Marta Reis") == {ORGANIZATION}


def test_an_interrupted_following_goes_on_when_the_library_is_opened(
    library: Library, story: str, tmp_path: Path
) -> None:
    library.correct_entity("Lisbon", called="Lisboa")
    assert named(library, "Lisboa") == set()
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert named(again, "Lisboa") == {story}
        assert again.follow_rules() == 0


def test_an_index_made_anew_has_the_corrections(
    library: Library, story: str, tmp_path: Path
) -> None:
    library.correct_entity("Lisbon", called="Lisboa")
    library.close()
    said = [one.message for one in doctor(tmp_path / "lib", rebuild_index=True)]
    assert any("1 correction of names" in one for one in said)
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert again.follow_rules() == 0
        assert named(again, "Lisboa") == {story}


def test_what_another_library_said_is_taken_in_once(
    library: Library, story: str, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "other", clock=clock) as theirs:
        theirs.correct_entity("Lisbon", called="Lisboa")
        theirs.mark_phrase("port", ORGANIZATION)
        given = theirs.corrections()
    assert library.add_corrections(given) == 2
    assert library.add_corrections(given) == 0
    library.follow_rules()
    assert named(library, "Lisboa") == named(library, "port") == {story}
    assert library.undo() == "import corrections"
    assert library.corrections() == ()


def test_what_says_nothing_is_refused(library: Library) -> None:
    for name, fields in (
        ("Lisbon", {}),
        ("Lisbon", {"called": " Lisbon "}),
        ("Lisbon", {"was": PLACE, "kind": PLACE}),
        (" ", {"ignored": True}),
    ):
        with pytest.raises(UsageError):
            library.correct_entity(name, **fields)  # type: ignore[arg-type]
    with pytest.raises(NothingFound):
        library.mark_phrase("— …", PLACE)
    with pytest.raises(UsageError):
        library.remove_corrections(["gone"])
    assert library.corrections() == ()
