"""A one-line input that keeps still."""

from __future__ import annotations

from textual.widgets import Input


class Field(Input):
    """Without border or blinking cursor; what is in it stays as it is when it takes the focus."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False
