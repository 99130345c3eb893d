"""Every number and date of the library."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from reader.model import FigureKind, FigureRow
from reader.store.index import keys
from reader.store.index.across.sorts import FigureSort
from reader.store.index.arrays import column
from reader.store.index.database import Database
from reader.store.index.rows import Sentences, found_at
from reader.store.index.sql import Condition, compared, compiled
from reader.text.figurefilter import Bound, FigureFilter
from reader.text.query import parse

# Each is read off an index, and what is equal comes by article and place in it.
_ORDERS = {
    FigureSort.NEWEST: "article, number",  # and then by the order of the articles
    FigureSort.LARGEST: "high DESC, article, number",
    FigureSort.SMALLEST: "low, article, number",
    FigureSort.DAY: "figures.day, last, article, number",
    FigureSort.LATEST: "figures.day DESC, last DESC, article, number",
}
_SEEN = "article NOT IN (SELECT rowid FROM articles WHERE hidden = 1)"  # mostly there is none
_WHICH = {
    FigureSort.NEWEST: "kind != 'date'",
    FigureSort.LARGEST: "high IS NOT NULL",
    FigureSort.SMALLEST: "low IS NOT NULL",
    FigureSort.DAY: "figures.day IS NOT NULL",
    FigureSort.LATEST: "figures.day IS NOT NULL",
}


BITS = 24
"""Bits of a figure's number in its article, below those of the article's row."""

_NUMBER = (1 << BITS) - 1


class FigureList:
    """Figures in an order, as they were when it was asked; rows are fetched when wanted."""

    def __init__(self, database: Database, figures: "array[int]") -> None:
        """`figures` are `article << BITS | number`: eight bytes each."""
        self._database = database
        self._figures = figures

    def __len__(self) -> int:
        return len(self._figures)

    def rows(self, first: int, last: int) -> Sequence[FigureRow]:
        """The figures `[first, last)`, fewer where the library has changed meanwhile."""
        window = self._figures[max(0, first) : max(0, last)]
        wanted = [(one >> BITS, one & _NUMBER) for one in window]
        with self._database.reading() as connection:
            of_articles = {
                rowid: _of(connection, rowid, (n for one, n in wanted if one == rowid))
                for rowid in dict.fromkeys(rowid for rowid, _ in wanted)
            }
        found = (of_articles[rowid].get(number) for rowid, number in wanted)
        return [row for row in found if row is not None]


def all_figures(
    database: Database,
    asked: FigureFilter,
    sort: FigureSort,
    today: date,
    newest: Callable[[], Iterable[int]],
) -> FigureList:
    """The figures of articles that are not in the bin that meet a filter. Raises InvalidQuery.

    `newest` gives the rows of all articles, newest first. Words that are a unit or kind of some
    figure mean those; the others are a query on articles.
    """
    with database.reading() as connection:
        sql, values = statement(connection, asked, sort, today)
        figures = column(connection, sql, *values)
        if sort is FigureSort.NEWEST:
            figures = _by_article(figures, newest())
    return FigureList(database, figures)


def statement(
    connection: sqlite3.Connection, asked: FigureFilter, sort: FigureSort, today: date
) -> tuple[str, tuple[str | float, ...]]:
    """What lists the figures that meet a filter, and its values. Raises InvalidQuery."""
    condition = _condition(connection, asked, today)
    return (
        f"SELECT article << {BITS} | number AS it FROM figures WHERE {_WHICH[sort]} AND {_SEEN}"  # noqa: S608
        f" AND {condition.sql} ORDER BY {_ORDERS[sort]}",
        condition.values,
    )


def _by_article(figures: "array[int]", order: Iterable[int]) -> "array[int]":
    """Figures in order of article and number, in the order of the articles given."""
    articles = [one >> BITS for one in figures]
    ends = dict(zip(articles, range(1, len(articles) + 1), strict=True))
    starts = dict(zip(reversed(articles), range(len(articles) - 1, -1, -1), strict=True))
    arranged = array("q")
    for article in filter(starts.__contains__, order):
        arranged += figures[starts[article] : ends[article]]
    return arranged


def _of(connection: sqlite3.Connection, rowid: int, numbers: Iterable[int]) -> dict[int, FigureRow]:
    if (found := found_at(connection, rowid)) is None:
        return {}
    article, recognised = found
    sentences, day = Sentences(article.kept_text), keys.day(article)
    rows = {}
    for number in sorted(numbers):
        if number < len(recognised.figures):
            figure = recognised.figures[number]
            around = sentences.around(figure.start)
            rows[number] = FigureRow(article.id, article.title, figure, *around, day)
    return rows


def _condition(connection: sqlite3.Connection, asked: FigureFilter, today: date) -> Condition:
    units: list[Condition] = []
    words: list[str] = []
    for word in asked.words:
        unit = _unit(connection, word)
        if unit is None:
            words.append(word)
        else:
            units.append(unit)
    parts = [*map(_bound, asked.bounds)]
    if words:
        parts.append(_in_articles(" ".join(words), today))
    if units:
        either = " OR ".join(one.sql for one in units)
        parts.append(Condition(f"({either})", tuple(v for one in units for v in one.values)))
    values = tuple(value for part in parts for value in part.values)
    return Condition(" AND ".join(part.sql for part in parts) or "1", values)


def _in_articles(query: str, today: date) -> Condition:
    condition = compiled(parse(query), today)
    which = f"SELECT articles.rowid FROM articles WHERE hidden = 0 AND {condition.sql}"  # noqa: S608
    return Condition(f"article IN ({which})", condition.values)


def _unit(connection: sqlite3.Connection, word: str) -> Condition | None:
    """What a word means that is a kind of figure or a unit in use, plural or not."""
    single = word.casefold().removesuffix("s")
    if single in [str(kind) for kind in FigureKind]:
        return Condition("kind = ?", (single,))
    for unit in (word, word.upper(), word.casefold(), single):
        if connection.execute("SELECT 1 FROM figures WHERE unit = ? LIMIT 1", (unit,)).fetchone():
            return Condition("unit = ?", (unit,))
    return None


def _bound(bound: Bound) -> Condition:
    if isinstance(bound.value, str):
        return _on_day(bound.op, bound.value)
    condition = compared(bound.op, bound.value.value)
    if bound.value.unit is None:
        return condition
    return Condition(f"{condition.sql} AND unit = ?", (*condition.values, bound.value.unit))


# Days are ISO 8601 text: “2025-10” stands before all its days, and “.” after the “-” in them.
_DAYS = {
    ">": ("last > ?", "."),
    ">=": ("last >= ?", ""),
    "<": ("figures.day < ?", ""),
    "<=": ("figures.day < ?", "."),
}


def _on_day(op: str, day: str) -> Condition:
    if op == "=":
        return Condition("figures.day < ? AND last >= ?", (f"{day}.", day))
    sql, end = _DAYS[op]
    return Condition(sql, (day + end,))
