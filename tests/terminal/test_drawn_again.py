"""A screen that another program wrote on is drawn again, in a dialog too."""

import sys
from pathlib import Path

import pytest

from reader.library import Library
from tests.terminal.screen import Terminal


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "lib") as library:
        library.import_text("A title of words\n\n2026-01-01\n\nSome words of an article.")
    return tmp_path / "lib"


def test_everything_is_drawn_again(home: Path) -> None:
    with Terminal([sys.executable, "-m", "reader", "--home", str(home)], 100, 30) as app:
        app.wait_for("A title of words", "saved")
        app.screen.reset()
        app.press("\x0c")
        app.wait_for("Library", "A title of words", "saved")
        app.press("?")
        app.wait_for("Keys", "Next pane")
        app.screen.reset()
        app.press("\x0c")
        app.wait_for("Library", "Keys", "Next pane", "saved")
