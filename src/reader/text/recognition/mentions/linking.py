"""Mentions → entities: the fullest name a thing is called by, and the others it goes by."""

import re
from collections import Counter, defaultdict

from reader.model import Entity, EntityType, Mention
from reader.text.recognition.mentions.consistency import Name, is_acronym, name_of
from reader.text.recognition.mentions.gazetteers import lookup
from reader.text.recognition.mentions.offices import office_of
from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import Tokens
from reader.text.recognition.mentions.words import words_of

_NO_OFFICE = (None, None)
_WORD = re.compile(r"[^\W\d_]+(?:['’]S\b)?")
_LONGEST_ACRONYM = 4  # of a place, in letters
_Key = tuple[EntityType, Name]


def linked(
    text: str, tokens: Tokens, spans: list[Span]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Turn spans into mentions and entities; entities in the order of their first mention."""
    keys = [(span.type, name_of(tokens, span)) for span in spans]
    names = _canonical(keys)
    mentions = tuple(
        _mention(text, tokens, span, names[key]) for span, key in zip(spans, keys, strict=True)
    )
    return mentions, _entities(mentions, _offices(tokens, spans, mentions))


def _mention(text: str, tokens: Tokens, span: Span, name: str) -> Mention:
    start, end = tokens.starts[span.first], tokens.ends[span.last - 1]
    return Mention(start, end, text[start:end], span.type, name)


def _offices(
    tokens: Tokens, spans: list[Span], mentions: tuple[Mention, ...]
) -> dict[str, tuple[str, str | None]]:
    """What each person is and of what, by the first words that say most of it."""
    names = {(span.first, span.last): one.name for span, one in zip(spans, mentions, strict=True)}
    found: dict[str, tuple[str, str | None]] = {}
    for at, span in enumerate(spans):
        if span.type != EntityType.PERSON or not (office := office_of(tokens, spans, at)):
            continue
        name = names[span.first, span.last]
        body = names.get((office.body.first, office.body.last)) if office.body else None
        if name not in found or (body and not found[name][1]):
            found[name] = office.role, body
    return found


def _entities(
    mentions: tuple[Mention, ...], offices: dict[str, tuple[str, str | None]]
) -> tuple[Entity, ...]:
    forms: defaultdict[tuple[str, EntityType], Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        forms[mention.name, mention.type][" ".join(mention.text.split())] += 1
    return tuple(
        Entity(
            name,
            kind,
            tuple(f for f in counts if f != name),
            sum(counts.values()),
            *(offices.get(name, _NO_OFFICE) if kind == EntityType.PERSON else _NO_OFFICE),
        )
        for (name, kind), counts in forms.items()
    )


def _canonical(keys: list[_Key]) -> dict[_Key, str]:
    """Give every name the fullest form it stands for; what could be two stays apart."""
    fuller = _Fuller(keys)
    return {key: fuller.form(key) for key in set(keys)}


class _Fuller:
    """The longer names of a document, to find the one that a shorter one stands for."""

    def __init__(self, keys: list[_Key]) -> None:
        self.written = {key: _written(key[1]) for key in keys}
        self.by_word: defaultdict[tuple[EntityType, str], list[Name]] = defaultdict(list)
        self.by_initial: defaultdict[tuple[EntityType, str], list[Name]] = defaultdict(list)
        for kind, name in sorted(self.written):
            if len(name) > 1:
                self.by_initial[kind, name[0][0].upper()].append(name)
                for word in {name[0], name[-1], _surname(name)}:
                    self.by_word[kind, word].append(name)

    def form(self, key: _Key) -> str:
        """What an entity goes by; a place is not called in capitals because its dateline was."""
        called = self._form(key)
        return _in_small(called) if key[0] == EntityType.PLACE else called

    def _form(self, key: _Key) -> str:
        kind, name = key
        known = lookup(name)
        # FAO, known by its letters alone, may be what the text names in full.
        short = len(name) == 1 and name[0].isupper()
        if known and known.type == kind and not (short and known.name == name[0]):
            return known.name
        longer = self._people(name) if kind == EntityType.PERSON else self._others(kind, name)
        if len(longer) == 1:
            hit = lookup(longer[0])
            return hit.name if hit and hit.type == kind else _written(longer[0])
        return self.written[key]

    def _people(self, name: Name) -> list[Name]:
        """Those whose last name it is; failing them, whose given name; or with more given names."""
        candidates = [n for n in self.by_word[EntityType.PERSON, name[-1]] if n != name]
        family = [n for n in candidates if _surname(n) == name[-1] or _ends_in(n, name)]
        if len(name) > 1:
            return self._same_person(name) or [n for n in family if _ends_in(n, name)]
        return _one_person(family) or _one_person([n for n in candidates if n[0] == name[0]])

    def _same_person(self, name: Name) -> list[Name]:
        """ "Donald Trump" is "Donald J. Trump" when no other Donald Trump is named."""
        same = self.by_word[EntityType.PERSON, name[-1]]
        fits = [n for n in same if len(n) > len(name) and n[0] == name[0] and n[-1] == name[-1]]
        return fits if len(fits) == 1 else []

    def _others(self, kind: EntityType, name: Name) -> list[Name]:
        """What it abbreviates, or what begins with it: KSD, "10x" for "10x Research"."""
        if len(name) > 1:
            return []
        word = name[0]
        spelled = [n for n in self.by_initial[kind, word[0].upper()] if is_acronym(word, list(n))]
        if spelled or kind != EntityType.ORGANIZATION:
            return spelled
        return [n for n in self.by_word[kind, word] if n[0] == word]


def _ends_in(longer: Name, name: Name) -> bool:
    """Whether a name ends another, "Van der Laan" that of Marieke van der Laan."""
    end = longer[-len(name) :]
    small = (name[0].lower(), *name[1:])
    return end == name or (end == small and end[0] in words_of("person_joiners"))


def _one_person(names: list[Name]) -> list[Name]:
    """The fullest of the names when all can be one person's."""
    fullest = max(names, key=len, default=None)
    return [fullest] if fullest and all(_can_be(n, fullest) for n in names) else names


def _can_be(name: Name, fullest: Name) -> bool:
    """Same given name and last name, or the end of it: "de la Cruz" of "Anna de la Cruz"."""
    if name == fullest[-len(name) :]:
        return True
    return name[0] == fullest[0] and _surname(name) == _surname(fullest)


def _surname(name: Name) -> str:
    last = name[-1]
    return name[-2] if last in words_of("generational") and len(name) > 2 else last


def _in_small(name: str) -> str:
    """DAYTON and SAN JOSE as they are written otherwise; UAE and USA stay."""
    loud = name.isupper() and max(map(len, name.split())) > _LONGEST_ACRONYM
    return _WORD.sub(lambda word: word[0].capitalize(), name) if loud else name


def _written(name: Name) -> str:
    """Join words as they are written: no space beside a hyphen or before a full stop."""
    text = " ".join(name)
    return (
        text.replace(" - ", "-")
        .replace(" '", "'")
        .replace(" .", ".")
        .replace(" ,", ",")
        .replace(" +", "+")
    )
