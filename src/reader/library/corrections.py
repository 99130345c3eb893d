"""The reader's word on blocks, laid over what cleaning said."""

from dataclasses import replace

from reader.model import Article, Block, BlockCorrection, ReaderState, Role
from reader.text.canonical import canonical_line

PUT_BACK, SET_ASIDE = "put back by you", "set aside by you"
TITLED, UNTITLED = "made the title by you", "no longer the title"


def corrected(article: Article, state: ReaderState) -> Article:
    """The article divided as the reader said; later corrections win."""
    if not state.blocks:
        return article
    blocks = article.blocks
    for correction in state.blocks:
        blocks = tuple(_corrected(block, correction) for block in blocks)
    return _titled(article.with_blocks(blocks))


def correct(state: ReaderState, block: Block, kept: bool) -> ReaderState:
    """The state with the reader's word on a block added, earlier words on it dropped."""
    correction = BlockCorrection(block.start, block.end, kept)
    others = tuple(one for one in state.blocks if not _covers(correction, one.start, one.end))
    return replace(state, blocks=(*others, correction))


def name_title(state: ReaderState, block: Block) -> ReaderState:
    """The state with a block made the title; another that was made it before no longer is."""
    correction = BlockCorrection(block.start, block.end, kept=True, role=Role.TITLE)
    others = tuple(
        one
        for one in state.blocks
        if one.role is not Role.TITLE and not _covers(correction, one.start, one.end)
    )
    return replace(state, blocks=(*others, correction))


def _titled(article: Article) -> Article:
    """The article under the title that the reader chose; what was the title before is set aside."""
    chosen = next((block for block in article.blocks if block.reason == TITLED), None)
    title = canonical_line(article.text_of(chosen)) if chosen else ""
    if not title:
        return article
    blocks = tuple(
        replace(block, role=Role.DUPLICATE, kept=False, reason=UNTITLED)
        if block.role is Role.TITLE and block is not chosen
        else block
        for block in article.blocks
    )
    return replace(article, title=title, blocks=blocks)


def _corrected(block: Block, correction: BlockCorrection) -> Block:
    if not _covers(correction, block.start, block.end):
        return block
    if correction.role is Role.TITLE:
        return replace(block, kept=True, role=Role.TITLE, reason=TITLED)
    if block.kept == correction.kept:
        return block
    role = correction.role or block.role
    if correction.kept and not role.kept:
        role = Role.BODY
    reason = PUT_BACK if correction.kept else SET_ASIDE
    return replace(block, kept=correction.kept, role=role, reason=reason, score=None)


def _covers(correction: BlockCorrection, start: int, end: int) -> bool:
    """Whether more than half of `[start, end)` is meant: cleaning may divide otherwise later."""
    shared = min(correction.end, end) - max(correction.start, start)
    return shared * 2 > end - start
