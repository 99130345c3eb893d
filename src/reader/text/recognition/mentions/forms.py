"""Names whose form says what they name, whoever learned what: seats, bylines, joined companies."""

from collections.abc import Iterator

from reader.model import EntityType
from reader.text.recognition.mentions.rules import known_at
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, capitals_end
from reader.text.recognition.mentions.words import words_of

_PARTIES = frozenset(["R", "D", "I"])
_CHAMBERS = frozenset(["House", "Senate", "Commons", "Assembly"])
_SHORTEST_NUMBER = 3  # digits a company is traded as: 700.HK is one, 2.B an item
_SMALL = frozenset(["by", "sub"])  # words in lower case that a form begins with
_LONGEST_SEAT = 3
_LONGEST_SHIP = 4  # words of its name
_BYLINE = range(2, 5)  # words of a name that stands in one


def form_spans(tokens: Tokens) -> list[Span]:
    """Seats of members, some places, the people of bylines and tickers; in order, apart."""
    forms = (_seat, _place, _byline, _ticker, _ship)
    likely = [at for at, word in enumerate(tokens.words) if not word.islower() or word in _SMALL]
    return [span for at in likely for form in forms if (span := form(tokens, at))]


def firms_apart(tokens: Tokens, span: Span) -> Iterator[Span]:
    """ "General Motors Co and Volkswagen AG" are two, "House Democrats" a house and a group."""
    if span.type != EntityType.ORGANIZATION:
        yield span
        return
    first = span.first
    for at in range(span.first + 1, span.last - 1):
        legal = tokens.words[at - 1].rstrip(".") in words_of("legal_forms")
        joint = legal and tokens.words[at] in ("and", "&", ",")
        joint = joint or _ends_a_body(tokens.words, span, first, at)
        if joint or _opens_another(tokens.words, at):
            yield span._replace(first=first, last=at)
            first = at + 1
    yield from _members(tokens, span._replace(first=first))


def _ends_a_body(words: list[str], span: Span, first: int, at: int) -> bool:
    """Whether "and" joins two bodies that are whole: "Sequoia Capital and Andreessen Horowitz".

    "First Bank and Trust Company" is one, and so is a ministry of this and that.
    """
    whole = at - first > 1 and words[at - 1] in words_of("org_heads")
    opened = words[first] in words_of("org_openers") or "of" in words[first : span.last]
    rest = span.last - at - 1
    more = rest > 2 or (rest == 2 and words[span.last - 1] not in words_of("org_heads"))
    return words[at] == "and" and whole and more and not opened


def _opens_another(words: list[str], at: int) -> bool:
    """Whether "and" goes on with a body of its own: "and Bank of Korea"."""
    opened = words[at + 1] in words_of("org_openers") and words[at + 2 : at + 3] == ["of"]
    return words[at] == "and" and opened


def _members(tokens: Tokens, span: Span) -> Iterator[Span]:
    known = known_at(tokens, span.last - 1)
    members = known is not None and known.type == EntityType.GROUP and known.last == span.last
    if known and members and span.last - span.first == 2 and tokens.words[span.first] in _CHAMBERS:
        yield span._replace(last=span.last - 1)
        yield known._replace(strength=span.strength)
    else:
        yield span


def _seat(tokens: Tokens, at: int) -> Span | None:
    """The state of "(R-Tenn.)" and "French Hill, R-Ark.,"."""
    words = tokens.words
    if words[at] not in _PARTIES or at == 0 or words[at - 1] not in ("(", ","):
        return None
    if words[at + 1 : at + 2] != ["-"] or not tokens.touches[at + 1]:
        return None
    first = at + 2
    last = capitals_end(tokens, first, _LONGEST_SEAT)
    if first == last or words[last : last + 1] not in ([")"], ["."], [","]):
        return None
    return Span(first, last, EntityType.PLACE, Strength.LEARNED)


def _place(tokens: Tokens, at: int) -> Span | None:
    """ "Washington, D.C.", "sub-Saharan Africa" and "Mt. Kenya" are one place each."""
    words = tokens.words[at : at + 4]
    if words[:2] == ["Washington", ","] and words[2:3] in (["D.C."], ["DC"]):
        return Span(at, at + 3, EntityType.PLACE, Strength.LEARNED)
    if words[0] in ("sub", "Sub") and words[1:] == ["-", "Saharan", "Africa"]:
        return Span(at, at + 4, EntityType.PLACE, Strength.LEARNED)
    mount = words[0] in ("Mt", "Mt.", "Mount") and len(words) > 1 and words[1].istitle()
    if not mount or known_at(tokens, at):
        return None
    return Span(at, at + 2, EntityType.PLACE, Strength.LEARNED)


def _byline(tokens: Tokens, at: int) -> Span | None:
    """Who is named in the line "By Ada Marsh", and in "Reporting by Ada Marsh in Nairobi"."""
    words, first = tokens.words, at + 1
    credited = at > 0 and words[at - 1].lower() in words_of("credits")
    if words[at] not in ("By", "BY", "by") or not (tokens.breaks[at] or credited):
        return None
    last = capitals_end(tokens, first, _BYLINE.stop)
    ends = last == len(tokens) or tokens.breaks[last] or words[last] in (",", "and", "|")
    name = words[first:last]
    nobody = any(w in words_of("org_heads") or w in words_of("not_names") for w in name)
    if not (ends or credited) or len(name) not in _BYLINE or nobody or known_at(tokens, first):
        return None
    return Span(first, last, EntityType.PERSON, Strength.LEARNED)


def _ticker(tokens: Tokens, at: int) -> Span | None:
    """What a company is traded as, and where: "(NYSE: DAL)", "(LSE: BARC.L)", "(1211.HK)"."""
    words = tokens.words
    before = words[at - 1] if at else ""
    if before == "(" and words[at] in words_of("exchanges") and words[at + 1 : at + 2] == [":"]:
        return Span(at, at + 1, EntityType.ORGANIZATION, Strength.LEARNED)
    exchanged = at > 2 and before == ":" and words[at - 2] in words_of("exchanges")
    suffixed = _is_suffixed(tokens, at)
    if not words[at].isalnum() or words[at].upper() != words[at]:
        return None
    if (before == "(" and suffixed) or exchanged:
        last = at + 3 if suffixed else at + 1
        return Span(at, last, EntityType.ORGANIZATION, Strength.LEARNED)
    return None


def _ship(tokens: Tokens, at: int) -> Span | None:
    """ "USS Gerald R. Ford": a ship, and nobody."""
    if tokens.words[at] not in words_of("ships") or tokens.zones[at]:
        return None
    last = capitals_end(tokens, at + 1, _LONGEST_SHIP)
    return Span(at, last, EntityType.PRODUCT, Strength.LEARNED) if last > at + 1 else None


def _is_suffixed(tokens: Tokens, at: int) -> bool:
    """Whether the letters of an exchange follow: ".L" of "BARC.L"."""
    after = tokens.words[at + 1 : at + 3]
    short = len(after) == 2 and after[0] == "." and after[1].isupper() and len(after[1]) < 3
    numbered = tokens.words[at].isdigit() and len(tokens.words[at]) < _SHORTEST_NUMBER
    return short and not numbered and all(tokens.touches[at + 1 : at + 3])
