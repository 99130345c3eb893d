"""A library folder; and one for tests of content alone, where nothing waits for the disk."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from reader.store import Index, Location, Notes


@pytest.fixture
def location(tmp_path: Path) -> Location:
    location = Location(tmp_path / "library")
    location.create()
    return location


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Location]:
    """One folder for all examples of a module's property tests, which see to what is in it."""
    location = Location(tmp_path_factory.mktemp("scratch"))
    location.create()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _descriptor: None)
        yield location


@pytest.fixture
def index(location: Location) -> Iterator[Index]:
    index = Index(location.index, recogniser_version="1")
    index.mark_built()
    yield index
    index.close()


def written(location: Location, tables: Any) -> Notes:
    location.notes.write_text(json.dumps(tables), "utf-8")
    return Notes(location)


def on_disk(location: Location, table: str) -> list[dict[str, Any]]:
    with TinyDB(location.notes, encoding="utf-8") as stock:
        return [dict(document) for document in stock.table(table).all()]
