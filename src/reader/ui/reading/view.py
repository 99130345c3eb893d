"""The reading view: one widget for the whole article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.reactive import reactive
from textual.scroll_view import ScrollView

from reader.model import Annotation, Article, Block, Recognised
from reader.ui.reading import messages

NOTHING_RECOGNISED = Recognised()


class Anchored(Protocol):
    """An annotation and where it stands now; `span` is None for an orphan."""

    @property
    def annotation(self) -> Annotation:
        """The reader's mark."""

    @property
    def span(self) -> tuple[int, int] | None:
        """`[start, end)` in the source text."""

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere than where it was made."""


class ReadingView(ScrollView, can_focus=True):
    """An article to read and to mark. Offsets are code points into its source text."""

    HighlightRequested = messages.HighlightRequested
    HighlightRemoveRequested = messages.HighlightRemoveRequested
    NoteRequested = messages.NoteRequested
    PositionChanged = messages.PositionChanged
    BlockToggleRequested = messages.BlockToggleRequested
    CopyRequested = messages.CopyRequested

    show_removed: reactive[bool] = reactive(False)
    show_marks: reactive[bool] = reactive(True)
    text_width: reactive[int] = reactive(72)
    centred: reactive[bool] = reactive(True)
    selecting: reactive[bool] = reactive(False)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 (Textual's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.article: Article | None = None

    def show(
        self,
        article: Article | None,
        recognised: Recognised = NOTHING_RECOGNISED,
        annotations: Sequence[Anchored] = (),
        position: int = 0,
    ) -> None:
        """Show an article, at an offset; the article shown already keeps its place."""
        self.article = article

    def update_marks(
        self,
        *,
        recognised: Recognised | None = None,
        annotations: Sequence[Anchored] | None = None,
    ) -> None:
        """Change what is marked; the place and the selection stay."""

    def reveal(self, start: int, end: int) -> None:
        """Scroll to `[start, end)` and make it the current span, unhiding its block if need be."""

    def find(self, words: str) -> int:
        """Search in the article and go to the first match from here; how many there are."""
        return 0

    @property
    def current_span(self) -> tuple[int, int] | None:
        """The selection, or else the sentence under the cursor, tight; None without words."""
        return None

    @property
    def current_block(self) -> Block | None:
        """The block under the cursor."""
        return None

    @property
    def current_annotation(self) -> Annotation | None:
        """The annotation that `h` would remove and `a` would edit, if there is one."""
        return None

    @property
    def position(self) -> int:
        """The cursor's offset: what to give `show` to come back here."""
        return 0

    @property
    def progress(self) -> float:
        """How far down the article the view is, from 0 to 1."""
        return 0.0
