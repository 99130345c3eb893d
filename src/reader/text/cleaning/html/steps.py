"""Plain steps over what is kept: drop what is not the article's own running text.

Extractors leave in more than they leave out. Each step answers which segments it sets aside and
as what; none brings anything back.
"""

from collections.abc import Callable
from functools import lru_cache

from reader.model import Kind, Role
from reader.text.cleaning.dates import find_date
from reader.text.cleaning.families import match
from reader.text.cleaning.html.features import Features, is_sentence
from reader.text.cleaning.html.metadata import Metadata
from reader.text.cleaning.html.tokens import runs, words

SetAside = dict[int, tuple[Role, str]]

_FULL_SENTENCE = 8
_SHORT = 14
_FEWEST = 5
"""Words of a quotation that repeats others not by chance."""
_ABOUT_DATES = 8
_SAME = 0.8
_OPENING = 12
_LONG = 80
_LABELS = frozenset({Role.CAPTION_CREDIT, Role.NAVIGATION, Role.LEGAL})
"""What such a line says it is only when it is short: the same words open sentences, too."""


def set_aside(page: list[Features], kept: list[bool], said: Metadata) -> SetAside:
    """What the steps take out of `kept`, which they change: role and reason by segment number."""
    gone: SetAside = {}
    for step in (_headline, _opening, _phrases, _pull_quotes):
        found = step(page, [n for n, keep in enumerate(kept) if keep], said)
        for number, verdict in found.items():
            kept[number] = False
            gone[number] = verdict
    return gone


Step = Callable[[list[Features], list[int], Metadata], SetAside]


def says_title(each: Features, said: Metadata) -> bool:
    """Whether its words are the title's or its headline's, give or take one or two."""
    return any(_says(each, title) for title in _wordings(said.title, said.headline))


@lru_cache(maxsize=8)
def _wordings(*lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(map(words, lines)))


def _says(each: Features, title: tuple[str, ...]) -> bool:
    if not title or not each.length or each.length > 2 * len(title):
        return False
    shared = len(set(title) & set(each.words))
    return shared >= _SAME * max(len(set(title)), len(set(each.words)))


def _headline(page: list[Features], kept: list[int], said: Metadata) -> SetAside:
    """The title wherever it stands, and other headlines of the first rank before the text."""
    first = next((n for n in kept if is_sentence(page[n])), len(page))
    return {
        n: (Role.DUPLICATE, "repeats the title")
        for n in kept
        if says_title(page[n], said) or (n < first and page[n].segment.level == 1)
        if page[n].segment.kind in {Kind.HEADING, Kind.PARAGRAPH}
    }


def _opening(page: list[Features], kept: list[int], said: Metadata) -> SetAside:
    """Bylines and dates before the first full sentence."""
    found: SetAside = {}
    names = [words(name) for name in said.authors]
    for n in kept[:_OPENING]:
        each = page[n]
        if is_sentence(each) and not find_date(each.text[:40]):
            break
        if any(name and _holds(each.words, name) for name in names) and each.length <= _SHORT:
            found[n] = (Role.BYLINE, "who wrote it")
        elif each.length <= _ABOUT_DATES and find_date(each.text):
            found[n] = (Role.DATE, "when it was published")
        elif (family := match(each.text)) and family.role in {Role.BYLINE, Role.DATE}:
            found[n] = (family.role, family.reason)
    return found


def _phrases(page: list[Features], kept: list[int], said: Metadata) -> SetAside:  # noqa: ARG001
    """Lines that say what they are: "read more", "sign up", "is a reporter for"."""
    found: SetAside = {}
    for n in kept:
        each = page[n]
        if each.length > _LONG or each.segment.kind in {Kind.CODE, Kind.TABLE}:
            continue
        family = match(each.text)
        if not family or family.role.kept:
            continue
        if family.role in _LABELS and (each.length > _SHORT or each.segment.kind is Kind.LIST_ITEM):
            continue
        found[n] = (family.role, family.reason)
    return found


def _holds(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(tokens[i : i + len(name)] == name for i in range(len(tokens) - len(name) + 1))


def _pull_quotes(page: list[Features], kept: list[int], said: Metadata) -> SetAside:  # noqa: ARG001
    """Quotations set apart that only repeat what a paragraph of the article says."""
    apart = {n for n in kept if page[n].segment.kind is Kind.QUOTE or "quote" in page[n].families}
    told = {run for n in kept if n not in apart for run in runs(page[n].words)}
    return {
        n: (Role.DUPLICATE, "pull quote: repeats a sentence of the article")
        for n in sorted(apart)
        if page[n].length >= _FEWEST and told.issuperset(runs(page[n].words))
    }
