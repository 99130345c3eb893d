"""Learned names of bodies that stop short: "Intergovernmental Panel" of "… on Climate Change"."""

from reader.model import EntityType
from reader.text.recognition.mentions.rules import known_at
from reader.text.recognition.mentions.spans import Span, without_overlaps
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_JOINS = frozenset(["on", "for", "of", "against"])
_INNER = frozenset(["and", "of", "for", "the", "&"])
_OF_SEVERAL = frozenset(["Ministry", "Department"])
_LISTING = frozenset([",", "and", "&"])
_MOST = 9  # tokens that what a body is for may take


def completed(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Take in what a body is for, when it is capitalised like the rest; in order, apart."""
    begins = {span.first: span for span in spans}
    whole = [_listed(tokens, _completed(tokens, span, begins)) for span in spans]
    whole = [_widened(tokens, _begun(tokens, span)) for span in whole]
    return without_overlaps(whole)


def _completed(tokens: Tokens, span: Span, begins: dict[int, Span]) -> Span:
    words, at = tokens.words, span.last
    if span.type != EntityType.ORGANIZATION or at + 1 >= len(tokens) or tokens.zones[span.first]:
        return span
    head = words[at - 1] in words_of("org_openers") or words[at - 1] in words_of("bodies")
    if not head or words[at] not in _JOINS or tokens.breaks[at]:
        return span
    first = at + 1 + (words[at + 1] == "the")
    end = _end(tokens, first)
    other = begins.get(first)
    named = other is not None and other.type != EntityType.ORGANIZATION and other.last >= end
    return span if end == first or named else span._replace(last=end)


def _begun(tokens: Tokens, span: Span) -> Span:
    """Take in how "Australian Competition and Consumer Commission" begins.

    What stands before "and" is of the same body where it begins with a country or its people, goes
    on after that, and is no body by itself; or is one ordinary word, as in "the Roads and
    Transport Authority".
    """
    words, joint = tokens.words, span.first - 1
    headed = words[span.last - 1] in words_of("org_heads") and words[joint] == "and"
    if span.type != EntityType.ORGANIZATION or joint < 2 or not headed or tokens.zones[joint]:
        return span
    first = joint
    while joint - first < _MOST and not tokens.breaks[first] and _goes_on(words[first - 1]):
        first -= 1
    the = first > 0 and words[first - 1] in ("the", "The")
    field = _is_field(words[first]) or words[first] == "Securities"
    if the and field and joint - first == 1 and span.last - span.first > 1:
        return span._replace(first=first)
    known = known_at(tokens, first)
    if not known or known.type not in (EntityType.GROUP, EntityType.PLACE) or known.last >= joint:
        return span
    body = words[joint - 1].rstrip(".") in words_of("org_heads")
    return span if body else span._replace(first=first)


def _widened(tokens: Tokens, span: Span) -> Span:
    """Take in what the body is of: "Federal" of "Federal High Court"."""
    before = span.first - 1
    headed = tokens.words[span.last - 1] in words_of("org_heads")
    wider = before >= 0 and tokens.words[before] in words_of("wider")
    if span.type != EntityType.ORGANIZATION or not (headed and wider) or tokens.breaks[span.first]:
        return span
    return span._replace(first=before)


def _listed(tokens: Tokens, span: Span) -> Span:
    """Take in all fields of a "Ministry of Gender, Labour and Social Development".

    Fields are ordinary words; Kenya, Microsoft and the Central Bank are none.
    """
    words, first = tokens.words, span.first
    of_several = words[first] in _OF_SEVERAL and words[first + 1 : first + 2] == ["of"]
    if span.type != EntityType.ORGANIZATION or not of_several or tokens.zones[first]:
        return span
    end = at = first + 2
    while at < min(len(tokens), first + _MOST + 2) and not tokens.breaks[at]:
        if _is_field(words[at]):
            end = at + 1
        elif end == first + 2 or words[at] not in _LISTING:
            break
        at += 1
    unfinished = words[span.last - 1] in _LISTING
    return span._replace(last=end) if end > span.last or (unfinished and end > first + 2) else span


def _goes_on(word: str) -> bool:
    return is_capitalised(word) and word != "The"


def _is_field(word: str) -> bool:
    ordinary = word.lower() in words_of("common") and word not in words_of("org_heads")
    return is_capitalised(word) and ordinary


def _end(tokens: Tokens, first: int) -> int:
    """Where the capitalised words from `first` end, small words between them passed."""
    end = at = first
    while at < min(len(tokens), first + _MOST) and not tokens.breaks[at]:
        word = tokens.words[at]
        if is_capitalised(word) and word not in words_of("not_names"):
            end = at + 1
        elif end == first or word not in _INNER:
            break
        at += 1
    return end
