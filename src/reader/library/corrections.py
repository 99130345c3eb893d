"""The reader's word on blocks, laid over what cleaning said."""

from collections.abc import Iterable
from dataclasses import replace

from reader.model import Article, Block, BlockCorrection, ReaderState, Role
from reader.text.canonical import canonical_line

PUT_BACK, SET_ASIDE = "put back by you", "set aside by you"
ENTITLED, NO_LONGER = "made the title by you", "no longer the title"


def corrected(article: Article, state: ReaderState) -> Article:
    """The article divided and titled as the reader said; later corrections win."""
    if not state.blocks:
        return article
    article = _entitled(article, state.blocks)
    blocks = article.blocks
    for correction in state.blocks:
        blocks = tuple(_corrected(block, correction) for block in blocks)
    return article.with_blocks(blocks)


def correct(state: ReaderState, block: Block, kept: bool) -> ReaderState:
    """The state with the reader's word on a block added, earlier words on it dropped."""
    return _with(state, BlockCorrection(block.start, block.end, kept))


def released(state: ReaderState, block: Block) -> ReaderState:
    """The state without the reader's word that a block be kept."""
    kept = tuple(
        one
        for one in state.blocks
        if not (one.kept and one.role is None and _covers(one, block.start, block.end))
    )
    return replace(state, blocks=kept)


def entitle(state: ReaderState, block: Block) -> ReaderState:
    """The state with a block made the title; a title chosen before is none any more."""
    others = tuple(one for one in state.blocks if one.role is not Role.TITLE)
    chosen = BlockCorrection(block.start, block.end, True, Role.TITLE)
    return _with(replace(state, blocks=others), chosen)


def _with(state: ReaderState, correction: BlockCorrection) -> ReaderState:
    others = tuple(one for one in state.blocks if not _covers(correction, one.start, one.end))
    return replace(state, blocks=(*others, correction))


def _entitled(article: Article, corrections: Iterable[BlockCorrection]) -> Article:
    """The article under the title chosen last, the one cleaning found set aside.

    The words come from the text itself, not from a block: cleaning may divide otherwise later.
    """
    chosen = [one for one in corrections if one.kept and one.role is Role.TITLE]
    title = canonical_line(article.source_text[chosen[-1].start : chosen[-1].end]) if chosen else ""
    if not title:
        return article
    return replace(article, title=title, blocks=tuple(map(_demoted, article.blocks)))


def _demoted(block: Block) -> Block:
    if block.role is not Role.TITLE:
        return block
    return replace(block, kept=False, role=Role.OTHER, reason=NO_LONGER, score=None)


def _corrected(block: Block, correction: BlockCorrection) -> Block:
    if not _covers(correction, block.start, block.end):
        return block
    role = correction.role or block.role
    if correction.kept and not role.kept:
        role = Role.BODY
    if (correction.kept, role) == (block.kept, block.role):
        return block
    return replace(
        block, kept=correction.kept, role=role, reason=_reason(correction, role), score=None
    )


def _reason(correction: BlockCorrection, role: Role) -> str:
    if not correction.kept:
        return SET_ASIDE
    return ENTITLED if role is Role.TITLE else PUT_BACK


def _covers(correction: BlockCorrection, start: int, end: int) -> bool:
    """Whether more than half of `[start, end)` is meant: cleaning may divide otherwise later."""
    shared = min(correction.end, end) - max(correction.start, start)
    return shared * 2 > end - start
