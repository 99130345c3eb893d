"""Go through a text once and gather its figures."""

from datetime import date
from functools import cache

from reader.model import Figure, FigureKind
from reader.text.recognition.figures import amounts, money, numbers
from reader.text.recognition.figures.dates import calendar
from reader.text.recognition.figures.dates.figure import find_date
from reader.text.recognition.figures.dates.period import period
from reader.text.recognition.figures.draft import Draft, Page
from reader.text.recognition.figures.tables import code
from reader.text.recognition.figures.tokens import Tokens


def find_figures(text: str, published: date | None, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of `text` by position, none overlapping; offsets are code points into it.

    `published` resolves relative dates, whose value is None without it; `language` is a BCP 47
    tag, English where None. A figure's unit and year are what the text says, never a guess.
    """
    tokens = Tokens(text)
    page = Page(tokens, published, code(language))
    dates, counted = calendar.openers(page.language), _openers(page.language)
    figures = []
    at = 0
    while at < tokens.count:
        low = tokens.low[at]
        found = None
        number = low[0].isdecimal() or low in counted
        if number or low in dates:
            found = find_date(page, at)
        if found is None and number:
            found = amounts.figure(page, at)
        if found is not None and found.last > at:
            figures.append(_figure(page, found))
            at = found.last
        else:
            at += 1
    return tuple(figures)


@cache
def _openers(language: str) -> frozenset[str]:
    return numbers.openers(language) | money.openers() | numbers.MINUS


def _figure(page: Page, draft: Draft) -> Figure:
    tokens = page.tokens
    start, end = tokens.start[draft.first], tokens.end[draft.last - 1]
    value, value_to, precision = draft.value, draft.value_to, None
    if draft.kind is FigureKind.DATE and isinstance(value, str):
        value, value_to, precision = period(value, value_to if isinstance(value_to, str) else None)
    return Figure(
        start,
        end,
        tokens.text[start:end],
        draft.kind,
        value,
        value_to,
        draft.unit,
        draft.approximate or amounts.approximate(tokens, draft),
        draft.resolved,
        precision,
    )
