"""Every key, by place, made from the bindings themselves and searchable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field
from reader.ui.widgets.virtual_list import Piece, VirtualList


class HelpLine(NamedTuple):
    """A key and what it does; without a key, the name of a place."""

    keys: str
    words: str


def bindings_of(
    *nodes: type[DOMNode], elsewhere: Iterable[type[DOMNode]] = ()
) -> Iterable[Binding]:
    """The bindings that classes of Reader and those they are built on declare.

    What the classes `elsewhere` declare is left to their own place.
    """
    others = {base for one in elsewhere for base in one.__mro__}
    classes = dict.fromkeys(base for one in nodes for base in one.__mro__ if base not in others)
    for one in classes:
        if one.__module__.startswith("reader."):
            for declared in vars(one).get("BINDINGS", ()):
                yield declared if isinstance(declared, Binding) else Binding(*declared)


def places() -> Sequence[tuple[str, Iterable[Binding]]]:
    """Where keys have a meaning, in the order a reader meets them."""
    from reader.ui.across.screen import AcrossList, AcrossScreen
    from reader.ui.dialogs.note import NoteDialog
    from reader.ui.dialogs.repeats import RepeatsDialog
    from reader.ui.dialogs.tags import TagDialog
    from reader.ui.panel import Panel
    from reader.ui.reading import ReadingView
    from reader.ui.screens import dividing, in_and_out, main, noting, organising
    from reader.ui.widgets.article_list import ArticleList
    from reader.ui.widgets.list_pane import ListPane
    from reader.ui.widgets.reading_pane import ReadingPane
    from reader.ui.widgets.search_box import SearchBox

    articles = (organising.Organising, noting.Noting, in_and_out.InAndOut)
    reading = (ReadingView, ReadingPane, dividing.Dividing)
    return (
        ("Everywhere", bindings_of(main.MainScreen, elsewhere=(*articles, *reading))),
        ("Articles, in the list and while reading", bindings_of(*articles)),
        ("In the list", bindings_of(ListPane, ArticleList, VirtualList)),
        ("In the search box", bindings_of(SearchBox)),
        ("While reading", bindings_of(*reading)),
        ("In the panel", bindings_of(Panel)),
        ("Across the library", bindings_of(AcrossScreen, AcrossList)),
        ("In dialogs", bindings_of(NoteDialog, TagDialog, RepeatsDialog)),
    )


class _Keys(VirtualList):
    """The lines that fit what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[HelpLine] = ()

    @property
    def count(self) -> int:
        return len(self.lines)

    def pieces(self, index: int) -> Sequence[Piece]:
        line = self.lines[index]
        if not line.keys:
            return [(f" {line.words}", "strong")]
        return [(f"   {line.keys:<22}", "accent"), (line.words, "")]


class HelpScreen(Dialog[None]):
    """Type to search, arrows to move."""

    DEFAULT_CSS = """
    HelpScreen {
        & > #box { width: 84; height: 90%; }
        & _Keys { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "move(12)", "Page down", show=False),
        Binding("pageup", "move(-12)", "Page up", show=False),
        Binding("enter", "leave", "Leave", show=False, priority=True),
    ]
    heading = "Keys"
    keys = (("type", "to search"), ("↑↓", "move"), ("Esc", "leave"))

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Keys()

    def parts(self) -> Iterable[Widget]:
        """What to look for, and the keys."""
        yield Field(placeholder="highlight, export, undo …")
        yield self._lines

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._fill(event.value.casefold())

    async def prepare(self) -> None:
        """Show everything first."""
        self._fill("")

    def _fill(self, words: str) -> None:
        lines: list[HelpLine] = []
        for place, bindings in places():
            fitting = [
                line
                for line in map(self._line, bindings)
                if words in f"{place} {line.words} {line.keys}".casefold()
            ]
            if fitting:
                lines += [HelpLine("", place), *fitting]
        self._lines.lines = lines
        self._lines.empty = "No key does that."
        self._lines.recount(0)

    def _line(self, binding: Binding) -> HelpLine:
        if binding.key_display:
            keys = [binding.key_display]
        else:
            keys = [self.app.get_key_display(one) for one in Binding.make_bindings([binding])]
        return HelpLine(" ".join(dict.fromkeys(keys)), binding.description)

    def action_move(self, by: int) -> None:
        """Move among the keys."""
        self._lines.cursor += by
