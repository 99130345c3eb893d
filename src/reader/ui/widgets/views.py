"""The six ways to look at the library, each a query with a name and a key."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static


class View(NamedTuple):
    """A standing query. `words` says what is missing when it finds nothing."""

    name: str
    query: str
    words: str


VIEWS = (
    View("Inbox", "is:unread or is:reading", "Nothing left to read."),
    View("Reading", "is:reading", "You are in the middle of nothing."),
    View("Done", "is:done or is:archived", "Nothing is done yet: r marks an article done."),
    View("All", "", "Nothing here yet. Press i to import a file, an address or a paste."),
    View("Due", "is:due", "Nothing is due: f sets a follow-up."),
    View("Bin", "is:deleted", "Nothing is in the bin."),
)
ALL, DUE, BIN = 3, 4, 5


def combined(view: View, query: str) -> str:
    """The query for what is typed, within a view."""
    if view.query and query.strip():
        return f"({view.query}) ({query})"
    return view.query or query


class ViewLine(Static):
    """The views by key, the present one standing out."""

    DEFAULT_CSS = """
    ViewLine { height: 1; padding: 0 1; color: $foreground-muted; text-wrap: nowrap; }
    """

    def mark(self, present: int) -> None:
        """Say which view is shown."""
        parts = [
            Content.assemble(
                (str(index + 1), "$accent" if index == present else ""),
                " ",
                (view.name, "$foreground bold underline" if index == present else ""),
            )
            for index, view in enumerate(VIEWS)
        ]
        self.update(Content("   ").join(parts))
