"""An import that is killed half-way loses nothing, and goes on when it is begun again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import Library, doctor
from reader.library.working import MANY
from tests.library.conftest import STORY, clock

COUNT = MANY * 2  # enough for processes of their own
KILLED = """
import os, signal, sys
from pathlib import Path
from reader.library import Library

def kill(progress):
    if progress.done == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        library.import_([Path(sys.argv[2])], progress=kill)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "pages"
    found.mkdir()
    for number in range(COUNT):
        (found / f"{number:02}.txt").write_text(STORY.replace("four days", f"{number} days"))
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that kills")
@pytest.mark.parametrize("after", [1, COUNT // 2, COUNT - 1])
def test_nothing_is_lost_and_the_rest_is_taken_in(tmp_path: Path, folder: Path, after: int) -> None:
    home, code = tmp_path / "lib", tmp_path / "killed.py"
    code.write_text(KILLED)
    killed = subprocess.run([sys.executable, code, home, folder, str(after)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Library.open(home, clock=clock) as library:
        there = library.listing().ids()
        assert after <= len(there) < COUNT
        assert all(library.recognised(one) for one in there)
        report = library.import_([folder])
        assert {row.id for row in report.known} == set(there)
        assert not report.failed
        assert len(library.listing().ids()) == COUNT
    assert all(finding.ok for finding in doctor(home))
