"""Learned names of bodies that stop short: "Intergovernmental Panel" of "… on Climate Change"."""

from reader.model import EntityType
from reader.text.recognition.mentions.spans import Span, without_overlaps
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_JOINS = frozenset(["on", "for", "of", "against"])
_INNER = frozenset(["and", "of", "for", "the", "&"])
_MOST = 9  # tokens that what a body is for may take


def completed(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Take in what a body is for, when it is capitalised like the rest; in order, apart."""
    begins = {span.first: span for span in spans}
    return without_overlaps([_completed(tokens, span, begins) for span in spans])


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
