"""Highlights made elsewhere → annotations: named so that none comes twice, put where they stand."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from reader.library.annotating import described_at
from reader.library.tagging import tidy
from reader.model import (
    AmbiguousReference,
    Annotation,
    BroughtArticle,
    BroughtHighlight,
    TextQuoteSelector,
)
from reader.text.addresses import address_key
from reader.text.anchoring import find_quote, match
from reader.text.canonical import canonical

_IRIS = ("urn:", "http://", "https://")
"""How a name begins that is one everywhere, and is kept."""


def marks_of(app: str, one: BroughtArticle, article: str, now: datetime) -> tuple[Annotation, ...]:
    """The highlights and notes of one article as annotations, without places yet.

    Their ids are made of the application, the article and what it calls them or, where it has no
    names for them, their words; IRIs stay as they are. Two that say the same are one.
    """
    found: dict[str, Annotation] = {}
    for mark in _all(one):
        id = mark.id if mark.id.startswith(_IRIS) else _urn(app, one, _named(mark))
        made = _annotation(id, mark, article, one.saved or now)
        if made.id in found and _says(found[made.id]) != _says(made):
            # The same words marked twice with another note on them: neither is lost.
            words = (*_named(mark), mark.exact, mark.body, *mark.tags)
            made = _annotation(_urn(app, one, words), mark, article, one.saved or now)
        found.setdefault(made.id, made)
    return tuple(found.values())


def placed(text: str, annotation: Annotation) -> tuple[Annotation, bool]:
    """An annotation where its words stand in a text, and whether they do; else as it was."""
    quote = annotation.quote
    if quote is None:
        return annotation, False
    found = match(text, quote, annotation.position, source_hash=annotation.source_hash)
    if found and found.approximate:
        return annotation, True  # it is found again by its own words, which are kept
    span = (found.start, found.end) if found else _folded(text, quote.exact)
    if span is None:
        return annotation, False
    return described_at(text, annotation, *span), True


def same_mark(one: Annotation, other: Annotation) -> bool:
    """Whether the second says nothing that the first does not."""
    same_place = words_of(one) == words_of(other) and one.position == other.position
    return same_place and other.body in {"", one.body} and set(other.tags) <= set(one.tags)


def words_of(one: Annotation) -> str:
    """The words a highlight is on; "" for a note on the whole article."""
    return one.quote.exact if one.quote else ""


def _all(one: BroughtArticle) -> Iterator[BroughtHighlight]:
    if one.note.strip():
        yield BroughtHighlight("", body=one.note, created=one.saved)
    yield from one.highlights


def _named(mark: BroughtHighlight) -> tuple[str, ...]:
    if mark.id:
        return "id", mark.id
    words = (mark.exact, mark.prefix, mark.suffix) if mark.exact.strip() else (mark.body.strip(),)
    return "words", *words


def _urn(app: str, one: BroughtArticle, named: tuple[str, ...]) -> str:
    where = [address_key(one.url) or one.url] if one.url else [one.title, *one.authors]
    words = json.dumps(["reader", app, where, named])
    return f"urn:uuid:{uuid5(NAMESPACE_URL, words)}"


def _annotation(id: str, mark: BroughtHighlight, article: str, otherwise: datetime) -> Annotation:
    created = (mark.created or mark.modified or otherwise).astimezone(UTC)
    exact = canonical(mark.exact)
    if not (mark.source_hash and exact.strip()):
        exact = exact.strip()  # what is beside a quote in an export is seldom part of it
    return Annotation(
        id,
        article,
        created,
        max(created, (mark.modified or created).astimezone(UTC)),
        quote=_selector(exact, mark) if exact else None,
        body=canonical(mark.body).strip(),
        tags=tidy(mark.tags),
        colour=mark.colour,
        position=mark.position if exact else None,
        source_hash=mark.source_hash if exact else "",
        follow_up=mark.follow_up,
    )


def _selector(exact: str, mark: BroughtHighlight) -> TextQuoteSelector:
    return TextQuoteSelector(exact, canonical(mark.prefix), canonical(mark.suffix))


def _says(one: Annotation) -> tuple[object, ...]:
    return one.quote, one.body, one.tags


def _folded(text: str, words: str) -> tuple[int, int] | None:
    try:
        return find_quote(text, words)
    except AmbiguousReference:
        return None
