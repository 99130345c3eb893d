"""CSV: read back as it was written, and harmless in a spreadsheet."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from exported_samples import ARTICLE, BARE, FULL, mark, span
from hypothesis import given
from hypothesis import strategies as st

from reader.export import entities_csv, figures_csv, notes_csv
from reader.export.csvs import guarded
from reader.model import EntityRow, EntityType, Figure, FigureKind, FigureRow


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def unguarded(cell: str) -> str:
    return re.sub("^'(?='*[=+\\-@＝＋－＠\t\r])", "", cell)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", '=HYPERLINK("x")', "'=1"]
)
def test_what_begins_like_a_formula_is_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "'tis", "5-3", "–5"])
def test_other_text_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


cells = st.one_of(st.text(), st.text(alphabet="'=+-@\t\r\n\",a"))


@given(cells, cells)
def test_every_cell_comes_back(title: str, sentence: str) -> None:
    row = EntityRow("id", title, "Ida", EntityType.PERSON, "Ida", 3, 6, sentence)
    (read,) = rows("".join(entities_csv([row])))
    assert unguarded(read["title"]) == title
    assert unguarded(read["sentence"]) == sentence
    assert not read["title"].startswith(tuple("=+-@\t\r"))


def test_a_row_for_the_article_and_one_for_each_highlight() -> None:
    read = rows(notes_csv([FULL, BARE]))
    assert [row["type"] for row in read] == ["note", "highlight", "highlight", "highlight"]
    assert read[0]["tags"] == "public works, ostholm"
    assert (read[1]["quote"], read[1]["note"]) == ("Costs rose 3–5% *again*.", "By how much?")
    assert (read[3]["quote"], read[3]["start"], read[3]["end"]) == ("Nobody was asked.", "", "")


def test_a_note_of_several_lines_is_one_cell() -> None:
    words = "Costs rose"
    exported = replace(FULL, annotations=((mark(words, 1, "=one,\n“two”"), span(words)),))
    assert rows(notes_csv([exported]))[1]["note"] == "'=one,\n“two”"


def test_numbers_are_numbers() -> None:
    figure = Figure(0, 4, "-5.5", FigureKind.PERCENT, -5.5, unit="percent")
    (row,) = rows("".join(figures_csv([FigureRow(ARTICLE.id, "T", figure, "It fell -5.5.")])))
    assert (row["value"], row["value_to"], row["text"]) == ("-5.5", "", "'-5.5")


@pytest.mark.parametrize("write", [notes_csv, figures_csv, entities_csv])
def test_nothing_is_a_header_alone(write: Callable[[list[object]], Iterable[str]]) -> None:
    written = "".join(write([]))
    assert written.startswith("article,title,")
    assert written.count("\r\n") == 1
