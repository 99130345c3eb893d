"""What each command does, says and answers."""

import csv
import io
import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.library import Library
from reader.model import Role
from tests.cli.conftest import Run

TITLE = "Brazil’s exchanges promise weekly reserve reports for stablecoins"
SECOND = "Nairobi’s Bus Drivers Turn to Bitcoin as Card Fees Climb"


def test_import_is_quiet_twice(run: Run, samples: Path) -> None:
    first = run("import", samples / "1-harbour-bonds.html")
    assert first.code == 0
    assert first.out.endswith("Harbour city sells its first flood bond\n")
    again = run("import", samples / "1-harbour-bonds.html")
    assert (again.code, again.out) == (0, "")
    assert "was there already" in again.err


def test_import_names_what_it_cannot_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = run(
        "import", tmp_path / "empty.txt", tmp_path / "gone.txt", "-", stdin="Words of a paste"
    )
    assert ran.code == 1
    assert "empty.txt: there is nothing in it" in ran.err
    assert "gone.txt: there is no such file" in ran.err
    assert len(run("list", "--json").json) == 1


def test_list_gives_the_json_drawn(run: Run, story: str) -> None:
    rows = run("list", "--json").json
    assert {row["title"] for row in rows} == {TITLE, SECOND}
    assert all(
        list(row) == ["id", "title", "site", "published", "tags", "status", "notes", "follow_up"]
        for row in rows
    )


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (["stablecoins"], {TITLE}),
        (["stablecoins", "or", "Nairobi"], {TITLE, SECOND}),
        (["weekly reserve reports"], {TITLE}),
        (['"weekly reserve reports"'], {TITLE}),
        (["entity:Otávio Lacerda"], {TITLE}),
        (["--", "bitcoin", "-stablecoins"], {SECOND}),
        (["after:2026-01-21"], {SECOND}),
        (["figure:>1bn"], {TITLE}),
        (["nothing-like-it"], set()),
    ],
)
def test_search_finds(run: Run, story: str, query: list[str], titles: set[str]) -> None:
    ran = run("search", "--json", *query)
    assert {row["title"] for row in ran.json} == titles


def test_a_query_that_cannot_be_meant_is_wrong_usage(run: Run, story: str) -> None:
    ran = run("list", "is:sideways")
    assert ran.code == 2
    assert "unread" in ran.err


def test_marking(run: Run, story: str) -> None:
    assert run("tag", story, "+crypto", "follow-up", "-never").out == ""
    run("tag", story, "-crypto")
    run("note", story, "First.")
    run("note", story, "-", stdin="Second.")
    run("status", story, "reading")
    run("follow-up", story, "--on", "2026-07-01", "--why", "Reports out?")
    quote = "What is called stable should be seen to be stable"
    assert (
        run("highlight", story, "--quote", quote, "--note", "By whom?", "--tag", "check").code == 0
    )
    shown = run("show", story, "--format", "json").json
    assert shown["tags"] == ["follow-up"]
    assert shown["note"] == "First.\n\nSecond."
    assert shown["status"] == "reading"
    assert shown["follow_up"] == {"on": "2026-07-01", "why": "Reports out?"}
    (annotation,) = shown["annotations"]
    assert quote in json.dumps(annotation, ensure_ascii=False)
    assert run("note", story).out == "First.\n\nSecond.\n"
    assert TITLE in run("due", "--all").out
    run("follow-up", story, "--done")
    assert run("due", "--all", "--json").json == []


