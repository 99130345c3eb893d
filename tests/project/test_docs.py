"""The pages say what the code says: every command and every key."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from reader.cli.root import _COMMANDS
from reader.model import NO_STATE, Annotation
from reader.sources.apps import __path__ as apps_path
from reader.store.notes.documents import annotation_fields, state_fields
from reader.store.notes.said import KINDS
from reader.store.notes.stamps import EARLIER, SAVED, TIMES
from reader.store.notes.values import EPOCH

ROOT = Path(__file__).parents[2]


def test_generated_pages_are_up_to_date() -> None:
    ran = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_has_examples(command: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    section = page.partition(f"## reader {command}\n")[2].partition("\n## ")[0]
    assert "Example" in section


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (ROOT / "README.md").read_text("utf-8").partition("## Install")[0]
    assert "make demo" in opening
    assert "make test" in opening


@pytest.mark.parametrize(
    "key", ["j", ")", "}", "]", "space", "h", "a", "v", "W", "R", "n", "U", "?"]
)
def test_the_keys_of_reading_are_listed(key: str) -> None:
    assert f"`{key}`" in (ROOT / "docs" / "keys.md").read_text("utf-8")


def test_no_place_lists_a_key_twice_for_the_same_thing() -> None:
    for place in (ROOT / "docs" / "keys.md").read_text("utf-8").split("\n## ")[1:]:
        rows = [line for line in place.splitlines() if line.startswith("| `")]
        assert len(rows) == len(set(rows)), place.splitlines()[0]


def test_no_key_everywhere_is_listed_again_for_articles() -> None:
    places = (ROOT / "docs" / "keys.md").read_text("utf-8").split("\n## ")
    everywhere, articles = (
        {line for line in one.splitlines() if "`" in line} for one in places[1:3]
    )
    assert not everywhere & articles


@pytest.mark.parametrize("name", ["your-data", "sync"])
def test_the_tests_that_are_named_are_there(name: str) -> None:
    named = re.findall(r"test_\w+\.py", (ROOT / "docs" / f"{name}.md").read_text("utf-8"))
    there = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert named
    assert set(named) <= there


def test_every_field_of_the_notes_is_described() -> None:
    page = (ROOT / "docs" / "library-folder.md").read_text("utf-8")
    mark = Annotation("1", "a", EPOCH, EPOCH)
    fields = {
        *state_fields("a", NO_STATE),
        *annotation_fields(mark),
        *(field for kind in KINDS for field in kind.type.__dataclass_fields__),
        *(TIMES, SAVED, EARLIER, *(kind.table for kind in KINDS)),
    }
    assert {one for one in fields if f"`{one}`" not in page} == set()


def test_every_application_that_is_read_is_named() -> None:
    page = (ROOT / "docs" / "coming-from.md").read_text("utf-8")
    apps = (import_module(f"reader.sources.apps.{one.name}") for one in iter_modules(apps_path))
    names = {one.APP for one in apps if hasattr(one, "APP")}
    assert len(names) > 12
    assert {name for name in names if name not in page} == set()
