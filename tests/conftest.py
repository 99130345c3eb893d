"""What every test may rely on: no reader's own library is ever touched, no clock, no network."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    home = tmp_path / "home"
    monkeypatch.setenv("READER_HOME", str(home))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home


@pytest.fixture
def samples() -> Path:
    """The folder of sample articles."""
    return ROOT / "sample_articles"


@pytest.fixture
def first_input() -> Path:
    """The scrape that Reader was first asked to read; not part of the project."""
    path = ROOT.parent / "shared" / "samples" / "mexc-russia-crypto.txt"
    if not path.exists():
        pytest.skip("the first input is not here")
    return path
