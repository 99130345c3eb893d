"""Learned spans that hold more than one name, or a name and an office: taken apart."""

from collections import defaultdict
from collections.abc import Iterator

from reader.model import EntityType
from reader.text.recognition.mentions.edges import is_title
from reader.text.recognition.mentions.forms import firms_apart
from reader.text.recognition.mentions.gazetteers import lookup
from reader.text.recognition.mentions.rules import has_initials, known_at
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_BETWEEN_PEOPLE = frozenset([",", "and", "&", "-", "–", "(", "[", ")", "]", "/", ";", ":"])
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_LOOKED_AT = 50  # places of a word, so that time grows with the text and no faster
_LONGEST_PERSON = 6
_LONGEST_TITLED = 3  # words with which "Ms Daniel" is no company


def parted(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Take spans apart that hold several names; in order, apart."""
    found: list[Span] = []
    places = _places(tokens)
    for span in _as_one(tokens, spans):
        if span.type == EntityType.PERSON or _is_person(tokens, span):
            found += _people(tokens, span)
        else:
            for part in _scores(tokens, span):
                for firm in firms_apart(tokens, part):
                    found += _owners(tokens, firm, places)
    return [span for span in found if span.last > span.first]


def _as_one(tokens: Tokens, spans: list[Span]) -> Iterator[Span]:
    """Join "Luiz Inácio" and "Lula da Silva", where nothing stands between two people."""
    held: Span | None = None
    for span in spans:
        if held and _are_one(tokens, held, span):
            held = held._replace(last=span.last)
        else:
            if held:
                yield held
            held = span
    if held:
        yield held


def _are_one(tokens: Tokens, left: Span, right: Span) -> bool:
    people = left.type == right.type == EntityType.PERSON
    joined = left.last == right.first and not tokens.breaks[right.first]
    return people and joined and right.last - left.first <= _LONGEST_PERSON


def _is_person(tokens: Tokens, span: Span) -> bool:
    """ "Ms Daniel", taken for a company, or "A. Wells", for a place; "S. Korea" is one."""
    words = tokens.words[span.first : span.last]
    if len(words) <= _LONGEST_TITLED and has_initials(tokens.words, span.first, span.last):
        return words[-1] not in words_of("org_heads") and not lookup((words[-1],))
    courtesy = words[0].rstrip(".") in words_of("courtesies")
    if len(words) > 2 and is_title(words[0]) and words[1] in words_of("given_names"):
        courtesy = True  # Magistrate Daniel Covington
    return courtesy and len(words) <= _LONGEST_TITLED and words[-1] not in words_of("org_heads")


def _people(tokens: Tokens, span: Span) -> Iterator[Span]:
    """ "Sun and Lukonde" are two; "US President Barack Obama" is a place and a person."""
    for part in _split(tokens, span._replace(type=EntityType.PERSON)):
        first, last = part.first, part.last
        while first < last and _is_small(tokens.words[first]):
            first += 1
        office = max((at for at in range(first, last - 1) if _is_office(tokens, at)), default=-1)
        if office > first and (known := known_at(tokens, first)) and known.last <= office:
            yield known._replace(strength=Strength.LEARNED)
        if office >= 0:
            first = office + 1
            first += first < last and tokens.words[first] == "."
        yield part._replace(first=first, last=_before_place(tokens, first, last))


def _split(tokens: Tokens, span: Span) -> Iterator[Span]:
    first = span.first
    for at in range(span.first, span.last):
        if tokens.words[at] in _BETWEEN_PEOPLE and not _is_inside(tokens, at):
            yield span._replace(first=first, last=at)
            first = at + 1
        elif tokens.words[at] in ("'s", "’s"):
            yield span._replace(first=first, last=at)
            return
    yield span._replace(first=first)


def _is_inside(tokens: Tokens, at: int) -> bool:
    """The hyphen of "Jean-Luc", the comma of "Kim Jones, Jr."."""
    after = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    if tokens.words[at] in "-–":
        return tokens.touches[at] or (at + 1 < len(tokens) and tokens.touches[at + 1])
    return tokens.words[at] == "," and after in words_of("generational")


def _is_small(word: str) -> bool:
    return word.islower() and word not in words_of("person_joiners")


def _is_office(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return is_title(word) or (word in words_of("fields") and word not in words_of("given_names"))


def _before_place(tokens: Tokens, first: int, last: int) -> int:
    """Leave the dateline out of "By Norihiko Shirouzu BEIJING"."""
    if last - first < 3 or not tokens.words[first][:1].isalpha():
        return last
    place = known_at(tokens, last - 1)
    shouted = tokens.words[last - 1].isupper() and len(tokens.words[last - 1]) > 3
    country = place and place.type == EntityType.PLACE and shouted
    return last - 1 if country and not tokens.words[first].isupper() else last


def _scores(tokens: Tokens, span: Span) -> Iterator[Span]:
    """ "Houston 5 CHICAGO" of a line that ends in a number is a score: two names."""
    at = next((i for i in range(span.first + 1, span.last - 1) if tokens.words[i].isdigit()), None)
    if at is None or not _ends_in_number(tokens, span.last):
        yield span
        return
    yield span._replace(last=at)
    yield span._replace(first=at + 1)


def _ends_in_number(tokens: Tokens, at: int) -> bool:
    line_ends = at + 1 == len(tokens) or (at + 1 < len(tokens) and tokens.breaks[at + 1])
    return at < len(tokens) and tokens.words[at].isdigit() and line_ends


def _owners(tokens: Tokens, span: Span, places: dict[str, list[int]]) -> Iterator[Span]:
    """ "Abe's Cabinet" is Abe, and what he has; "St Paul's School" and "Moody's" are one."""
    for at in range(span.first + 1, span.last - 1):
        if tokens.words[at] not in _POSSESSIVES:
            continue
        owner = known_at(tokens, span.first)
        elsewhere = _stands_alone(tokens, span.first, at, places)
        if (owner and owner.last == at) or elsewhere:
            yield span._replace(last=at, type=owner.type if owner else span.type)
            rest = span._replace(first=at + 1)
            if tokens.words[rest.last - 1].rstrip(".") in words_of("org_heads"):
                if rest.last - rest.first > 1:
                    yield rest
            elif span.type == EntityType.PLACE:
                yield rest
            return
    yield span


def _places(tokens: Tokens) -> dict[str, list[int]]:
    """Where capitalised words stand, the first few places of each."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(tokens.words):
        if is_capitalised(word) and len(found[word]) < _LOOKED_AT:
            found[word].append(at)
    return found


def _stands_alone(tokens: Tokens, first: int, last: int, places: dict[str, list[int]]) -> bool:
    """Whether the words before a possessive are a name elsewhere in the text."""
    name = tokens.words[first:last]
    if not is_capitalised(name[0]) or name[0].lower() in words_of("common"):
        return False
    for at in places.get(name[0], ()):
        if at != first and tokens.words[at : at + len(name)] == name:
            after = tokens.words[at + len(name) : at + len(name) + 1]
            if not after or (after[0] not in _POSSESSIVES and not is_capitalised(after[0])):
                return True
    return False
