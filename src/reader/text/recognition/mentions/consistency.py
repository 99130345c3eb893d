"""One document, one meaning: a name found once is found everywhere, and has one type."""

from collections import Counter, defaultdict

from reader.model import EntityType
from reader.text.recognition.mentions.gazetteers import lookup
from reader.text.recognition.mentions.introduced import is_storm
from reader.text.recognition.mentions.spans import Span, Strength, without_overlaps
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of
from reader.text.recognition.mentions.zones import CAPITALS, TITLE

Name = tuple[str, ...]
_MISTAKEN = frozenset([EntityType.PERSON, EntityType.ORGANIZATION])  # what places are taken for
_SURE = 4**7  # votes of what stands beside a name, against those of sixty places and more
_NEVER_ALONE = frozenset("Jr Jr. Sr Sr. II III IV".split())


def made_consistent(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Give each name one type by vote, and mark it wherever else it stands; in order, apart."""
    spans = _acronyms_typed(tokens, spans)
    types = _voted(tokens, spans)
    for name in _people_parts(tokens, spans, types):
        if name not in types or not lookup(name):
            types[name] = (EntityType.PERSON, Strength.CONTEXT)
    for name in _first_words_of_bodies(tokens, spans, types):
        types[name] = (EntityType.ORGANIZATION, types[name][1])
    for name in [name for name, (kind, _) in types.items() if kind == EntityType.EVENT]:
        if is_storm(list(name)):
            types[name[1:]] = types[name]
    retyped = _with_particles(tokens, [_retyped(tokens, span, types) for span in spans])
    return without_overlaps(retyped + _found_again(tokens, retyped, types))


def name_of(tokens: Tokens, span: Span) -> Name:
    """The words of a span; those of a line in capitals as they are written elsewhere."""
    return _as_elsewhere(tokens, span.first, span.last)


def _as_elsewhere(tokens: Tokens, first: int, last: int) -> Name:
    words = tokens.words[first:last]
    if words and tokens.zones[first] == CAPITALS:
        words = [w.capitalize() if len(w) > 3 else w for w in words]
    return tuple(words)


def _acronyms_typed(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Give "(KSD)" the type of the name before it whose initials it has."""
    begins = {span.first: span for span in spans}
    out = []
    for span in spans:
        out.append(span)
        at = span.last + 1
        if at + 1 >= len(tokens) or tokens.words[at - 1] != "(" or tokens.words[at + 1] != ")":
            continue
        short = is_acronym(tokens.words[at], tokens.words[span.first : span.last])
        ticker = span.type == EntityType.ASSET and tokens.words[at].isupper()
        if short or ticker:
            inner = Span(at, at + 1, span.type, max(span.strength, Strength.CONTEXT))
            out.append(inner)
            begins.pop(at, None)
    return [s for s in out if s.first in begins or s.strength >= Strength.CONTEXT]


def is_acronym(short: str, words: list[str]) -> bool:
    """Whether `short` is made of the first letters of the words, small ones left out or not."""
    if not 2 <= len(short) <= 8 or not short.isalpha() or not short[0].isupper():
        return False
    letters = short.upper()
    every = "".join(w[0] for w in words if w[0].isalnum()).upper()
    large = "".join(w[0] for w in words if is_capitalised(w)).upper()
    if sum(map(str.isupper, short)) < 2:
        return len(short) > 3 and letters in (every, large)  # Agoa
    return letters in (every, large) or (
        len(large) > 1 and letters[0] == large[0] and large in letters
    )


def _voted(tokens: Tokens, spans: list[Span]) -> dict[Name, tuple[EntityType, Strength]]:
    votes: defaultdict[Name, Counter[EntityType]] = defaultdict(Counter)
    best: dict[Name, Strength] = {}
    for span in spans:
        name = name_of(tokens, span)
        votes[name][span.type] += 4**span.strength
        best[name] = max(best.get(name, span.strength), span.strength)
        if span.type in _MISTAKEN and _is_region(tokens, span):
            votes[name][EntityType.PLACE] += _SURE
    return {name: (count.most_common(1)[0][0], best[name]) for name, count in votes.items()}


def _is_region(tokens: Tokens, span: Span) -> bool:
    """ "The Nzérékoré region", "the town Macenta": what it is stands beside it."""
    if tokens.words[span.last - 1] in words_of("org_heads") or tokens.zones[span.first]:
        return False
    after = tokens.words[span.last] if span.last < len(tokens) else ""
    before = tokens.words[span.first - 1] if span.first else ""
    if before == "of" and span.first > 1 and _is_kind(tokens.words[span.first - 2]):
        return True  # the province of El Tarf
    of_body = span.type == EntityType.ORGANIZATION
    stands = _is_kind(after) or before in words_of("towns")
    return (of_body and stands) or after in words_of("waters")


def _is_kind(word: str) -> bool:
    return word in words_of("regions") or word in words_of("towns")


def _people_parts(
    tokens: Tokens, spans: list[Span], types: dict[Name, tuple[EntityType, Strength]]
) -> list[Name]:
    """Last names, and given names, by which people named in full are called further on."""
    parts: list[Name] = []
    for span in spans:
        words = name_of(tokens, span)
        if types[words][0] != EntityType.PERSON or len(words) < 2:
            continue
        while len(words) > 1 and words[-1] in _NEVER_ALONE:
            words = words[:-1]
        parts += [(word,) for word in (words[-1], words[0]) if _names_alone(word)]
        if len(words) > 2 and words[-2] in words_of("person_joiners"):
            parts.append(words[-2:])
    return parts


def _with_particles(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """ "Van der" before "Laan", where the text names Marieke van der Laan."""
    people = [name_of(tokens, span) for span in spans if span.type == EntityType.PERSON]
    tails = {tail for name in people if (tail := _particled(name))}
    out: list[Span] = []
    for span in spans:
        taken = out[-1].last if out else 0
        for first in range(max(taken, span.first - 3), span.first):
            words = tokens.words[first : span.last]
            if (words[0].lower(), *words[1:]) in tails and span.type == EntityType.PERSON:
                span = span._replace(first=first)
                break
        out.append(span)
    return out


def _particled(name: Name) -> Name:
    """A last name with the small words it begins with; () where it has none."""
    small = next((at for at, word in enumerate(name) if word in words_of("person_joiners")), 0)
    return name[small:] if small else ()


def _first_words_of_bodies(
    tokens: Tokens, spans: list[Span], types: dict[Name, tuple[EntityType, Strength]]
) -> set[Name]:
    """ "Voltana", taken for a person, where the text names "Voltana Inc" and nobody in full."""
    people = {
        word
        for name, (kind, _) in types.items()
        if kind == EntityType.PERSON and len(name) > 1
        for word in name
    }
    names = [name_of(tokens, span) for span in spans]
    bodies = {
        name[:1]
        for name in names
        if types[name][0] == EntityType.ORGANIZATION
        and len(name) > 1
        and name[-1].rstrip(".") in words_of("org_heads")
    }
    return {
        name
        for name in bodies & types.keys()
        if types[name][0] == EntityType.PERSON and name[0] not in people
    }


def _names_alone(word: str) -> bool:
    return len(word) > 2 and word.istitle() and word.lower() not in words_of("common")


def _retyped(tokens: Tokens, span: Span, types: dict[Name, tuple[EntityType, Strength]]) -> Span:
    kind, strength = types[name_of(tokens, span)]
    return span._replace(type=kind, strength=max(strength, span.strength))


def _found_again(
    tokens: Tokens, spans: list[Span], types: dict[Name, tuple[EntityType, Strength]]
) -> list[Span]:
    covered = {at for span in spans for at in range(span.first, span.last)}
    longest: dict[str, int] = {}
    for name in types:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    found = []
    for at in range(len(tokens)):
        word = _as_elsewhere(tokens, at, at + 1)[0]
        if at in covered or word not in longest:
            continue
        for size in range(longest[word], 0, -1):
            name = _as_elsewhere(tokens, at, at + size)
            if name in types and _stands_here(tokens, at, at + len(name), types[name][1], covered):
                found.append(Span(at, at + len(name), *types[name]))
                break
    return found


def _stands_here(tokens: Tokens, at: int, last: int, strength: Strength, covered: set[int]) -> bool:
    if any(tokens.breaks[at + 1 : last]) or not covered.isdisjoint(range(at, last)):
        return False
    shouted = tokens.zones[at] == CAPITALS
    if last - at > 1 or (tokens.words[at].isupper() and not shouted):
        return True
    if tokens.words[at].lower() in words_of("common"):
        return False
    if shouted:
        return True
    # One capitalised word of a longer run is part of a name that was not found.
    alone = not (_joins(tokens, at - 1, at) or _joins(tokens, last, last))
    return alone or tokens.zones[at] == TITLE or strength >= Strength.KNOWN


def _joins(tokens: Tokens, at: int, boundary: int) -> bool:
    if not 0 <= at < len(tokens) or tokens.breaks[boundary]:
        return False
    return is_capitalised(tokens.words[at]) and not tokens.opens[at]
