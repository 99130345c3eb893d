"""Plain text into segments: paragraphs, list items, quotes; wrapped lines joined, doubles cut."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model import UNSEEN, Kind, masked
from reader.text.cleaning.plain import links, mail, newsletters, pages, posts
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line, is_full, lines_of, wrap_width
from reader.text.cleaning.plain.seams import Seams
from reader.text.cleaning.segments import Segment

_SHORTEST_DOUBLE = 30
_LONGEST_DOUBLE = 20_000
_IN_A_WORD = re.compile(r"[^\W\d_][-‐]$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")


def divide(text: str) -> list[Segment]:
    """The segments of a canonical text, in order; every word is in exactly one of them."""
    lines = lines_of(text)
    asides = _asides(lines)
    width = wrap_width([line for line in lines if line not in asides])
    seams = Seams(text)
    segments: list[Segment] = []
    for group in _paragraphs(lines, width, asides):
        segment = _segment(text, group, asides, seams)
        segments.extend([segment] if segment.aside else _cut_doubles(segment))
    return segments


def parted(segments: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments to choose from, and those that the division has set aside; never all."""
    to_read = [segment for segment in segments if not segment.aside]
    if not any(char.isalnum() for segment in to_read for char in segment.text):
        return [replace(segment, aside=None) for segment in segments], []
    return to_read, [segment for segment in segments if segment.aside]


def _asides(lines: list[Line]) -> Asides:
    """What the text's origin left in its lines; each origin is known by signs of its own."""
    found = Asides()
    for origin in (mail, newsletters, links, pages, posts):
        origin.find(lines, found)
    return found


def _paragraphs(lines: list[Line], width: int | None, asides: Asides) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not (
            _same_aside(group[-1], line, asides) or _continues(group, line, width, asides)
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _same_aside(last: Line, line: Line, asides: Asides) -> bool:
    verdict = asides.verdicts.get(line.start)
    return bool(verdict) and verdict == asides.verdicts.get(last.start) and not line.blanks


def _continues(group: list[Line], line: Line, width: int | None, asides: Asides) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = group[-1]
    if line in asides or last in asides:
        return False
    if width is None or line.blanks or line.bullet or line.quoted != last.quoted:
        return False
    if not _aligned(group, line):
        return False
    if is_full(last, line, width):
        return True
    # Someone broke the line early, in the middle of a sentence.
    begins_low = line.said[:1].islower() and not line.said.startswith("http")
    if begins_low and _IN_A_WORD.search(last.text):
        return True
    return begins_low and last.width >= 0.6 * width and not _ENDS_SENTENCE.search(last.text)


def _aligned(group: list[Line], line: Line) -> bool:
    """Whether the indent allows a line to go on: as the lines above, or hanging, or first-line."""
    first, last = group[0], group[-1]
    if first.bullet:
        return line.indent > first.indent or line.indent == last.indent == first.indent
    if line.indent == last.indent:
        return True
    return len(group) == 1 and line.indent < last.indent <= line.indent + 8


def _segment(text: str, group: list[Line], asides: Asides, seams: Seams) -> Segment:
    first = group[0]
    kind, level = Kind.PARAGRAPH, 0
    if heads := first.start in asides.headings:
        kind, level = Kind.HEADING, 2
    elif first.quoted:
        kind, level = Kind.QUOTE, first.quoted
    elif first.bullet:
        kind, level = Kind.LIST_ITEM, 1 + min(first.indent // 4, 5)
    hidden = _hidden(text, group, asides, seams)
    words = masked(text, first.said_from, group[-1].end, hidden).replace(UNSEEN, "")
    if kind is Kind.LIST_ITEM:
        words = words[first.bullet :].strip()
    return Segment(
        start=first.start,
        end=group[-1].end,
        text=" ".join(words.split()),
        kind=kind,
        level=level,
        blanks=first.blanks,
        indent=first.indent,
        said=heads,
        hidden=hidden,
        aside=asides.verdicts.get(first.start),
    )


def _hidden(
    text: str, group: list[Line], asides: Asides, seams: Seams
) -> tuple[tuple[int, int], ...]:
    """The runs of a paragraph's lines that are not read, in order: seams, a label, link numbers."""
    start = group[0].said_from
    runs = [*seams.hidden(group), *links.hidden(text, start, group[-1].end, asides.links)]
    if label := asides.labels.get(group[0].start):
        runs.append((start, start + label))
    return tuple(sorted(runs))


def _cut_doubles(segment: Segment) -> list[Segment]:
    """A line that says the same thing twice without a break becomes two segments."""
    words = segment.text
    length = segment.end - segment.start
    if not 2 * _SHORTEST_DOUBLE <= len(words) <= _LONGEST_DOUBLE or segment.kind is Kind.QUOTE:
        return [segment]
    second = words.find(words[:_SHORTEST_DOUBLE], _SHORTEST_DOUBLE)
    if not any(map(str.isalnum, words[:_SHORTEST_DOUBLE])):
        return [segment]
    if second < 0 or words[:second].strip() != words[second:].strip() or len(words) != length:
        return [segment]
    cut = segment.start + second
    one, two = words[:second].rstrip(), words[second:]
    return [
        Segment(segment.start, segment.start + len(one), one, segment.kind, segment.level,
                segment.blanks, segment.indent),
        Segment(cut, segment.end, two, segment.kind, segment.level, 0, segment.indent),
    ]  # fmt: skip
