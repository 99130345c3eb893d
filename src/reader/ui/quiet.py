"""Changes on the screen that draw no more than what changed: over a slow line each line counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import Static

Answer = TypeVar("Answer")


def put(line: Static, words: Content, *, layout: bool = False) -> None:
    """Change what a line says; `layout` if what is beside it makes room for it.

    It is assembled, so that it is never read as markup, whatever comes.
    """
    if line.content != words:
        line.update(Content.assemble(words), layout=layout)


Shown = dict[Widget, tuple[Region, Region]]
"""The widgets that can be seen, the foremost first, each with where it is and what clips it."""


class QuietCompositor(Compositor):
    """Draws only widgets that have something of what changed to show.

    Textual draws every widget of the screen, those behind another too, and takes from each what
    changed: for a line that scrolls, nine widgets instead of two.
    """

    _drawn: Shown | None = None

    @property
    def visible_widgets(self) -> Shown:
        """All that can be seen or, while a change is drawn, that are needed for it."""
        return super().visible_widgets if self._drawn is None else self._drawn

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed."""
        screen = self.size.region
        changed = {seen for one in self._dirty_regions if (seen := screen.intersection(one))}
        shown, _ = super().visible_widgets, self.cuts  # cut by all of them, not by those drawn
        self._drawn = _foremost(shown, changed)
        try:
            return super().render_partial_update()
        finally:
            self._drawn = None


def _foremost(shown: Shown, changed: set[Region]) -> Shown:
    """The widgets that show something of these regions: what is behind one of them does not."""
    found: Shown = {}
    for widget, (region, clip) in shown.items():
        seen = region.intersection(clip)
        if any(map(seen.overlaps, changed)):
            found[widget] = region, clip
            changed = {one for one in changed if not seen.contains_region(one)}
        if not changed:
            break
    return found


class QuietScreen(Screen[Answer]):
    """A screen that draws itself whole when it is first seen, and from then on what changed.

    Textual draws all of it when the focus moves and when anything is laid out anew. Widgets draw
    themselves as they gain and lose the focus, come, go and move. Only for screens that widgets
    cover: behind a dialog another screen is to be seen.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = QuietCompositor()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Lay out without drawing, or draw."""
        drawn = repaint and (recompose or not layout)
        return super().refresh(*regions, repaint=drawn, layout=layout, recompose=recompose)


class QuietScrollView(ScrollView):
    """A scroll view whose bars are drawn anew when it, or what is in it, has another size.

    Textual draws them whenever anything on the screen is laid out.
    """

    _drawn_for: tuple[Size, Size] | None = None

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Take the size that a layout gave it."""
        if self._drawn_for == (size, self.virtual_size) and not self._scrollbar_changes:
            return False
        self._drawn_for = (size, self.virtual_size)
        return super()._size_updated(size, virtual_size, container_size, layout)


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """The same line in fewer pieces: each costs forty bytes of the terminal's line.

    Blanks look like what is before them or, at the beginning, behind them, where both stand on one
    ground and neither is underlined or turned round.
    """
    found: list[Segment] = []
    for segment in segments:
        last = found[-1] if found else None
        if last is not None and (look := _one_look(last, segment)) is not None:
            found[-1] = Segment(last.text + segment.text, look)
        elif segment.text:
            found.append(segment)
    return found


def _one_look(one: Segment, other: Segment) -> Style | None:
    """How both look together; None where they do not."""
    if one.style is None or other.style is None or one.control or other.control:
        return None
    if one.style == other.style:
        return one.style
    if not (_is_ground(one.style) and _is_ground(other.style)):
        return None
    if one.style.bgcolor != other.style.bgcolor or one.style.meta != other.style.meta:
        return None
    if other.text.isspace():
        return one.style
    return other.style if one.text.isspace() else None


def _is_ground(style: Style) -> bool:
    """Whether a blank shows nothing of it but the ground."""
    return not (style.reverse or style.underline or style.strike or style.overline or style.link)
