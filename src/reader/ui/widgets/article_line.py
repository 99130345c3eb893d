"""One article on one line of the list. Pure: values in, pieces of text out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from reader.model import ArticleRow, Status
from reader.ui.words import due_words, fit, short_date

Piece = tuple[str, str]

STATUS_MARKS = {Status.UNREAD: "●", Status.READING: "○", Status.DONE: "✓", Status.ARCHIVED: "✓"}

SITE_FROM, DUE_FROM, TAGS_FROM = 48, 60, 92
"""From how many cells on a line has room for the site, a follow-up in words, and the tags."""


def article_line(row: ArticleRow, width: int, today: date, selected: bool) -> list[Piece]:
    """Mark, title, tags, site, notes, follow-up and date, as many as there is room for."""
    tail = _tail(row, width, today)
    left = [("*" if selected else " ", "accent"), (STATUS_MARKS[row.status] + " ", "accent")]
    if row.starred:
        left.append(("★ ", "alert"))
    room = width - 3 - 2 * row.starred - sum(cell_len(text) for text, _ in tail)
    done = row.status in (Status.DONE, Status.ARCHIVED)
    look = "strong" if row.status is Status.UNREAD else "muted" if done else ""
    return [*left, (fit(row.title or "Untitled", room), look), *tail]


def _tail(row: ArticleRow, width: int, today: date) -> Sequence[Piece]:
    pieces = [_tags(row, width), _follow_up(row, width, today)]
    if width >= SITE_FROM and row.site:  # without one, its room is the title's
        site = row.site.removeprefix("www.")
        pieces.append(("  " + fit(site, 14 if width < TAGS_FROM else 20), "muted"))
    pieces.append((" " + (f"✎{row.notes}" if row.notes else "").ljust(3), "good"))
    pieces.append((short_date(row.published, today).rjust(8) + " ", "muted"))
    return pieces


def _tags(row: ArticleRow, width: int) -> Piece:
    if width < TAGS_FROM or not row.tags:
        return ("", "")
    tags = " ".join(f"#{tag}" for tag in row.tags)
    return ("  " + fit(tags, min(cell_len(tags), width // 4)), "accent")


def _follow_up(row: ArticleRow, width: int, today: date) -> Piece:
    if row.follow_up is None:
        return ("", "")
    due = row.follow_up.on <= today
    words = due_words(row.follow_up.on, today) if width >= DUE_FROM else "!" if due else "›"
    return ("  " + words, "alert" if due else "accent")
