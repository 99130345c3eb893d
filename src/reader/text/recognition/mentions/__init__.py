"""Kept text → mentions of people, organisations, places and other names, and whom they name.

A stack of plain steps, each a file: tokens and zones, runs of capitals, rules over known names,
consistency within the document, linking.
"""

from collections.abc import Callable

from reader.model import Entity, Figure, FigureKind, Mention
from reader.text.recognition.mentions.beside import beside
from reader.text.recognition.mentions.checks import checked
from reader.text.recognition.mentions.completing import completed
from reader.text.recognition.mentions.consistency import made_consistent
from reader.text.recognition.mentions.edges import tightened
from reader.text.recognition.mentions.forms import form_spans
from reader.text.recognition.mentions.introduced import introduced
from reader.text.recognition.mentions.languages import is_english
from reader.text.recognition.mentions.lines import line_spans, with_lines
from reader.text.recognition.mentions.linking import linked
from reader.text.recognition.mentions.parting import parted
from reader.text.recognition.mentions.rules import known_at, known_spans, rule_spans
from reader.text.recognition.mentions.sequence import learned_spans
from reader.text.recognition.mentions.spans import Span, with_learned, without_overlaps
from reader.text.recognition.mentions.tokens import Tokens, tokenise
from reader.text.recognition.mentions.zones import mark_zones

__all__ = ["find_mentions"]


def find_mentions(
    text: str,
    figures: tuple[Figure, ...],
    language: str | None,
    names: Callable[[str, Tokens, list[Span]], list[Span] | None] | None = None,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Find who and what is named; offsets are code points into `text`, mentions in order, apart.

    `figures` keep their words: no mention overlaps an amount of money, a percentage or a date.
    `language` is an ISO 639-1 code; other than English (or none), only known names are marked.
    `names` takes the place of the learned step.
    """
    tokens = tokenise(text)
    mark_zones(tokens)
    if is_english(tokens, language):
        rules = made_consistent(tokens, rule_spans(tokens))
        found = names(text, tokens, rules) if names else learned_spans(tokens, rules)
        spans = made_consistent(tokens, _together(tokens, rules, found))
    else:
        spans = known_spans(tokens)
    return linked(text, tokens, _apart_from(figures, tokens, spans))


def _together(tokens: Tokens, rules: list[Span], learned: list[Span] | None) -> list[Span]:
    """What rules found and what was learned; what rules found, without the latter."""
    if learned is None:
        return without_overlaps(tightened(tokens, rules))
    learned = tightened(tokens, parted(tokens, learned))
    learned = completed(tokens, checked(tokens, rules, learned))
    learned = with_lines(learned, [*form_spans(tokens), *line_spans(tokens)])
    found = with_learned(tightened(tokens, rules), learned)
    return beside(tokens, introduced(tokens, found))


_WORDS_OF_FIGURES = (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.DATE)


def _apart_from(figures: tuple[Figure, ...], tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Leave out the spans that share characters with a figure that is no part of a name.

    A known name beside the figure stays: "South Korea" of "$800B Altcoin Gap South Korea".
    """
    taken: set[int] = set()
    for figure in figures:
        if figure.kind in _WORDS_OF_FIGURES:
            taken.update(range(figure.start, figure.end))
    if not taken:
        return spans
    kept: list[Span] = []
    for span in spans:
        if _is_apart(tokens, span, taken):
            kept.append(span)
            continue
        for at in range(span.first, span.last):
            known = known_at(tokens, at)
            fits = known and known.last <= span.last and _is_apart(tokens, known, taken)
            if known and fits and at >= (kept[-1].last if kept else 0):
                kept.append(known)
    return kept


def _is_apart(tokens: Tokens, span: Span, taken: set[int]) -> bool:
    return taken.isdisjoint(range(tokens.starts[span.first], tokens.ends[span.last - 1]))
