"""What the reader says of blocks: put back, set aside, here or on the whole site, the title."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.model import Article, Block, SiteRule
from reader.ui import dialogs
from reader.ui.panel import Panel
from reader.ui.reading import BlockToggleRequested, RuleRequested, TitleRequested
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import fit, plural, quoted

if TYPE_CHECKING:
    from reader.library import Library, Repeat

LONGEST_SITE = 32
"""Cells of a site's name in a sentence."""


class Dividing(ReaderScreen):
    """Answers what the reading view and the panel ask for about blocks.

    Whoever set a block aside is offered to do so on the whole site: the offer stands while the
    cursor stays beside where the block was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+x", "repeats", "What this site repeats", show=False)
    ]

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._offered: tuple[str, Block] | None = None

    def on_mount(self) -> None:
        """Go on with what was interrupted the last time."""
        self.follow_rules()

    @on(BlockToggleRequested)
    def _toggle(self, event: BlockToggleRequested) -> None:
        self._keep(event.block, not event.block.kept)

    @on(Panel.PutBack)
    def _put_back(self, event: Panel.PutBack) -> None:
        self._keep(event.block, True)

    def _keep(self, block: Block, kept: bool) -> None:
        if self.reading.opened is None:
            return
        article = self.reading.opened.article
        self._offered = None if kept else (article.id, block)
        words = "Put back." if kept else "Set aside: W shows what was removed."
        if not kept and (site := _site(article)):
            words += f" X always does so on {site}."
        call = partial(self.library.keep_block, article.id, block, kept)
        self.work.change(call, lambda _: self.tell(words))

    @on(TitleRequested)
    @on(Panel.TitleChosen)
    def _entitle(self, event: TitleRequested | Panel.TitleChosen) -> None:
        if self.reading.opened:
            article = self.reading.opened.article.id
            self.work.change(
                partial(self.library.set_title, article, event.block),
                lambda titled: self.tell(f"The title is {quoted(titled.title)} now. U undoes."),
            )

    @on(RuleRequested)
    def _rule_here(self, event: RuleRequested) -> None:
        if self.reading.opened:
            self._rule(self._meant(self.reading.opened.article, event.block))

    @on(Panel.RuleChosen)
    def _rule_from_panel(self, event: Panel.RuleChosen) -> None:
        self._rule(event.block)

    def _meant(self, article: Article, here: Block) -> Block:
        """The block just set aside, while nothing that is read lies between it and the cursor."""
        if self._offered is None or self._offered[0] != article.id or not here.kept:
            return here
        offered = self._offered[1]
        first, last = sorted((offered.start, here.start))
        passed = any(first < one.start < last for one in article.kept)
        back = any(one.start == offered.start for one in article.kept)
        return here if passed or back else offered

    def _rule(self, block: Block) -> None:
        if self.reading.opened is None:
            return
        article = self.reading.opened.article
        if _site(article) is None:
            self.tell("This article names no site to always do so on.")
            return
        self._offered = (article.id, block)
        self.work.change(partial(self.library.toggle_rule, article.id, block), self._ruled)

    def action_repeats(self) -> None:
        """Offer what several articles of the site have word for word."""
        if self.opened is None or (site := _site(self.opened.article)) is None:
            self.tell("Open an article that names its site first.")
            return
        search = partial(self.library.site_repeats, self.opened.article.id)
        dialog = dialogs.RepeatsDialog(site, lambda left: self.work.look(partial(search, left)))
        self.ask(dialog, self._set_repeats_aside)

    def _set_repeats_aside(self, chosen: tuple[Repeat, ...]) -> None:
        call = partial(self.library.add_rules, [(one.site, one.words) for one in chosen])
        self.work.change(call, self._rules_added)

    def _rules_added(self, made: int) -> None:
        self.tell(f"{plural(made, 'passage')} always set aside now. U undoes.")
        self.follow_rules(lambda more: self.tell(f"{plural(more, 'article')} changed."))

    def _ruled(self, answer: tuple[SiteRule, bool]) -> None:
        rule, holds = answer
        site = _short(rule.site)
        if holds:
            self.tell(f"Always set aside on {site}: {quoted(rule.words)}. X takes that back.")
        else:
            self.tell(f"No longer set aside on {site}: {quoted(rule.words)}.")
        self.follow_rules(lambda more: self.tell(f"{plural(more, 'other article')} changed too."))


def _site(article: Article) -> str | None:
    from reader.library import site_of

    site = site_of(article)
    return None if site is None else _short(site)


def _short(site: str) -> str:
    return fit(site, LONGEST_SITE).rstrip()
