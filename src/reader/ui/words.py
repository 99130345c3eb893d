"""Figures, dates and names as the screen says them. Pure: no widgets, no clock."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len, set_cell_size

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WORDS_PER_MINUTE = 238  # silent reading of English non-fiction: Brysbaert, J. Mem. Lang. 109 (2019)


def fit(text: str, cells: int) -> str:
    """Cut or fill a line to exactly so many cells, with an ellipsis where words were lost."""
    if cells <= 0:
        return ""
    if cell_len(text) <= cells:
        return text + " " * (cells - cell_len(text))
    return set_cell_size(set_cell_size(text, cells - 1).rstrip() + "…", cells)


def plural(number: int, noun: str, several: str | None = None) -> str:
    """Say a count with its noun: `1 article`, `1,204 articles`."""
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


def short_date(published: str | None, today: date) -> str:
    """A date for a narrow column: `22 Oct` this year, `Oct 2024` before, `2024` where vague."""
    if not published:
        return ""
    year, month, day = (*published[:10].split("-"), "", "")[:3]
    if not _is_month(month):
        return year
    if day.isdecimal() and year == str(today.year):
        return f"{int(day)} {MONTHS[int(month) - 1]}"
    return f"{MONTHS[int(month) - 1]} {year}"


def long_date(published: str | None) -> str:
    """A date in full: `22 Oct 2025`, at the precision it has."""
    if not published:
        return ""
    year, month, day = (*published[:10].split("-"), "", "")[:3]
    if not _is_month(month):
        return year
    words = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day.isdecimal() else words


def day_words(day: date, today: date) -> str:
    """How far off a day is: `today`, `tomorrow`, `in 12 days`, `3 days ago`."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def due_words(day: date, today: date) -> str:
    """A follow-up's day for a narrow place: `due today`, `due 1 Jan`, `overdue 1 Jan`."""
    if day == today:
        return "due today"
    return f"{'overdue' if day < today else 'due'} {short_date(day.isoformat(), today)}"


def minutes(words: int) -> str:
    """How long so many words take to read: `3 min`."""
    return f"{max(1, round(words / WORDS_PER_MINUTE))} min"


def number(value: float | str | None) -> str:
    """A figure's value for people: `15,000,000,000`, `2.5`, a date as it stands."""
    if value is None:
        return "?"
    if isinstance(value, str):
        return value
    if value == int(value) and abs(value) < 1e18:
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < 1e15 else f"{value:.6g}"


def quoted(text: str, cells: int = 48) -> str:
    """A title or passage named in a sentence: in quotes, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{fit(line, cells).rstrip() if cell_len(line) > cells else line}”"


def _is_month(month: str) -> bool:
    return month.isdecimal() and 1 <= int(month) <= 12
