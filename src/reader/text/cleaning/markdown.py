"""Markdown → one article: someone's clipping, notes, or a page turned into Markdown.

The source text is the visible text: markup is stripped, front matter becomes metadata. Whoever
keeps a Markdown file has chosen its words, so that only sure things are set aside.
"""

from datetime import date

from reader.model import ConversionError, Kind, Role
from reader.text.canonical import canonical, canonical_line
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.dates import find_date
from reader.text.cleaning.features import Features, folded, observe
from reader.text.cleaning.language import detect_language
from reader.text.cleaning.markdown_blocks import Piece, pieces_of
from reader.text.cleaning.markdown_front import FrontMatter, split_front_matter
from reader.text.cleaning.markdown_lists import set_link_lists_aside
from reader.text.cleaning.plain.assembling import Part, articles
from reader.text.cleaning.plain.byline import authors_of
from reader.text.cleaning.plain.header import Header
from reader.text.cleaning.plain.judging import Judge
from reader.text.cleaning.plain.looking import language_sample
from reader.text.cleaning.segments import Segment, Verdict

_TITLE_WITHIN = 3
_HEADER_LINES = 6


def clean_markdown(
    text: str, *, url: str | None = None, today: date | None = None
) -> tuple[Cleaned, ...]:
    """Divide Markdown into blocks of its visible text.

    Front matter (YAML) gives title, address, authors, date, site and language where it has them;
    `url` goes before its address. Dates after `today` are not believed. Raises ConversionError
    when there are no words in it.
    """
    front, body = split_front_matter(text, today)
    pieces = pieces_of(body) or _title_only(front)
    source_text, segments = _join(pieces)
    if not any(char.isalnum() for char in source_text):
        raise ConversionError("there are no words in it", url)
    language = front.language or detect_language(language_sample(segments))
    seen = observe(segments, language, today)
    header = _header(front, segments, seen)
    judge = Judge(segments, seen, 0, len(segments), header, trusting=True)
    verdicts = set_link_lists_aside(pieces, segments, seen, judge.verdicts())
    part = Part(segments, verdicts, header, language)
    return articles(source_text, [part], url=url or front.url, site=front.site)


def _title_only(front: FrontMatter) -> list[Piece]:
    """Front matter without a body: a bookmark; its title is all there is to read."""
    return [Piece(front.title, Kind.HEADING, 1)] if front.title else []


def _join(pieces: list[Piece]) -> tuple[str, list[Segment]]:
    """The source text, and its segments; blank lines between all but the items of a list."""
    parts: list[str] = []
    segments: list[Segment] = []
    at = 0
    for piece in pieces:
        text = canonical(piece.text).strip()
        if not text:
            continue
        tight = segments and segments[-1].kind is piece.kind is Kind.LIST_ITEM
        gap = "" if not segments else "\n" if tight else "\n\n"
        parts += (gap, text)
        start, at = at + len(gap), at + len(gap) + len(text)
        segments.append(
            Segment(
                start=start,
                end=at,
                text=" ".join(text.split()),
                kind=piece.kind,
                level=piece.level,
                blanks=0 if tight else 1,
                said=piece.kind is Kind.HEADING,
            )
        )
    return "".join(parts), segments


def _header(front: FrontMatter, segments: list[Segment], seen: list[Features]) -> Header:
    header = Header(title=front.title, authors=front.authors, published=front.published)
    at = _title_at(front, segments)
    if at is not None:
        header.at = at
        header.title = header.title or segments[at].text
        header.verdicts[at] = Verdict(Role.TITLE, "title")
    top = 0 if at is None else at + 1
    for near in range(top, min(len(segments), top + _HEADER_LINES)):
        _byline_or_date(header, near, segments[near], seen[near])
    return header


def _title_at(front: FrontMatter, segments: list[Segment]) -> int | None:
    """The heading that is the title: the front matter's, or the highest near the top."""
    headings = [at for at, s in enumerate(segments) if s.kind is Kind.HEADING]
    if front.title:
        wanted = folded(front.title)
        return next((at for at in headings if folded(segments[at].text) == wanted), None)
    if not headings:
        return None
    first = headings[0]
    ones = [at for at in headings if segments[at].level == 1]
    if len(ones) == 1:
        return ones[0]
    # Notes with several headings of one level: none of them names the whole.
    alone = sum(segments[at].level == segments[first].level for at in headings) == 1
    return first if first < _TITLE_WITHIN and (alone or ones[:1] == [first]) else None


def _byline_or_date(header: Header, at: int, segment: Segment, seen: Features) -> None:
    if segment.kind is not Kind.PARAGRAPH or seen.words > 25:
        return
    names = authors_of(segment.text) if seen.is_a("byline") and not seen.prose else ()
    if names:
        header.authors = header.authors or tuple(map(canonical_line, names))
        header.verdicts[at] = Verdict(Role.BYLINE, "who wrote it")
    elif seen.dated:
        header.verdicts[at] = Verdict(Role.DATE, "date of publication")
    if seen.dated:
        header.published = header.published or find_date(segment.text)
