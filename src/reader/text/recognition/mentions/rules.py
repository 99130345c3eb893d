"""What a candidate run names, judged by its words and its neighbours alone."""

from reader.model import EntityType
from reader.text.recognition.mentions.edges import is_title
from reader.text.recognition.mentions.gazetteers import Known, longest_known
from reader.text.recognition.mentions.runs import runs
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of
from reader.text.recognition.mentions.zones import CAPITALS, PLAIN

_HEADS = (
    ("asset_heads", EntityType.ASSET),
    ("law_heads", EntityType.LAW),
    ("org_heads", EntityType.ORGANIZATION),
    ("event_heads", EntityType.EVENT),
    ("place_heads", EntityType.PLACE),
)
_LONGEST_PERSON = 5


def rule_spans(tokens: Tokens) -> list[Span]:
    """Decide every run of a text; spans do not overlap and are in order."""
    found: list[Span] = []
    for first, last in runs(tokens):
        at = max(first, found[-1].last if found else 0)
        while at < last:
            span = _next(tokens, at, last)
            if span:
                found.append(span)
            at = span.last if span else at + 1
    return found


def known_spans(tokens: Tokens) -> list[Span]:
    """Only the names known beforehand, for languages whose capitals mean something else."""
    found: list[Span] = []
    for first, last in runs(tokens):
        at = max(first, found[-1].last if found else 0)
        while at < last:
            span = known_at(tokens, at)
            if span:
                found.append(span)
            at = span.last if span else at + 1
    return found


def _next(tokens: Tokens, at: int, last: int) -> Span | None:
    """The span that begins at `at`, if one does."""
    if not tokens.words[at][0].isalnum():
        return None
    known = known_at(tokens, at)
    if tokens.zones[at] != PLAIN:
        return known
    if known and (known.last >= last or _is_pair(tokens, at)):
        return known
    if _is_office(tokens, at, last):
        return None
    if tokens.words[at] in words_of("not_names") and not known:
        return None
    end = _before_other(tokens, at, last)
    return (
        _by_head(tokens, at, end)
        or _by_person(tokens, at, end)
        or known
        or _by_shape(tokens, at, end)
    )


def known_at(tokens: Tokens, at: int) -> Span | None:
    """The longest known name at a token, unless its form or place makes it doubtful."""
    words = tokens.words
    window = words[at : at + 8]
    if tokens.zones[at] == CAPITALS:
        window = [w if w in ("US", "UK", "EU", "UN") else w.capitalize() for w in window]
    hit = longest_known(window, 0, len(window)) or _shouted_place(window)
    if not hit:
        return None
    last = at + hit[0]
    if tokens.words[last : last + 1] == ["$"] and tokens.touches[last]:
        return None
    if any(tokens.breaks[at + 1 : last]) or _is_doubtful(tokens, at, last, hit[1]):
        return None
    return Span(at, last, hit[1].type, Strength.KNOWN)


def _shouted_place(window: list[str]) -> tuple[int, Known] | None:
    """ "FRANKFURT" in a line of its own, too short to be known as a line in capitals."""
    if not (window[0].isupper() and len(window[0]) > 3):
        return None
    hit = longest_known([word.capitalize() for word in window], 0, len(window))
    shouted = hit is not None and all(word.isupper() for word in window[: hit[0]])
    return hit if hit and shouted and hit[1].type == EntityType.PLACE else None


def _is_doubtful(tokens: Tokens, at: int, last: int, known: Known) -> bool:
    word = tokens.words[at]
    if last - at > 1:
        return False
    if known.doubts:
        near = {w.lower() for w in tokens.words[max(0, at - 8) : at + 9]}
        return near.isdisjoint(_MARKET) or (tokens.zones[at] == CAPITALS)
    if not word.isalnum() or word.isupper():
        return False
    chance = tokens.opens[at] or tokens.zones[at] != PLAIN
    return chance and word.lower() in words_of("common")


_MARKET = frozenset(
    "crypto token tokens coin coins price prices rally bitcoin blockchain index stocks shares "
    "trading points market markets btc eth altcoins altcoin network staking".split()
)


def _is_office(tokens: Tokens, at: int, last: int) -> bool:
    """Whether an office or title stands here, rather than the first word of a name."""
    word = tokens.words[at]
    if word.rstrip(".") in words_of("titles") or word in words_of("roles"):
        return not (at + 1 < last and tokens.words[last - 1] in words_of("org_heads"))
    following = at
    while following < last and tokens.words[following] in words_of("fields"):
        following += 1
    return at < following < last and tokens.words[following] in words_of("roles")


