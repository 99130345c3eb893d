"""What a site prints into several of its articles, to be set aside in all of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from reader.library import Repeat

Find = Callable[[Callable[[], bool]], Awaitable[Sequence["Repeat"] | None]]
"""Gives the passages; asks what it is given whether it is cancelled."""

SHOWN = 12


class _Passages(VirtualList):
    """The passages, each with the number of articles and a mark where it was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.repeats: Sequence[Repeat] = ()
        self.marked: set[int] = set()

    @property
    def count(self) -> int:
        return len(self.repeats)

    def pieces(self, index: int) -> Sequence[Piece]:
        one = self.repeats[index]
        mark = "●" if index in self.marked else "○"
        return [(f" {mark} ", "accent"), (f"{one.articles:>5}  ", "muted"), (one.words, "")]


class RepeatsDialog(Dialog[tuple["Repeat", ...]]):
    """Space marks, Enter sets what is marked aside on the whole site."""

    DEFAULT_CSS = f"""
    RepeatsDialog {{
        & > #box {{ width: 100; }}
        & _Passages {{ height: auto; max-height: {SHOWN}; }}
        & #whole {{ height: auto; max-height: 6; margin-top: 1; color: $foreground-muted; }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark"),
        Binding("enter", "choose", "Set aside on the site", priority=True),
    ]
    heading = "Read in several articles of this site"
    keys = (("Space", "mark"), ("Enter", "always set aside"), ("Esc", "leave"))

    def __init__(self, site: str, find: Find) -> None:
        super().__init__()
        self._site = site
        self._find = find
        self._left = False
        self._passages = _Passages()

    def parts(self) -> Iterable[Widget]:
        """The site, its passages, and all words of the one under the cursor."""
        yield Static(Content(f"Looking through the articles of {self._site} …"), id="now")
        yield self._passages
        yield Static(id="whole")

    def on_unmount(self) -> None:
        """Let the search end with the dialog."""
        self._left = True

    async def prepare(self) -> None:
        """Look through the articles of the site."""
        self._passages.repeats = await self._find(lambda: self._left) or ()
        self._passages.recount(0)
        now = self._site if self._passages.count else f"{self._site} repeats nothing yet."
        self.query_one("#now", Static).update(Content(now))
        self._show_whole()

    @on(VirtualList.Moved)
    def _show_whole(self) -> None:
        words = self._passages.repeats[self._passages.cursor].words if self._passages.count else ""
        self.query_one("#whole", Static).update(Content(words))

    def action_mark(self) -> None:
        """Mark the passage under the cursor, or no longer."""
        if self._passages.count:
            self._passages.marked ^= {self._passages.cursor}
            self._passages.cursor += 1
            self._passages.refresh()

    def action_choose(self) -> None:
        """Set what is marked aside, or the passage under the cursor when nothing is."""
        if self.ready and self._passages.count:
            marked = sorted(self._passages.marked) or [self._passages.cursor]
            self.dismiss(tuple(self._passages.repeats[index] for index in marked))
