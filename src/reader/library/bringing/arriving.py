"""From an article of an export to the page that is kept of it; pages are fetched here."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from reader.library.bringing.pages import is_stub, page_of, stub_of
from reader.library.bringing.shelf import Shelf
from reader.library.extracting import read
from reader.model import BroughtArticle, SourceError
from reader.sources import Original

NO_TEXT = "whose text could not be read: kept as title and address"
NOT_FETCHED = "whose page could not be fetched: kept as title and address"


class Pages:
    """Makes the page of each article; counts in `otherwise` what did not come as it should."""

    def __init__(self, shelf: Shelf, otherwise: Counter[str], *, fetch: bool) -> None:
        self._shelf = shelf
        self._otherwise = otherwise
        self._fetch = fetch

    def of(self, one: BroughtArticle, now: datetime) -> Original:
        """The text of an article, fetched if need be, or what stands in for it."""
        try:
            page = page_of(one, now)
        except SourceError:
            return self.without_text(one, now)
        if not (self._fetch and one.url and is_stub(page.data)):
            return page
        there = self._shelf.of_source(page.source.sha256) or self._shelf.of(one)
        if there and not self._shelf.is_stub(there):
            return page
        return self._fetched(one.url) or page

    def without_text(self, one: BroughtArticle, now: datetime) -> Original:
        """What stands in for a text that is no use."""
        self._otherwise[NO_TEXT] += 1
        return stub_of(one, now)

    def _fetched(self, url: str) -> Original | None:
        try:
            page = read(url)
        except SourceError:
            self._otherwise[NOT_FETCHED] += 1
            return None
        # It was asked for at this address, and by this it is looked for when it is brought again.
        return replace(page, source=replace(page.source, url=url))
