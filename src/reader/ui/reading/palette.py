"""Component classes → the styles of a run, each laid over the one before."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

PREFIX = "reading--"


class Palette:
    """The styles of a widget's component classes, combined and kept until its CSS changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget(self) -> None:
        """Begin anew: the theme, the focus or the CSS changed."""
        self._styles.clear()

    def style(self, *kinds: str) -> Style:
        """The widget's own style with these kinds over it; later ones win, decorations add up."""
        if (style := self._styles.get(kinds)) is None:
            style = self._styles[kinds] = self._combine(kinds)
        return style

    def _combine(self, kinds: tuple[str, ...]) -> Style:
        _, _, background, colour = self._widget.colors
        decoration = Style()
        for kind in kinds:
            styles = self._widget.get_component_styles(PREFIX + kind)
            if styles.has_rule("background"):
                background = background + styles.background
            if styles.auto_color:
                colour = background.get_contrast_text(styles.color.a)
            elif styles.has_rule("color"):
                colour = styles.color
            decoration += styles.text_style
        colours = Style.from_color((background + colour).rich_color, background.rich_color)
        return colours + decoration
