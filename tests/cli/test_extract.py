"""`reader extract` prints exactly the JSON that is documented, a line a source."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

KEYS = [
    "source", "title", "authors", "site", "published", "language", "url",
    "source_text", "text", "summary", "blocks", "entities", "figures",
    "quotations", "names", "related",
]  # fmt: skip
BLOCK = ["start", "end", "kind", "role", "kept", "reason"]
ENTITY = ["start", "end", "text", "type", "name"]
FIGURE = ["start", "end", "text", "kind", "value"]
QUOTATION = ["start", "end", "text", "speaker"]


def test_the_object_is_as_drawn(run: Run, samples: Path) -> None:
    one = run("extract", samples / "3-repost-stablecoin.txt").json
    assert list(one) == KEYS
    assert list(one["source"]) == ["path", "url", "media_type", "sha256"]
    for block in one["blocks"]:
        assert list(block)[: len(BLOCK)] == BLOCK
    spans = (("entities", ENTITY), ("figures", FIGURE), ("quotations", QUOTATION))
    for key, fields in spans:
        assert one[key]
        for found in one[key]:
            assert list(found)[: len(fields)] == fields
            assert one["source_text"][found["start"] : found["end"]] == found["text"]
    (second,) = one["related"]
    assert list(second)[:-1] == KEYS[:-1]
    assert second["published"] == "2026-01-22T09:30"


def test_names_and_figures_come_from_kept_blocks_only(run: Run, samples: Path) -> None:
    one = run("extract", samples / "3-repost-stablecoin.txt").json
    kept = [(block["start"], block["end"]) for block in one["blocks"] if block["kept"]]
    for found in one["entities"] + one["figures"]:
        assert any(start <= found["start"] and found["end"] <= end for start, end in kept)


def test_a_source_that_cannot_be_read_is_an_object_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ok.txt").write_text("Some words to read.")
    ran = run("extract", tmp_path / "gone.txt", tmp_path / "ok.txt")
    assert ran.code == 1
    bad, good = map(json.loads, ran.out.splitlines())
    assert list(bad) == ["source", "error"]
    assert good["source_text"] == "Some words to read."


def test_paths_are_answered_in_order(run: Run, samples: Path, tmp_path: Path) -> None:
    paths = [*sorted(samples.iterdir()), tmp_path / "gone"]
    ran = run("extract", "--paths-from", "-", "--clean-only", stdin="\n".join(map(str, paths)))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["source"]["path"] for answer in answers] == [str(path) for path in paths]
    assert all(answer.get("entities", []) == [] for answer in answers)


def test_standard_input_and_folders(run: Run, samples: Path) -> None:
    assert run("extract", "-", stdin="Words from a pipe.").json["text"] == "Words from a pipe."
    assert len(run("extract", samples, "--clean-only").out.splitlines()) == len(
        list(samples.iterdir())
    )


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_words_for_people(run: Run, samples: Path, form: str) -> None:
    out = run("extract", samples / "6-bank-scorecard.html", "--format", form).out
    assert "Central banks in one table" in out
    assert "European Central Bank" in out
    if form == "markdown":
        assert "| Bank | Rate now | Change | Next meeting |" in out
        assert "```\nrate_after" in out


def test_every_block_is_explained(run: Run, samples: Path) -> None:
    out = run("extract", samples / "2-battery-plant.html", "--explain").out
    assert "- navigation" in out
    assert "- share" in out
    assert "+ title" in out
