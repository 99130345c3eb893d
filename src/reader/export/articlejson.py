"""Articles as JSON objects: what `extract`, `show` and the lists print, keys in this order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.model import (
    Annotation,
    Article,
    ArticleRow,
    Block,
    Entity,
    EntityRow,
    Figure,
    FigureRow,
    FollowUp,
    Mention,
    Quotation,
    Recognised,
    SiteRule,
    Source,
)

Object = dict[str, Any]

if TYPE_CHECKING:
    from reader.export.exported import Exported


def extract_object(
    article: Article, recognised: Recognised, related: Sequence[Object] = ()
) -> Object:
    """One article as `reader extract` prints it; `related` are such objects of further articles."""
    return {
        "source": _source(article.source),
        "title": article.title,
        "authors": list(article.authors),
        "site": article.site,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "source_text": article.source_text,
        "text": article.text,
        "summary": list(article.summary),
        "blocks": [_block(block) for block in article.blocks],
        "entities": [_as_written(_mention(one), article) for one in recognised.mentions],
        "figures": [_as_written(_figure(one), article) for one in recognised.figures],
        "quotations": [_as_written(_quotation(one), article) for one in recognised.quotations],
        "names": [_name(one) for one in recognised.entities],
        "related": list(related),
    }


def error_object(name: str, message: str) -> Object:
    """What stands in the place of an article that could not be read; `-` is standard input."""
    is_url = name.lower().startswith(("http://", "https://"))
    path = None if is_url or name == "-" else name
    source = {"path": path, "url": name if is_url else None, "media_type": None, "sha256": None}
    return {"source": source, "error": message}


def show_object(exported: "Exported", related: Sequence[Object] = ()) -> Object:
    """The same as `extract_object`, and the reader's own words on it."""
    state = exported.state
    return {
        **extract_object(exported.article, exported.recognised, related),
        "id": exported.article.id,
        "tags": list(state.tags),
        "note": exported.note,
        "status": str(state.status),
        "follow_up": _follow_up(state.follow_up),
        "annotations": [_annotation(mark, span) for mark, span in exported.annotations],
    }


def row_object(row: ArticleRow) -> Object:
    """One line of the list."""
    return {
        "id": row.id,
        "title": row.title,
        "site": row.site,
        "published": row.published,
        "tags": list(row.tags),
        "status": str(row.status),
        "notes": row.notes,
        "follow_up": _follow_up(row.follow_up),
    }


def due_object(row: ArticleRow, follow_up: FollowUp, annotation: Annotation | None) -> Object:
    """A follow-up, with its article; of a passage, with the passage."""
    passage = annotation and annotation.quote
    return {
        **row_object(row),
        "follow_up": _follow_up(follow_up),
        "passage": passage.exact if passage else None,
        "annotation": annotation.id if annotation else None,
    }


def rule_object(rule: SiteRule) -> Object:
    """What is always set aside on a site."""
    created = rule.created.isoformat()
    return {"id": rule.id, "site": rule.site, "words": rule.words, "created": created}


def entity_object(row: EntityRow) -> Object:
    """A mention with its article and sentence."""
    mention = Mention(row.start, row.end, row.text, row.type, row.name)
    where = {"article": row.article, "title": row.title}
    return {**where, **_mention(mention), "sentence": row.sentence}


def figure_object(row: FigureRow) -> Object:
    """A figure with its article and sentence."""
    where = {"article": row.article, "title": row.title}
    return {**where, **_figure(row.figure), "sentence": row.sentence}


def _source(source: Source) -> Object:
    return {
        "path": source.path,
        "url": source.url,
        "media_type": source.media_type,
        "sha256": source.sha256,
    }


def _block(block: Block) -> Object:
    return {
        "start": block.start,
        "end": block.end,
        "kind": str(block.kind),
        "role": str(block.role),
        "kept": block.kept,
        "reason": block.reason,
    }


def _as_written(found: Object, article: Article) -> Object:
    """Its text as it stands in the source text, line breaks and all."""
    return {**found, "text": article.source_text[found["start"] : found["end"]]}


def _mention(mention: Mention) -> Object:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": str(mention.type),
        "name": mention.name,
    }


def _quotation(quotation: Quotation) -> Object:
    """`speaker` is the name of an entity, null where the text leaves it open."""
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "speaker": quotation.speaker,
    }


def _name(entity: Entity) -> Object:
    """Who or what the mentions of one name are; `role` and `affiliation` only where said."""
    said = {"role": entity.role, "affiliation": entity.affiliation}
    return {
        "name": entity.name,
        "type": str(entity.type),
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        **{key: value for key, value in said.items() if value},
    }


def _figure(figure: Figure) -> Object:
    """`value_to` only for ranges, `resolved` only for what was worked out."""
    value, value_to = figure.as_given
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": str(figure.kind),
        "value": value,
        **({} if value_to is None else {"value_to": value_to}),
        "unit": figure.unit,
        "approximate": figure.approximate,
        **({"resolved": True} if figure.resolved else {}),
    }


def _follow_up(follow_up: FollowUp | None) -> Object | None:
    return {"on": follow_up.on.isoformat(), "why": follow_up.why} if follow_up else None


def _annotation(annotation: Annotation, span: tuple[int, int] | None) -> Object:
    """`start` and `end` are null for an orphan, whose quote is kept."""
    start, end = span or (None, None)
    quote = annotation.quote
    return {
        "id": annotation.id,
        "start": start,
        "end": end,
        "quote": quote.exact if quote else None,
        "prefix": quote.prefix if quote else None,
        "suffix": quote.suffix if quote else None,
        "note": annotation.body,
        "tags": list(annotation.tags),
        "colour": str(annotation.colour),
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
    }
