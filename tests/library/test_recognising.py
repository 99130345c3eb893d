"""What another version of the recogniser found is looked for again, beside everything else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import Library, doctor, recognisers
from reader.library.working import MANY
from tests.library.conftest import STORY, clock

Open = Callable[[], Library]


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens, with another version of the recogniser, a library of two articles."""
    with Library.open(tmp_path / "lib", clock=clock) as library:
        library.import_text(STORY)
        library.import_text(STORY.replace("four", "five"))
        assert library.recognise_again() == 0
    monkeypatch.setattr(recognisers, "RECOGNISER_VERSION", 10**6)
    return lambda: Library.open(tmp_path / "lib", clock=clock)


def test_all_are_looked_at_again_once(newer: Open) -> None:
    with newer() as library:
        assert len(list(library.entities())) > 0  # as before, until then
        assert library.recognise_again() == 2
        assert library.recognise_again() == 0


def test_an_article_that_is_opened_first_need_not_wait(newer: Open) -> None:
    with newer() as library:
        first = library.listing().ids()[0]
        assert library.recognised(first).mentions
        assert library.recognise_again() == 1


def test_it_stops_when_it_is_to_and_goes_on_the_next_time(newer: Open) -> None:
    with newer() as library:
        answers = iter([False, True])
        assert library.recognise_again(cancelled=lambda: next(answers)) == 1
        assert library.recognise_again() == 1


def test_the_doctor_does_it_at_once(newer: Open, tmp_path: Path) -> None:
    assert all(one.ok for one in doctor(tmp_path / "lib"))
    with newer() as library:
        assert library.recognise_again() == 0


def test_many_are_done_in_a_process_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "lib", clock=clock) as library:
        for number in range(MANY):
            library.import_text(STORY.replace("four", str(number)))
        before = [library.recognised(one) for one in library.listing().ids()]
    monkeypatch.setattr(recognisers, "RECOGNISER_VERSION", 10**6)
    with Library.open(tmp_path / "lib", clock=clock) as library:
        assert library.recognise_again() == MANY
        assert [library.recognised(one) for one in library.listing().ids()] == before
