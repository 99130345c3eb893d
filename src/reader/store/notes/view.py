"""What one content of the notes file holds, found by id."""

from collections.abc import Iterator
from functools import cached_property

from reader.model import NO_STATE, Annotation, EntityCorrection, ReaderState, SiteRule
from reader.store.notes.documents import (
    name,
    parse_annotation,
    parse_correction,
    parse_rule,
    parse_state,
)
from reader.store.notes.layout import Record, Tables

ARTICLES = "articles"
ANNOTATIONS = "annotations"
RULES = "site_rules"
CORRECTIONS = "entity_corrections"


class View:
    """The records of one content, never changed. Of two for one id, the later counts."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.articles = _keys(tables.get(ARTICLES, {}), "article")
        self.annotations = _keys(tables.get(ANNOTATIONS, {}), "id")
        self.rules = _keys(tables.get(RULES, {}), "id")
        self.corrections = _keys(tables.get(CORRECTIONS, {}), "id")

    def article(self, article: str) -> Record | None:
        """The record of an article."""
        return self._record(ARTICLES, self.articles.get(article))

    def annotation(self, id: str) -> Record | None:
        """The record of an annotation."""
        return self._record(ANNOTATIONS, self.annotations.get(id))

    def rule(self, id: str) -> Record | None:
        """The record of a site rule."""
        return self._record(RULES, self.rules.get(id))

    def correction(self, id: str) -> Record | None:
        """The record of an entity correction."""
        return self._record(CORRECTIONS, self.corrections.get(id))

    def of_article(self, article: str) -> Iterator[Record]:
        """The records of an article's annotations."""
        table = self.tables.get(ANNOTATIONS, {})
        return (table[key] for key in self._of_article.get(article, ()))

    @cached_property
    def _of_article(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        table = self.tables.get(ANNOTATIONS, {})
        for key in self.annotations.values():
            found.setdefault(name(table[key].fields.get("article")), []).append(key)
        return found

    def _record(self, table: str, key: str | None) -> Record | None:
        return None if key is None else self.tables[table][key]


def state_of(record: Record | None) -> ReaderState:
    """The reader state a record holds, parsed once."""
    if record is None:
        return NO_STATE
    if not isinstance(record.parsed, ReaderState):
        record.parsed = parse_state(record.fields)
    return record.parsed


def annotation_of(record: Record) -> Annotation | None:
    """The annotation a record holds, parsed once."""
    if not isinstance(record.parsed, Annotation):
        record.parsed = parse_annotation(record.fields)
    return record.parsed if isinstance(record.parsed, Annotation) else None


def rule_of(record: Record) -> SiteRule | None:
    """The site rule a record holds, parsed once."""
    if not isinstance(record.parsed, SiteRule):
        record.parsed = parse_rule(record.fields)
    return record.parsed if isinstance(record.parsed, SiteRule) else None


def correction_of(record: Record) -> EntityCorrection | None:
    """The entity correction a record holds, parsed once."""
    if not isinstance(record.parsed, EntityCorrection):
        record.parsed = parse_correction(record.fields)
    return record.parsed if isinstance(record.parsed, EntityCorrection) else None


def _keys(table: dict[str, Record], field: str) -> dict[str, str]:
    keys = {}
    for key, record in table.items():
        if record.id is None:
            record.id = name(record.fields.get(field))
        keys[record.id] = key
    keys.pop("", None)
    return keys
