"""The library side of the screen: counts, the list, the views, the search box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input, Static

from reader.model import ArticleRow, Counts, ReaderError, Status
from reader.ui.quiet import put
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.search_box import SearchBox
from reader.ui.widgets.two_ends import TwoEnds
from reader.ui.widgets.views import ALL, BIN, VIEWS, ViewLine, combined
from reader.ui.words import plural
from reader.ui.work import Work, begin, in_words

if TYPE_CHECKING:
    from reader.library import Library, Listing

SORTS = ("newest", "oldest", "title", "site", "imported")
SORT_WORDS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "site": "by site",
    "imported": "last imported first",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer of the library, ready to be shown at once."""

    listing: Listing
    first: int
    rows: Sequence[ArticleRow]
    cursor: int | None
    counts: Counts
    tags: tuple[str, ...]


class ListPane(Vertical):
    """Asks the library for what is to be listed and shows it; late answers are dropped."""

    DEFAULT_CSS = """
    ListPane {
        & > #library { background: $surface; }
        & > #search { height: 1; padding: 0 1; }
        & > #search > #slash { width: 2; color: $accent; }
        & > #search > #trouble { width: auto; max-width: 60%; color: $error; text-wrap: nowrap;
            text-overflow: ellipsis; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", key_display="/"),
        Binding("s", "sort", "Sort", show=False),
        Binding("ctrl+a", "select_all", "Select all that are listed", show=False),
        *(
            Binding(str(index + 1), f"view({index})", f"View: {view.name}", show=False)
            for index, view in enumerate(VIEWS)
        ),
        Binding("u", "screen.unread", "Mark unread, or read", show=False),
        Binding("d", "screen.delete", "Delete, or take out of the bin", show=False),
        Binding("y", "screen.copy_address", "Copy the address", show=False),
    ]

    def __init__(self, library: Library, work: Work, today: Callable[[], date]) -> None:
        super().__init__()
        self._library = library
        self._work = work
        self.list = ArticleList(work, today)
        self.box = SearchBox("words, tag:…, is:unread, before:…")
        self._view = ALL
        self._sort = 0
        self._counts = Counts(0, 0, 0)
        self._shown = ""
        self._going_to: str | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TwoEnds(id="library")
        yield self.list
        yield ViewLine()
        with Horizontal(id="search"):
            yield Static(Content("/"), id="slash")
            yield self.box
            yield Static(id="trouble")

    def on_mount(self) -> None:
        """Ask for the list."""
        self.query_one(ViewLine).mark(self._view)
        self.reload()

    @property
    def asked(self) -> str:
        """The query of what is listed: the view's and the reader's."""
        return combined(VIEWS[self._view], self.box.value)

    def reload(self, to: str | None = None) -> None:
        """Ask the library again. The cursor stays on its article, or goes to another one.

        A new query starts at the top.
        """
        self._going_to = to or self._going_to
        begin(self, self._load, "listing", latest=True)

    async def _load(self) -> None:
        to, asked, row = self._going_to, self.asked, self.list.row
        keep = to or (row.id if row and asked == self._shown else None)
        window = self.list.window if asked == self._shown else (0, self.list.window[1])
        look = partial(_look, self._library, asked, SORTS[self._sort], keep, window)
        try:
            found = await self._work.read(look)
        except ReaderError as error:
            self._say_trouble(in_words(error))
            return
        self._say_trouble("")
        if to is None and asked == self._shown and self.list.row != row:
            self.reload()  # the cursor went on meanwhile
        else:
            self._show(found, asked)

    def begun(self, article_id: str) -> None:
        """Show an article as begun, as it is about to be."""

        def change(row: ArticleRow) -> ArticleRow:
            return row._replace(status=Status.READING) if row.id == article_id else row

        row = self.list.row
        if row and row.id == article_id and row.status is Status.UNREAD:
            self.list.amend(change)
            self._counts = self._counts._replace(unread=max(0, self._counts.unread - 1))
            self._draw_title()

    def _show(self, found: _Found, asked: str) -> None:
        cursor = found.cursor if found.cursor is not None or asked == self._shown else 0
        self._shown = asked
        self._going_to = None
        self._counts = found.counts
        self.box.tags = found.tags
        searching = bool(self.box.value.strip())
        words = "No article matches.\nEsc clears the search." if searching else ""
        self.list.empty = words or VIEWS[self._view].words
        self.list.show(found.listing, found.first, found.rows, cursor)
        self._draw_title()

    def _draw_title(self) -> None:
        counts, selected = self._counts, len(self.list.selected)
        left = Content.assemble(
            ("Library", "bold $accent" if self.list.has_focus else "bold"),
            (f"  {plural(counts.articles, 'article')}", "$foreground"),
            (f" · {counts.unread:,} unread", "$foreground-muted"),
            (f" · {counts.due:,} due" if counts.due else "", "$warning"),
        )
        found = f"{self.list.count:,} found · " if self._shown else ""
        words = f"{selected} selected" if selected else found + SORT_WORDS[SORTS[self._sort]]
        right = Content.styled(words, "$accent bold" if selected else "$foreground-muted")
        self.query_one("#library", TwoEnds).say(left, right)

    def _say_trouble(self, words: str) -> None:
        put(self.query_one("#trouble", Static), Content(words), layout=True)

    @on(ArticleList.SelectionChanged)
    @on(DescendantFocus)
    @on(DescendantBlur)
    def _title_changed(self) -> None:
        self._draw_title()

    @on(Input.Changed)
    def _query_changed(self) -> None:
        self.reload()

    @on(SearchBox.Left)
    def _search_left(self) -> None:
        self.screen.set_focus(self.list)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """One need not be told how to search while searching."""
        return action != "search" or not self.box.has_focus

    def action_search(self) -> None:
        """Go to the search box."""
        self.screen.set_focus(self.box)

    def action_sort(self) -> None:
        """Sort otherwise."""
        self._sort = (self._sort + 1) % len(SORTS)
        self._draw_title()
        self.reload()

    def action_select_all(self) -> None:
        """Select everything that is listed, for a command on all of it."""

        async def select() -> None:
            ids = await self._work.look(lambda: self._library.listing(asked).ids())
            if ids is not None and asked == self.asked:
                self.list.select_all(ids)

        asked = self.asked
        begin(self, select, "select", latest=True)

    def action_view(self, index: int) -> None:
        """Look at another part of the library."""
        self._view = index
        self.query_one(ViewLine).mark(index)
        self.reload()

    @property
    def in_bin(self) -> bool:
        """Whether what is listed is in the bin."""
        return self._view == BIN

    def search_for(self, query: str) -> None:
        """Look for something else, in all of the library."""
        self.action_view(ALL)
        self.box.value = query
        self.screen.set_focus(self.list)

    def clear(self) -> bool:
        """Take back the selection, or else the query; whether there was anything to take back."""
        if self.list.release():
            return True
        had = bool(self.box.value)
        self.box.value = ""
        return had


def _look(
    library: Library, query: str, sort: str, keep: str | None, window: tuple[int, int]
) -> _Found:
    """Everything the pane shows, in one go. Runs beside the screen."""
    from reader.library import Sort

    listing = library.listing(query, Sort(sort))
    cursor = listing.index_of(keep) if keep else None
    first, last = window
    if cursor is not None and not first <= cursor < last:
        first, last = max(0, cursor - (last - first)), cursor + (last - first)
    rows = listing.rows(first, last)
    return _Found(listing, first, rows, cursor, library.counts(), tuple(library.tags()))
