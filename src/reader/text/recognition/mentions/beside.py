"""Names that nothing else found, given away by the names beside them: lists, asides, aliases."""

from collections.abc import Iterable

from reader.model import EntityType
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of
from reader.text.recognition.mentions.zones import CAPITALS

_AND = frozenset(["and", "or", "&"])
_GOES_ON = frozenset("-–/&")
_SHORTEST = 3  # letters of a name in a list
_REACH = 6  # tokens from a name to what it is known as
_NEVER_SHORT = frozenset([EntityType.PERSON, EntityType.PLACE])  # where an aside is another's
_LISTED = frozenset([EntityType.ORGANIZATION, EntityType.PLACE, EntityType.ASSET])


def beside(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Add the names of lists, asides and aliases that were not found; in order, apart."""
    begins = {span.first: span for span in spans}
    ends = {span.last: span for span in spans}
    taken = {at for span in spans for at in range(span.first, span.last)}
    found = []
    for at in range(1, len(tokens)):
        if at in taken or tokens.zones[at] == CAPITALS or not is_capitalised(tokens.words[at]):
            continue
        kind = _in_brackets(tokens, at, ends) or _known_as(tokens, at, ends)
        if not kind and not tokens.zones[at]:
            kind = _in_list(tokens, at, begins, ends)
        if kind:
            found.append(Span(at, at + 1, kind, Strength.CONTEXT))
            begins[at] = ends[at + 1] = found[-1]
    return sorted([*spans, *found])


def _in_list(
    tokens: Tokens, at: int, begins: dict[int, Span], ends: dict[int, Span]
) -> EntityType | None:
    """Nio, of "BYD, Nio and Xpeng" and of "BYD, Xpeng and Nio", is what the others are."""
    words = tokens.words
    if words[at].lower() in words_of("common") or words[at] in words_of("not_names"):
        return None
    after = words[at + 1] if at + 1 < len(tokens) else ""
    if is_capitalised(after) or after in _GOES_ON or len(words[at]) < _SHORTEST:
        return None
    before = ends.get(at - 1) if words[at - 1] == "," else None
    if before:
        return _same([before, begins.get(_after_joint(words, at + 1))])
    if words[at - 1] not in _AND:
        return None
    last = ends.get(at - 1 - (words[at - 2] == ","))
    if last and last.type == EntityType.ORGANIZATION:
        return last.type  # Oracle and MGX
    first = ends.get(last.first - 1) if last and words[last.first - 1] == "," else None
    return _same([first, last])


def _after_joint(words: list[str], at: int) -> int:
    """Where the next of a list begins, after "," or "and" or both."""
    if words[at : at + 1] == [","]:
        at += 1
        return at + (at < len(words) and words[at] in _AND)
    return at + 1 if at < len(words) and words[at] in _AND else -1


def _same(spans: Iterable[Span | None]) -> EntityType | None:
    types = {span.type if span else None for span in spans}
    kind = types.pop()
    return kind if not types and kind in _LISTED else None


def _in_brackets(tokens: Tokens, at: int, ends: dict[int, Span]) -> EntityType | None:
    """What "Panama Maritime Authority (AMP)" is called for short, or traded as."""
    words = tokens.words
    name = ends.get(at - 1) if words[at - 1] == "(" and words[at + 1 : at + 2] == [")"] else None
    short = sum(map(str.isupper, words[at])) > 1
    return name.type if name and short and name.type not in _NEVER_SHORT else None


def _known_as(tokens: Tokens, at: int, ends: dict[int, Span]) -> EntityType | None:
    """CZ, of "Changpeng Zhao, widely known as CZ"."""
    if tokens.words[at - 2 : at] not in (["known", "as"], ["renamed", "as"], ["rebranded", "as"]):
        return None
    names = (ends[end] for end in range(at - 2, max(0, at - _REACH), -1) if end in ends)
    name = next(names, None)
    return name.type if name else None
