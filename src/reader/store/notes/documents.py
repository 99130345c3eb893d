"""Annotations, reader states, site rules and entity corrections as documents of `notes.json`.

Going in, every field is written. Coming back, every field is read on its own, and one that is
missing or makes no sense counts as not said: no document, whoever wrote it, stops Reader. All text
passes the gate, as the file may have come from anywhere.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from reader.model import (
    Annotation,
    BlockCorrection,
    Colour,
    EntityCorrection,
    EntityType,
    FollowUp,
    ReaderState,
    Role,
    SiteRule,
    Status,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.text.canonical import canonical, canonical_line

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
D = TypeVar("D")
Fields = dict[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def state_fields(article: str, state: ReaderState) -> Fields:
    """A reader state as a document, without the time it was saved."""
    return {
        "article": article,
        "tags": list(state.tags),
        "status": str(state.status),
        "follow_up": _follow_up_fields(state.follow_up),
        "position": state.position,
        "blocks": [
            {"start": b.start, "end": b.end, "kept": b.kept, "role": b.role and str(b.role)}
            for b in state.blocks
        ],
        "deleted": state.deleted,
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
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
    }


def rule_fields(rule: SiteRule) -> Fields:
    """A site rule as a document."""
    created = rule.created.isoformat()
    return {"id": rule.id, "site": rule.site, "words": rule.words, "created": created}


def correction_fields(correction: EntityCorrection) -> Fields:
    """An entity correction as a document."""
    return {
        "id": correction.id,
        "text": correction.text,
        "was": correction.was and str(correction.was),
        "type": correction.type and str(correction.type),
        "name": correction.name,
        "ignored": correction.ignored,
        "marked": correction.marked,
        "created": correction.created.isoformat(),
    }


def parse_state(document: Mapping[str, Any]) -> ReaderState:
    """What a document of the table `articles` says."""
    return ReaderState(
        tags=_tags(document.get("tags")),
        status=_one_of(Status, document.get("status"), Status.UNREAD),
        follow_up=_follow_up(document.get("follow_up")),
        position=_offset(document.get("position")) or 0,
        blocks=_each(document.get("blocks"), _block),
        deleted=document.get("deleted") is True,
    )


def parse_annotation(document: Mapping[str, Any]) -> Annotation | None:
    """What a document of the table `annotations` says; None when not even whose it is."""
    id, article = (name(document.get(field)) for field in ("id", "article"))
    if not id or not article:
        return None
    created = _time(document.get("created"))
    modified = _time(document.get("modified")) or created or _EPOCH
    return Annotation(
        id=id,
        article=article,
        created=created or modified,
        modified=modified,
        quote=_quote(document.get("quote")),
        position=_position(document.get("position")),
        body=_text(document.get("body")),
        tags=_tags(document.get("tags")),
        colour=_one_of(Colour, document.get("colour"), Colour.YELLOW),
    )


def parse_rule(document: Mapping[str, Any]) -> SiteRule | None:
    """What a document of the table `site_rules` says; None when not what is to go from where."""
    id, site = (name(document.get(field)) for field in ("id", "site"))
    words = _text(document.get("words"))
    if not (id and site and words.strip()):
        return None
    return SiteRule(id, site, words, _time(document.get("created")) or _EPOCH)


def parse_correction(document: Mapping[str, Any]) -> EntityCorrection | None:
    """What a document of the table `entity_corrections` says; None when it corrects nothing."""
    id, text, called = (name(document.get(field)) for field in ("id", "text", "name"))
    correction = EntityCorrection(
        id,
        text,
        _time(document.get("created")) or _EPOCH,
        _one_of(EntityType, document.get("was"), None),
        _one_of(EntityType, document.get("type"), None),
        called or None,
        document.get("ignored") is True,
        document.get("marked") is True,
    )
    said = correction.type or (not correction.marked and (called or correction.ignored))
    return correction if id and text and said else None


def _follow_up_fields(follow_up: FollowUp | None) -> Fields | None:
    return None if follow_up is None else {"on": follow_up.on.isoformat(), "why": follow_up.why}


def _follow_up(value: object) -> FollowUp | None:
    if not isinstance(value, dict):
        return None
    try:
        return FollowUp(date.fromisoformat(value["on"]), _text(value.get("why")))
    except (KeyError, TypeError, ValueError):
        return None


def _block(value: Fields) -> BlockCorrection | None:
    start, end = _span(value)
    if start is None or end is None or not isinstance(value.get("kept"), bool):
        return None
    return BlockCorrection(start, end, value["kept"], _one_of(Role, value.get("role"), None))


def _quote(value: object) -> TextQuoteSelector | None:
    if not isinstance(value, dict) or not isinstance(value.get("exact"), str):
        return None
    return TextQuoteSelector(*(_text(value.get(field)) for field in ("exact", "prefix", "suffix")))


def _position(value: object) -> TextPositionSelector | None:
    start, end = _span(value) if isinstance(value, dict) else (None, None)
    return None if start is None or end is None else TextPositionSelector(start, end)


def _span(value: Fields) -> tuple[int | None, int | None]:
    start, end = _offset(value.get("start")), _offset(value.get("end"))
    return (start, end) if start is not None and end is not None and start <= end else (None, None)


def _offset(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _text(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return value if value.isascii() and value.isprintable() else canonical(value)


def name(value: object) -> str:
    """A value that should be text on one line, such as an id; "" when it is not."""
    if not isinstance(value, str):
        return ""
    if value.isascii() and value.isprintable():
        return " ".join(value.split())  # what the gate would give, at a tenth of its cost
    return canonical_line(value)


def _tags(value: object) -> tuple[str, ...]:
    tags = map(name, value) if isinstance(value, list) else ()
    return tuple(dict.fromkeys(filter(None, tags)))


def _time(value: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time and time.tzinfo is None else time


def _each(values: object, parse: Callable[[Fields], T | None]) -> tuple[T, ...]:
    documents = (v for v in values if isinstance(v, dict)) if isinstance(values, list) else ()
    return tuple(parsed for parsed in map(parse, documents) if parsed is not None)


def _one_of(kinds: type[E], value: object, default: D) -> E | D:
    try:
        return kinds(value) if isinstance(value, str) else default
    except ValueError:
        return default
