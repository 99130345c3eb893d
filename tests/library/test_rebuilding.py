"""An index made anew takes over what was cleaned and recognised before, where it still holds."""

from pathlib import Path
from typing import NoReturn

import pytest

from reader.library import Library, doctor, doctoring, indexing
from reader.library.recognisers import recogniser_version
from reader.store import Store
from tests.library.conftest import STORY, clock

QUERIES = ["", "crane", "tag:port", "entity:Lisbon", "figure:>11m", "is:deleted", "is:unread"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "lib", clock=clock) as library:
        for number in range(5):
            library.import_text(STORY.replace("four days", f"{number} days"))
        ids = library.listing().ids()
        library.tag(ids[:2], ["port"])
        library.delete(ids[3:4])
    return tmp_path / "lib"


def everything(home: Path) -> list[object]:
    with Library.open(home, clock=clock) as library:
        said: list[object] = [library.listing(query).ids() for query in QUERIES]
        said += [library.counts(), library.tags()]
        names = library.names()
        said += names.rows(0, len(names))
        figures = library.all_figures()
        said += figures.rows(0, len(figures))
        return said


def never(*_: object, **__: object) -> NoReturn:
    raise AssertionError("cleaned again")


def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Fills with what is cleaned from now on."""
    seen: list[object] = []
    real = indexing.prepare
    monkeypatch.setattr(indexing, "prepare", lambda *a: seen.append(a) or real(*a))
    return seen


def rebuilt(home: Path) -> None:
    assert all(finding.ok for finding in doctor(home, rebuild_index=True))


@pytest.mark.parametrize("processes", [0, 1])
def test_nothing_is_cleaned_again_and_everything_is_found_as_before(
    home: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    with Library.open(home, clock=clock) as library:
        library.correct_entity("Lisbon", called="Lisboa")
    before = everything(home)
    monkeypatch.setattr(indexing, "prepare", never)
    monkeypatch.setattr(indexing, "processes_for", lambda _: processes)
    monkeypatch.setattr(doctoring, "processes_for", lambda _: processes)
    rebuilt(home)
    assert everything(home) == before
    assert sorted(path.name for path in home.glob("*index*")) == ["index.sqlite"]


@pytest.mark.parametrize("name", ["cleaner", "rules", "notes_stamp"])
def test_what_would_be_made_otherwise_now_is_made_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = everything(home)
    store = Store.open(home, recogniser_version=recogniser_version())
    setattr(store.index, name, "other")
    store.close()
    seen = counted(monkeypatch)
    rebuilt(home)
    assert len(seen) == 5
    assert everything(home) == before


def test_what_is_damaged_in_it_is_made_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(home)
    store = Store.open(home, recogniser_version=recogniser_version())
    with store.index._database.writing() as connection:
        connection.execute("UPDATE blocks SET body = x'00' WHERE article = 1")
        connection.execute("UPDATE articles SET recogniser = 'older' WHERE rowid = 2")
        connection.execute("DELETE FROM recognised WHERE article = 3")
    store.close()
    seen = counted(monkeypatch)
    rebuilt(home)
    assert len(seen) == 3
    assert everything(home) == before


def test_interrupted_it_goes_on_from_what_there_was(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(home)
    with monkeypatch.context() as patched:
        patched.setattr(indexing, "mirror_all", never)
        with pytest.raises(AssertionError):
            rebuilt(home)
    assert (home / "earlier-index.sqlite").exists()
    monkeypatch.setattr(indexing, "prepare", never)
    assert everything(home) == before
    assert not (home / "earlier-index.sqlite").exists()


def test_an_index_of_another_version_is_taken_over_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(home)
    store = Store.open(home, recogniser_version=recogniser_version())
    with store.index._database.reading() as connection:
        connection.execute("PRAGMA user_version = 1")
    store.close()
    monkeypatch.setattr(indexing, "prepare", never)
    assert everything(home) == before
