"""A driver that writes only what the terminal does not show yet."""

from __future__ import annotations

from functools import cached_property

from textual.driver import Driver

from reader.ui.terminal.shadow import Shadow


class Thrift(Driver):
    """To be put before a driver: the same screen in fewer bytes."""

    @cached_property
    def _shadow(self) -> Shadow:
        return Shadow()

    def write(self, data: str) -> None:
        """Write to the terminal what it does not show yet."""
        super().write(self._shadow.told(data))  # type: ignore[safe-super]

    def forget(self) -> None:
        """Write everything again from now on: the terminal may show anything."""
        self._shadow.forget()
