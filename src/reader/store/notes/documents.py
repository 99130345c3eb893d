"""Annotations and reader states as documents of `notes.json`.

Going in, every field is written. Coming back, every field is read on its own, and one that is
missing or makes no sense counts as not said: no document, whoever wrote it, stops Reader.
"""

from collections.abc import Mapping
from typing import Any

from reader.model import (
    Annotation,
    BlockCorrection,
    Colour,
    ReaderState,
    Role,
    Status,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.store.notes.values import (
    EPOCH,
    Fields,
    each,
    follow_up,
    follow_up_fields,
    name,
    offset,
    one_of,
    span,
    tags,
    text,
    time,
)


def state_fields(article: str, state: ReaderState) -> Fields:
    """A reader state as a document, without the time it was saved."""
    return {
        "article": article,
        "tags": list(state.tags),
        "status": str(state.status),
        "follow_up": follow_up_fields(state.follow_up),
        "position": state.position,
        "blocks": [
            {"start": b.start, "end": b.end, "kept": b.kept, "role": b.role and str(b.role)}
            for b in state.blocks
        ],
        "deleted": state.deleted,
        "starred": state.starred,
        "newer": state.newer,
    }


def annotation_fields(annotation: Annotation) -> Fields:
    """An annotation as a document."""
    quote, position = annotation.quote, annotation.position
    return {
        "id": annotation.id,
        "article": annotation.article,
        "quote": quote and {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        "position": position and {"start": position.start, "end": position.end},
        "body": annotation.body,
        "tags": list(annotation.tags),
        "colour": str(annotation.colour),
        "source_hash": annotation.source_hash,
        "follow_up": follow_up_fields(annotation.follow_up),
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
    }


def parse_state(document: Mapping[str, Any]) -> ReaderState:
    """What a document of the table `articles` says."""
    return ReaderState(
        tags=tags(document.get("tags")),
        status=one_of(Status, document.get("status"), Status.UNREAD),
        follow_up=follow_up(document.get("follow_up")),
        position=offset(document.get("position")) or 0,
        blocks=each(document.get("blocks"), _block),
        deleted=document.get("deleted") is True,
        starred=document.get("starred") is True,
        newer=name(document.get("newer")) or None,
    )


def parse_annotation(document: Mapping[str, Any]) -> Annotation | None:
    """What a document of the table `annotations` says; None when not even whose it is."""
    id, article = (name(document.get(field)) for field in ("id", "article"))
    if not id or not article:
        return None
    created = time(document.get("created"))
    modified = time(document.get("modified")) or created or EPOCH
    return Annotation(
        id=id,
        article=article,
        created=created or modified,
        modified=modified,
        quote=_quote(document.get("quote")),
        position=_position(document.get("position")),
        body=text(document.get("body")),
        tags=tags(document.get("tags")),
        colour=one_of(Colour, document.get("colour"), Colour.YELLOW),
        source_hash=name(document.get("source_hash")),
        follow_up=follow_up(document.get("follow_up")),
    )


def _block(value: Fields) -> BlockCorrection | None:
    start, end = span(value)
    if start is None or end is None or not isinstance(value.get("kept"), bool):
        return None
    return BlockCorrection(start, end, value["kept"], one_of(Role, value.get("role"), None))


def _quote(value: object) -> TextQuoteSelector | None:
    if not isinstance(value, dict) or not isinstance(value.get("exact"), str):
        return None
    return TextQuoteSelector(*(text(value.get(field)) for field in ("exact", "prefix", "suffix")))


def _position(value: object) -> TextPositionSelector | None:
    start, end = span(value) if isinstance(value, dict) else (None, None)
    return None if start is None or end is None else TextPositionSelector(start, end)
