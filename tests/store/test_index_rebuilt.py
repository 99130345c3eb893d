"""The index is a cache: whatever happens to its file, it can be made anew, and is the same then."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.store.samples import TODAY, article

from reader.model import LibraryError, ReaderState
from reader.store import Index, Location, Sort
from reader.store.index.schema import VERSION
from reader.text.query import parse


def fill(index: Index, numbers: range) -> None:
    index.add_many((article(f"{n}", f"Words {n}", title=f"T{n % 3}"), None) for n in numbers)
    index.set_states({f"{n}": (ReaderState((f"t{n % 2}",)), ()) for n in numbers})
    index.notes_stamp = "stamp"
    index.mark_built()


def everything(index: Index) -> list[object]:
    return [list(index.listing(parse(""), sort, TODAY).rows(0, 99)) for sort in Sort]


def reopened(location: Location) -> Index:
    return Index(location.index, recogniser_version="1")


def test_it_is_fresh_until_it_is_built(location: Location) -> None:
    for _ in range(2):  # closed before it was built, it is still to be filled
        index = reopened(location)
        assert index.fresh
        index.add(article("one"))
        index.close()
    index = reopened(location)
    index.mark_built()
    assert not index.fresh
    index.close()
    assert not reopened(location).fresh


@pytest.mark.parametrize("order", [range(9), range(8, -1, -1)])
def test_deleted_and_filled_again_it_is_the_same(location: Location, order: range) -> None:
    index = reopened(location)
    fill(index, range(9))
    before = everything(index)
    index.close()
    location.index.unlink()
    index = reopened(location)
    assert index.fresh
    assert index.notes_stamp == ""
    assert not index.listing(parse(""), Sort.NEWEST, TODAY)
    fill(index, order)
    assert everything(index) == before
    index.close()


def test_reset_throws_everything_away(index: Index) -> None:
    fill(index, range(9))
    before = everything(index)
    index.reset()
    assert index.fresh
    assert not index.find("1")
    fill(index, range(9))
    assert everything(index) == before


def other_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


HARM: dict[str, Callable[[Path], object]] = {
    "not a database": lambda path: path.write_bytes(b"not a database, " * 400),
    "zeros": lambda path: path.write_bytes(bytes(20_000)),
    "another version": other_version,
    "empty": lambda path: path.write_bytes(b""),
    "cut short": cut_short,
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_useless_file_is_made_anew(location: Location, harm: Callable[[Path], object]) -> None:
    index = reopened(location)
    fill(index, range(9))
    before = everything(index)
    index.close()
    harm(location.index)
    index = reopened(location)
    assert index.fresh
    fill(index, range(9))
    assert everything(index) == before
    index.close()


def test_damage_met_later_is_said_with_what_to_do(location: Location) -> None:
    index = reopened(location)
    fill(index, range(9))
    index.close()
    data = bytearray(location.index.read_bytes())
    data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
    location.index.write_bytes(data)
    index = reopened(location)
    if not index.fresh:
        with pytest.raises(LibraryError, match="--rebuild"):
            everything(index)
    index.reset()
    assert everything(index) == [[]] * len(Sort)
    index.close()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Index(tmp_path / "missing" / "index.sqlite")
    (tmp_path / "folder").mkdir()
    with pytest.raises(LibraryError):
        Index(tmp_path / "folder")


def test_what_is_mirrored_is_remembered(index: Index, location: Location) -> None:
    fill(index, range(3))
    assert reopened(location).notes_stamp == "stamp"
    index.clear_states()
    assert index.tags() == {}
    assert all(row.tags == () for row in index.listing(parse(""), Sort.TITLE, TODAY).rows(0, 9))
    assert not index.listing(parse("t0"), Sort.NEWEST, TODAY).index_of("0")


def test_two_readers_on_one_index(index: Index, location: Location) -> None:
    other = reopened(location)
    fill(index, range(5))
    assert everything(other) == everything(index)
    other.add(article("new"))
    assert index.article("new") == other.article("new")
    other.close()


def test_opening_waits_for_nobody(index: Index, location: Location) -> None:
    fill(index, range(5))
    with index._database.writing() as connection:
        connection.execute("DELETE FROM articles")
        other = reopened(location)
        assert len(other.listing(parse(""), Sort.NEWEST, TODAY)) == 5
        other.close()


def test_threads_share_one(index: Index) -> None:
    def work(number: int) -> int:
        index.add(article(f"{number}", "Words."))
        index.set_state(f"{number}", ReaderState(("t",)))
        return len(index.listing(parse("words tag:t"), Sort.NEWEST, TODAY).ids())

    with ThreadPoolExecutor(4) as pool:
        assert max(pool.map(work, range(40))) == 40
