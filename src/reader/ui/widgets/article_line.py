"""One article on one line of the list. Pure: values in, pieces of text out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from reader.model import ArticleRow, Status
from reader.ui.words import due_words, fit, short_date

Piece = tuple[str, str]

STATUS_MARKS = {Status.UNREAD: "●", Status.READING: "○", Status.DONE: "✓", Status.ARCHIVED: "✓"}

SITE_FROM, TAGS_FROM, DUE_FROM = 48, 92, 72
"""From how many cells on a line has room for the site, the tags, and the words of a follow-up."""


def article_line(row: ArticleRow, width: int, today: date, selected: bool) -> list[Piece]:
    """Mark, title, tags, site, notes, follow-up and date, as many as there is room for."""
    tail = _tail(row, width, today)
    left = [("*" if selected else " ", "accent"), (STATUS_MARKS[row.status] + " ", "accent")]
    room = width - 3 - sum(cell_len(text) for text, _ in tail)
    done = row.status in (Status.DONE, Status.ARCHIVED)
    look = "strong" if row.status is Status.UNREAD else "muted" if done else ""
    return [*left, (fit(row.title or "Untitled", room), look), *tail]


def waiting_line(width: int) -> list[Piece]:
    """A line whose article is still on its way from the library."""
    return [("   …".ljust(width), "muted")]


def _tail(row: ArticleRow, width: int, today: date) -> Sequence[Piece]:
    pieces: list[Piece] = []
    if width >= TAGS_FROM and row.tags:
        tags = " ".join(f"#{tag}" for tag in row.tags)
        pieces.append(("  " + fit(tags, min(cell_len(tags), width // 4)), "accent"))
    if width >= SITE_FROM:
        site = (row.site or "").removeprefix("www.")
        pieces.append(("  " + fit(site, 12 if width < TAGS_FROM else 20), "muted"))
    pieces.append((" " + (f"✎{row.notes}" if row.notes else "").ljust(3), "good"))
    pieces.append(_follow_up(row, width, today))
    pieces.append((short_date(row.published, today).rjust(8) + " ", "muted"))
    return pieces


def _follow_up(row: ArticleRow, width: int, today: date) -> Piece:
    if width < DUE_FROM:
        due = row.follow_up is not None and row.follow_up.on <= today
        return ("!" if due else "›" if row.follow_up else " ", "alert" if due else "accent")
    if row.follow_up is None:
        return (" " * 15, "")
    words = due_words(row.follow_up.on, today)
    return (fit(words, 15), "alert" if row.follow_up.on <= today else "accent")
