"""What is written, to the letter. After a change that is meant, look at the difference in

READER_GOLDEN=write .venv/bin/python -m pytest tests/export/test_golden.py; git diff tests/export
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from exported_samples import ARTICLE, BARE, FULL, RECOGNISED

from reader.export import (
    Flavour,
    annotation_collection,
    entities_csv,
    extract_object,
    figures_csv,
    html_digest,
    html_note,
    markdown_digest,
    markdown_note,
    notes_csv,
    org_digest,
    org_note,
    show_object,
)
from reader.export.values import sentence_around
from reader.model import EntityRow, FigureRow

GOLDEN = Path(__file__).parent / "golden"


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def figure_rows() -> list[FigureRow]:
    return [
        FigureRow(ARTICLE.id, ARTICLE.title, figure, sentence_around(ARTICLE, figure.start))
        for figure in RECOGNISED.figures
    ]


def entity_rows() -> list[EntityRow]:
    return [
        EntityRow(
            *(ARTICLE.id, ARTICLE.title, one.name, one.type, one.text, one.start, one.end),
            sentence_around(ARTICLE, one.start),
        )
        for one in RECOGNISED.mentions
    ]


WRITTEN: dict[str, Callable[[], str]] = {
    "note.md": lambda: markdown_note(FULL),
    "note.logseq.md": lambda: markdown_note(FULL, flavour=Flavour.LOGSEQ),
    "note.plain.md": lambda: markdown_note(FULL, flavour=Flavour.PLAIN),
    "note.org": lambda: org_note(FULL),
    "note.html": lambda: html_note(FULL),
    "bare.md": lambda: markdown_note(BARE),
    "digest.md": lambda: "".join(markdown_digest([FULL, BARE])),
    "digest.org": lambda: "".join(org_digest([FULL, BARE])),
    "digest.html": lambda: "".join(html_digest([FULL, BARE])),
    "extract.json": lambda: as_json(
        extract_object(ARTICLE, RECOGNISED, [extract_object(BARE.article, BARE.recognised)])
    ),
    "show.json": lambda: as_json(show_object(FULL)),
    "w3c.json": lambda: as_json(annotation_collection([FULL, BARE])),
    "notes.csv": lambda: notes_csv([FULL, BARE]),
    "figures.csv": lambda: "".join(figures_csv(figure_rows())),
    "entities.csv": lambda: "".join(entities_csv(entity_rows())),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_written_as_agreed(name: str) -> None:
    written = WRITTEN[name]().encode()
    if os.environ.get("READER_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(written)
    assert written.decode() == (GOLDEN / name).read_bytes().decode()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.glob("[!.]*")} == set(WRITTEN)
