"""Lines whose form says what they name: datelines, and the standings of a league."""

from collections.abc import Iterator

from reader.model import EntityType
from reader.text.recognition.mentions.gazetteers import longest_known
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens
from reader.text.recognition.mentions.words import words_of

_LONGEST_PLACE = 4
_MONTHS = frozenset(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec January February March April June July "
    "August September October November December".split()
)
_DASHES = frozenset("-–—_")
_FEWEST_ROWS = 2


def line_spans(tokens: Tokens) -> list[Span]:
    """What lines name by their form; in order, apart."""
    starts = [at for at, first in enumerate(tokens.breaks) if first]
    lines = list(zip(starts, [*starts[1:], len(tokens)], strict=False))
    found = [span for line in lines if (span := _dateline(tokens, *line))]
    return sorted({*found, *_standings(tokens, lines)})


def with_lines(spans: list[Span], lines: list[Span]) -> list[Span]:
    """Spans with those of lines in place of what overlaps them; in order."""
    taken = {at for line in lines for at in range(line.first, line.last)}
    return sorted([*lines, *(s for s in spans if taken.isdisjoint(range(s.first, s.last)))])


def _dateline(tokens: Tokens, first: int, last: int) -> Span | None:
    """ "LONDON (Reuters) -", "BEIJING, Oct. 22 (Xinhua) --", "FRANKFURT 1996-08-22"."""
    end = first
    while end < min(last, first + _LONGEST_PLACE) and _is_shouted(tokens.words[end]):
        end += 1
    if end in (first, last):
        return None
    known = longest_known([w.capitalize() for w in tokens.words[first:end]], 0, end - first)
    place = known is not None and known[1].type == EntityType.PLACE
    if known is not None and place and known[0] < end - first:
        end = first + known[0]
    follows = _is_dated(tokens, end, last)
    return (
        Span(first, end, EntityType.PLACE, Strength.LEARNED)
        if follows and (place or follows > 1)
        else None
    )


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word.isalpha()


def _is_dated(tokens: Tokens, at: int, last: int) -> int:
    """How surely a dateline goes on here: 2 with a date or an agency, 1 with a mark, else 0."""
    words = tokens.words
    head = words[at : min(last, at + 9)]
    if head[0] == "(" and ")" in head[1:4] and head[1][:1].isupper():
        closing = head.index(")")
        return 2 if not _DASHES.isdisjoint(head[closing + 1 : closing + 3]) else 0
    if len(head) > 2 and head[0].isdigit() and len(head[0]) == 4 and head[1] == "-":
        return 2
    if head[0] == "," and len(head) > 2:
        return 2 if head[1].rstrip(".") in _MONTHS else _is_dated_later(head)
    return 1 if head[0] in _DASHES or head[0] == ":" else 0


def _is_dated_later(head: list[str]) -> int:
    """ "LIMA, Peru 1996-12-06", "LIMA, Peru (AP) -"."""
    digits = any(word.isdigit() and len(word) == 4 for word in head[1:5])
    agency = "(" in head[1:5] and not _DASHES.isdisjoint(head)
    return 1 if digits or agency else 0


def _standings(tokens: Tokens, lines: list[tuple[int, int]]) -> Iterator[Span]:
    """Teams in a table: lines that are a name and numbers, one under the other."""
    rows: list[Span] = []
    for first, last in lines:
        row = _row(tokens, first, last)
        if row is None:
            if len(rows) >= _FEWEST_ROWS:
                yield from rows
            rows = []
        else:
            rows.append(row)
    if len(rows) >= _FEWEST_ROWS:
        yield from rows


def _row(tokens: Tokens, first: int, last: int) -> Span | None:
    end = first
    while end < last and tokens.words[end][0].isalpha() and tokens.words[end][0].isupper():
        end += 1
    words = tokens.words[first:end]
    numbers = [word for word in tokens.words[end:last] if word[0].isdigit()]
    marks = all(not word[0].isalpha() for word in tokens.words[end:last])
    if not words or len(words) > _LONGEST_PLACE or len(numbers) < 3 or not marks:
        return None
    if any(word in words_of("not_names") or len(word) == 1 for word in words):
        return None
    return Span(first, end, EntityType.ORGANIZATION, Strength.LEARNED)
