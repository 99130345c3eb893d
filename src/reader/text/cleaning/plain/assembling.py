"""Segments → articles: judge each part, name it, and say of the others whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reader.model import Block, Role
from reader.text.canonical import canonical_line
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.families import match
from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.header import Header
from reader.text.cleaning.plain.looking import TextLook
from reader.text.cleaning.segments import Segment, Verdict, tile

_TITLE_LENGTH = 120
_NAME_WORDS = range(2, 9)
"""Words of a line at the top that names what is under it, such as that of a newsletter."""


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a text: its segments, what each is for, and its header."""

    segments: list[Segment]
    verdicts: list[Verdict]
    header: Header
    language: str | None

    @property
    def title(self) -> str:
        """Its title, or its first words where it has none."""
        return canonical_line(self.header.title) or first_words(self.segments, self.verdicts)


def scraped_part(
    segments: list[Segment], seen: list[Features], language: str | None = None
) -> Part:
    """An article among the furniture of a page."""
    look = TextLook.at(segments, seen)
    return Part(segments, look.verdicts(), look.header, language)


def articles(
    source_text: str,
    parts: list[Part],
    *,
    url: str | None,
    site: str | None = None,
    aside: Sequence[Segment] = (),
) -> tuple[Cleaned, ...]:
    """One Cleaned a part, each with blocks for the whole source text.

    `aside` are segments of no part, which know their verdict.
    """
    parts = [_never_empty(part) for part in parts]
    site = site or site_of(url)
    return tuple(
        Cleaned(
            source_text=source_text,
            blocks=_blocks(source_text, parts, at, aside),
            title=part.title,
            authors=tuple(filter(None, map(canonical_line, part.header.authors))),
            site=site,
            published=part.header.published,
            language=part.language,
            url=url,
        )
        for at, part in enumerate(parts)
    )


def first_words(segments: list[Segment], verdicts: list[Verdict]) -> str:
    """A name at the top, or else the beginning of the first kept segment, cut at a word: a title
    for what has none.
    """
    top = segments[0].text if segments else ""
    if len(top.split()) in _NAME_WORDS and top[-1].isalnum() and not match(top):
        return canonical_line(top)
    pairs = list(zip(segments, verdicts, strict=True))
    body = (s.text for s, v in pairs if v.role in {Role.BODY, Role.SUBTITLE})
    kept = (s.text for s, v in pairs if v.role.kept)
    words = canonical_line(next(body, next(kept, "")))
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def site_of(url: str | None) -> str | None:
    """The host of an address, without “www.”."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return canonical_line(host.removeprefix("www.")) if host else None


def _never_empty(part: Part) -> Part:
    if any(verdict.role.kept for verdict in part.verdicts):
        return part
    everything = [Verdict(Role.BODY, "all there is") for _ in part.segments]
    return replace(part, verdicts=everything)


def _blocks(
    source_text: str, parts: list[Part], mine: int, aside: Sequence[Segment]
) -> tuple[Block, ...]:
    judged = [(segment, segment.aside) for segment in aside if segment.aside]
    for at, part in enumerate(parts):
        verdicts = part.verdicts if at == mine else _of_another(part, at, mine)
        judged += zip(part.segments, verdicts, strict=True)
    judged.sort(key=lambda pair: pair[0].start)
    return tile([one for one, _ in judged], [said for _, said in judged], len(source_text))


def _of_another(part: Part, at: int, mine: int) -> list[Verdict]:
    reason = f"part of a second article: {part.title}" if at > mine else "part of the first article"
    return [Verdict(Role.RELATED, reason) for _ in part.verdicts]
