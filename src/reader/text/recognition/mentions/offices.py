"""What people are and of what: "Finance Minister Anton Siluanov", "Tim Cook, head of Apple"."""

from typing import NamedTuple

from reader.model import EntityType
from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_BODIES = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP)
_BEFORE = 6  # tokens an office takes before a name
_AFTER = 16  # and after it
_PREPOSITIONS = frozenset(["at", "of", "for", "with", "in"])
_SMALL = frozenset("and of the for to in on & - ’s 's".split())
_ENDS = frozenset(", . ; : ( ) ! ? ” “".split()) | {'"'}
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "then"])
_NEXT = 8  # spans behind a name among which its body is looked for
_CLAUSE = frozenset("was is were are has had have who whose based from which that did".split())
_LONGEST = 9  # words of an office; more is a clause


class Office(NamedTuple):
    """What a person is, as the text says it, and the span of what they are it of, if any."""

    role: str
    body: Span | None


def office_of(tokens: Tokens, spans: list[Span], at: int) -> Office | None:
    """Read the office of the person `spans[at]`, before the name or after the comma behind it."""
    return _before(tokens, spans, at) or _after(tokens, spans, at)


def _before(tokens: Tokens, spans: list[Span], at: int) -> Office | None:
    """ "US President Joe Biden", "chief executive Tim Cook", "Bank of England Governor Bailey"."""
    end = first = _past_courtesies(tokens, spans[at].first)
    floor = max(spans[at - 1].last if at else 0, end - _BEFORE)
    while first > floor and not tokens.breaks[first] and _is_of_office(tokens.words[first - 1]):
        first -= 1
    while first < end and tokens.words[first].lower() in _SMALL:
        first += 1
    words = tokens.words[first:end]
    if not any(map(_is_role, words)):
        return None
    body = spans[at - 1] if at and spans[at - 1].type in _BODIES else None
    near = body is not None and body.last == first and not tokens.breaks[first]
    owned = body is not None and body.last == first - 1 and tokens.words[first - 1] in ("'s", "’s")
    return Office(_of_one(_written(tokens, first, end)), body if near or owned else None)


def _past_courtesies(tokens: Tokens, first: int) -> int:
    while first and not tokens.breaks[first]:
        before = tokens.words[first - 1].rstrip(".")
        if before not in words_of("courtesies") and before != "":
            break
        first -= 1
    return first


def _is_of_office(word: str) -> bool:
    bare = word.rstrip(".")
    return (
        _is_role(word)
        or bare in words_of("fields")
        or bare.lower() in words_of("office_fields")
        or bare == "of"
    )


def _is_role(word: str) -> bool:
    bare = word.rstrip(".")
    if bare.lower() in words_of("kin"):
        return False
    known = bare in words_of("roles") or bare in words_of("person_roles")
    titled = bare in words_of("titles") and bare not in words_of("courtesies")
    return known or (titled and is_capitalised(bare)) or bare == "executive"


def _after(tokens: Tokens, spans: list[Span], at: int) -> Office | None:
    """ ", CEO and head of research at 10x Research", ", the company's chief economist,"."""
    if (first := _apposition(tokens, spans[at].last)) is None:
        return None
    bodies = {span.first: span for span in spans[at + 1 : at + _NEXT]}
    end = _phrase_end(tokens, first, bodies)
    word = tokens.words[end] if end < len(tokens) else "."
    body = _behind(tokens, end, bodies) if word in _PREPOSITIONS else None
    closed = word in (",", ".", ";") or word in words_of("person_after")
    if not (body or closed) or not any(map(_is_role, tokens.words[first:end])):
        return None
    return Office(_written(tokens, first, end), body) if end - first <= _LONGEST else None


def _apposition(tokens: Tokens, comma: int) -> int | None:
    """Where the words behind the comma after a name begin, articles passed by."""
    if comma + 1 >= len(tokens) or tokens.words[comma] != "," or tokens.breaks[comma + 1]:
        return None
    return comma + 1 + (tokens.words[comma + 1] in _ARTICLES)


def _phrase_end(tokens: Tokens, first: int, bodies: dict[int, Span]) -> int:
    """Where an apposition ends: at a mark, a verb, a name, or before "at 10x Research"."""
    role = False
    for at in range(first, min(len(tokens), first + _AFTER)):
        word = tokens.words[at]
        stops = word in _ENDS or word in _CLAUSE or word in words_of("person_after")
        if stops or tokens.breaks[at] or at in bodies:
            return at
        if role and word in _PREPOSITIONS and _behind(tokens, at, bodies):
            return at
        role = role or _is_role(word)
    return first


def _behind(tokens: Tokens, preposition: int, bodies: dict[int, Span]) -> Span | None:
    the = tokens.words[preposition + 1 : preposition + 2] == ["the"]
    body = bodies.get(preposition + 1 + the)
    return body if body and body.type in _BODIES else None


def _of_one(role: str) -> str:
    """ "Senator", of "Senators Rand Paul and Tim Kaine"."""
    return role[:-1] if role.endswith("s") and _is_role(role.split()[-1][:-1]) else role


def _written(tokens: Tokens, first: int, last: int) -> str:
    text = " ".join(tokens.words[first:last])
    return text.replace(" - ", "-").replace(" '", "'").replace(" ’", "’").replace(" .", ".")
