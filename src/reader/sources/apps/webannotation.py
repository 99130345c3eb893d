"""W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/), Reader's among them.

A collection with its first page, a page, a list of annotations or a single one. Whatever body is no
words, and whatever selector is neither quote nor position, is passed over.
"""

from collections.abc import Iterator
from datetime import date

from reader.model import (
    Brought,
    BroughtArticle,
    BroughtHighlight,
    Colour,
    FollowUp,
    SourceError,
    Status,
    TextPositionSelector,
)
from reader.sources.apps.fields import Entry, entries_of
from reader.sources.apps.gathering import gathered
from reader.sources.apps.values import address, counted, moment, tidy
from reader.text.canonical import canonical, canonical_line

APP = "Web Annotation"
KEYS = ("http://www.w3.org/ns/anno.jsonld",)
_DEEPEST = 4


def is_webannotation(value: object) -> bool:
    """Whether JSON says of itself that it holds Web Annotations."""
    found = value[0] if isinstance(value, list) and value else value
    if not isinstance(found, dict):
        return False
    context = found.get("@context")
    return KEYS[0] in (context if isinstance(context, list) else [context])


def read_webannotation(value: object, subject: str) -> Brought:
    """The annotations of each source together. Raises SourceError for one without a target."""
    entries = list(_annotations(value, subject))
    return Brought(APP, gathered(map(_article, entries)), _further_pages(value))


def _annotations(value: object, subject: str) -> Iterator[Entry]:
    for _ in range(_DEEPEST):
        if not isinstance(value, dict):
            break
        single = _is(value, "Annotation")
        value = [value] if single else value.get("items", value.get("first"))
    if not isinstance(value, list):
        raise SourceError("it has no annotations in it", subject)
    yield from entries_of(value, "annotation", subject)


def _further_pages(value: object) -> tuple[str, ...]:
    """A collection may be spread over many addresses; only what is in the file is read."""
    first = value.get("first", value) if isinstance(value, dict) else None
    more = isinstance(first, dict) and isinstance(first.get("next"), str)
    return counted(int(more), "further page, which is not in the file", "")


def _is(value: dict[str, object], kind: str) -> bool:
    types = value.get("type", value.get("@type"))
    return kind in (types if isinstance(types, list) else [types])


def _article(entry: Entry) -> BroughtArticle:
    target = _target(entry)
    source = _source(target)
    if not source:
        raise entry.refuse("target", "has no source")
    whole = entry.line("motivation") == "tagging" and not _selectors(target)
    words, tags = _bodies(entry)
    mark = _mark(entry, target, words, tags)
    return BroughtArticle(
        title=entry.line("reader:title") or source,
        url=address(source),
        tags=tags if whole else (),
        status=_status(entry) if whole else Status.UNREAD,
        starred=whole and entry.flag("reader:starred"),
        follow_up=_follow_up(entry) if whole else None,
        highlights=() if whole and not words else (mark,),
        id=entry.line("reader:article"),
    )


def _mark(entry: Entry, target: object, words: str, tags: tuple[str, ...]) -> BroughtHighlight:
    exact, prefix, suffix, position = "", "", "", None
    for one in _selectors(target):
        if _is(one, "TextQuoteSelector"):
            exact, prefix, suffix = (_text(one.get(key)) for key in ("exact", "prefix", "suffix"))
        elif _is(one, "TextPositionSelector"):
            position = _position(one)
    said = target if isinstance(target, dict) else {}
    return BroughtHighlight(
        *(exact, prefix, suffix),
        body=words,
        tags=tags,
        colour=_colour(said.get("styleClass")),
        created=entry.when("created"),
        modified=entry.when("modified"),
        id=entry.line("id"),
        position=position,
        source_hash=canonical_line(_text(said.get("reader:sourceHash"))),
        follow_up=_follow_up(entry),
    )


def _target(entry: Entry) -> object:
    """The first target: an address, or what is known of a part of one."""
    value = entry.values.get("target")
    return value[0] if isinstance(value, list) and value else value


def _source(target: object) -> str:
    if isinstance(target, dict):
        target = target.get("source", target.get("id"))
    if isinstance(target, dict):
        target = target.get("id")
    return canonical_line(_text(target))


def _selectors(target: object) -> list[dict[str, object]]:
    """The selectors, those that refine others among them (§4.2.9)."""
    found = target.get("selector") if isinstance(target, dict) else None
    todo = list(found) if isinstance(found, list) else [found]
    selectors: list[dict[str, object]] = []
    for one in todo:
        for _ in range(_DEEPEST):
            if isinstance(one, dict):
                selectors.append(one)
                one = one.get("refinedBy")
    return selectors


def _bodies(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """The words, and the tags."""
    found = entry.values.get("body")
    words = [_text(entry.values.get("bodyValue"))]
    tags: list[str] = []
    for body in found if isinstance(found, list) else [found]:
        if isinstance(body, dict) and _is(body, "TextualBody"):
            value, purpose = _text(body.get("value")), body.get("purpose")
            (tags if purpose == "tagging" else words).append(value)
    return "\n\n".join(canonical(one).strip() for one in words if one.strip()), tidy(tags)


def _position(selector: dict[str, object]) -> TextPositionSelector | None:
    start, end = selector.get("start"), selector.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return None
    return TextPositionSelector(start, end)


def _colour(raw: object) -> Colour:
    return next((one for one in Colour if one == raw), Colour.YELLOW)


def _status(entry: Entry) -> Status:
    raw = entry.line("reader:status")
    return next((one for one in Status if one == raw), Status.UNREAD)


def _follow_up(entry: Entry) -> FollowUp | None:
    said = entry.entry("reader:followUp")
    on = moment(said.raw("on")) if said else None
    return FollowUp(date(on.year, on.month, on.day), said.line("why")) if said and on else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
