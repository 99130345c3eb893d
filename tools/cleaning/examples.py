"""Annotated pages and scrapes → rows of columns with labels, through Reader's own code."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.model import ConversionError
from reader.text.cleaning.choice.forest import Row
from reader.text.cleaning.html.align import align
from reader.text.cleaning.html.dom import parse
from reader.text.cleaning.html.metadata import Metadata, describe
from reader.text.cleaning.html.page import Look
from reader.text.cleaning.html.structured import article_body, things
from reader.text.cleaning.html.tokens import words
from reader.text.cleaning.html.visible import visible
from reader.text.cleaning.plain.looking import TextLook

FOLDERS = {"visible": "html"}
"""The form `visible` is the source text of the page: a scrape by yet another converter."""


@dataclass(slots=True)
class Example:
    """A document: its rows, how much of each segment stands in its article, and what it is of."""

    set: str
    form: str
    site: str
    look: Look | TextLook
    said: Metadata | None
    rows: list[Row]
    labels: list[float]
    lengths: list[int]
    body: str


def examples(data: Path, sets: list[str], form: str) -> Iterator[Example]:
    """The documents of DATA/SET/FORM, whose truths are in DATA/SET/truth.jsonl."""
    for name in sets:
        for line in (data / name / "truth.jsonl").read_text("utf-8").split("\n"):
            row = json.loads(line) if line else {}
            folder = FOLDERS.get(form, form)
            suffix = "html" if folder == "html" else "txt"
            path = data / name / folder / f"{row.get('id')}.{suffix}"
            if row.get("body") and path.exists():
                text = path.read_bytes().decode("utf-8", "replace")
                try:
                    yield _example(text, row, name, form)
                except ConversionError:
                    continue


def _example(text: str, row: dict, name: str, form: str) -> Example:
    if form == "visible":
        text = visible(parse(text))[0]
    look, said = (_page if form == "html" else _text)(text)
    tokens = [words(each) for each in look.texts]
    return Example(
        name,
        form,
        row["group"],
        look,
        said,
        look.rows(),
        align(tokens, row["body"]),
        list(map(len, tokens)),
        row["body"],
    )


def _page(markup: str) -> tuple[Look, Metadata]:
    root = parse(markup)
    data = things(root)
    told = article_body(data)
    source_text, segments = visible(root, told)
    said = describe(root, data, None, None)
    return Look.at(source_text, segments, told, said.title, said.language), said


def _text(text: str) -> tuple[TextLook, None]:
    return TextLook.of(text), None
