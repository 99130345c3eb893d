"""What a template sees of an article: plain values, and only those of docs/templates.md."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from reader.export.exported import Exported
from reader.export.fragments import passage_link
from reader.export.markers import safe_id
from reader.export.values import (
    figure_words,
    office_words,
    sentence_around,
    web_address,
    where_from,
)
from reader.model import Annotation, FollowUp

View = dict[str, Any]
Span = tuple[int, int]

_AMBIGUOUS = 60  # characters; a longer passage hardly stands twice on a page


def article_view(exported: Exported) -> View:
    """An article and what the reader said of it, as text, lists and numbers."""
    article, state = exported.article, exported.state
    source = where_from(article)
    return {
        "id": safe_id(article.id),
        "title": article.title,
        "authors": list(article.authors),
        "site": article.site or "",
        "published": article.published or "",
        "language": article.language or "",
        "imported": article.source.imported.date().isoformat(),
        "source": source,
        "source_link": web_address(source),
        "summary": list(article.summary),
        "tags": list(state.tags),
        "status": str(state.status),
        "starred": state.starred,
        "note": exported.note.strip(),
        "follow_up": _follow_up(state.follow_up),
        "highlights": list(_highlights(exported)),
        "quotations": list(_quotations(exported)),
        "figures": list(_figures(exported)),
    }


def _follow_up(follow_up: FollowUp | None) -> View | None:
    return {"on": follow_up.on.isoformat(), "why": follow_up.why} if follow_up else None


def _highlights(exported: Exported) -> Iterator[View]:
    """In the order of the text; behind them those whose passage is gone."""
    passages = [(mark, span) for mark, span in exported.annotations if mark.quote]
    found = sorted((one for one in passages if one[1]), key=lambda one: one[1] or (0, 0))
    lost = (one for one in passages if not one[1])
    for annotation, span in chain(found, lost):
        yield _highlight(exported, annotation, span)


def _highlight(exported: Exported, annotation: Annotation, span: Span | None) -> View:
    """`words` is the passage as it stands now, `quote` as it was marked."""
    quote = annotation.quote.exact if annotation.quote else ""
    words = exported.article.read(*span) if span else ""
    return {
        "id": safe_id(annotation.id),
        "words": words or quote,
        "quote": quote,
        "lost": not words,
        "link": _link(exported, span) if span and words else None,
        "note": annotation.body.strip(),
        "tags": list(annotation.tags),
        "colour": str(annotation.colour),
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
        "follow_up": _follow_up(annotation.follow_up),
    }


def _quotations(exported: Exported) -> Iterator[View]:
    """What is quoted, as it stands in the text, each with its speaker where the text says who."""
    offices = {one.name: office_words(one) for one in exported.recognised.entities}
    for quotation in exported.recognised.quotations:
        speaker = quotation.speaker or ""
        yield {
            "words": exported.article.read(quotation.start, quotation.end),
            "speaker": speaker,
            "office": offices.get(speaker, "") if speaker else "",
            "link": _link(exported, (quotation.start, quotation.end)),
        }


def _figures(exported: Exported) -> Iterator[View]:
    for figure in exported.recognised.figures:
        yield {
            "words": figure.text,
            "kind": str(figure.kind),
            "value": figure_words(figure).removesuffix(f" {figure.unit}"),
            "unit": figure.unit or "",
            "sentence": sentence_around(exported.article, figure.start),
        }


def _link(exported: Exported, span: Span) -> str | None:
    """A link to a passage, with the words before it where it stands in the text more than once."""
    article = exported.article
    words, before = article.read(*span), ""
    if len(words) < _AMBIGUOUS and article.source_text.count(words) > 1:
        before = article.read(max(0, span[0] - _AMBIGUOUS), span[0]).partition(" ")[2]
    return passage_link(where_from(article), words, before)
