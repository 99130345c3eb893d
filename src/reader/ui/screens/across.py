"""From the list and the article to the whole library, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.ui.screens.naming import Naming

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import Entity, Mention
    from reader.ui.across import AcrossScreen


class Across(Naming):
    """Opens the screen over the whole library, and articles from there.

    Who leaves an article that was opened from there comes back there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L", "across", "Names, figures and dates of the library", show=False),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.across: AcrossScreen | None = None
        self.from_across = False

    def action_across(self) -> None:
        """Show the whole library: the page of the name that is meant, or all names."""
        from reader.ui.across import View
        from reader.ui.across.views import Name

        screen = self._screen_across()
        meant = self._name_meant()
        if meant is not None:
            screen.go_to(View.NAMES, Name(meant.name, meant.type))
        self.app.push_screen(screen)

    def _screen_across(self) -> AcrossScreen:
        from reader.ui.across import AcrossScreen

        if self.across is None:
            self.across = AcrossScreen(self.library, self.work, self.read_at, self.ask_about)
            self.app.install_screen(self.across, "across")
        return self.across

    def _name_meant(self) -> Entity | Mention | None:
        """The name under the cursor of the panel, or of the article."""
        if self.opened is None:
            return None
        if self.reading.panel.has_focus_within:
            row = self.reading.panel.list.row
            return row.entity if row else None
        return self.mention_here(self.opened)

    def read_at(self, article: str, start: int, end: int) -> None:
        """Read an article from a passage of it; Esc comes back to where that was found."""
        self.app.pop_screen()
        self.open_article(article, (start, end))
        self.from_across = True

    def open_article(self, article_id: str, passage: tuple[int, int] | None = None) -> None:
        """Read an article, from where reading stopped or from a passage of it."""
        raise NotImplementedError

    def back_across(self) -> bool:
        """Go back to where an article was found; whether it was found there."""
        came, self.from_across = self.from_across, False
        if came:
            self.app.push_screen(self._screen_across())
        return came
