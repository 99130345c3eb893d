"""Which segments are worth reading: the answer of the extractor, weighed against a second view.

Everything here works on features alone, so that a learned classifier can take its place.
"""

from reader.model import Kind
from reader.text.cleaning.html.features import Features

HALF = 0.5
NEVER = frozenset(
    "share comments newsletter related legal disclaimer author_bio byline caption_credit player "
    "interface navigation footer form".split()
)
"""Families (`names.toml`) whose segments are set aside whatever the extractor says."""

_TOLD_WORDS = 120
_AGREEMENT = 0.6
_GAP = 12
_WORDS_OF_A_SENTENCE = 6


def worth_reading(page: list[Features]) -> list[bool]:
    """For each segment, whether it is part of the article's own text."""
    kept = [each.extracted >= HALF and not each.segment.stated for each in page]
    stated = sum(each.length for each in page if each.segment.stated)
    if sum(e.length for e, keep in zip(page, kept, strict=True) if keep) < HALF * stated:
        return [each.segment.stated for each in page]
    _ask_the_page(page, kept)
    for number, each in enumerate(page):
        if kept[number] and each.families & NEVER:
            kept[number] = False
    _fill_gaps(page, kept)
    return kept if any(kept) else [_may_be_read(each) for each in page]


def _may_be_read(each: Features) -> bool:
    """On a page with nothing to go by, all but menus and notices."""
    return each.linked <= HALF and not each.families & NEVER


def _ask_the_page(page: list[Features], kept: list[bool]) -> None:
    """Take the page's own word for its paragraphs, if it tells about the same as was extracted."""
    told = sum(each.length for each in page if each.told >= HALF)
    both = sum(each.length for each in page if each.told >= HALF and each.extracted >= HALF)
    extracted = sum(each.length for each in page if each.extracted >= HALF)
    if told < _TOLD_WORDS or both < _AGREEMENT * max(told, extracted):
        return
    for number, each in enumerate(page):
        if each.segment.kind in {Kind.PARAGRAPH, Kind.QUOTE}:
            kept[number] = each.told >= HALF


def _fill_gaps(page: list[Features], kept: list[bool]) -> None:
    """Keep what stands in the same element as kept paragraphs, between two of them."""
    parents = {_parent(each) for each, keep in zip(page, kept, strict=True) if keep}
    last = None
    for number in range(len(page)):
        if not kept[number]:
            continue
        if last is not None and 1 < number - last <= _GAP:
            for between in range(last + 1, number):
                kept[between] = _belongs(page[between], parents)
        last = number


def _belongs(each: Features, parents: set[object]) -> bool:
    if each.families & NEVER or each.linked > HALF or _parent(each) not in parents:
        return False
    if each.segment.kind in {Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE, Kind.CODE}:
        return True
    return each.sentence and each.length >= _WORDS_OF_A_SENTENCE


def _parent(each: Features) -> object:
    element = each.segment.group if each.segment.group is not None else each.segment.element
    return element.getparent() if element is not None else None
