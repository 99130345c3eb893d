"""A library folder; and one for tests of content alone, where nothing waits for the disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store import Index, Location


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
    index = Index(location.index, recogniser_version=1)
    yield index
    index.close()
