"""What each segment is for: roles and reasons, once it is known which are worth reading."""

from reader.model import Kind, Role
from reader.text.cleaning.dates import find_date, is_date_line
from reader.text.cleaning.families import match
from reader.text.cleaning.html.features import Features, is_sentence
from reader.text.cleaning.html.metadata import Metadata
from reader.text.cleaning.html.steps import SetAside, says_title
from reader.text.cleaning.html.tokens import Words, words
from reader.text.cleaning.segments import Verdict

_FAMILIES = {
    "share": (Role.SHARE, "share buttons"),
    "comments": (Role.OTHER, "readers' comments"),
    "newsletter": (Role.ADVERTISEMENT, "invitation to subscribe"),
    "advertisement": (Role.ADVERTISEMENT, "advertisement"),
    "related": (Role.RELATED, "list of links to other articles"),
    "disclaimer": (Role.DISCLAIMER, "disclaimer"),
    "legal": (Role.LEGAL, "copyright, cookie or legal notice"),
    "author_bio": (Role.AUTHOR_BIO, "about the author"),
    "byline": (Role.OTHER, "beside the author's name and the date"),
    "caption_credit": (Role.CAPTION_CREDIT, "picture caption or credit"),
    "figure": (Role.CAPTION_CREDIT, "picture caption or credit"),
    "player": (Role.OTHER, "controls of a player"),
    "navigation": (Role.NAVIGATION, "site navigation"),
    "footer": (Role.NAVIGATION, "foot of the page"),
    "form": (Role.OTHER, "form"),
    "interface": (Role.OTHER, "part of the page's controls"),
    "aside": (Role.RELATED, "beside the article"),
}
"""What is said of a segment by where it stands; the first that fits, in this order."""

_LINKED = 0.5
_WORDS_OF_A_HEADLINE = 4
_LINE = 20
_LONG = 80
_DATE_LINE = 12
_NEAR = 12
_LEAD_LINES, _BELOW = 2, 5
"""Segments from the first sentence on, often a lead, among which a byline, or a date, may stand."""


def assign_roles(
    page: list[Features], kept: list[bool], gone: SetAside, said: Metadata
) -> list[Verdict]:
    """A verdict for each segment; `gone` are those that the steps took out, with their reasons."""
    body = {page[n].words for n, keep in enumerate(kept) if keep}
    verdicts = [
        Verdict(Role.BODY, "main text")
        if keep
        else Verdict(*gone[n])
        if n in gone
        else _aside(page[n], body)
        for n, keep in enumerate(kept)
    ]
    for number, verdict in _head(page, kept, said).items():
        verdicts[number] = verdict
    return verdicts


def _aside(each: Features, body: set[Words]) -> Verdict:
    """What a segment that is not read is there for: its words, its copies, its place, its links."""
    family = match(each.text) if each.length <= _LONG else None
    if family and not family.role.kept:
        return Verdict(family.role, family.reason)
    if each.words in body and is_sentence(each):
        return Verdict(Role.DUPLICATE, "repeats a paragraph of the article")
    place = next((_FAMILIES[name] for name in _FAMILIES if name in each.families), None)
    if place:
        return Verdict(*place)
    if each.linked >= _LINKED:
        if each.length >= _WORDS_OF_A_HEADLINE:
            return Verdict(Role.RELATED, "link to another article")
        return Verdict(Role.NAVIGATION, "site navigation")
    if each.segment.kind is Kind.CAPTION:
        return Verdict(Role.CAPTION_CREDIT, "picture caption or credit")
    return Verdict(Role.OTHER, "not part of the article")


def _head(page: list[Features], kept: list[bool], said: Metadata) -> dict[int, Verdict]:
    """Title, subtitle, byline and date above the text, at most one of each.

    A subtitle of a full sentence is the article's first paragraph rather.
    """
    first = next((n for n, keep in enumerate(kept) if keep and is_sentence(page[n])), len(page))
    found: dict[int, Verdict] = {}
    title = _title(page, kept, said, first)
    if title is not None:
        found[title] = Verdict(Role.TITLE, "headline")
    start = title + 1 if title is not None else max(0, first - _NEAR)
    for n in range(start, min(first + _BELOW, len(page))):
        role = _line_above(page[n], said)
        if n >= first + _LEAD_LINES and role is not Role.DATE:
            continue
        if role and n != first and role not in {verdict.role for verdict in found.values()}:
            lead = role is Role.SUBTITLE and is_sentence(page[n])
            found[n] = _LEAD if lead else Verdict(role, _REASONS[role])
    return found


_LEAD = Verdict(Role.BODY, "opening paragraph")
_REASONS = {
    Role.SUBTITLE: "line under the headline",
    Role.BYLINE: "who wrote it",
    Role.DATE: "when it was published",
}


def _title(page: list[Features], kept: list[bool], said: Metadata, first: int) -> int | None:
    """The headline: of highest rank, and of those the one nearest before the text."""
    candidates = [n for n, each in enumerate(page) if says_title(each, said) and not kept[n]]
    shown = [n for n in candidates if not page[n].families & {"navigation", "footer", "related"}]
    return min(
        shown or candidates,
        key=lambda n: (page[n].segment.level or _LINE, n > first, abs(first - n)),
        default=None,
    )


def _line_above(each: Features, said: Metadata) -> Role | None:
    if each.linked < _LINKED and "subtitle" in each.families and each.length > _WORDS_OF_A_HEADLINE:
        return Role.SUBTITLE
    if each.length <= _LINE and any(_holds(each.words, words(name)) for name in said.authors):
        return Role.BYLINE
    if each.length <= _DATE_LINE and (is_date_line(each.text) or find_date(each.text)):
        return Role.DATE
    return None


def _holds(tokens: Words, name: Words) -> bool:
    size = len(name)
    return bool(name) and any(tokens[i : i + size] == name for i in range(len(tokens) - size + 1))
