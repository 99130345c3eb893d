"""The reader's word on names, laid over what recognition found. Pure: values in, values out.

Corrections count in the order they were made, each once, so that a later one may be about what an
earlier one made of a name, and none runs in circles.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from reader.model import (
    UNSEEN,
    Entity,
    EntityCorrection,
    EntityType,
    Mention,
    Quotation,
    Recognised,
)
from reader.text.recognition.phrases import Phrases

_Key = tuple[str, EntityType]
"""An entity as it is told from others: its name, folded, and its type."""


def corrected(
    text: str, found: Recognised, corrections: tuple[EntityCorrection, ...]
) -> Recognised:
    """What was found in a text as the reader corrected it; offsets are code points into it.

    `corrections` are in the order they were made. Figures are left as they are.
    """
    if not corrections:
        return found
    said = _said(corrections)
    left = [one for mention in found.mentions if (one := said.of(mention)) is not None]
    marked = said.marked(text)
    mentions = _with_marked(left, marked)
    given = [Entity(one.name, one.type, (" ".join(one.text.split()),)) for one in marked]
    entities = _entities([*_renamed(found.entities, said), *given], mentions)
    shown = {_key(one.name, one.type): one.name for one in entities}
    return replace(
        found,
        mentions=tuple(replace(m, name=shown.get(_key(m.name, m.type), m.name)) for m in mentions),
        entities=entities,
        quotations=_quotations(found, said),
    )


def folded_name(name: str) -> str:
    """A name as corrections compare it: case and white space do not count."""
    return " ".join(name.casefold().split())


def _key(name: str, kind: EntityType) -> _Key:
    return folded_name(name), kind


class _Said:
    """Corrections, ready to be asked about names."""

    def __init__(self, corrections: tuple[EntityCorrection, ...]) -> None:
        self._of: dict[str, list[tuple[int, EntityCorrection]]] = {}
        self._marks: dict[str, tuple[int, Mention]] = {}
        for number, one in enumerate(corrections):
            if one.marked and one.type:
                given = Mention(0, 0, one.text, one.type, one.name or one.text)
                self._marks[folded_name(one.text)] = number, given
            elif not one.marked:
                self._of.setdefault(folded_name(one.text), []).append((number, one))
        self._phrases = Phrases(one.text for _, one in self._marks.values())

    def of(self, mention: Mention, since: int = 0) -> Mention | None:
        """A mention as what it names is called and is; None when that is nothing."""
        outcome = self.outcome(mention.name, mention.type, since)
        return outcome and replace(mention, name=outcome[0], type=outcome[1])

    def outcome(self, name: str, kind: EntityType, since: int = 0) -> tuple[str, EntityType] | None:
        """What an entity is called and is by the corrections from `since` on; None for nothing."""
        while True:
            for number, one in self._of.get(folded_name(name), ()):
                if number >= since and one.was in (None, kind):
                    break
            else:
                return name, kind
            if one.ignored:
                return None
            name, kind, since = one.name or name, one.type or kind, number + 1

    def marked(self, text: str) -> list[Mention]:
        """What is always marked in a text, by position, none overlapping another."""
        found = []
        for start, end, phrase in self._phrases.find(text):
            number, given = self._marks[folded_name(phrase)]
            words = text[start:end].replace(UNSEEN, "")
            if said := self.of(replace(given, start=start, end=end, text=words), number + 1):
                found.append(said)
        return found


@lru_cache(maxsize=4)
def _said(corrections: tuple[EntityCorrection, ...]) -> _Said:
    return _Said(corrections)


def _with_marked(mentions: list[Mention], marked: list[Mention]) -> list[Mention]:
    """Mentions with the marked ones in place of those they touch; a longer name stays whole."""
    if not marked:
        return mentions
    kept: list[Mention] = []
    waiting = deque(mentions)
    for mark in marked:
        while waiting and waiting[0].end <= mark.start:
            kept.append(waiting.popleft())
        if waiting and _covers(waiting[0], mark):
            continue
        while waiting and waiting[0].start < mark.end:
            waiting.popleft()
        kept.append(mark)
    return [*kept, *waiting]


def _covers(mention: Mention, mark: Mention) -> bool:
    longer = mention.end - mention.start > mark.end - mark.start
    return longer and mention.start <= mark.start and mark.end <= mention.end


def _entities(entities: list[Entity], mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """The entities that mentions are left of, in their order, joined where they are one now."""
    counts = Counter(_key(one.name, one.type) for one in mentions)
    merged: dict[_Key, Entity] = {}
    for one in entities:
        key = _key(one.name, one.type)
        merged[key] = _joined(merged[key], one) if key in merged else one
    return tuple(_counted(one, counts[key]) for key, one in merged.items() if counts[key])


def _renamed(found: tuple[Entity, ...], said: _Said) -> Iterator[Entity]:
    """What entities became one by one, those that are none any more left out."""
    became = {one.name: said.outcome(one.name, one.type) for one in reversed(found)}
    for one in found:
        if (outcome := said.outcome(one.name, one.type)) is None:
            continue
        name, kind = outcome
        of = became.get(one.affiliation or "", (one.affiliation, kind))
        if kind is not EntityType.PERSON:
            one = replace(one, role=None, affiliation=None)
        elif one.affiliation:
            one = replace(one, affiliation=of and of[0])
        yield replace(one, name=name, type=kind, aliases=(one.name, *one.aliases))


def _joined(one: Entity, other: Entity) -> Entity:
    office = one if one.role or one.affiliation else other
    aliases = (*one.aliases, *other.aliases, other.name)
    return replace(one, aliases=aliases, role=office.role, affiliation=office.affiliation)


def _counted(one: Entity, mentions: int) -> Entity:
    aliases = tuple(alias for alias in dict.fromkeys(one.aliases) if alias != one.name)
    return replace(one, mentions=mentions, aliases=aliases)


def _quotations(found: Recognised, said: _Said) -> tuple[Quotation, ...]:
    """Quotations with their speakers under the names they go by now."""
    types = {one.name: one.type for one in reversed(found.entities)}

    def renamed(speaker: str | None) -> str | None:
        if speaker is None or speaker not in types:
            return speaker
        outcome = said.outcome(speaker, types[speaker])
        return outcome and outcome[0]

    return tuple(replace(one, speaker=renamed(one.speaker)) for one in found.quotations)
