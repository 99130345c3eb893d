"""Two copies of the notes made one, when nobody knows what they were before they parted.

What only one copy has is kept. Of an article each field counts as it was changed last, each tag by
itself. Of an annotation the words count that the other's came before; where neither did, both are
kept, one below the other. What was deleted in one copy is so in both, unless the other wrote it
anew since. Merging a copy again changes nothing, and either way round gives the same.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reader.store.notes.change import replaced
from reader.store.notes.layout import Record, Tables
from reader.store.notes.migrations import ABOUT
from reader.store.notes.stamps import (
    EARLIER,
    SAVED,
    STATE_FIELDS,
    TIMES,
    earlier,
    hash_of,
    removed_at,
    saved_at,
    times_of,
)
from reader.store.notes.values import EPOCH, time
from reader.store.notes.values import name as value_name
from reader.store.notes.view import ANNOTATIONS, ARTICLES, IDS, REMOVED, keys_of

Fields = Mapping[str, Any]
ById = dict[str, Record]


_MORTAL = tuple(name for name in IDS if name not in {ARTICLES, REMOVED})
"""Tables out of which documents are deleted."""


def reconciled(ours: Tables, theirs: Tables) -> Tables:
    """The tables of both copies as one. Documents keep the numbers they have in `ours`."""
    removed = _later(_by_id(ours, REMOVED), _by_id(theirs, REMOVED), "removed")
    tables = {name: dict(table) for name, table in {**theirs, **ours}.items()}
    for name in tables:
        if name in IDS and name != REMOVED:
            tables[name] = _table(name, ours, theirs, removed)
        elif name not in {ABOUT, REMOVED}:
            tables[name] = _joined(ours.get(name, {}), theirs.get(name, {}))
    there = {id for name in _MORTAL for id in _by_id(tables, name)}
    stones = {id: one for id, one in removed.items() if id not in there}
    if stones or REMOVED in tables:
        tables[REMOVED] = _put(REMOVED, ours, theirs, stones)
    return tables


def _table(name: str, ours: Tables, theirs: Tables, removed: ById) -> dict[str, Record]:
    mine, other = _by_id(ours, name), _by_id(theirs, name)
    both = {id: _one(name, mine.get(id), other.get(id)) for id in {**mine, **other}}
    stones = removed if name in _MORTAL else {}
    kept = {id: record for id, record in both.items() if not _is_gone(record, stones.get(id))}
    return _put(name, ours, theirs, kept)


def _one(name: str, mine: Record | None, other: Record | None) -> Record:
    if mine is None or other is None or dict(mine.fields) == dict(other.fields):
        return mine or other or Record({})
    if name == ARTICLES:
        return Record(_state(mine.fields, other.fields))
    merged = _written(mine.fields, other.fields)
    return Record(_with_words(merged, mine.fields, other.fields) if name == ANNOTATIONS else merged)


def _is_gone(record: Record, stone: Record | None) -> bool:
    """Whether it was deleted after it was last written; in doubt, words stay."""
    return stone is not None and removed_at(stone.fields) > saved_at(record.fields)


def _state(one: Fields, other: Fields) -> dict[str, Any]:
    """An article's two documents as one, field by field."""
    new, old = _in_order(one, other)
    merged = {**old, **new}
    times: dict[str, Any] = {}
    for name in STATE_FIELDS:
        first = max((one, other), key=lambda fields: _field_key(fields, name))
        if name in first:
            merged[name] = first[name]
        if name in times_of(first):
            times[name] = times_of(first)[name]
    merged["tags"], tag_times = _merged_tags(new, old)
    return {**merged, TIMES: {**times, **tag_times}}


def _field_key(fields: Fields, name: str) -> tuple[datetime, str]:
    return time(times_of(fields).get(name)) or EPOCH, _written_out(fields.get(name))


