"""The pages say what the code says: every command and every key."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.root import _COMMANDS

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
