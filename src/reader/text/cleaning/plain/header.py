"""What stands over an article: title, subtitle, byline and date."""

from dataclasses import dataclass, field

from reader.model import Kind, Role
from reader.text.cleaning.features import Features, folded
from reader.text.cleaning.plain.byline import bare_name
from reader.text.cleaning.plain.dating import published
from reader.text.cleaning.plain.signing import Signing
from reader.text.cleaning.segments import Segment, Verdict

_FAR = 45
"""How many segments above the article its title is looked for."""
_BODY_SAMPLE = 4000
_LEAST = 1.2
_AS_GOOD = 0.2
_STANDFIRST = 0.8
_STEM = 5
_SMALL = 3


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
    bounds = (top, bottom, last)
    header.published = published(segments, seen, header.verdicts, at, bounds)
    signing = Signing(segments, seen, header.verdicts, first, last)
    header.authors = signing.authors(at, top, bottom)
    if at is not None:
        _between(header, segments, seen, at, first)
    return header


def _title(segments: list[Segment], seen: list[Features], first: int, last: int) -> int | None:
    first = _below_teasers(segments, first, last)
    body = _stems(" ".join(s.text for s in segments[first:last])[:_BODY_SAMPLE])
    floor = min((s.indent for s in segments), default=0)
    usual = _usual_indent(segments[first:last])
    scores: dict[int, float] = {}
    for at in range(max(0, first - _FAR), min(last, first + 3)):
        scores[at] = _title_score(segments[at], seen[at], body) + _place_score(at, first, seen)
        if segments[at].indent == floor < usual and segments[at].kind is Kind.PARAGRAPH:
            scores[at] += 1.2
    if not scores or max(scores.values()) < _LEAST:
        return None
    # Of lines as good as each other the first names the article, the others its chapters.
    best = max(scores.values())
    at = next(
        at for at, score in scores.items()
        if score == best or (score >= best - _AS_GOOD and seen[at].words > 4)
    )  # fmt: skip
    # A standfirst may look more like a title than the title, but it stands under it.
    above = scores.get(at - 1, 0.0)
    if at <= first and above >= max(_LEAST, scores[at] - _STANDFIRST) and seen[at - 1].words > 4:
        return at - 1
    return at


def _below_teasers(segments: list[Segment], first: int, last: int) -> int:
    """Where the body begins when cut-off teasers stand on top and the title right under them."""
    at = first
    while at < last and segments[at].text.endswith(("…", "...")):
        at += 1
    return min(at + 1, last) if at > first else first


def _place_score(at: int, first: int, seen: list[Features]) -> float:
    """Titles stand above the body, near it, and over a byline or a date."""
    if at >= first:
        return -1.0 - 0.7 * (at - first)
    under = seen[at + 1 : at + 6]
    score = -0.02 * (first - at)
    score += 0.6 if any(map(_dates_or_signs, under)) else 0.0
    score += 0.1 if at + 1 == first else 0.0
    return score


def _dates_or_signs(seen: Features) -> bool:
    return seen.dated or (seen.is_a("byline") and not seen.prose)


def _stems(text: str) -> frozenset[str]:
    """The longer words, cut short so that “closes” meets “closed”."""
    return frozenset(word[:_STEM] for word in folded(text).split() if len(word) > _SMALL)


def _usual_indent(segments: list[Segment]) -> int:
    indents = sorted(s.indent for s in segments if s.kind is Kind.PARAGRAPH)
    return indents[len(indents) // 2] if indents else 0


def _title_score(segment: Segment, seen: Features, body: frozenset[str]) -> float:
    """How like a title a line is: some words, no sentence, its words met again in the article."""
    if not 2 <= seen.words <= 35 or seen.dated or seen.control or seen.address:
        return -9.0
    if segment.said and segment.kind is Kind.HEADING:
        return 5.0 - segment.level
    words = _stems(segment.text)
    met = len(words & body) / len(words) if words else 0.5
    score = 2.2 * met
    score += 1.0 if 5 <= seen.words <= 22 else 0.4 if seen.words in {3, 4} else 0.0
    score += 0.6 if seen.times > 1 else 0.0
    score += 0.3 if segment.blanks else 0.0
    score -= 2.0 if seen.families else 0.0
    score -= 1.2 if segment.kind is not Kind.PARAGRAPH else 0.0
    score -= 2.0 if segment.text.endswith((".", "…", ":", "。", ",")) else 0.0
    return score - (1.0 if bare_name(segment.text) and seen.words <= 3 else 0.0)


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
