"""docs/templates.md and the code say the same: values, filters, files, blocks, flavours."""

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from exported_samples import FULL

from reader.export import Flavour, Templates, markdown_note
from reader.export.filters import filters_for
from reader.export.views import article_view
from reader.model import FollowUp

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
OURS = files("reader.export") / "templates"


def section(heading: str) -> str:
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def first_cells(text: str) -> list[str]:
    return [
        name
        for cell in re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
        for name in re.findall("`([^`]+)`", cell)
    ]


def names(view: dict[str, Any], prefix: str = "") -> list[str]:
    """Every value by its name in the page; what is inside a value is said once."""
    found = []
    for name, value in view.items():
        found.append(prefix + name)
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict) and not prefix:
            found += names(inner, f"{prefix}{name}.")
    return found


def test_every_value_is_documented_and_every_documented_value_is_there() -> None:
    view = article_view(FULL)
    documented = first_cells(section("Values"))
    assert len(documented) == len(set(documented))
    assert set(documented) == {*names(view), "flavour"}


def test_values_are_plain() -> None:
    mark, span = FULL.annotations[0]
    full = replace(mark, follow_up=FollowUp(FULL.article.source.imported.date(), "why"))

    def check(value: object) -> None:
        assert type(value) in {str, bool, int, float, list, dict, type(None)}
        inside = value.values() if isinstance(value, dict) else value
        for one in inside if isinstance(value, list | dict) else ():  # type: ignore[union-attr]
            check(one)

    check(article_view(replace(FULL, annotations=((full, span),))))


def test_every_filter_is_documented_where_it_is() -> None:
    formats = {"md": "Markdown", "org": "Org", "html": "HTML"}
    there = {
        (name, formats[format])
        for format in formats
        for name in filters_for(format, Flavour.OBSIDIAN)
    }
    rows = re.findall(r"^\| `(\w+)` \| ([\w, ]+) \|", section("Filters"), re.MULTILINE)
    assert there == {(name, format) for name, where in rows for format in where.split(", ")}


def test_every_template_and_flavour_is_documented() -> None:
    opening = PAGE.partition("\n## ")[0]
    assert set(first_cells(opening)) == {file.name for file in OURS.iterdir()}
    assert first_cells(section("Flavours of Markdown")) == [str(one) for one in Flavour]


def test_every_block_is_in_every_note() -> None:
    named = re.search(r"Its blocks are ([^;]+);", section("An example").replace("\n", " "))
    assert named
    blocks = re.findall("`(\\w+)`", named[1])
    for file in OURS.iterdir():
        if file.name.startswith("note"):
            assert re.findall(r"{% block (\w+)", file.read_text("utf-8")) == blocks


def test_the_example_works(tmp_path: Path) -> None:
    example = section("An example").partition("```jinja\n")[2].partition("```")[0]
    (tmp_path / "note.md.jinja").write_text(example, "utf-8")
    note = markdown_note(FULL, Templates(tmp_path))
    assert "\n\n### What I marked\n\n> “It is late,” said" in note
    assert "\n\n**Me:** By how much?\n\n> Nobody was asked." in note
    assert "\n\n## Quotations\n\n" in note
    assert "## Figures" not in note
