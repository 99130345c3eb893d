"""One change to the notes: what the tables are after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.model import Annotation, EntityCorrection, ReaderState, Rule, SiteRule
from reader.store.notes.documents import (
    annotation_fields,
    correction_fields,
    rule_fields,
    state_fields,
)
from reader.store.notes.layout import Record, Tables
from reader.store.notes.merging import merged
from reader.store.notes.storage import ABOUT, FORMAT
from reader.store.notes.view import (
    ANNOTATIONS,
    ARTICLES,
    CORRECTIONS,
    RULES,
    View,
    annotation_of,
    state_of,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be saved, by someone who had seen `base`, on top of what is there: `current`."""

    base: View
    current: View
    now: datetime

    def apply(
        self,
        states: Mapping[str, ReaderState],
        annotations: Mapping[str, Annotation],
        deleted: set[str],
        rules: Mapping[str, Rule | None],
    ) -> Tables:
        """The tables with the change in them; those of `current` stay as they are."""
        tables = dict(self.current.tables)
        tables.setdefault(ABOUT, {"1": Record({"format": FORMAT, "app": "reader"})})
        tables[ARTICLES] = _replaced(
            tables.get(ARTICLES, {}),
            self.current.articles,
            {article: self._state_record(article, state) for article, state in states.items()},
        )
        tables[ANNOTATIONS] = _replaced(
            tables.get(ANNOTATIONS, {}),
            self.current.annotations,
            {id: self._annotation_record(annotation) for id, annotation in annotations.items()},
        )
        for id in deleted:
            tables[ANNOTATIONS].pop(self.current.annotations.get(id, ""), None)
        self._put_rules(tables, rules)
        return tables

    def _put_rules(self, tables: Tables, rules: Mapping[str, Rule | None]) -> None:
        """Put rules and corrections into their tables, and take those that are None out."""
        sites = {
            id: Record({**(self.current.rule(id) or {}), **rule_fields(rule)})
            for id, rule in rules.items()
            if isinstance(rule, SiteRule)
        }
        names = {
            id: Record({**(self.current.correction(id) or {}), **correction_fields(rule)})
            for id, rule in rules.items()
            if isinstance(rule, EntityCorrection)
        }
        for name, keys, given in (
            (RULES, self.current.rules, sites),
            (CORRECTIONS, self.current.corrections, names),
        ):
            gone = {keys[id] for id, rule in rules.items() if rule is None and id in keys}
            if given or gone:
                table = _replaced(tables.get(name, {}), keys, given)
                tables[name] = {key: one for key, one in table.items() if key not in gone}

    def _state_record(self, article: str, state: ReaderState) -> Record:
        base, theirs = self.base.article(article), self.current.article(article)
        fields = _on_top(
            state_fields(article, state), state_fields(article, state_of(base)), base, theirs
        )
        return Record({**fields, "modified": self.now.isoformat()})

    def _annotation_record(self, annotation: Annotation) -> Record:
        base, theirs = self.base.annotation(annotation.id), self.current.annotation(annotation.id)
        seen = annotation_of(base) if base else None
        ours = annotation_fields(annotation)
        return Record(_on_top(ours, annotation_fields(seen) if seen else {}, base, theirs))


def _on_top(
    ours: dict[str, Any], seen: dict[str, Any], base: Record | None, theirs: Record | None
) -> dict[str, Any]:
    """Ours on top of theirs, or, when another deleted it meanwhile, of what we had seen."""
    if theirs is None:
        return {**(base.fields if base else {}), **ours}
    return merged(ours, seen, theirs.fields)


def _replaced(
    table: dict[str, Record], keys: Mapping[str, str], records: Mapping[str, Record]
) -> dict[str, Record]:
    """The table with records in place of those of the same id, new ones at the end."""
    table = dict(table)
    free = 1 + max((int(key) for key in table if key.isdecimal()), default=0) if records else 1
    for id, record in records.items():
        key = keys.get(id)
        if key is None:
            key, free = str(free), free + 1
        table[key] = record
    return table
