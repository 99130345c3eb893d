"""What the reader says of blocks: put back, set aside, the title."""

from __future__ import annotations

from functools import partial

from textual import on

from reader.model import Block
from reader.ui.panel import Panel
from reader.ui.reading import BlockToggleRequested, TitleRequested
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import quoted


class Dividing(ReaderScreen):
    """Answers what the reading view and the panel ask for about blocks."""

    @on(BlockToggleRequested)
    def _toggle(self, event: BlockToggleRequested) -> None:
        self._keep(event.block, not event.block.kept)

    @on(Panel.PutBack)
    def _put_back(self, event: Panel.PutBack) -> None:
        self._keep(event.block, True)

    def _keep(self, block: Block, kept: bool) -> None:
        if self.reading.opened:
            article = self.reading.opened.article.id
            words = "Put back." if kept else "Set aside: w shows what was removed."
            self.work.change(
                partial(self.library.keep_block, article, block, kept), lambda _: self.tell(words)
            )

    @on(TitleRequested)
    @on(Panel.TitleChosen)
    def _entitle(self, event: TitleRequested | Panel.TitleChosen) -> None:
        if self.reading.opened:
            article = self.reading.opened.article.id
            self.work.change(
                partial(self.library.set_title, article, event.block),
                lambda titled: self.tell(f"The title is {quoted(titled.title)} now. U undoes."),
            )