def _merged_tags(new: Fields, old: Fields) -> tuple[list[Any], dict[str, str]]:
    """The tags that were put on later than they were taken off, and when that was."""
    said: dict[str, str] = {}
    for fields in (old, new):
        for name, at in times_of(fields).items():
            if name[:1] in {"+", "-"} and isinstance(at, str):
                said[name] = max(said.get(name, at), at, key=lambda one: time(one) or EPOCH)
    first, second = _listed(new.get("tags")), _listed(old.get("tags"))
    on = [tag for tag in dict.fromkeys([*first, *second]) if _is_on(tag, said)]
    if on != second:
        on.sort(key=lambda tag: (time(said.get(f"+{tag}")) or EPOCH, str(tag)))
    kept = {name: at for name, at in said.items() if (name[1:] in on) == name.startswith("+")}
    return on, kept


def _is_on(tag: object, said: Mapping[str, str]) -> bool:
    return (time(said.get(f"+{tag}")) or EPOCH) >= (time(said.get(f"-{tag}")) or EPOCH)


def _written(one: Fields, other: Fields) -> dict[str, Any]:
    """The document that was written last, with what only the other has."""
    new, old = _in_order(one, other)
    return {**old, **new, SAVED: max(saved_at(one), saved_at(other)).isoformat()}


def _with_words(merged: dict[str, Any], one: Fields, other: Fields) -> dict[str, Any]:
    """The words that came of the other's, or both."""
    words: list[Any] = [fields.get("body") for fields in (one, other)]
    before = [old for fields in (one, other) for old in earlier(fields)]
    if not all(isinstance(text, str) for text in words) or words[0] == words[1]:
        return _remembering(merged, before)
    stale = [
        not text or hash_of(text) in earlier(theirs) or _never_changed(fields, theirs)
        for text, fields, theirs in zip(words, (one, other), (other, one), strict=True)
    ]
    if stale[0] != stale[1]:
        merged["body"] = words[stale[0]]
    elif not any(stale):
        old, new = sorted(words, key=lambda text: (text == merged["body"], text))
        merged["body"] = f"{old}\n\n{new}"
        before += [hash_of(text) for text in words]
    return _remembering(merged, before)


def _remembering(merged: dict[str, Any], before: list[str]) -> dict[str, Any]:
    return {**merged, EARLIER: sorted(set(before))} if before else merged


def _never_changed(fields: Fields, other: Fields) -> bool:
    """Whether its words are those it was made with while the other's were changed since."""
    untouched = [one.get("created") == one.get("modified") for one in (fields, other)]
    return untouched == [True, False] and not earlier(fields)


def _in_order(one: Fields, other: Fields) -> tuple[Fields, Fields]:
    """Which was written last, and the other; of two of one time, always the same."""
    new, old = sorted(
        (one, other), key=lambda f: (saved_at(f), _written_out(dict(f))), reverse=True
    )
    return new, old


def _written_out(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _later(ours: ById, theirs: ById, field: str) -> ById:
    return {
        id: max(
            (table[id] for table in (ours, theirs) if id in table),
            key=lambda one: time(one.fields.get(field)) or EPOCH,
        )
        for id in {**ours, **theirs}
    }


def _by_id(tables: Tables, name: str) -> ById:
    table = tables.get(name, {})
    return {id: table[key] for id, key in keys_of(table, IDS[name]).items()}


def _put(name: str, ours: Tables, theirs: Tables, merged: ById) -> dict[str, Record]:
    """Our table with what was merged in place of what has an id, and all that has none."""
    mine, field = ours.get(name, {}), IDS[name]
    keys = keys_of(mine, field)
    table = {
        key: one for key, one in mine.items() if keys.get(one.id or "") != key or one.id in merged
    }
    odd = {
        key: one
        for key, one in theirs.get(name, {}).items()
        if not value_name(one.fields.get(field))
    }
    return replaced(_joined(table, odd), keys, merged)


def _joined(ours: dict[str, Record], theirs: dict[str, Record]) -> dict[str, Record]:
    """Both tables' documents, those that are the same once."""
    known = {_written_out(dict(one.fields)) for one in ours.values()}
    new = {
        f" {key}": one for key, one in theirs.items() if _written_out(dict(one.fields)) not in known
    }
    return replaced(ours, {}, new)
