"""Where there is much to do, cleaning runs in processes of its own, and nothing else changes."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library, working
from reader.library.working import MANY, Workers, prepare
from reader.model import ConversionError
from reader.sources import Original, from_text
from tests.library.conftest import STORY, clock


def original(number: int) -> Original:
    return from_text(STORY.replace("four days", f"{number} days"))


class Deadly:
    """Ends whatever process it is handed to."""

    def __reduce__(self) -> Any:
        return os._exit, (3,)


def test_many_sources_give_what_they_give_one_by_one(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:02}.txt").write_text(STORY.replace("four days", f"{number} days"))
    (folder / "05.html").write_bytes(b"%PDF-1.4")
    (folder / "07.txt").write_text(STORY.replace("four days", "3 days"))
    report = library.import_([folder])
    assert len(report.imported) == MANY - 1
    assert [row.title for row in report.known] == ["Harbour reopens after the storm"]
    assert [Path(error.subject or "").name for error in report.failed] == ["05.html"]
    with Library.open(tmp_path / "other", clock=clock) as other:
        for path in sorted(folder.iterdir()):
            other.import_([path])
        assert set(other.listing().ids()) == set(library.listing().ids())
        for row in report.imported:
            assert other.article(row.id).blocks == library.article(row.id).blocks
            assert other.recognised(row.id) == library.recognised(row.id)


def test_a_process_that_dies_takes_only_its_own_work_along() -> None:
    one = original(1)
    good = partial(prepare, one.source, one.text, ())
    bad = partial(prepare, one.source, Deadly(), ())  # type: ignore[arg-type]
    with Workers(2) as workers:
        first, second, third = (workers.begin(call, "it") for call in (good, bad, good))
        assert first()[0][0].title == "Harbour reopens after the storm"
        with pytest.raises(ConversionError, match="it"):
            second()
        assert third() == first()
        assert workers.begin(good, "it")() == good()


def test_what_goes_wrong_in_the_other_process_is_said_in_this_one() -> None:
    with Workers(1) as workers:
        answer = workers.begin(partial(prepare, original(1).source, None, ()), "it")  # type: ignore[arg-type]
        with pytest.raises(ConversionError, match="Reader failed on it"):
            answer()


class _AtOnce:
    """A pool that is done with each piece as it is begun."""

    def __init__(self) -> None:
        self.begun = 0

    def submit(self, call: Callable[[], object]) -> "Future[object]":
        self.begun += 1
        done: Future[object] = Future()
        done.set_result(call())
        return done

    def shutdown(self, **_: object) -> None:
        pass


@pytest.mark.parametrize(("weight", "ahead"), [(1, 33), (working._ROOM, 5)])
def test_more_of_what_is_light_is_begun_ahead(
    monkeypatch: pytest.MonkeyPatch, weight: int, ahead: int
) -> None:
    pool = _AtOnce()
    monkeypatch.setattr(working, "_pool", lambda _: pool)
    with Workers(2) as workers:
        answers = workers.ahead(range(100), lambda n: workers.begin(lambda: n, "it", weight))
        assert next(answers)() == 0
        assert pool.begun == ahead
        assert [answer() for answer in answers] == list(range(1, 100))
