"""Second thoughts about what was learned, where a rule is surer: offices, headlines, places."""

from collections.abc import Container
from itertools import pairwise

from reader.model import EntityType
from reader.text.recognition.mentions.gazetteers import lookup
from reader.text.recognition.mentions.introduced import is_storm
from reader.text.recognition.mentions.rules import known_at
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import Ordinary, words_of
from reader.text.recognition.mentions.zones import CAPITALS, PLAIN, TITLE

_ROMANCE_OF = frozenset(["do", "da", "de", "del", "di", "du"])  # Banco Central do Brasil
_OF_OFFICES = frozenset(["Group", "Chief", "Executive", "General"])
_LONGEST_NAME = 5
_LAWS = frozenset(["Act", "Treaty", "Agreement"])  # that no body ends in
_ORDINARY_SHARE = 0.5  # of a headline's words, from which on they name nothing


def checked(tokens: Tokens, rules: list[Span], spans: list[Span]) -> list[Span]:
    """Leave out, or cut short, the learned spans that cannot be what they were taken for.

    `rules` are asked for one thing: the pairs of known places that a hyphen joins.
    """
    ordinary = Ordinary(tokens.words)
    shortened, people = _shortened(tokens, spans), _named_in_full(tokens, spans)
    kept = _pairs(tokens, rules)
    for span in spans:
        if _is_office(tokens, span) or _is_headline(tokens, span, ordinary):
            continue
        if _is_no_name(tokens, span, shortened, people) or _is_no_person(tokens, span):
            continue
        kept += _two_places(tokens, span) or [_named_for(tokens, _known_place(tokens, span))]
    return _with_seats(tokens, sorted(kept))


def _is_no_name(
    tokens: Tokens, span: Span, shortened: frozenset[str], people: frozenset[str]
) -> bool:
    """ "the Board" and "LNG" alone, or letters that the text says are short for other words.

    Not Bill nor Christian, nor Park where the text names `people` with it in full.
    """
    word = tokens.words[span.first]
    if span.last - span.first > 1:
        return False
    if span.type == EntityType.PERSON and (word in people or word in words_of("given_names")):
        return False
    families = ("never_alone", "not_acronyms", "not_names")
    bare = any(word in words_of(family) for family in families) and not lookup((word,))
    return bare or (word in shortened and span.type == EntityType.ORGANIZATION)


def _is_no_person(tokens: Tokens, span: Span) -> bool:
    """ "Harbour city": no name of a person ends in a small word, other than after a hyphen."""
    if span.type != EntityType.PERSON or span.last - span.first == 1:
        return False
    before, last = tokens.words[span.last - 2 : span.last]
    return last.islower() and before not in "-–"


def _named_in_full(tokens: Tokens, spans: list[Span]) -> frozenset[str]:
    """The words of people's names of two words and more."""
    full = (s for s in spans if s.type == EntityType.PERSON and s.last - s.first > 1)
    return frozenset(word for span in full for word in tokens.words[span.first : span.last])


def _shortened(tokens: Tokens, spans: list[Span]) -> frozenset[str]:
    """Letters in brackets whose words are not a name: "disadvantaged groups (DG)"."""
    named = {at for span in spans for at in range(span.first, span.last)}
    words, found = tokens.words, set()
    for at in range(2, len(words) - 1):
        short = words[at]
        if words[at - 1] != "(" or words[at + 1] != ")" or not short.isupper() or len(short) < 2:
            continue
        full = range(max(0, at - 1 - len(short)), at - 1)
        lower = sum(words[place].islower() for place in full)
        spelt = "".join(words[place][0] for place in full).upper() == short
        if spelt and (lower or named.isdisjoint(full)) and not lookup((short,)):
            found.add(short)
    return frozenset(found)


