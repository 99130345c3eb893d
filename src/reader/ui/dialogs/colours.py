"""The choice of a highlight's colour, by number or arrow; each has its name as well."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.model import Colour

INKS = {
    Colour.YELLOW: "$warning",
    Colour.GREEN: "$success",
    Colour.BLUE: "$primary",
    Colour.RED: "$error",
}


class ColourChoice(Widget, can_focus=True):
    """One line: `1 ▍yellow  2 ▍green …`."""

    DEFAULT_CSS = """
    ColourChoice { height: 1; width: 1fr; color: $foreground-muted; }
    ColourChoice:focus { background: $panel; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", "Colour before", show=False),
        Binding("right,l,space", "turn(1)", "Next colour", show=False),
        *(
            Binding(str(index + 1), f"take({index})", colour.value, show=False)
            for index, colour in enumerate(Colour)
        ),
    ]
    colour: reactive[Colour] = reactive(Colour.YELLOW)

    def __init__(self, colour: Colour) -> None:
        super().__init__()
        self.set_reactive(ColourChoice.colour, colour)

    def render(self) -> Content:
        """All four, the chosen one standing out."""
        parts = [
            Content.assemble(
                f"{index + 1} ",
                ("▍", INKS[colour]),
                (colour.value, "bold underline $foreground" if colour is self.colour else ""),
            )
            for index, colour in enumerate(Colour)
        ]
        return Content("   ").join(parts)

    def action_turn(self, by: int) -> None:
        """Take the colour before or after."""
        colours = list(Colour)
        self.colour = colours[(colours.index(self.colour) + by) % len(colours)]

    def action_take(self, index: int) -> None:
        """Take the colour of that number."""
        self.colour = list(Colour)[index]
