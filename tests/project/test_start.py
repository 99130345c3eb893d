"""What may be imported before the list is on the screen: the start is paid for in modules."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import Library

# A tenth of a second each, or the beginning of one. What uses them imports them.
LATE = (
    "multiprocessing",
    "concurrent.futures.process",
    "lxml",
    "jinja2",
    "dateutil",
    "dateparser",
    "rapidfuzz",
    "filelock",
    "urllib3",
    "charset_normalizer",
    "feedparser",
    "html.parser",
    "csv",
    "zipfile",
    "tomllib",
    "textual.widgets._markdown",
    "reader.sources",
    "reader.text.cleaning",
    "reader.text.recognition.mentions",
    "reader.text.recognition.figures",
    "reader.text.anchoring.matching",
    "reader.text.comparing",
    "reader.export.markdown",
    "reader.library.extracting",
    "reader.library.indexing",
    "reader.library.importing",
    "reader.library.bringing",
    "reader.library.exchange",
    "reader.library.working",
    "reader.store.index.across.figures",
    "reader.ui.across.screen",
    "reader.ui.dialogs.tags",
    "reader.ui.screens.help",
    "reader.ui.screens.comparing",
)
FIRST_PAINT = """
import asyncio, sys
from pathlib import Path
from reader.library import Library
library = Library.open(Path(sys.argv[1]), follow_now=False)
from reader.ui.app import ReaderApp
async def paint():
    async with ReaderApp(library).run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        assert "(No. 1)" in pilot.app.export_screenshot().replace("&#160;", " ")
asyncio.run(paint())
"""
COUNTED = """
make = dataclasses._process_class
def counted(cls, *options):
    made.append(cls.__name__)
    return make(cls, *options)
dataclasses._process_class = counted
"""
LIST = """
import sys
from reader.cli import main
sys.argv = ["reader", "--home", sys.argv[1], "list"]
try:
    main()
except SystemExit:
    pass
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "lib") as library:
        library.import_text("A title (No. 1)\n\n2026-01-01\n\nSome words of an article.")
    return tmp_path / "lib"


def loaded(code: str, home: Path) -> set[str]:
    code += "\nprint(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, str(home)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(("code", "most"), [(FIRST_PAINT, 150), (LIST, 95)], ids=["app", "list"])
def test_nothing_is_imported_before_it_is_used(home: Path, code: str, most: int) -> None:
    """`most`: of Reader's own modules, each a file to find, read and run."""
    found = loaded(code, home)
    assert sorted(found & set(LATE)) == []
    assert sum(name.split(".")[0] == "reader" for name in found) <= most


def test_commands_import_no_screen(home: Path) -> None:
    assert not {"textual", "rich", "asyncio", "_hashlib"} & loaded(LIST, home)


def test_a_command_makes_few_dataclasses(home: Path) -> None:
    """Each takes most of a millisecond to make; small values are NamedTuples, a tenth of that."""
    code = f"import dataclasses\nmade = []\n{COUNTED}\n{LIST}\nprint(*made, file=sys.stderr)"
    command = [sys.executable, "-c", code, str(home)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    made = ran.stderr.splitlines()[-1].split()
    assert "Article" in made
    assert len(made) <= 28
