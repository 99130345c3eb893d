"""What stands over an article: title, subtitle, byline and date."""

from dataclasses import dataclass, field

from reader.model import Kind, Role
from reader.text.cleaning.dates import find_date
from reader.text.cleaning.plain.byline import authors_of, bare_name
from reader.text.cleaning.plain.features import Features, folded
from reader.text.cleaning.segments import Segment, Verdict

_FAR = 45
"""How many segments above the article its title is looked for."""
_BODY_SAMPLE = 4000
_LEAST = 1.6


@dataclass(slots=True)
class Header:
    """Title, authors and date found, with the verdicts of the segments that give them."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    at: int | None = None
    verdicts: dict[int, Verdict] = field(default_factory=dict)


def find_header(segments: list[Segment], seen: list[Features], first: int, last: int) -> Header:
    """The header of the article whose body is the run `[first, last)` of the segments."""
    header = Header()
    at = _title(segments, seen, first, last)
    if at is not None:
        header.at = at
        header.title = segments[at].text
        kind = None if segments[at].said else Kind.HEADING
        header.verdicts[at] = Verdict(Role.TITLE, "title", kind)
    top = at if at is not None else max(0, first - 15)
    bottom = min(last, max(first, top) + 4)
    _dates(header, segments, seen, top, bottom, last)
    _bylines(header, segments, seen, top, bottom)
    if at is not None:
        _between(header, segments, seen, at, first)
    return header


def _title(segments: list[Segment], seen: list[Features], first: int, last: int) -> int | None:
    body = set(folded(" ".join(s.text for s in segments[first:last])[:_BODY_SAMPLE]).split())
    floor = min((s.indent for s in segments), default=0)
    usual = _usual_indent(segments[first:last])
    best, where = _LEAST, None
    stop = min(last, first + 3)
    for at in range(max(0, first - _FAR), stop):
        score = _title_score(segments[at], seen[at], body)
        if segments[at].indent == floor < usual and segments[at].kind is Kind.PARAGRAPH:
            score += 1.2
        score -= 0.04 * max(0, first - at) + 0.7 * max(0, at - first)
        if score > best + 1e-9:
            best, where = score, at
    return where


def _usual_indent(segments: list[Segment]) -> int:
    indents = sorted(s.indent for s in segments if s.kind is Kind.PARAGRAPH)
    return indents[len(indents) // 2] if indents else 0


def _title_score(segment: Segment, seen: Features, body: set[str]) -> float:
    """How like a title a line is: some words, no sentence, its words met again in the article."""
    if not 2 <= seen.words <= 35 or seen.dated or seen.control or seen.address:
        return -9.0
    if segment.said and segment.kind is Kind.HEADING:
        return 5.0 - segment.level
    words = [word for word in folded(segment.text).split() if len(word) > 3]
    met = sum(word in body for word in words) / len(words) if words else 0.5
    score = 2.2 * met
    score += 1.0 if 4 <= seen.words <= 20 else 0.0
    score += 0.5 if seen.times > 1 else 0.0
    score += 0.3 if segment.blanks else 0.0
    score -= 2.0 if seen.families else 0.0
    score -= 1.2 if segment.kind is not Kind.PARAGRAPH else 0.0
    score -= 2.0 if segment.text.endswith((".", "…", ":", "。", ",")) else 0.0
    return score - (1.0 if bare_name(segment.text) and seen.words <= 3 else 0.0)


def _dates(
    header: Header, segments: list[Segment], seen: list[Features], top: int, bottom: int, last: int
) -> None:
    """The first date line below the title; failing that just above it, or just after the end."""
    near = [*range(top, bottom), *range(top - 1, max(-1, top - 9), -1)]
    after = range(last, min(len(segments), last + 8))
    for at in (*near, *after):
        if not seen[at].dated or at == header.at:
            continue
        header.published = header.published or find_date(segments[at].text)
        if at not in after or not seen[at].families:
            header.verdicts[at] = Verdict(Role.DATE, "date of publication")
        if at in after or at < top:
            return


def _bylines(
    header: Header, segments: list[Segment], seen: list[Features], top: int, bottom: int
) -> None:
    found: list[str] = []
    for at in (*range(top, bottom), *range(max(0, top - 4), top)):
        if at == header.at or seen[at].words > 20 or (found and at < top):
            continue
        names = authors_of(segments[at].text) if seen[at].is_a("byline") else ()
        if not names and not found and _beside_date(at, header, top):
            names = bare_name(segments[at].text)
        if not names:
            continue
        found += [name for name in names if name not in found]
        if header.verdicts.get(at) is None:
            header.verdicts[at] = Verdict(Role.BYLINE, "who wrote it")
    header.authors = tuple(found)


def _beside_date(at: int, header: Header, top: int) -> bool:
    """Whether a bare name stands where bylines do: between title and date, or beside the date."""
    dates = [d for d, verdict in header.verdicts.items() if verdict.role is Role.DATE]
    return at > top and any(abs(at - d) <= 2 for d in dates)


def _between(
    header: Header, segments: list[Segment], seen: list[Features], title: int, first: int
) -> None:
    """Lines between the title and the body: leads are body, standfirsts subtitles."""
    for at in range(title + 1, min(first, title + 8)):
        if at in header.verdicts or seen[at].families or seen[at].control:
            continue
        if folded(segments[at].text) == folded(header.title):
            header.verdicts[at] = Verdict(Role.DUPLICATE, "repeats the title")
        elif seen[at].prose:
            header.verdicts[at] = Verdict(Role.BODY, "lead of the article")
        elif at == title + 1 and seen[at].words >= 8 and segments[at].kind is Kind.PARAGRAPH:
            header.verdicts[at] = Verdict(Role.SUBTITLE, "line under the title")
