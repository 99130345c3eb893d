"""What sites print into all of their articles: words that are read in several of one site."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reader.library.reports import Progress, Repeat
from reader.library.rules import folded_words, site_of
from reader.model import Article, Role
from reader.store import Store

LEAST = 3
"""Articles of a site that have the same words, before these are thought to be the site's own."""

_OWN = frozenset({Role.SUBTITLE, Role.SUMMARY, Role.BODY, Role.FOOTNOTE})
"""Roles whose words should be an article's own; bylines, dates and times may well repeat."""


def repeats(
    store: Store,
    ids: Sequence[str],
    least: int = LEAST,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Repeat]:
    """The passages that are read in `least` or more of some articles of one site, most often first.

    Compared as site rules are: case, white space and numbers do not count. Articles of one title
    count once. What was found is answered when it is `cancelled`.
    """
    counts: dict[int, int] = defaultdict(int)
    found: dict[int, Repeat] = {}
    titles: set[int] = set()
    for done, id in enumerate(ids, 1):
        if cancelled():
            break
        article = store.index.article(id)
        title = hash((site_of(article), article.title.casefold()))
        for key, repeat in _passages(article) if title not in titles else ():
            counts[key] += 1
            if counts[key] == least:
                found[key] = repeat
        titles.add(title)
        progress(Progress(done, len(ids), article.title))
    counted = (Repeat(one.site, one.words, counts[key]) for key, one in found.items())
    return sorted(counted, key=lambda one: (-one.articles, one.site, one.words))


def _passages(article: Article) -> Iterator[tuple[int, Repeat]]:
    """The passages of an article that should be its own, each once, by site and folded words."""
    site = site_of(article)
    seen: set[int] = set()
    for block in article.kept if site else ():
        if block.role not in _OWN:
            continue
        words = " ".join(block.text(article.source_text).split())
        key = hash((site, folded_words(words)))
        if key not in seen:
            seen.add(key)
            yield key, Repeat(site or "", words, 1)
