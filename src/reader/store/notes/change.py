"""One change to the notes: what the tables are after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.model import Annotation, ReaderState, Rule
from reader.store.notes.documents import annotation_fields, state_fields
from reader.store.notes.layout import Record, Tables
from reader.store.notes.merging import merged
from reader.store.notes.migrations import ABOUT, FORMAT
from reader.store.notes.said import KINDS, RuleKind
from reader.store.notes.stamps import after, removed_at, saved_at, stamped, stamped_state
from reader.store.notes.view import (
    ANNOTATIONS,
    ARTICLES,
    REMOVED,
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
        tables[ARTICLES] = replaced(
            tables.get(ARTICLES, {}),
            self.current.articles,
            {article: self._state_record(article, state) for article, state in states.items()},
        )
        tables[ANNOTATIONS] = replaced(
            tables.get(ANNOTATIONS, {}),
            self.current.annotations,
            {id: self._annotation_record(annotation) for id, annotation in annotations.items()},
        )
        gone = _take_out(tables[ANNOTATIONS], self.current.annotations, deleted)
        for kind in KINDS:
            gone |= self._put_rules(tables, kind, rules)
        self._bury(tables, gone, {*annotations, *(id for id, rule in rules.items() if rule)})
        return tables

    def _put_rules(
        self, tables: Tables, kind: RuleKind, rules: Mapping[str, Rule | None]
    ) -> dict[str, Record]:
        """Put the rules of a kind into their table, take those that are None out; which these were.

        A table nobody said anything of is not made.
        """
        keys = self.current.rules[kind.table]
        given = {
            id: self._rule_record(kind, id, rule)
            for id, rule in rules.items()
            if isinstance(rule, kind.type)
        }
        gone = {id for id, rule in rules.items() if rule is None and id in keys}
        if not (given or gone):
            return {}
        tables[kind.table] = replaced(tables.get(kind.table, {}), keys, given)
        return _take_out(tables[kind.table], keys, gone)

    def _bury(self, tables: Tables, gone: Mapping[str, Record], back: Iterable[str]) -> None:
        """Remember what is deleted; what is there again is no longer so."""
        again = [id for id in back if id in self.current.removed]
        if not (gone or again):
            return
        stones = {
            id: Record({"id": id, "removed": after(self.now, saved_at(record.fields)).isoformat()})
            for id, record in gone.items()
        }
        table = replaced(tables.get(REMOVED, {}), self.current.removed, stones)
        _take_out(table, self.current.removed, again)
        tables[REMOVED] = table

    def _rule_record(self, kind: RuleKind, id: str, rule: Rule) -> Record:
        before: Mapping[str, Any] = self.current.rule(kind, id) or {}
        return Record(stamped({**before, **kind.fields(rule)}, before, self.now, self._gone(id)))

    def _gone(self, id: str) -> datetime:
        """When it was deleted, long ago for what was not."""
        stone = self.current.tables.get(REMOVED, {}).get(self.current.removed.get(id, ""))
        return removed_at(stone or {})

    def _state_record(self, article: str, state: ReaderState) -> Record:
        base, theirs = self.base.article(article), self.current.article(article)
        fields = _on_top(
            state_fields(article, state), state_fields(article, state_of(base)), base, theirs
        )
        return Record(stamped_state(fields, theirs or {}, self.now))

    def _annotation_record(self, annotation: Annotation) -> Record:
        base, theirs = self.base.annotation(annotation.id), self.current.annotation(annotation.id)
        seen = annotation_of(base) if base else None
        ours = annotation_fields(annotation)
        fields = _on_top(ours, annotation_fields(seen) if seen else {}, base, theirs)
        return Record(stamped(fields, theirs or {}, self.now, self._gone(annotation.id)))


def _on_top(
    ours: dict[str, Any], seen: dict[str, Any], base: Record | None, theirs: Record | None
) -> dict[str, Any]:
    """Ours on top of theirs, or, when another deleted it meanwhile, of what we had seen."""
    if theirs is None:
        return {**(base.fields if base else {}), **ours}
    return merged(ours, seen, theirs.fields)


def _take_out(
    table: dict[str, Record], keys: Mapping[str, str], ids: Iterable[str]
) -> dict[str, Record]:
    """Take what has these ids out of a table; what that was, by id."""
    taken = {id: table.pop(keys[id], None) for id in ids if id in keys}
    return {id: record for id, record in taken.items() if record is not None}


def replaced(
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