def test_a_quote_that_is_not_there_is_said(run: Run, story: str) -> None:
    ran = run("highlight", story, "--quote", "nobody said this")
    assert ran.code == 1
    assert "do not stand in the article" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["follow-up", "x", "--on", "2026-01-01", "--done"],
        ["follow-up", "x"],
        ["status", "x", "sideways"],
        ["extract"],
        ["import"],
        ["export", "--format", "paper"],
        ["nothing"],
    ],
)
def test_wrong_usage_is_exit_code_two(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_an_article_nobody_knows(run: Run, story: str) -> None:
    ran = run("show", "ffffffffffff")
    assert ran.code == 1
    assert "reader list" in ran.err


def test_show(run: Run, story: str) -> None:
    text = run("show", story).out
    assert text.startswith(TITLE + "\n")
    assert "Disclaimer" not in text
    everything = run("show", story, "--all-blocks").out
    assert "[disclaimer: " in everything
    assert run("show", story, "--format", "markdown").out.startswith(f"# {TITLE}\n")


def test_entities_and_figures(run: Run, story: str) -> None:
    assert "Otávio Lacerda (person)" in run("entities").out
    rows = list(csv.DictReader(io.StringIO(run("figures", "--csv").out)))
    (money,) = [row for row in rows if row["text"] == "$2.1 billion"]
    assert float(money["value"]) == 2.1e9
    assert money["unit"] == "USD"
    assert "11.2 billion reais" in money["sentence"]
    assert run("figures", "--json").json[0]["article"]


def test_export_into_a_folder(run: Run, story: str, tmp_path: Path) -> None:
    run("tag", story, "+follow-up")
    assert run("export", "tag:follow-up", "--to", tmp_path / "notes").code == 0
    (note,) = (tmp_path / "notes").glob("*.md")
    assert TITLE in note.read_text("utf-8")
    assert f"# {TITLE}" in run("export", "tag:follow-up").out
    assert "nothing was written" in run("export", "tag:none", "--to", tmp_path / "none").err


@pytest.mark.parametrize("form", ["json", "w3c", "csv", "archive", "markdown"])
def test_export_into_a_file(run: Run, story: str, tmp_path: Path, form: str) -> None:
    run("highlight", story, "--quote", "Otávio Lacerda")
    target = tmp_path / f"out.{form}"
    ran = run("export", "--format", form, "--to", target)
    assert ran.code == 0, ran.err
    assert target.stat().st_size > 100


def test_the_notes_file_opens_with_stock_tinydb(run: Run, story: str, own_home: Path) -> None:
    run("tag", story, "+crypto")
    with TinyDB(own_home / "notes.json") as stock:
        assert stock.table("articles").all()[0]["tags"] == ["crypto"]


def test_the_doctor_is_content(run: Run, story: str) -> None:
    ran = run("doctor", "--rebuild")
    assert ran.code == 0, ran.out
    assert "✗" not in ran.out
    assert len(run("list", "--json").json) == 2


def test_the_app_needs_a_terminal(run: Run) -> None:
    for arguments in ([], ["demo"]):
        ran = run(*arguments)
        assert ran.code == 1
        assert "needs a terminal" in ran.err


@pytest.mark.parametrize("form", ["markdown", "json", "w3c", "csv", "archive"])
def test_export_never_writes_over_a_file_unasked(
    run: Run, story: str, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("My own words.")
    refused = run("export", "--format", form, "--to", target)
    assert refused.code == 1
    assert "it is there already" in refused.err
    assert target.read_text() == "My own words."
    assert run("export", "--format", form, "--to", target, "--overwrite").code == 0
    assert target.read_bytes() != b"My own words."


@pytest.fixture
def page(run: Run, samples: Path) -> str:
    """The id of an imported article of a site."""
    return str(run("import", samples / "1-harbour-bonds.html", "--json").json[0]["id"])


def made_rules(home: Path, article: str) -> list[str]:
    """Rules made of the first kept blocks of an article, in order; the words of each."""
    with Library.open(home) as library:
        found = library.article(article)
        blocks = [block for block in found.kept if block.role is Role.BODY][:2]
        return [library.toggle_rule(article, block)[0].words for block in blocks]


def test_site_rules_are_listed_and_removed(run: Run, page: str, own_home: Path) -> None:
    assert run("site-rules").out == ""
    assert run("site-rules", "--json").json == []
    first, second = made_rules(own_home, page)
    listed = run("site-rules")
    assert listed.out.splitlines()[0].startswith("  1  ")
    assert first in listed.out
    assert [one["words"] for one in run("site-rules", "--json").json] == [first, second]
    assert second not in run("show", page).out
    removed = run("site-rules", "--remove", "2")
    assert (removed.code, removed.out) == (0, "")
    assert [one["words"] for one in run("site-rules", "--json").json] == [first]
    assert second[:40] in " ".join(run("show", page).out.split())


def test_a_site_rule_that_is_not_there_is_said(run: Run, page: str, own_home: Path) -> None:
    made_rules(own_home, page)
    ran = run("site-rules", "--remove", "1", "--remove", "9")
    assert ran.code == 1
    assert "reader site-rules" in ran.err
    assert len(run("site-rules", "--json").json) == 2
    assert run("site-rules", "--remove", "0").code == 2


def test_what_a_site_repeats_is_listed_and_made_a_rule(run: Run, tmp_path: Path) -> None:
    for number in range(1, 4):
        said = f"The harbour of Lisbon reopened on quay {number} after four days, the port said."
        body = f"<p>{said}</p><p>Ships waited {number} hours for it.</p><p>The desk is paid.</p>"
        link = f'<link rel="canonical" href="https://port.example/{number}">'
        text = f"<html><head>{link}</head><body><article><h1>Quay {number} reopens</h1>"
        file = tmp_path / f"{number}.html"
        file.write_text(f"{text}{body}</article></body></html>")
        assert run("import", file).code == 0
    listed = run("site-rules", "--repeated", "--in", "site:port.example")
    lines = listed.out.splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "The desk is paid." in line)
    assert "port.example (3 articles)" in lines[number - 1]
    objects = run("site-rules", "--repeated", "--json").json
    assert objects[number - 1]["words"] == "The desk is paid."
    assert run("site-rules", "--repeated", "--add", str(number)).code == 0
    assert [one["words"] for one in run("site-rules", "--json").json] == ["The desk is paid."]
    assert "The desk is paid." not in run("site-rules", "--repeated").out
    assert run("site-rules", "--repeated", "--add", "99").code == 1
    assert run("site-rules", "--add", "1").code == 1
    assert run("site-rules", "--repeated", "--remove", "1").code == 1


def test_a_library_is_archived_and_merged(run: Run, samples: Path, tmp_path: Path) -> None:
    run("import", samples / "1-harbour-bonds.html", "--tag", "ports")
    run("export", "--format", "archive", "--to", tmp_path / "all.zip")
    other = ("--home", tmp_path / "other")
    assert run(*other, "import", tmp_path / "all.zip", "--dry-run").out.endswith("this one\n")
    ran = run(*other, "merge", tmp_path / "all.zip")
    assert (ran.code, ran.out) == (0, "1 new article, what was said of articles merged.\n")
    assert run(*other, "list", "--json").json == run("list", "--json").json
    again = run(*other, "import", tmp_path / "all.zip")
    assert (again.code, again.out) == (0, "")
    assert "Nothing new" in again.err
    assert run("merge", tmp_path / "other", "--json").json == {
        "articles": [],
        "annotations": 0,
        "changed": False,
        "templates": 0,
    }
