"""Lines of the panel about what the reader said, and what cleaning set aside. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library import Anchored
from reader.ui.opened import Opened
from reader.ui.panel.row import PanelRow
from reader.ui.words import fit


def notes(opened: Opened) -> Sequence[PanelRow]:
    """What the reader wrote and marked."""
    rows = []
    if opened.note:
        words = " ".join(opened.note.split())
        rows.append(PanelRow(((" ✎ on the article  ", "accent"), (words, "strong"))))
    for anchored in opened.annotations:
        note = anchored.annotation
        said = note.quote.exact if note.quote else ""
        if anchored.span:
            said = opened.article.read(*anchored.span)
        quote = " ".join(said.split())
        body = " ".join(note.body.split())
        tags = "".join(f" #{tag}" for tag in note.tags)
        pieces = (
            (f" {'✎' if body else '▍'} {note.colour.value[0].upper()}  ", "accent"),
            (_state(anchored), "alert"),
            (body + ("  " if body else ""), "strong"),
            (f"“{quote}”", "muted"),
            (tags, "accent"),
            (f"  ! {note.follow_up.on} {note.follow_up.why}" if note.follow_up else "", "alert"),
        )
        spans = (anchored.span,) if anchored.span else ()
        rows.append(PanelRow(pieces, spans, annotation=note))
    return rows


def _state(anchored: Anchored) -> str:
    """What became of the passage; nothing of one that stands as it was."""
    if anchored.span is None:
        return "orphan, its words are gone: "
    return "changed since: " if anchored.approximate else ""


def removed(opened: Opened) -> Sequence[PanelRow]:
    """What cleaning or the reader set aside, and why."""
    rows = []
    for block in opened.article.removed:
        words = " ".join(block.text(opened.article.source_text).split())
        pieces = (
            (fit(f" {block.role.value.replace('_', ' ')}", 16), "accent"),
            (fit(block.reason, 34) + "  ", "muted"),
            (words, ""),
        )
        rows.append(PanelRow(pieces, (block.words(opened.article.source_text),), block=block))
    return rows
