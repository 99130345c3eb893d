"""Everything the reader does can be taken back and made again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import FollowUp, Status, UsageError
from tests.library.conftest import clock

ACTS: dict[str, Callable[[Library, str], object]] = {
    "tag #a -#b": lambda library, one: library.tag([one], ["a"], ["b"]),
    "mark done": lambda library, one: library.set_status([one], Status.DONE),
    "follow-up": lambda library, one: library.set_follow_up(one, FollowUp(date(2026, 7, 1), "Why")),
    "note": lambda library, one: library.set_note(one, "Words"),
    "highlight": lambda library, one: library.highlight(one, 0, 7),
    "delete": lambda library, one: library.delete([one]),
    "put back": lambda library, one: library.keep_block(
        one, library.article(one).removed[-1], True
    ),
}


def seen(library: Library, article: str) -> object:
    """All that a reader could see of the library."""
    listing = library.listing()
    return (
        listing.rows(0, len(listing)),
        library.tags(),
        library.state(article),
        library.note(article),
        library.annotations(article),
        [(block.role, block.kept) for block in library.article(article).blocks],
    )


@pytest.mark.parametrize("label", ACTS)
def test_an_act_is_undone_and_redone(library: Library, story: str, label: str) -> None:
    before = seen(library, story)
    ACTS[label](library, story)
    after = seen(library, story)
    assert after != before
    assert library.undo() == label
    assert seen(library, story) == before
    assert library.redo() == label
    assert seen(library, story) == after


def test_acts_are_undone_in_turn(library: Library, story: str) -> None:
    states = [seen(library, story)]
    for act in ACTS.values():
        act(library, story)
        states.append(seen(library, story))
    for label, before in zip(reversed(ACTS), reversed(states[:-1]), strict=True):
        assert library.undo() == label
        assert seen(library, story) == before
    assert library.undo() is None


def test_a_new_act_forgets_what_was_undone(library: Library, story: str) -> None:
    library.tag([story], ["one"])
    library.undo()
    library.tag([story], ["two"])
    assert library.redo() is None


def test_an_act_without_effect_is_no_act(library: Library, story: str) -> None:
    library.tag([story], [], ["never there"])
    library.set_status([story], Status.UNREAD)
    library.set_note(story, "")
    assert library.undo() is None


def test_the_reading_position_is_no_act_and_stays(library: Library, story: str) -> None:
    library.tag([story], ["one"])
    library.set_position(story, 42)
    assert library.undo() == "tag #one"
    assert library.state(story).position == 42


def test_what_another_reader_changed_since_is_not_undone(
    library: Library, story: str, tmp_path: Path
) -> None:
    library.set_status([story], Status.DONE)
    with Library.open(tmp_path / "lib", clock=clock) as other:
        other.set_status([story], Status.READING)
    with pytest.raises(UsageError, match="another Reader"):
        library.undo()
    assert library.state(story).status is Status.READING
