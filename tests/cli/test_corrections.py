"""`reader correct` and `reader corrections`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STORY = "Reis leaves\n\n2026-06-02\n\nMarta Reis left Lisbon on Tuesday. “It is time,” said Reis."


@pytest.fixture
def story(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    run("import", tmp_path / "story.txt")


def types(run: Run) -> dict[str, str]:
    return {one["name"]: one["type"] for one in run("entities", "--json").json}


def test_names_are_corrected_listed_and_taken_back(run: Run, story: None) -> None:
    assert types(run)["Lisbon"] == "place"
    ran = run("correct", "Lisbon", "--type", "organization", "--as", "Lisboa")
    assert (ran.code, ran.out, ran.err) == (0, "", "1 article changed\n")
    assert types(run)["Lisboa"] == "organization"
    run("correct", "Lisboa", "--was", "organization", "--no-name")
    assert "Lisboa" not in types(run)
    run("correct", "it is time", "--always", "--type", "work")
    assert run("corrections").out == (
        "  1  Lisbon → Lisboa (organization)\n"
        "  2  Lisboa (organization) → no name\n"
        "  3  it is time: always work\n"
    )
    assert run("corrections", "--remove", "1", "--remove", "2").code == 0
    assert types(run) == {"Marta Reis": "person", "Lisbon": "place", "it is time": "work"}


def test_corrections_go_from_one_library_to_another(run: Run, story: None, tmp_path: Path) -> None:
    run("correct", "Lisbon", "--as", "Lisboa")
    printed = run("corrections", "--json").out
    run("corrections", "--remove", "1")
    ran = run("corrections", "--import", "-", stdin=printed)
    assert (ran.code, ran.err) == (0, "1 new\n")
    assert types(run)["Lisboa"] == "place"
    (tmp_path / "said.json").write_text(printed)
    assert run("corrections", "--import", tmp_path / "said.json").err == "0 new\n"
    assert json.loads(printed)[0]["name"] == "Lisboa"


@pytest.mark.parametrize("given", ["", "{", '{"text": "x"}', "[5]", '[{"id": "a"}]', "[" * 100_000])
def test_what_is_no_list_of_corrections_is_refused(run: Run, given: str) -> None:
    ran = run("corrections", "--import", "-", stdin=given)
    assert (ran.code, ran.out) == (1, "")
    assert "corrections" in ran.err


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--type", "planet"],
        ["--no-name", "--as", "x"],
        ["--always"],
        ["--always", "--type", "place", "--as", "x"],
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, options: list[str]) -> None:
    assert run("correct", "Lisbon", *options).code != 0
    assert run("corrections").out == ""
