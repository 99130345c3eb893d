"""The library's articles as an import of many sees them: looked up, put in by the hundred."""

from contextlib import suppress
from dataclasses import dataclass, field

from reader.library.bringing.pages import is_stub
from reader.model import Article, BroughtArticle, LibraryError, Recognised, UnknownArticle
from reader.sources import Original
from reader.store import Store
from reader.text.addresses import address_key

MANY = 100
"""Articles put into the index in one transaction: enough to be fast, few enough to hold."""

Found = list[tuple[Article, Recognised]]


@dataclass
class Shelf:
    """What is in the library and what is about to be; nothing is written in a `dry` run."""

    store: Store
    dry: bool
    _waiting: list[tuple[Original, Found]] = field(default_factory=list)
    _by_source: dict[str, tuple[Original, Article]] = field(default_factory=dict)
    _by_address: dict[str, Article] = field(default_factory=dict)

    def of_source(self, sha256: str) -> Article | None:
        """The newest version of the article that was made of these bytes."""
        if sha256 in self._by_source:
            return self._by_source[sha256][1]
        ids = self.store.index.has_source(sha256)
        return self.store.index.article(self.store.index.versions(ids[0])[-1]) if ids else None

    def of(self, one: BroughtArticle) -> Article | None:
        """The newest version of the article that is meant: by the id it says, or its address."""
        versions = self.store.index.versions(one.id) if one.id else []
        with suppress(UnknownArticle):
            return self.store.index.article(versions[-1]) if versions else self.at(one.url)
        return self.at(one.url)

    def at(self, url: str | None) -> Article | None:
        """The newest version of the article at an address, by whatever link; none in the bin."""
        if url is None:
            return None
        if waiting := self._by_address.get(address_key(url) or ""):
            return waiting
        # A page that was fetched may say that it is elsewhere: it is also where it was asked for.
        ids = self.store.index.at_address(url) or self.store.index.find(url)
        return self.store.index.article(ids[-1]) if ids else None

    def is_stub(self, article: Article) -> bool:
        """Whether an article is only a title and an address."""
        waiting = self._by_source.get(article.source.sha256)
        try:
            return is_stub(
                waiting[0].data if waiting else self.store.originals.read(article.source.sha256)
            )
        except LibraryError:
            return False  # a lost original is for the doctor to report

    def put(self, original: Original, found: Found) -> None:
        """Put the articles of a source in: at once or, to be fast, with the next ones."""
        first = found[0][0]
        self._by_source[original.source.sha256] = original, first
        if key := address_key(first.url):
            self._by_address[key] = first
        self._waiting.append((original, found))
        if len(self._waiting) >= MANY:
            self.flush()

    def flush(self) -> None:
        """Write what waits: the originals first, so that an import that was killed goes on."""
        if self.dry:
            self._waiting.clear()
            return
        for original, _ in self._waiting:
            self.store.originals.add(original.source, original.data)
        self.store.index.add_many(one for _, found in self._waiting for one in found)
        self._waiting.clear()
        self._by_source.clear()
        self._by_address.clear()
