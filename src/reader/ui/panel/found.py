"""Lines of the panel about what was recognised. Pure: an opened article in, rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from reader.model import UNSEEN, Entity, EntityType
from reader.text.sentences import sentence_at
from reader.ui.opened import Opened
from reader.ui.panel.row import PanelRow, Piece, Span
from reader.ui.words import fit, number

_Key = tuple[str, EntityType]


def entities(opened: Opened, types: Collection[EntityType]) -> Sequence[PanelRow]:
    """Who or what is named, each with the sentence that names it first."""
    spans: dict[_Key, list[Span]] = defaultdict(list)
    for mention in opened.recognised.mentions:
        spans[mention.name, mention.type].append((mention.start, mention.end))
    text = opened.article.kept_text
    return [
        _entity(one, tuple(spans[one.name, one.type]), text, several=len(types) > 1)
        for one in opened.recognised.entities
        if one.type in types
    ]


def _entity(entity: Entity, spans: tuple[Span, ...], text: str, *, several: bool) -> PanelRow:
    kind = [(f"{entity.type.value:<10}", "muted")] if several else []
    also = f"  also {', '.join(entity.aliases)}" if entity.aliases else ""
    times = (f"{len(spans) or entity.mentions:>4}×  ", "muted")
    sentence = f"  {_sentence(text, spans[0][0])}" if spans else ""
    named: list[Piece] = [(entity.name, "strong"), (_office(entity), "accent"), (also, "muted")]
    return PanelRow(
        (times, *kind, *named, (sentence, "muted")),
        spans,
        entity=entity,
        count=len(spans) or entity.mentions,
    )


def _office(entity: Entity) -> str:
    said = ", ".join(filter(None, (entity.role, entity.affiliation)))
    return f", {said}" if said else ""


def figures(opened: Opened) -> Sequence[PanelRow]:
    """What the numbers are, each in its sentence."""
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
        rows.append(PanelRow(pieces, ((figure.start, figure.end),), size=_size(figure.value)))
    return rows


def _size(value: float | str | None) -> float | None:
    return None if isinstance(value, str) else value


def quotes(opened: Opened) -> Sequence[PanelRow]:
    """What is said in quotation marks, and by whom."""
    rows = []
    for quotation in opened.recognised.quotations:
        words = " ".join(opened.article.read(quotation.start, quotation.end).split())
        speaker = (fit(f" {quotation.speaker}", 24), "strong")
        nobody = (fit(" (not said who)", 24), "muted")
        pieces = (speaker if quotation.speaker else nobody, (f"  “{words}”", ""))
        rows.append(PanelRow(pieces, ((quotation.start, quotation.end),)))
    return rows


def _sentence(text: str, offset: int) -> str:
    start, end = sentence_at(text, offset)
    return " ".join(text[start:end].replace(UNSEEN, "").split())