def _before_other(tokens: Tokens, at: int, last: int) -> int:
    """Where the name at `at` ends because something else begins: "Kremlin | Spokesman Peskov"."""
    for end in range(at + 1, last):
        word = tokens.words[end]
        if _is_pair(tokens, end):
            return end
        if word in words_of("not_names") and word not in words_of("also_names"):
            return end
        if word in words_of("roles") or word.rstrip(".") in words_of("titles"):
            while end > at + 1 and tokens.words[end - 1] in words_of("fields"):
                end -= 1
            return end
    return last


def _is_pair(tokens: Tokens, at: int) -> bool:
    """Whether two known places stand here with a hyphen between: "US-China"."""
    left = known_at(tokens, at)
    if not left or tokens.words[left.last : left.last + 1] != ["-"] or left.last + 1 == len(tokens):
        return False
    right = known_at(tokens, left.last + 1)
    return bool(right and right.type == left.type == EntityType.PLACE)


def _by_head(tokens: Tokens, at: int, last: int) -> Span | None:
    """By the word that says what it is: "… Bank", "Ministry of …", "… Act", "Lake …"."""
    words = tokens.words
    if last - at < 2:
        return None
    for family, kind in _HEADS:
        if words[last - 1].rstrip(".") in words_of(family):
            return Span(at, last, kind, Strength.CONTEXT)
    for of in range(at + 1, last):
        if words[of] in ("of", "for") and words[of - 1] in words_of("org_openers"):
            return Span(at, last, EntityType.ORGANIZATION, Strength.CONTEXT)
    if words[at] in ("Lake", "Mount", "Mt.", "Fort", "Cape", "Gulf", "Isle"):
        return Span(at, last, EntityType.PLACE, Strength.CONTEXT)
    return None


def _by_person(tokens: Tokens, at: int, last: int) -> Span | None:
    """By a given name, a title before it, or what people do after it."""
    words = tokens.words
    size = last - at
    if size > _LONGEST_PERSON or not words[at][0].isalpha() or len(words[at]) == 1:
        return None
    if has_initials(words, at, last):
        return Span(at, last, EntityType.PERSON, Strength.CONTEXT)
    titled = at > 0 and is_title(words[at - 1])
    if at > 1 and words[at - 1] == "." and is_title(words[at - 2]):
        titled = True
    given = words[at] in words_of("given_names")
    named = words[last - 1] in words_of("surnames")
    if size == 1:
        alone = titled or (named and not tokens.opens[at])
        if (
            given
            and not alone
            and not (tokens.opens[at] and words[at].lower() in words_of("common"))
        ):
            return Span(at, last, EntityType.PERSON, Strength.SHAPE)
        return Span(at, last, EntityType.PERSON, Strength.CONTEXT) if alone else None
    if titled or given or (named and all(map(str.istitle, words[at:last]))):
        return Span(at, last, EntityType.PERSON, Strength.CONTEXT)
    near = {words[last] if last < len(words) else "", words[at - 1] if at else ""}
    says = not near.isdisjoint(words_of("person_after"))
    if says and not any(map(str.isupper, words[at:last])):
        return Span(at, last, EntityType.PERSON, Strength.SHAPE)
    return None


def has_initials(words: list[str], at: int, last: int) -> bool:
    """ "A. Wells", "J.K. Rowling", "George W. Bush"."""
    initials = [word.endswith(".") and len(word.strip(".")) == 1 for word in words[at:last]]
    return last - at > 1 and any(initials[:2]) and words[last - 1].istitle() and not initials[-1]


def _by_shape(tokens: Tokens, at: int, last: int) -> Span | None:
    """By form alone: an acronym, or a run of words that are no ordinary ones."""
    word, common = tokens.words[at], words_of("common")
    size = last - at
    if size == 1:
        acronym = word.isupper() and word.isalpha() and 3 <= len(word) <= 6
        if acronym and word.lower() not in common:
            return Span(at, last, EntityType.ORGANIZATION, Strength.SHAPE)
        return _by_preposition(tokens, at)
    inner = [w for w in tokens.words[at:last] if is_capitalised(w)]
    if tokens.opens[at] and word.lower() in common:
        return None
    if all(w.lower() in common for w in inner):
        return None
    return Span(at, last, EntityType.ORGANIZATION, Strength.SHAPE)


def _by_preposition(tokens: Tokens, at: int) -> Span | None:
    word = tokens.words[at]
    before = tokens.words[at - 1] if at and not tokens.breaks[at] else ""
    if (
        before in ("in", "near", "outside")
        and word.istitle()
        and word.lower() not in words_of("common")
    ):
        return Span(at, at + 1, EntityType.PLACE, Strength.SHAPE)
    return None
