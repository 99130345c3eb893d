"""Annotations as W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/).

Offsets are code points into the source text, as the standard counts them. The colour of a
highlight is the `styleClass` of its target (§4.4). An orphan has its quote and no position.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote as percent_encoded

from reader.export.exported import Exported
from reader.model import Annotation, Article, FollowUp, ReaderState, Status
from reader.text.anchoring import hash_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:reader:terms:"
"""Of what the standard has no words for: follow-ups, status, which article of a source it is."""

Object = dict[str, Any]


def annotation_collection(articles: Iterable[Exported], label: str = "Reader") -> Object:
    """All annotations on these articles, notes and tags of whole articles among them (§5)."""
    items = [item for exported in articles for item in annotations(exported)]
    return {
        "@context": [CONTEXT, {"reader": NAMESPACE}],
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def annotations(exported: Exported) -> Iterator[Object]:
    """The annotations on one article; those on the whole of it first."""
    yield from _on_article(exported)
    for annotation, span in exported.annotations:
        yield _on_passage(exported.article, annotation, span)


def _on_article(exported: Exported) -> Iterator[Object]:
    for note in exported.notes:
        yield _made(note, exported.article, {"source": _source(exported.article)})
    said = _said(exported.state)
    if exported.state.tags or said:
        yield {
            "id": _iri(f"{exported.article.id}/tags"),
            "type": "Annotation",
            "motivation": "tagging",
            "body": _bodies("", exported.state.tags),
            "target": [{"source": _source(exported.article)}],
            "reader:article": exported.article.id,
            "reader:title": exported.article.title,
            **said,
        }


def _on_passage(article: Article, annotation: Annotation, span: tuple[int, int] | None) -> Object:
    target: Object = {
        "source": _source(article),
        "selector": list(_selectors(annotation, span)),
        "styleClass": str(annotation.colour),
    }
    if source_hash := hash_of(article.source_text) if span else annotation.source_hash:
        target["reader:sourceHash"] = source_hash
    return _made(annotation, article, target)


def _made(annotation: Annotation, article: Article, target: Object) -> Object:
    due = annotation.follow_up
    return {
        "id": _iri(annotation.id),
        "type": "Annotation",
        "motivation": "commenting" if annotation.body else "highlighting",
        "created": _moment(annotation.created),
        "modified": _moment(annotation.modified),
        "body": _bodies(annotation.body, annotation.tags),
        "target": [target],
        "reader:article": article.id,
        "reader:title": article.title,
        **({"reader:followUp": _follow_up(due)} if due else {}),
    }


def _said(state: ReaderState) -> Object:
    """What was said of an article that the standard has no word for."""
    said: Object = {}
    if state.status is not Status.UNREAD:
        said["reader:status"] = str(state.status)
    if state.starred:
        said["reader:starred"] = True
    if state.follow_up:
        said["reader:followUp"] = _follow_up(state.follow_up)
    return said


def _follow_up(follow_up: FollowUp) -> Object:
    return {"on": follow_up.on.isoformat(), "why": follow_up.why}


def _bodies(words: str, tags: Iterable[str]) -> list[Object]:
    comment = [{"type": "TextualBody", "value": words, "format": "text/markdown"}] if words else []
    return [
        *comment,
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
    ]


def _selectors(annotation: Annotation, span: tuple[int, int] | None) -> Iterator[Object]:
    if annotation.quote:
        quote = annotation.quote
        yield {
            "type": "TextQuoteSelector",
            "exact": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        }
    if span:
        yield {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def _source(article: Article) -> str:
    """The article's address; for one without, the hash of its source: an IRI in any case."""
    return article.url or article.source.url or f"urn:sha256:{article.source.sha256}"


def _iri(id: str) -> str:
    return id if id.startswith(("urn:", "http:", "https:")) else f"urn:reader:{percent_encoded(id)}"


def _moment(moment: datetime) -> str:
    """`xsd:dateTime` in UTC, as §3.2.1 asks."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
