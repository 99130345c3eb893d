"""Importing the store loads nothing that the list does not need."""

import subprocess
import sys

HEAVY = {"lxml", "textual", "rich", "dateparser", "filelock", "yaml", "trafilatura", "urllib3"}


def test_the_store_is_light() -> None:
    script = "import sys, reader.store; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "reader.store" in loaded
    assert HEAVY.isdisjoint(name.split(".")[0] for name in loaded)
