"""Which segments are worth reading, by the learned choice, the page's own word, and names."""

from reader.model import Kind
from reader.text.cleaning.families import is_a
from reader.text.cleaning.html.features import Features, is_sentence

EVEN = 0.5
NEVER = frozenset(
    "share comments newsletter legal disclaimer author_bio byline caption_credit player interface "
    "footer form aside".split()
)
"""Families (`names.toml`) of what is never the article, if enough stands elsewhere."""
_BESIDE = NEVER | {"navigation", "related"}
_ENOUGH = 40
_FAIRLY = 0.15
_NEAR = 8
_CORRECTION = 90
"""Words of a correction at most; the family has the same limit."""
_TOLD_WORDS = 120
_AGREEMENT = 0.6


def worth_reading(page: list[Features]) -> list[bool]:
    """For each segment, whether it is part of the article's own text."""
    kept = [each.likelihood >= EVEN and not each.segment.stated for each in page]
    stated = sum(each.length for each in page if each.segment.stated)
    if sum(e.length for e, keep in zip(page, kept, strict=True) if keep) < EVEN * stated:
        return [each.segment.stated for each in page]
    kept = _rather_than_comments(page, kept)
    _ask_the_page(page, kept)
    _heed_names(page, kept)
    _add_corrections(page, kept)
    return kept if any(kept) else [_may_be_read(each) for each in page]


def _rather_than_comments(page: list[Features], kept: list[bool]) -> list[bool]:
    """Where the choice fell on readers' comments alone, what else is fairly likely, if enough.

    A short article under which much is written looks less like one than what is written.
    """
    others = [each for each in page if "comments" not in each.families]
    chosen = sum(e.length for e, keep in zip(page, kept, strict=True) if keep)
    beside = sum(each.length for each in others if each.likelihood >= EVEN)
    if not chosen or beside >= _ENOUGH:
        return kept
    best = max((each.likelihood for each in others if is_sentence(each)), default=0.0)
    fairly = max(_FAIRLY, best / 2)
    if sum(each.length for each in others if each.likelihood >= fairly) < _ENOUGH:
        return kept
    return [e.likelihood >= fairly and "comments" not in e.families for e in page]


def _ask_the_page(page: list[Features], kept: list[bool]) -> None:
    """Take the page's own word for its paragraphs, if it tells about the same as was chosen."""
    told = sum(each.length for each in page if each.told >= EVEN)
    chosen = sum(each.length for each, keep in zip(page, kept, strict=True) if keep)
    both = sum(e.length for e, keep in zip(page, kept, strict=True) if keep and e.told >= EVEN)
    if told < _TOLD_WORDS or both < _AGREEMENT * max(told, chosen):
        return
    for number, each in enumerate(page):
        if each.segment.kind in {Kind.PARAGRAPH, Kind.QUOTE}:
            kept[number] = each.told >= EVEN


def _heed_names(page: list[Features], kept: list[bool]) -> None:
    """Set aside what stands in elements named for other things than the article."""
    named = [bool(each.families & NEVER) for each in page]
    elsewhere = sum(
        each.length for each, keep, other in zip(page, kept, named, strict=True) if keep > other
    )
    if elsewhere < _ENOUGH:
        return
    for number, other in enumerate(named):
        kept[number] = kept[number] and not other


def _add_corrections(page: list[Features], kept: list[bool]) -> None:
    """What says that the article was corrected belongs to it, wherever near it stands."""
    for number, each in enumerate(page):
        near = range(max(0, number - _NEAR), min(len(page), number + _NEAR))
        if each.length <= _CORRECTION and is_a(each.text, "correction"):
            kept[number] = kept[number] or any(kept[other] for other in near)


def _may_be_read(each: Features) -> bool:
    """On a page with nothing to go by, all but menus and notices."""
    return each.linked <= EVEN and not each.families & _BESIDE
