"""Where a query is typed: completes fields and tags, leaves with Enter, Down or Esc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

FIELDS = (
    "tag:", "is:unread", "is:reading", "is:done", "is:due", "has:notes", "has:highlights",
    "site:", "entity:", "figure:", "before:", "after:",
)  # fmt: skip


def completed(query: str, tags: Iterable[str]) -> str | None:
    """The query with its last word completed to a field or a tag, None when there is none."""
    start = max(query.rfind(" "), query.rfind("("), query.rfind("-")) + 1
    word = query[start:].casefold()
    if not word:
        return None
    for candidate in (*FIELDS, *(f"tag:{_spelt(tag)}" for tag in tags)):
        if candidate.casefold().startswith(word) and candidate.casefold() != word:
            return query + candidate[len(word) :]
    return None


def _spelt(tag: str) -> str:
    return f'"{tag}"' if " " in tag else tag


class _Completion(Suggester):
    def __init__(self, box: SearchBox) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._box = box

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value, self._box.tags)


class SearchBox(Input):
    """A one-line input for the query language."""

    DEFAULT_CSS = """
    SearchBox { width: 1fr; background: transparent; padding: 0; }
    SearchBox:focus { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "leave", "To the list"),
        Binding("tab", "complete", "Complete"),
        Binding("escape", "abandon", "Clear"),
    ]

    class Left(Message):
        """The reader goes back to the list."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(
            placeholder=placeholder,
            compact=True,
            suggester=_Completion(self),
            select_on_focus=False,
        )
        self.cursor_blink = False
        self.tags: tuple[str, ...] = ()

    def action_complete(self) -> None:
        """Take the completion shown."""
        whole = completed(self.value, self.tags)
        if whole:
            self.value = whole
            self.cursor_position = len(whole)

    def action_leave(self) -> None:
        """Keep the query and go to what it found."""
        self.post_message(self.Left())

    def action_abandon(self) -> None:
        """Clear the query and go back."""
        self.value = ""
        self.post_message(self.Left())
