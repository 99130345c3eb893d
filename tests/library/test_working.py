"""Where there is much to do, cleaning runs in processes of its own, and nothing else changes."""

import os
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.working import MANY, Workers
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


def test_a_process_that_dies_takes_only_its_source_along() -> None:
    good, bad = original(1), original(2)
    with Workers(many=True) as workers:
        begun = [
            workers.begin(good.source, good.text, ()),
            workers.begin(bad.source, Deadly(), ()),  # type: ignore[arg-type]
            workers.begin(good.source, good.text, ()),
        ]
        assert begun[0]()[0][0].title == "Harbour reopens after the storm"
        with pytest.raises(ConversionError):
            begun[1]()
        assert begun[2]() == begun[0]()
        after = workers.begin(good.source, good.text, ())
        assert after() == begun[0]()


def test_what_cannot_be_cleaned_is_said_by_the_other_process_too() -> None:
    one = original(1)
    with Workers(many=True) as workers:
        answer = workers.begin(one.source, None, ())  # type: ignore[arg-type]
        with pytest.raises(ConversionError, match="Reader failed on it"):
            answer()
