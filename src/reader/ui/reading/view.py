"""The reading view: one widget for the whole article, and what the reader does with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.reactive import reactive

from reader.model import Annotation, Article, Block, Recognised
from reader.ui.reading import keys, marks, messages
from reader.ui.reading.document import EMPTY, document
from reader.ui.reading.marks import Span, Spans
from reader.ui.reading.motions import Reach
from reader.ui.reading.moving import Moving
from reader.ui.reading.search import find_all

NOTHING_RECOGNISED = Recognised()
NARROWEST, WIDEST = 32, 160


class Anchored(Protocol):
    """An annotation and where it stands now; `span` is None for an orphan."""

    @property
    def annotation(self) -> Annotation:
        """The reader's mark."""

    @property
    def span(self) -> tuple[int, int] | None:
        """`[start, end)` in the source text."""


class ReadingView(Moving):
    """An article to read and to mark. Offsets are code points into its source text.

    It changes nothing itself: what the reader wants done is asked of the app by message, and
    `show` or `update_marks` brings the answer.
    """

    HighlightRequested = messages.HighlightRequested
    HighlightRemoveRequested = messages.HighlightRemoveRequested
    NoteRequested = messages.NoteRequested
    PositionChanged = messages.PositionChanged
    BlockToggleRequested = messages.BlockToggleRequested
    TitleRequested = messages.TitleRequested
    RuleRequested = messages.RuleRequested
    CopyRequested = messages.CopyRequested

    BINDINGS: ClassVar[list[BindingType]] = [*keys.MARKING, *keys.LOOKING]

    show_removed: reactive[bool] = reactive(False, init=False)
    show_marks: reactive[bool] = reactive(True, init=False)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.article: Article | None = None
        self._placed: list[tuple[Annotation, Reach]] = []
        self._searched = ""
        self._searched_from = 0
        self._told = 0  # the position last told of

    # -- what is shown -----------------------------------------------------------------------

    def show(
        self,
        article: Article | None,
        recognised: Recognised = NOTHING_RECOGNISED,
        annotations: Sequence[Anchored] = (),
        position: int = 0,
    ) -> None:
        """Show an article, at an offset; at 0, with the cursor where its text begins.

        The article shown already keeps its place, whatever changed in it.
        """
        again = article is not None and self.article is not None and article.id == self.article.id
        self.article = article
        self.update_marks(recognised=recognised, annotations=annotations)
        if again:
            self._rebuild(position or self.position)
            return
        self._forget_search()
        self._cursor.clear()
        self.selecting = False
        self.set_reactive(ReadingView.show_removed, False)
        self.wanted = position > 0
        with self.prevent(self.PositionChanged):
            self._rebuild(position, top=0)
        self._told = self.position

    def update_marks(
        self,
        *,
        recognised: Recognised | None = None,
        annotations: Sequence[Anchored] | None = None,
    ) -> None:
        """Change what is marked; the place and the selection stay."""
        if recognised is not None:
            self._marks.names = marks.names(recognised)
            self._marks.figures = marks.figures(recognised)
        if annotations is not None:
            self._placed = [(a.annotation, a.span) for a in annotations if a.span is not None]
            self._marks.highlights = marks.highlights(self._placed)
            noted = (span for annotation, span in self._placed if annotation.body)
            self._marks.notes = Spans(Span(*span, "note") for span in noted)
        self.repaint()

    def _rebuild(self, offset: int, top: int | None = None) -> None:
        top = self.first_offset if top is None else top
        selection = self._cursor.selection
        shown = document(self.article, self.show_removed) if self.article else EMPTY
        self.set_document(shown, shown.at_or_after(offset or shown.beginning), top)
        self._cursor.selection = selection
        self._find_again()

    def watch_show_removed(self) -> None:
        """Show or hide what was set aside; the place stays."""
        self.wanted = True
        self._rebuild(self.position)

    def watch_show_marks(self, shown: bool) -> None:
        """Show or hide the names and figures; the reader's own highlights stay."""
        self._marks.recognised_shown = shown
        self.repaint()

    # -- where the reader is -----------------------------------------------------------------

    @property
    def position(self) -> int:
        """The cursor's offset: what to give `show` to come back here."""
        return self._cursor.offset

    @property
    def progress(self) -> float:
        """How far down the article the view is, from 0 to 1."""
        return min(1.0, self.scroll_y / self.max_scroll_y) if self.max_scroll_y else 1.0

    @property
    def current_span(self) -> Reach | None:
        """The selection, or else the sentence under the cursor, tight; None without words."""
        return self._cursor.span

    @property
    def selection(self) -> Reach | None:
        """What is selected, `[start, end)`; None when it is but the sentence under the cursor."""
        return self._cursor.selection.span if self._cursor.selection else None

    @property
    def current_block(self) -> Block | None:
        """The block under the cursor."""
        if self.article is None or not self.article.blocks:
            return None
        after = bisect_right(self.article.blocks, self.position, key=attrgetter("start"))
        return self.article.blocks[max(0, after - 1)]

    @property
    def current_annotation(self) -> Annotation | None:
        """What `h` would remove and `a` edit: the smallest highlight over the current span.

        Without a selection, one that only holds the cursor will do.
        """
        if (span := self.current_span) is None:
            return None
        around = [item for item in self._placed if _holds(item[1], span)]
        if not around and self._cursor.selection is None:
            around = [item for item in self._placed if item[1][0] <= self.position < item[1][1]]
        return min(around, key=lambda item: item[1][1] - item[1][0])[0] if around else None

    def reveal(self, start: int, end: int) -> None:
        """Scroll to `[start, end)` and make it the current span, unhiding its block if need be."""
        if self.article is None or not start < end:
            return
        words = self.article.source_text[start:end]
        if words.strip() and not self._cursor.motions.text[start:end].strip():
            self.show_removed = True
            if not self.is_running:  # nobody watches yet
                self._rebuild(start)
        self.selecting = False
        self._cursor.put(start)
        if self._cursor.sentence != (start, end):
            self._cursor.select(start, end)
        self.refresh_bindings()
        self._shown()

    def cursor_moved(self) -> None:
        """Paint, and tell the app where the reader is now."""
        super().cursor_moved()
        if self.position != self._told:
            self._told = self.position
            self.post_message(self.PositionChanged(self, self.position))

    # -- find --------------------------------------------------------------------------------

    def find(self, words: str) -> int:
        """Search in the article and go to the first match from here; how many there are.

        Longer words than the last time are sought from where that search began. No words end it.
        """
        if not (self._searched and words.startswith(self._searched)):
            self._searched_from = self.position
        self._searched = words
        self._find_again()
        found = self._marks.matches
        self._go_to_match(found.at_or_after(self._searched_from) or found.first)
        return len(found.all)

    def next_match(self) -> None:
        """Go to the next match, after the last to the first."""
        self.action_match(1)

    def previous_match(self) -> None:
        """Go to the match before, from the first to the last."""
        self.action_match(-1)

    def action_match(self, by: int) -> None:
        """Go to another match, round the ends."""
        found, here = self._marks.matches, self._marks.match
        start = here.start if here else self.position
        beyond = found.after(start) if by > 0 else found.before(start)
        self._go_to_match(beyond or (found.first if by > 0 else found.last))

    def _go_to_match(self, match: Span | None) -> None:
        self._marks.match = match._replace(kind="here") if match else None
        if match:
            self.selecting = False
            self._cursor.put(match.start)
            self._shown()
        self.repaint()

    def _find_again(self) -> None:
        found = find_all(self._cursor.motions.text, self._searched)
        self._marks.matches = Spans(Span(start, end, "match") for start, end in found)
        self.repaint()

    def _forget_search(self) -> None:
        self._searched = ""
        self._marks.match = None

    # -- what the reader does ----------------------------------------------------------------

    def action_jump(self, layer: str, by: int) -> None:
        """Go to the next mark of a layer, or the one before, and select it."""
        spans: Spans = getattr(self._marks, layer)
        beyond = spans.after(self.position) if by > 0 else spans.before(self.position)
        if beyond:
            self.reveal(beyond.start, beyond.end)

    def action_highlight(self) -> None:
        """Highlight the selection or the sentence; remove the highlight that is there."""
        if annotation := self.current_annotation:
            self.post_message(self.HighlightRemoveRequested(self, annotation.id))
        elif span := self.current_span:
            self.post_message(self.HighlightRequested(self, *span))
        self.drop_selection()

    def action_note(self) -> None:
        """Write a note on the selection or the sentence, or edit the one that is there."""
        if span := self.current_span:
            annotation = self.current_annotation
            name = annotation.id if annotation else None
            self.post_message(self.NoteRequested(self, *span, name))
        self.drop_selection()

    def action_copy(self) -> None:
        """Copy the selection or the sentence."""
        if span := self.current_span:
            self.post_message(self.CopyRequested(self, *span))
        self.drop_selection()

    def action_toggle_block(self) -> None:
        """Put the block under the cursor back, or set it aside."""
        if block := self.current_block:
            self.post_message(self.BlockToggleRequested(self, block))

    def action_entitle(self) -> None:
        """Make the words of the block under the cursor the title."""
        if block := self.current_block:
            self.post_message(self.TitleRequested(self, block))

    def action_rule(self) -> None:
        """Always set the words of the block under the cursor aside on this site, or no longer."""
        if block := self.current_block:
            self.post_message(self.RuleRequested(self, block))

    def action_toggle_removed(self) -> None:
        """Show or hide what was set aside."""
        self.show_removed = not self.show_removed

    def action_toggle_marks(self) -> None:
        """Show or hide names and figures."""
        self.show_marks = not self.show_marks

    def action_width(self, by: int) -> None:
        """Make the column wider or narrower."""
        self.text_width = self.text_width + by

    def validate_text_width(self, width: int) -> int:
        """Keep the column readable."""
        return min(max(width, NARROWEST), WIDEST)


def _holds(outer: Reach, inner: Reach) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
