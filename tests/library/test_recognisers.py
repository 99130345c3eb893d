"""`READER_NAMES` says who recognises names: Reader, its rules alone, or a spaCy model."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from reader.library import Library, recognisers
from reader.model import ConversionError, EntityType, UsageError
from tests.library.conftest import STORY, clock

Choose = Callable[[str], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    recognisers._names.cache_clear()
    return lambda said: monkeypatch.setenv("READER_NAMES", said)


class Model:
    """Takes Marta Reis for a company, and “Repairs cost” for something that is no name."""

    def __call__(self, text: str) -> object:
        labels = {"Marta Reis": "ORG", "Repairs cost": "QUANTITY", "Lisbon": "GPE"}
        ents = [
            SimpleNamespace(start_char=at, end_char=at + len(words), label_=label)
            for words, label in labels.items()
            for at in range(len(text))
            if text.startswith(words, at)
        ]
        return SimpleNamespace(ents=ents)


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("spacy")
    module.__spec__ = SimpleNamespace(name="spacy")  # type: ignore[assignment]

    def load(name: str, exclude: object) -> Model:
        if name != "own_model":
            raise OSError("no such model")
        return Model()

    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)


def people(library: Library, id: str) -> set[str]:
    return {one.name for one in library.recognised(id).entities if one.type is EntityType.PERSON}


def test_reader_s_own_is_used_unless_something_is_said(library: Library, story: str) -> None:
    assert people(library, story) == {"Marta Reis"}


def test_rules_alone_know_less_and_know_no_cranes(choose: Choose, library: Library) -> None:
    choose("rules")
    id = library.import_text(STORY).imported[0].id
    assert "Lisbon" in {one.name for one in library.recognised(id).entities}


def test_a_model_of_one_s_own_takes_the_place_of_the_learned_step(
    choose: Choose, spacy: None, library: Library
) -> None:
    choose("spacy:own_model")
    id = library.import_text(STORY).imported[0].id
    assert people(library, id) == set()
    found = library.recognised(id)
    assert ("Marta Reis", EntityType.ORGANIZATION) in {(m.name, m.type) for m in found.mentions}
    assert any(one.unit == "EUR" for one in found.figures)
    assert "Repairs cost" not in {one.text for one in found.mentions}


def test_another_recogniser_looks_at_everything_again(
    choose: Choose, library: Library, story: str, tmp_path: Path
) -> None:
    library.close()
    choose("rules")
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert again.recognise_again() == 1
    choose("learned")
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert again.recognise_again() == 1
        assert people(again, story) == {"Marta Reis"}


@pytest.mark.parametrize("said", ["best", "spacy:", "spacy"])
def test_what_is_none_of_them_is_refused(choose: Choose, tmp_path: Path, said: str) -> None:
    choose(said)
    with pytest.raises(UsageError, match="READER_NAMES"):
        Library.open(tmp_path / "lib")


def test_without_spacy_the_reader_is_told_what_to_install(
    choose: Choose, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognisers, "find_spec", lambda _: None)
    choose("spacy:en_core_web_md")
    with pytest.raises(UsageError, match=r"close-reader\[spacy\]"):
        Library.open(tmp_path / "lib")


def test_a_model_that_is_not_there_is_said(choose: Choose, spacy: None, library: Library) -> None:
    choose("spacy:gone")
    with pytest.raises((UsageError, ConversionError), match="spacy download gone"):
        library.import_text(STORY)
