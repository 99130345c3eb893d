"""Bookmarks as browsers export them: links in folders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.model import Brought, BroughtArticle, SourceError
from reader.sources.apps.gathering import gathered
from reader.sources.apps.markup import html_events
from reader.sources.apps.values import address, moment, tidy
from reader.text.canonical import canonical, canonical_line

APP = "bookmarks"
_FIRST_LINE = re.compile(rb"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file-1", re.IGNORECASE)
_DEEPEST = 100
# The folders every browser has are no choice of the reader's.
_ROOTS = ("personal_toolbar_folder", "unfiled_bookmarks_folder")


def is_netscape(head: bytes) -> bool:
    """Whether a page begins as an export of bookmarks does."""
    return bool(_FIRST_LINE.match(head))


def read_netscape(data: bytes, subject: str) -> Brought:
    """Every bookmark, with the folders it lies in as tags."""
    return Brought(APP, gathered(_Walk(subject).articles(data)))


@dataclass
class _Walk:
    """Where in the file we are: in which folders, in which tag."""

    subject: str
    folders: list[str] = field(default_factory=list)
    folder: str = ""
    inside: str = ""
    words: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    number: int = 0
    last: BroughtArticle | None = None

    def articles(self, data: bytes) -> Iterator[BroughtArticle]:
        """The bookmarks in the order of the file."""
        for kind, value, attributes in html_events(data, self.subject):
            if kind == "text":
                self.words.append(value if self.inside else "")
                continue
            if self.inside == "dd":  # a description ends where anything else begins
                self._described()
            if kind == "start":
                yield from self._opened(value, attributes)
            else:
                self._closed(value)
        self._described()
        yield from self._held()

    def _opened(self, tag: str, attributes: dict[str, str]) -> Iterator[BroughtArticle]:
        if tag in {"a", "h3", "dd"}:
            self.inside, self.words, self.attributes = tag, [], attributes
        if tag == "dl":
            if len(self.folders) == _DEEPEST:
                raise SourceError(f"its folders lie more than {_DEEPEST} deep", self.subject)
            self.folders.append(self.folder)
            self.folder = ""
        if tag in {"a", "h3", "dl"}:
            yield from self._held()

    def _closed(self, tag: str) -> None:
        if tag == "dl" and self.folders:
            self.folders.pop()
        if tag != self.inside:
            return
        if tag == "a":
            self.last = self._bookmark()
        elif tag == "h3":
            is_root = any(name in self.attributes for name in _ROOTS)
            self.folder = "" if is_root else canonical_line("".join(self.words))
        self.inside = ""

    def _held(self) -> Iterator[BroughtArticle]:
        """A bookmark is given out once its description, which follows it, is known."""
        if self.last:
            yield self.last
        self.last = None

    def _described(self) -> None:
        if self.inside == "dd":
            note = canonical("".join(self.words)).strip()
            self.last = replace(self.last, note=note) if self.last and note else self.last
            self.inside = ""

    def _bookmark(self) -> BroughtArticle:
        self.number += 1
        link = self.attributes
        url = canonical_line(link.get("href", ""))
        if not url:
            raise SourceError(f"bookmark {self.number}: “HREF” is missing", self.subject)
        return BroughtArticle(
            title=canonical_line("".join(self.words)) or url,
            url=address(url),
            saved=moment(link.get("add_date", "")),
            tags=tidy([*self.folders, *link.get("tags", "").split(",")]),
        )
