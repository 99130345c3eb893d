"""What one content of the notes file holds, found by id."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from reader.model import NO_STATE, Annotation, ReaderState, Rule
from reader.store.notes.documents import parse_annotation, parse_state
from reader.store.notes.layout import Record, Tables
from reader.store.notes.said import KINDS, RuleKind
from reader.store.notes.values import name

Parsed = TypeVar("Parsed")

ARTICLES = "articles"
ANNOTATIONS = "annotations"
REMOVED = "removed"
"""Tombstones: what was deleted, so that a copy of it elsewhere does not bring it back."""

IDS = {ARTICLES: "article", ANNOTATIONS: "id", REMOVED: "id", **{one.table: "id" for one in KINDS}}
"""The tables whose documents are found by an id, and the field it stands in."""

_PRIVATE = {REMOVED, "saved_searches"}


class View:
    """The records of one content, never changed. Of two for one id, the later counts."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.articles = keys_of(tables.get(ARTICLES, {}), "article")
        self.annotations = keys_of(tables.get(ANNOTATIONS, {}), "id")
        self.rules = {one.table: keys_of(tables.get(one.table, {}), "id") for one in KINDS}
        self._parsed: dict[str, tuple[Rule, ...]] = {}

    def article(self, article: str) -> Record | None:
        """The record of an article."""
        return self._record(ARTICLES, self.articles.get(article))

    def annotation(self, id: str) -> Record | None:
        """The record of an annotation."""
        return self._record(ANNOTATIONS, self.annotations.get(id))

    def rule(self, kind: RuleKind, id: str) -> Record | None:
        """The record of a rule of that kind."""
        return self._record(kind.table, self.rules[kind.table].get(id))

    def all_rules(self, kind: RuleKind) -> tuple[Rule, ...]:
        """Every rule of a kind, oldest first; those of one second as they stand in the file."""
        if kind.table not in self._parsed:
            records = (self.rule(kind, id) for id in self.rules[kind.table])
            found = [one for record in records if record and (one := rule_of(kind, record))]
            self._parsed[kind.table] = tuple(sorted(found, key=lambda one: one.created))
        return self._parsed[kind.table]

    def of_article(self, article: str) -> Iterator[Record]:
        """The records of an article's annotations."""
        table = self.tables.get(ANNOTATIONS, {})
        return (table[key] for key in self._of_article.get(article, ()))

    @cached_property
    def removed(self) -> dict[str, str]:
        """The keys of the tombstones, by the id of what was deleted."""
        return keys_of(self.tables.get(REMOVED, {}), "id")

    @cached_property
    def _of_article(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        table = self.tables.get(ANNOTATIONS, {})
        for key in self.annotations.values():
            found.setdefault(name(table[key].owner("article")), []).append(key)
        return found

    def _record(self, table: str, key: str | None) -> Record | None:
        return None if key is None else self.tables[table][key]


def state_of(record: Record | None) -> ReaderState:
    """The reader state a record holds, parsed once."""
    return (_parsed(record, ReaderState, parse_state) if record else None) or NO_STATE


def annotation_of(record: Record) -> Annotation | None:
    """The annotation a record holds, parsed once."""
    return _parsed(record, Annotation, parse_annotation)


def rule_of(kind: RuleKind, record: Record) -> Rule | None:
    """The rule of a kind that a record holds, parsed once."""
    return _parsed(record, kind.type, kind.parse)


def _parsed(
    record: Record, kind: type[Parsed], parse: Callable[[Mapping[str, Any]], Any]
) -> Parsed | None:
    if not isinstance(record.parsed, kind):
        record.parsed = parse(record.fields)
    return record.parsed if isinstance(record.parsed, kind) else None


def about_articles(tables: Tables, articles: Collection[str]) -> Tables:
    """The tables with the documents about some articles, and the rules that are about all."""
    wanted = set(articles)
    left = {one: table for one, table in tables.items() if one not in _PRIVATE}
    for one in (ARTICLES, ANNOTATIONS):
        left[one] = {
            key: record
            for key, record in tables.get(one, {}).items()
            if record.fields.get("article") in wanted
        }
    return left


def keys_of(table: dict[str, Record], field: str) -> dict[str, str]:
    """Where in a table documents are, by what stands in a field; of two of one id the later."""
    keys = {}
    for key, record in table.items():
        if record.id is None:
            record.id = name(record.owner(field))
        keys[record.id] = key
    keys.pop("", None)
    return keys
