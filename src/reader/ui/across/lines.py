"""Names, mentions, figures and dates of the whole library, a line each. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from reader.model import EntityRow, Figure, FigureRow, NameRow
from reader.ui.words import long_date, number, plural

Piece = tuple[str, str]

BEFORE = 3
"""The part of the room for words that those before a mention may have: one in so many."""


def name_line(row: NameRow, _width: int) -> Sequence[Piece]:
    """In how many articles, how often, what it is, its names."""
    also = f"  also {', '.join(row.also)}" if row.also else ""
    return [
        (f"{row.articles:>6,} ", "accent"),
        (f"{row.mentions:>7,}×  ", "muted"),
        (f"{row.type:<13}", "muted"),
        (row.name, "strong"),
        (also, "muted"),
    ]


def mention_line(row: EntityRow, width: int) -> Sequence[Piece]:
    """The day, and the words about the name, which stand one under the other."""
    day = f" {row.day[:10]:<10}  "
    return [(day, "muted"), *_in_words(row.sentence, row.at, row.text, width - len(day))]


def figure_line(row: FigureRow, width: int) -> Sequence[Piece]:
    """The value, and the words it comes from."""
    value = f"{value_words(row.figure):>24}  "
    return [
        (value, "accent"),
        *_in_words(row.sentence, row.at, row.figure.text, width - len(value)),
    ]


def date_line(row: FigureRow, width: int) -> Sequence[Piece]:
    """The day or days, and the words that say so."""
    first, last = row.figure.as_given
    days = f" {first} – {last}" if last else f" {first}"
    days = f"{days:<25}"
    return [(days, "accent"), *_in_words(row.sentence, row.at, row.figure.text, width - len(days))]


def about(row: object) -> Sequence[Piece]:
    """All of a line's sentence, and where that stands; of a name, all its names."""
    if isinstance(row, EntityRow | FigureRow):
        day = f"  {long_date(row.day)}\n"
        return [
            (row.title, "bold"),
            (day, "$foreground-muted"),
            (" ".join(row.sentence.split()), ""),
        ]
    if isinstance(row, NameRow):
        often = f"{plural(row.articles, 'article')}, {plural(row.mentions, 'mention')}"
        also = f"\nalso {', '.join(row.also)}" if row.also else ""
        return [(row.name, "bold"), (f"  {row.type}, {often}", ""), (also, "$foreground-muted")]
    return []


def value_words(figure: Figure) -> str:
    """A figure's value with its unit: `~1,500,000,000 USD`, `3 – 5 percent`."""
    first, last = figure.as_given
    words = number(first) if last is None else f"{number(first)} – {number(last)}"
    return f"{'~' if figure.approximate else ''}{words} {figure.unit or ''}".strip()


def _in_words(sentence: str, at: int, words: str, width: int) -> Sequence[Piece]:
    """A sentence with some of its words strong, at the same place in every line if possible."""
    line = "".join(" " if char.isspace() else char for char in sentence)
    before, after = line[:at], line[at + len(words) :]
    room = max(0, width // BEFORE)
    if cell_len(before) > room:
        before = "…" + _last(before, room - 1)
    return [(before.rjust(room), "muted"), (line[at : at + len(words)], "strong"), (after, "muted")]


def _last(text: str, cells: int) -> str:
    """The end of a text, in at most so many cells."""
    start = len(text)
    while start and (cells := cells - cell_len(text[start - 1])) >= 0:
        start -= 1
    return text[start:]