def _with_seats(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """ "Central Bank" of "Kenya": the place belongs to the name of what it is the bank of."""
    joined: list[Span] = []
    for span in spans:
        body = joined[-1] if joined else None
        if body and span.type == EntityType.PLACE and _is_seated(tokens, body, span.first):
            joined[-1] = body._replace(last=span.last)
        else:
            joined.append(span)
    return joined


def _is_seated(tokens: Tokens, body: Span, place: int) -> bool:
    if body.type != EntityType.ORGANIZATION or place != body.last + 1:
        return False
    headed = tokens.words[body.last - 1] in words_of("org_heads")
    joint = tokens.words[body.last]
    return joint in _ROMANCE_OF or (joint == "of" and headed)


def _is_office(tokens: Tokens, span: Span) -> bool:
    """ "Finance" of "Finance Minister": the field of an office."""
    words = tokens.words
    fields = all(
        word in words_of("fields") or word in _OF_OFFICES for word in words[span.first : span.last]
    )
    return fields and span.last < len(words) and words[span.last] in words_of("roles")


def _is_headline(tokens: Tokens, span: Span, ordinary: Container[str]) -> bool:
    """Ordinary words that a headline has capitalised."""
    zone = tokens.zones[span.first]
    if zone == CAPITALS:
        return True
    if zone == PLAIN or known_at(tokens, span.first):
        return False
    words = [w for w in tokens.words[span.first : span.last] if is_capitalised(w)]
    return sum(_is_ordinary(w, ordinary) for w in words) >= _ORDINARY_SHARE * len(words)


def _is_ordinary(word: str, ordinary: Container[str]) -> bool:
    low = word.lower()
    return low in ordinary or low.removesuffix("s") in ordinary


def _pairs(tokens: Tokens, rules: list[Span]) -> list[Span]:
    """ "US-China": both, where the rules know both."""
    found: list[Span] = []
    for left, right in pairwise(rules):
        places = left.type == right.type == EntityType.PLACE
        known = left.strength == right.strength == Strength.KNOWN
        joined = left.last + 1 == right.first and tokens.words[left.last] in "-–"
        if places and known and joined:
            found += [span._replace(strength=Strength.LEARNED) for span in (left, right)]
    return found


def _two_places(tokens: Tokens, span: Span) -> list[Span]:
    """ "US-China": a hyphen between two known places joins no name."""
    for at in range(span.first + 1, span.last - 1):
        if tokens.words[at] in "-–" and (right := known_at(tokens, at + 1)):
            left = known_at(tokens, at - 1)
            if left and left.type == right.type == EntityType.PLACE and right.last == span.last:
                return [left._replace(strength=span.strength), right]
    return []


def _named_for(tokens: Tokens, span: Span) -> Span:
    """ "Iris Energy": a person's name that ends as companies' do, or is known as one."""
    last = tokens.words[span.last - 1].rstrip(".")
    company = last in words_of("org_heads") and last not in words_of("surnames")
    if is_storm(tokens.words[span.first : span.last]):
        return span._replace(type=EntityType.EVENT)
    short = span.last - span.first == 1 and last.isupper() and len(last) > 2
    if span.type == EntityType.PERSON and short and last not in words_of("people_in_letters"):
        return span._replace(type=EntityType.ORGANIZATION)
    if last in _LAWS and span.last - span.first > 1:
        return span._replace(type=EntityType.LAW)
    known = known_at(tokens, span.first)
    if known and known.last - span.first > 1 and _is_whole(tokens, span, known):
        return span._replace(last=known.last, type=known.type)
    after = tokens.words[span.last] if span.last < len(tokens) else ""
    if span.type == EntityType.ORGANIZATION and not known and _is_speaker(tokens, span):
        return span._replace(type=EntityType.PERSON)
    if span.type != EntityType.ORGANIZATION and not known and after in words_of("products_after"):
        return span._replace(type=EntityType.PRODUCT)
    if span.type != EntityType.ORGANIZATION and company and span.last - span.first > 1:
        return span._replace(type=EntityType.ORGANIZATION)
    return span


def _is_speaker(tokens: Tokens, span: Span) -> bool:
    """ "Said Jeronimo Villas-Boas, a beekeeper": who is somebody, and no body."""
    words = tokens.words[span.first : span.last]
    said = span.first and tokens.words[span.first - 1] in words_of("person_after")
    after = tokens.words[span.last : span.last + 2]
    somebody = len(after) == 2 and after[0] == "," and after[1] in ("a", "an", "who", "whose")
    body = any(w in words_of("org_heads") or w in words_of("org_openers") for w in words)
    plain = all(w[0].isalpha() and (is_capitalised(w) or w in "-–") for w in words if w not in "-–")
    return bool(said) and somebody and plain and not body and 1 < len(words) <= _LONGEST_NAME


def _is_whole(tokens: Tokens, span: Span, known: Span) -> bool:
    """Whether a known name is all of what was learned, or more: Burkina Faso, Moody's.

    Jammu and Kashmir are two, as either is known by itself.
    """
    more = tokens.words[span.last : known.last]
    two = bool(more) and more[0] == "and" and lookup(tuple(more[1:])) is not None
    last = more[-1] if more else ""
    written = not last or is_capitalised(last) or last in ("'s", "’s")
    return known.last >= span.last and written and not two


def _known_place(tokens: Tokens, span: Span) -> Span:
    """ "US" of "US Tech", "South Korea" of a headline's "South Korea's Shift"."""
    known = known_at(tokens, span.first)
    if not known or known.type != EntityType.PLACE or known.last >= span.last:
        return span
    rest = tokens.words[known.last : span.last]
    possessive = rest[0] in ("'s", "’s") and tokens.zones[span.first] == TITLE
    ordinary = rest[-1].isalpha() and rest[-1] not in words_of("place_heads")
    if tokens.zones[span.first] == TITLE and _is_ordinary(rest[-1], words_of("common")):
        return known._replace(strength=span.strength)
    body = rest[-1] in words_of("org_heads") and not tokens.zones[span.first]
    if body and not possessive and "," not in rest:
        return span  # U.S. Southern Command
    if possessive or (span.type == EntityType.PLACE and ordinary and rest[0].isalpha()):
        return known._replace(strength=span.strength)
    return span
