"""Second thoughts about what was learned, where a rule is surer: offices, headlines, places."""

from reader.model import EntityType
from reader.text.recognition.mentions.rules import known_at
from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of
from reader.text.recognition.mentions.zones import TITLE


def checked(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Leave out, or cut short, the learned spans that cannot be what they were taken for."""
    ordinary = words_of("common") | {word for word in tokens.words if word.islower()}
    kept = []
    for span in spans:
        if _is_office(tokens, span) or _is_headline(tokens, span, ordinary):
            continue
        kept.append(_known_place(tokens, span))
    return kept


def _is_office(tokens: Tokens, span: Span) -> bool:
    """ "Finance" of "Finance Minister": the field of an office."""
    words = tokens.words
    fields = all(word in words_of("fields") for word in words[span.first : span.last])
    return fields and span.last < len(words) and words[span.last] in words_of("roles")


def _is_headline(tokens: Tokens, span: Span, ordinary: frozenset[str]) -> bool:
    """Ordinary words that a headline has capitalised."""
    if tokens.zones[span.first] != TITLE or known_at(tokens, span.first):
        return False
    words = [w for w in tokens.words[span.first : span.last] if is_capitalised(w)]
    return all(word.lower() in ordinary for word in words)


def _known_place(tokens: Tokens, span: Span) -> Span:
    """ "US" of "US Tech", "South Korea" of a headline's "South Korea's Shift"."""
    known = known_at(tokens, span.first)
    if not known or known.type != EntityType.PLACE or known.last >= span.last:
        return span
    rest = tokens.words[known.last : span.last]
    possessive = rest[0] in ("'s", "’s") and tokens.zones[span.first] == TITLE
    ordinary = rest[-1].isalpha() and rest[-1] not in words_of("place_heads")
    if possessive or (span.type == EntityType.PLACE and ordinary and rest[0].isalpha()):
        return known._replace(strength=span.strength)
    return span
