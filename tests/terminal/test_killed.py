"""The whole job in a real terminal, and everything there again after a kill."""

import json
import signal
import sys
from pathlib import Path

from tests.terminal.screen import Terminal

READER = [sys.executable, "-m", "reader"]


def test_read_annotate_kill_and_reopen(samples: Path, own_home: Path) -> None:
    with Terminal([*READER, "import", str(samples / "3-repost-stablecoin.txt")]) as imported:
        assert imported.wait_for_end() == 0
    with Terminal(READER, 160, 50) as app:
        app.wait_for("Brazil’s exchanges promise")
        app.press("/", "s", "t", "a", "b", "l", "e", "c", "o", "i", "n", "s", "\r")
        app.wait_for("Brazil’s exchanges promise", gone="Nairobi’s Bus Drivers Turn")
        app.press("\r")
        app.wait_for("The four exchanges will open")
        app.press(")", "a")
        app.wait_for("Ctrl+S")
        app.press(*"Ask whom.", "\x13")
        app.wait_for("✎", "saved", gone="Ctrl+S")
        app.kill()
    notes = json.loads((own_home / "notes.json").read_text("utf-8"))
    assert [one["body"] for one in notes["annotations"].values()] == ["Ask whom."]
    with Terminal(READER, 160, 50) as again:
        again.wait_for("✎1")
        again.press("q")
        assert again.wait_for_end() == 0


def test_a_closed_window_ends_reader_and_nothing_spins(samples: Path, own_home: Path) -> None:
    with Terminal([*READER, "import", str(samples / "3-repost-stablecoin.txt")]) as imported:
        assert imported.wait_for_end() == 0
    with Terminal(READER) as app:
        app.wait_for("Brazil’s exchanges promise")
        assert app.hang_up() == -signal.SIGHUP
