"""Notes, figures and mentions as CSV (RFC 4180, UTF-8 without a byte order mark, header first).

A spreadsheet would run a cell that begins like a formula, so text that begins with `= + - @`, their
full-width forms, a tab or a carriage return gets an apostrophe in front (the advice of
https://owasp.org/www-community/attacks/CSV_Injection). So does text that begins with apostrophes in
front of one of those, so that taking one apostrophe off always gives the text back. Numbers are
written as numbers.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reader.export.exported import Exported
from reader.export.values import where_from
from reader.model import Annotation, EntityRow, FigureRow

Cell = str | float | None

_LIKE_A_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r]")

NOTES = (
    "article title author site published source type quote note tags colour start end "
    "created modified id"
).split()
FIGURES = "article title kind text value value_to unit approximate start end sentence".split()
ENTITIES = "article title name type text start end sentence".split()


def notes_csv(articles: Iterable[Exported]) -> str:
    """A row for each note on an article (type `note`) and each passage (`highlight`).

    `start` and `end` are empty for a passage that is no longer found in the text.
    """
    return "".join(_table(NOTES, (row for exported in articles for row in _notes(exported))))


def figures_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """A row for each figure, with its sentence, as lines with their ends."""
    return _table(FIGURES, map(_figure, rows))


def entities_csv(rows: Iterable[EntityRow]) -> Iterator[str]:
    """A row for each mention, with its sentence, as lines with their ends."""
    return _table(ENTITIES, map(_mention, rows))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a table, each as it comes, for a library has millions of mentions."""
    for row in chain([header], rows):
        written = io.StringIO(newline="")
        guard = [guarded(cell) if isinstance(cell, str) else cell for cell in row]
        csv.writer(written).writerow(guard)
        yield written.getvalue()


def _notes(exported: Exported) -> Iterator[list[Cell]]:
    article = exported.article
    said = [
        *(article.id, article.title, ", ".join(article.authors), article.site),
        *(article.published, where_from(article)),
    ]
    if exported.note or exported.state.tags:
        tags = _words(exported.state.tags)
        yield [*said, "note", "", exported.note, tags, "", None, None, "", "", ""]
    for annotation, span in exported.annotations:
        yield [*said, "highlight", *_highlight(annotation, span)]


def _highlight(annotation: Annotation, span: tuple[int, int] | None) -> list[Cell]:
    return [
        annotation.quote.exact if annotation.quote else "",
        annotation.body,
        _words(annotation.tags),
        str(annotation.colour),
        *(span or (None, None)),
        annotation.created.isoformat(),
        annotation.modified.isoformat(),
        annotation.id,
    ]


def _words(tags: Iterable[str]) -> str:
    return ", ".join(tags)


def _figure(row: FigureRow) -> list[Cell]:
    figure = row.figure
    return [
        *(row.article, row.title, str(figure.kind), figure.text, *figure.as_given),
        *(figure.unit, "yes" if figure.approximate else "no", figure.start, figure.end),
        row.sentence,
    ]


def _mention(row: EntityRow) -> list[Cell]:
    return [
        *(row.article, row.title, row.name, str(row.type), row.text, row.start, row.end),
        row.sentence,
    ]
