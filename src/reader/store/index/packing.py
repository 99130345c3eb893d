"""Articles and what was recognised in them, as rows of the index and back."""

import json
import zlib
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from reader.model import (
    Article,
    Block,
    Entity,
    EntityType,
    Figure,
    FigureKind,
    Kind,
    Mention,
    Precision,
    Quotation,
    Recognised,
    Role,
    Source,
)
from reader.store.index import keys
from reader.text.addresses import address_key

_QUICK = 3  # a zlib level: half the time of the usual 6, for a twentieth more bytes

# The fields of each, as they are: `dataclasses.astuple` copies what is in them, ten times slower.
_block_values, _mention_values, _figure_values, _entity_values, _quotation_values = (
    attrgetter(*(field.name for field in fields(kind)))
    for kind in (Block, Mention, Figure, Entity, Quotation)
)

ARTICLE = """
SELECT id, sha256, media_type, sources.imported, path, sources.url, charset, texts.body,
       blocks.body, title, authors, site, published, language, articles.url, part, related
FROM articles
JOIN sources ON sources.rowid = source
JOIN texts ON texts.rowid = text
JOIN blocks ON blocks.article = articles.rowid
"""
"""What `unpacked_article` takes, but for the WHERE."""

WITH_RECOGNISED = ARTICLE.replace(
    "SELECT", "SELECT articles.recogniser, texts.hash, recognised.body,", 1
) + ("LEFT JOIN recognised ON recognised.article = articles.rowid\n")
"""The same behind the version that recognised it, its text's hash and what was recognised."""

PACKING = "1"
"""Raised when what is packed is packed otherwise, so that nobody reads the one as the other."""


class Packed(NamedTuple):
    """An article's text, its hash, its blocks and what was recognised, as they are kept."""

    digest: bytes
    text: bytes
    blocks: bytes
    recognised: bytes


def packed_text(text: str) -> tuple[bytes, bytes]:
    """A source text's hash and its compressed bytes."""
    from hashlib import sha256  # only paid for when used

    data = text.encode()
    return sha256(data).digest(), zlib.compress(data, _QUICK)


def packed_blocks(blocks: tuple[Block, ...]) -> bytes:
    """Blocks, compressed."""
    return _packed(list(map(_block_values, blocks)))


def columns(article: Article) -> dict[str, Any]:
    """An article's columns that come from itself alone."""
    return {
        "id": article.id,
        "part": article.part,
        "title": article.title,
        "authors": _json(article.authors),
        "site": article.site,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "address": address_key(keys.address(article)),
        "related": _json(article.related),
        "words": keys.word_count(article.text),
        "at": keys.moment(article),
        "day": keys.day(article),
        "imported": keys.microseconds(article.source.imported),
        "title_key": keys.title_key(article.title),
        "site_key": keys.site_key(article.site),
        "site_words": keys.site_words(article),
        "author_words": keys.folded("\n".join(article.authors)),
    }


def unpacked_article(row: tuple[Any, ...]) -> Article:
    """The article of a row of ARTICLE."""
    id, sha256, media_type, imported, path, source_url, charset, text, blocks, *rest = row
    title, authors, site, published, language, url, part, related = rest
    source = Source(sha256, media_type, datetime.fromisoformat(imported), path, source_url, charset)
    return Article(
        id=id,
        source=source,
        source_text=zlib.decompress(text).decode(),
        blocks=tuple(_block(*block) for block in _unpacked(blocks)),
        title=title,
        authors=tuple(json.loads(authors)),
        site=site,
        published=published,
        language=language,
        url=url,
        part=part,
        related=tuple(json.loads(related)),
    )


def packed_recognised(recognised: Recognised) -> bytes:
    """What was recognised, compressed."""
    return _packed(
        [
            list(map(_mention_values, recognised.mentions)),
            list(map(_figure_values, recognised.figures)),
            list(map(_entity_values, recognised.entities)),
            list(map(_quotation_values, recognised.quotations)),
        ]
    )


def unpacked_recognised(data: bytes) -> Recognised:
    """What was recognised."""
    mentions, figures, entities, quotations = _unpacked(data)
    return Recognised(
        tuple(Mention(s, e, text, EntityType(sort), name) for s, e, text, sort, name in mentions),
        tuple(map(_figure, figures)),
        tuple(
            Entity(name, EntityType(sort), tuple(aliases), *rest)
            for name, sort, aliases, *rest in entities
        ),
        tuple(Quotation(*one) for one in quotations),
    )


def _figure(row: list[Any]) -> Figure:
    start, end, text, kind, value, value_to, unit, approximate, resolved, precision = row
    given = Precision(precision) if precision else None
    kind = FigureKind(kind)
    return Figure(start, end, text, kind, value, value_to, unit, approximate, resolved, given)


def _block(start: int, end: int, kind: str, role: str, kept: bool, *rest: Any) -> Block:
    reason, level, score, hidden = rest
    runs = tuple((first, last) for first, last in hidden)
    return Block(start, end, Kind(kind), Role(role), kept, reason, level, score, runs)


def _packed(value: object) -> bytes:
    return zlib.compress(_json(value).encode(), _QUICK)


def _unpacked(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
