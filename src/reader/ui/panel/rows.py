"""The lines of the panel. Pure: an opened article in, rows out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reader.model import UNSEEN, Annotation, Block, EntityType
from reader.text.sentences import sentence_at
from reader.ui.opened import Opened
from reader.ui.words import fit, number

Piece = tuple[str, str]
Span = tuple[int, int]


class Tab(Enum):
    """A list of the panel, by the name it shows."""

    PEOPLE = "People"
    ORGANISATIONS = "Organisations"
    PLACES = "Places"
    OTHERS = "Others"
    FIGURES = "Figures"
    NOTES = "Notes"
    REMOVED = "Removed"


_TYPES = {
    Tab.PEOPLE: {EntityType.PERSON},
    Tab.ORGANISATIONS: {EntityType.ORGANIZATION},
    Tab.PLACES: {EntityType.PLACE},
}
_TYPES[Tab.OTHERS] = set(EntityType) - set().union(*_TYPES.values())


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A line, and where Enter leads: to the spans in turn. Pieces may be cut at the end."""

    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...] = ()
    block: Block | None = None
    annotation: Annotation | None = None


def rows_of(tab: Tab, opened: Opened) -> Sequence[PanelRow]:
    """The lines of one list."""
    if tab is Tab.FIGURES:
        return _figures(opened)
    if tab is Tab.NOTES:
        return _notes(opened)
    if tab is Tab.REMOVED:
        return _removed(opened)
    return _entities(opened, tab)


def count_of(tab: Tab, opened: Opened) -> int:
    """How long a list is, without making it."""
    if tab is Tab.FIGURES:
        return len(opened.recognised.figures)
    if tab is Tab.NOTES:
        return len(opened.annotations) + bool(opened.note)
    if tab is Tab.REMOVED:
        return len(opened.article.removed)
    return sum(entity.type in _TYPES[tab] for entity in opened.recognised.entities)


def _entities(opened: Opened, tab: Tab) -> Sequence[PanelRow]:
    rows = []
    for entity in opened.recognised.entities:
        if entity.type not in _TYPES[tab]:
            continue
        spans = tuple(
            (mention.start, mention.end)
            for mention in opened.recognised.mentions
            if (mention.name, mention.type) == (entity.name, entity.type)
        )
        kind = [(f"{entity.type.value:<10}", "muted")] if tab is Tab.OTHERS else []
        also = f"  also {', '.join(entity.aliases)}" if entity.aliases else ""
        times = (f"{len(spans) or entity.mentions:>4}×  ", "muted")
        rows.append(PanelRow((times, *kind, (entity.name, "strong"), (also, "muted")), spans))
    return rows


def _figures(opened: Opened) -> Sequence[PanelRow]:
    text = opened.article.kept_text
    rows = []
    for figure in opened.recognised.figures:
        about = "~" if figure.approximate else ""
        given, until = figure.as_given
        value = about + number(given)
        if until is not None:
            value += f" – {number(until)}"
        pieces = (
            (fit(f" {figure.text}", 24), "strong"),
            (f"  {figure.kind.value:<9}", "muted"),
            (fit(f"{value} {figure.unit or ''}", 26), "accent"),
            (f"  {_sentence(text, figure.start)}", "muted"),
        )
        rows.append(PanelRow(pieces, ((figure.start, figure.end),)))
    return rows


def _sentence(text: str, offset: int) -> str:
    start, end = sentence_at(text, offset)
    return " ".join(text[start:end].replace(UNSEEN, "").split())


def _notes(opened: Opened) -> Sequence[PanelRow]:
    rows = []
    if opened.note:
        words = " ".join(opened.note.split())
        rows.append(PanelRow(((" ✎ on the article  ", "accent"), (words, "strong"))))
    for anchored in opened.annotations:
        note = anchored.annotation
        lost = anchored.span is None
        said = note.quote.exact if note.quote else ""
        if anchored.span:
            said = opened.article.read(*anchored.span)
        quote = " ".join(said.split())
        body = " ".join(note.body.split())
        tags = "".join(f" #{tag}" for tag in note.tags)
        pieces = (
            (f" {'✎' if body else '▍'} {note.colour.value[0].upper()}  ", "accent"),
            ("orphan, its words are gone: " if lost else "", "alert"),
            (body + ("  " if body else ""), "strong"),
            (f"“{quote}”", "muted"),
            (tags, "accent"),
        )
        spans = (anchored.span,) if anchored.span else ()
        rows.append(PanelRow(pieces, spans, annotation=note))
    return rows


def _removed(opened: Opened) -> Sequence[PanelRow]:
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
