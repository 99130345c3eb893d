"""The reader's word on blocks, laid over what cleaning said."""

from dataclasses import replace

from reader.model import Article, Block, BlockCorrection, ReaderState, Role

PUT_BACK, SET_ASIDE = "put back by you", "set aside by you"


def corrected(article: Article, state: ReaderState) -> Article:
    """The article divided as the reader said; later corrections win."""
    if not state.blocks:
        return article
    blocks = article.blocks
    for correction in state.blocks:
        blocks = tuple(_corrected(block, correction) for block in blocks)
    return article.with_blocks(blocks)


def correct(state: ReaderState, block: Block, kept: bool) -> ReaderState:
    """The state with the reader's word on a block added, earlier words on it dropped."""
    correction = BlockCorrection(block.start, block.end, kept)
    others = tuple(one for one in state.blocks if not _covers(correction, one.start, one.end))
    return replace(state, blocks=(*others, correction))


def _corrected(block: Block, correction: BlockCorrection) -> Block:
    if not _covers(correction, block.start, block.end) or block.kept == correction.kept:
        return block
    reason = PUT_BACK if correction.kept else SET_ASIDE
    role = correction.role or block.role
    if correction.kept and not role.kept:
        role = Role.BODY
    return replace(block, kept=correction.kept, role=role, reason=reason, score=None)


def _covers(correction: BlockCorrection, start: int, end: int) -> bool:
    """Whether more than half of `[start, end)` is meant: cleaning may divide otherwise later."""
    shared = min(correction.end, end) - max(correction.start, start)
    return shared * 2 > end - start
