"""A program in a pseudo-terminal, and how long it takes to show what a key does."""

import contextlib
import fcntl
import os
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.terminal.screen import Terminal as Screen

COLUMNS, ROWS = 160, 50
STILL = 0.12  # seconds without output after which a screen counts as still
NAMED = {"enter": "\r", "esc": "\x1b", "pgdn": "\x1b[6~", "pgup": "\x1b[5~", "space": " "}
_ANSWERS = {  # what full-screen programs ask a terminal and wait for
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of several presses of a key."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay below."""
        found = sorted(self.milliseconds)
        return found[min(len(found) - 1, int(len(found) * 0.95))]


class Terminal(Screen):
    """A running program, timed and weighed."""

    def __init__(self, command: Sequence[str], columns: int = COLUMNS, rows: int = ROWS) -> None:
        self.begun = time.perf_counter()
        self.peak = 0.0
        super().__init__(list(command), columns, rows)

    @property
    def written(self) -> int:
        """Bytes written to the terminal."""
        return len(self.raw)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)  # nobody else does: it is no controlling terminal

    def until(self, words: str) -> float:
        """Seconds from the start until the screen shows the words."""
        while words not in self.text:
            if not self._pump(0.02):
                self.weigh()
            if time.perf_counter() - self.begun > 120:
                raise TimeoutError(f"never showed {words!r}:\n{self.text}")
        return time.perf_counter() - self.begun

    def timed(self, key: str) -> float | None:
        """Milliseconds from a key to the last change of the screen; None if nothing changed."""
        before, begun = self.text, time.perf_counter()
        self.press(NAMED.get(key, key))
        return self._until_still(before, begun)

    def seen(self, key: str, words: str) -> float:
        """Milliseconds from a key until the screen shows some words."""
        begun = time.perf_counter()
        self.press(NAMED.get(key, key))
        while time.perf_counter() - begun < 30:
            if self._pump(0.02) and words in self.text:
                return (time.perf_counter() - begun) * 1000
        raise TimeoutError(f"{key!r} never showed {words!r}:\n{self.text}")

    def timed_all(self, keys: Iterable[str]) -> Timing:
        """The timing of keys pressed one after the other; those that change nothing left out."""
        found = [one for one in map(self.timed, keys) if one is not None]
        self.weigh()
        return Timing(tuple(found) or (float("nan"),))

    def resized(self, columns: int, rows: int) -> float | None:
        """Milliseconds from another size to the last change of the screen."""
        before, begun = self.text, time.perf_counter()
        self.resize(columns, rows)
        return self._until_still(before, begun)

    def settle(self, seconds: float = 0.7) -> None:
        """Wait until nothing is written for a while."""
        while self._pump(seconds):
            pass

    def weigh(self) -> None:
        """Look how much memory the program and its children hold."""
        with contextlib.suppress(psutil.Error):
            whole = psutil.Process(self.process.pid)
            every = [whole, *whole.children(recursive=True)]
            self.peak = max(self.peak, sum(one.memory_info().rss for one in every) / 1e6)

    def _until_still(self, before: str, begun: float) -> float | None:
        last: float | None = None
        while time.perf_counter() - begun < 10:
            wait = STILL if last is None else max(0.0, STILL - (time.perf_counter() - last))
            if self._pump(wait):
                last = time.perf_counter()
            elif last is not None or time.perf_counter() - begun > 1.0:
                break
        return (last - begun) * 1000 if last and self.text != before else None

    def _pump(self, seconds: float) -> bool:
        before = len(self.raw)
        if not self._read(time.monotonic() + seconds):
            return False
        data = self.raw[before:]
        for asked, answer in _ANSWERS.items():
            if asked in data:
                os.write(self._master, answer)
        return True
