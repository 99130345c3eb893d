"""Ctrl+C in a long piece of work: what is done stays, and the command says so."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Ctrl+C once stops after the source under way; twice stops at once."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Whether it was pressed."""
        return self._asked

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        """Listen to it for as long as this lasts."""
        before = signal.signal(signal.SIGINT, self._interrupted)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _interrupted(self, _signal: int, _frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
