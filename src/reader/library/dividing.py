"""How an article is divided, by the reader's word: on its blocks, and on those of its site."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock, RLock

from reader.library.changes import Changes, new_id
from reader.library.corrections import correct, entitle, released
from reader.library.following import follow, followed
from reader.library.references import known
from reader.library.repeats import LEAST, repeats
from reader.library.reports import Progress, Repeat
from reader.library.rules import folded_words, holding, key_of, site_of
from reader.model import (
    Article,
    Block,
    NothingFound,
    ReaderState,
    Role,
    SiteRule,
    UsageError,
)
from reader.store import Store
from reader.text.canonical import canonical_line

Pairs = Mapping[str, tuple[SiteRule | None, SiteRule | None]]


class Dividing:
    """The part of `Library` that says what of an article is read, and as what."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes
        self._lock = RLock()
        self._following = Lock()

    def keep_block(self, id: str, block: Block, kept: bool) -> Article:
        """Put a block back, or set it aside; answers the article as it is then."""
        label = "put back" if kept else "set aside"
        return self._divide(label, id, lambda old: correct(old, block, kept))

    def set_title(self, id: str, block: Block) -> Article:
        """Make a block's words the title, and set aside what was; answers the article then.

        Raises NothingFound for a block without words.
        """
        with self._lock:
            article = self._store.index.article(id)
            title = canonical_line(block.text(article.source_text))
            if not title:
                raise NothingFound("there are no words for a title there", id)
            if block.role is Role.TITLE and block.kept and article.title == title:
                return article
            return self._divide("title", id, lambda old: entitle(old, block))

    # of whole sites -------------------------------------------------------------------------

    def rules(self) -> tuple[SiteRule, ...]:
        """What is always set aside, and on which site, oldest first."""
        return self._store.notes.rules()

    def toggle_rule(self, id: str, block: Block) -> tuple[SiteRule, bool]:
        """Always set aside what reads like a block of an article, on its site, or no longer.

        Answers the rule, and whether it holds now. This article follows at once, the others of
        the site with `follow_rules`. Raises NothingFound for a block without words, and
        UsageError for an article of no site.
        """
        with self._lock:
            article = self._store.index.article(id)
            rule = self._rule(article, block)
            alike = holding(article, rule.words, self.rules())
            if alike:
                self._change_rules(alike, [])
            else:
                self._change_rules([], [rule], self._released(id, block))
            _reindex(self._store, article)
            return rule, not alike

    def repeats(
        self,
        ids: Sequence[str],
        *,
        least: int = LEAST,
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Repeat]:
        """Words that are read in `least` or more of these articles of one site, to make rules of.

        Every article is read for it. What was found is answered when it is `cancelled`.
        """
        return repeats(self._store, ids, least, progress, cancelled)

    def site_repeats(self, id: str, cancelled: Callable[[], bool] = lambda: False) -> list[Repeat]:
        """The same, of the site of one article. Raises UsageError for an article of no site."""
        site = self._site(self._store.index.article(id))
        found = self.repeats(self._store.index.of_site(site), cancelled=cancelled)
        return [one for one in found if one.site == site]

    def add_rules(self, said: Iterable[tuple[str, str]]) -> int:
        """Always set words aside on a site, for each pair of a site and words; how many are new.

        All are one change. Raises UsageError where either is missing.
        """
        with self._lock:
            there = {key_of(one) for one in self.rules()}
            new = {key_of(rule): rule for rule in (self._new_rule(*pair) for pair in said)}
            made = [rule for key, rule in new.items() if key not in there]
            if made:
                self._change_rules([], made)
            return len(made)

    def remove_rules(self, ids: Iterable[str]) -> None:
        """Let these rules hold no longer. Raises UsageError for one that is gone already."""
        with self._lock:
            rules = {one.id: one for one in self.rules()}
            gone = [rules.get(id) for id in dict.fromkeys(ids)]
            removed = [one for one in gone if one is not None]
            if len(removed) < len(gone):
                raise UsageError("this rule is no longer there")
            if removed:
                self._change_rules(removed, [])

    def follow_rules(self) -> int:
        """Bring in line the articles that changed rules and corrections are about; how many.

        It may take long: other calls go on meanwhile, and one made in the meantime answers 0, as
        this one goes on with what is new. What is interrupted goes on the next time, and when the
        library is opened.
        """
        done = 0
        while not followed(self._store) and self._following.acquire(blocking=False):
            try:
                done += follow(self._store, lambda: self._lock)
            finally:
                self._following.release()
        return done

    # within ---------------------------------------------------------------------------------

    def _divide(self, label: str, id: str, alter: Callable[[ReaderState], ReaderState]) -> Article:
        with self._lock:
            self._changes.states(label, known(self._store.index, [id]), alter)
            return _reindex(self._store, self._store.index.article(id))

    def _rule(self, article: Article, block: Block) -> SiteRule:
        words = canonical_line(block.text(article.source_text))
        if not folded_words(words):
            raise NothingFound("there are no words to set aside there", article.id)
        return self._new_rule(self._site(article), words)

    def _site(self, article: Article) -> str:
        site = site_of(article)
        if site is None:
            raise UsageError("it names no site that a rule could be for", article.title)
        return site

    def _new_rule(self, site: str, words: str) -> SiteRule:
        site, words = canonical_line(site), canonical_line(words)
        if not (site and folded_words(words)):
            raise UsageError("a rule needs a site and words", site or words)
        return SiteRule(new_id(), site, words, self._changes.now())

    def _released(self, id: str, block: Block) -> dict[str, tuple[ReaderState, ReaderState]]:
        """A block put back before is to follow the rule that is made of it now."""
        state = self._store.notes.state(id)
        return {id: (state, released(state, block))}

    def _change_rules(
        self,
        gone: Sequence[SiteRule],
        new: Sequence[SiteRule],
        states: Mapping[str, tuple[ReaderState, ReaderState]] | None = None,
    ) -> None:
        sites = dict.fromkeys(one.site for one in (*gone, *new))
        pairs: Pairs = {one.id: (one, None) for one in gone} | {one.id: (None, one) for one in new}
        self._changes.rules(f"rule for {', '.join(sites)}", pairs, states or {})


def _reindex(store: Store, article: Article) -> Article:
    from reader.library.indexing import reindex  # only paid for when used

    return reindex(store, article)
