"""A library in an empty folder, with a clock that stands still."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from reader.library import Library
from tests.conftest import NOW

STORY = """Harbour reopens after the storm

2026-05-30

The harbour of Lisbon reopened on Friday after four days, the port authority said in a statement.
Repairs cost 12 million euros and took longer than planned because two cranes had fallen.

Ships waited for up to 96 hours. “We lost a week of trade,” said Marta Reis, head of the port.

Disclaimer: The content does not constitute financial, legal, or other professional advice.
"""


def clock() -> datetime:
    return NOW


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "lib", clock=clock) as opened:
        yield opened


@pytest.fixture
def story(library: Library) -> str:
    """The id of an article in the library."""
    return library.import_text(STORY).imported[0].id
