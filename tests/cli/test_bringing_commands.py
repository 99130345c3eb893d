"""`reader import` on other applications' exports: what it says, what it answers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.sources.apps.app_exports import EXPORTS, OMNIVORE_ITEM, WALLABAG_ENTRY, dumped

HOSTILE = OMNIVORE_ITEM | {"title": "A\x1b[31m title\x07\u202e", "url": "https://news.example/x"}


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """A folder with one export of each application."""
    folder = tmp_path / "exports"
    folder.mkdir()
    for name, data in EXPORTS.items():
        (folder / name).write_bytes(data)
    return folder


def test_one_command_brings_articles_and_says_so(run: Run, exports: Path) -> None:
    ran = run("import", exports / "wallabag.json", "--tag", "moved")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "wallabag: brought 1 new article\n  1 highlight attached\n"
    [row] = run("list", "--json").json
    assert (row["title"], row["status"], row["notes"]) == ("Grain prices fall", "archived", 1)
    assert row["tags"] == ["grain", "markets", "moved"]
    again = run("import", exports / "wallabag.json")
    assert (
        again.out
        == "wallabag: brought 0 new articles, 1 known already\n  1 highlight or note known\n"
    )
    assert len(run("list", "--json").json) == 1


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_one_command(run: Run, exports: Path, name: str) -> None:
    dry = run("import", exports / name, "--dry-run")
    assert (dry.code, dry.err) == (0, "")
    assert "would bring" in dry.out
    assert run("list", "--json").json == []
    ran = run("import", exports / name, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert {row["id"] for row in ran.json} == {row["id"] for row in run("list", "--json").json}
    assert ran.json


def test_a_dry_run_says_what_would_come(run: Run, exports: Path, samples: Path) -> None:
    page = samples / "1-harbour-bonds.html"
    ran = run("import", exports / "instapaper.csv", page, "--dry-run")
    assert ran.out.splitlines() == [
        "Instapaper: would bring 5 new articles",
        "    First",
        "    Second",
        "    Third",
        "    Fourth",
        "    Fifth",
        "  4 as title and address only, as their text is not in it",
        "  1 quote kept without a place in the text",
        "  (--fetch fetches the text of what has an address)",
        f"{page}: no export; it would be imported as it is",
    ]
    said = run("import", exports / "omnivore.zip", "--dry-run", "--json").json
    assert said["apps"] == ["Omnivore"]
    assert [one["title"] for one in said["new"]] == ["The harbour plan"] * 2
    assert said["quotes"] + said["highlights"] == 3
    assert said["otherwise"] == [
        "1 with neither an address nor a text nor a quote",
        "1 PDF: Reader reads text and HTML",
    ]
    assert run("list", "--json").json == []


def test_a_malformed_export_is_named_and_the_rest_goes_on(
    run: Run, exports: Path, samples: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(dumped([WALLABAG_ENTRY | {"url": 3}]))
    ran = run("import", broken, exports / "matter.csv", samples / "1-harbour-bonds.html")
    assert ran.code == 1
    assert "broken.json: entry 1: “url” is not text" in ran.err
    assert "Matter: brought 3 new articles" in ran.out
    assert len(run("list", "--json").json) == 4


def test_articles_are_no_exports_and_folders_are_not_searched_for_any(
    run: Run, exports: Path, samples: Path
) -> None:
    names = [samples / "1-harbour-bonds.html", samples / "3-repost-stablecoin.txt"]
    for path in names:
        ran = run("import", path)
        assert (ran.code, "brought" in ran.out) == (0, False)
    (exports / "My Clippings.txt").unlink()
    (exports / "bookmarks.html").unlink()
    (exports / "ril_export.html").unlink()
    assert run("import", exports).out == ""


@pytest.mark.parametrize("name", ["data.json", "table.csv", "things.zip"])
def test_data_that_is_no_export_is_not_taken_for_an_article(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b'{"colour": "red", "size": 3}')
    ran = run("import", tmp_path / name)
    assert ran.code == 1
    assert "docs/coming-from.md" in ran.err
    assert run("list", "--json").json == []


def test_nothing_a_terminal_would_act_on_is_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(dumped([HOSTILE]))
    for options in (["--dry-run"], []):
        ran = run("import", tmp_path / "a.json", *options)
        assert ran.out.replace("\n", "").isprintable()
    assert [row["title"] for row in run("list", "--json").json] == ["A title"]


def test_a_dry_run_of_standard_input_is_refused(run: Run) -> None:
    ran = run("import", "-", "--dry-run", stdin="Words")
    assert ran.code == 2
    assert "A dry run takes files" in ran.err


def test_a_dry_run_names_what_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "gone.zip", "--dry-run")
    assert (ran.code, ran.out) == (1, "")
    assert "gone.zip" in ran.err
    assert "there is no such file" in ran.err
