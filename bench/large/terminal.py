"""A program in a pseudo-terminal, and how long it takes to show what a key does."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import psutil
import pyte

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


class Terminal:
    """A running program; `ready` is the seconds until a text stood on the screen."""

    def __init__(self, command: Sequence[str], columns: int = COLUMNS, rows: int = ROWS) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.written = 0
        self.peak = 0.0
        self.begun = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def wait_for(self, words: str, seconds: float = 120) -> float:
        """Seconds from the start until the screen shows the words."""
        while time.perf_counter() - self.begun < seconds:
            if self._pump(0.02) and words in self.text():
                return time.perf_counter() - self.begun
            self.weigh()
        raise TimeoutError(f"never showed {words!r}:\n{self.text()}")

    def press(self, key: str) -> float | None:
        """Milliseconds from a key to the last change of the screen; None if nothing changed."""
        before, begun, last = self.text(), time.perf_counter(), None
        os.write(self._file, NAMED.get(key, key).encode())
        return self._until_still(before, begun, last)

    def seen(self, key: str, words: str) -> float:
        """Milliseconds from a key until the screen shows some words."""
        begun = time.perf_counter()
        os.write(self._file, NAMED.get(key, key).encode())
        while time.perf_counter() - begun < 30:
            if self._pump(0.02) and words in self.text():
                return (time.perf_counter() - begun) * 1000
        raise TimeoutError(f"{key!r} never showed {words!r}:\n{self.text()}")

    def press_all(self, keys: Iterable[str]) -> Timing:
        """The timing of keys pressed one after the other; those that change nothing left out."""
        found = [one for one in map(self.press, keys) if one is not None]
        self.weigh()
        return Timing(tuple(found) or (float("nan"),))

    def resized(self, columns: int, rows: int) -> float | None:
        """Milliseconds from another size to the last change of the screen."""
        before, begun = self.text(), time.perf_counter()
        self.resize(columns, rows)
        return self._until_still(before, begun, None)

    def settle(self, seconds: float = 0.7) -> None:
        """Wait until nothing is written for a while."""
        while self._pump(seconds):
            pass

    def weigh(self) -> None:
        """Look how much memory the program and its children hold."""
        with contextlib.suppress(psutil.Error):
            whole = psutil.Process(self._pid)
            every = [whole, *whole.children(recursive=True)]
            self.peak = max(self.peak, sum(one.memory_info().rss for one in every) / 1e6)

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(OSError):
            os.kill(self._pid, signal.SIGTERM)
            time.sleep(0.3)
            os.kill(self._pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self._pid, 0)
            os.close(self._file)

    def _until_still(self, before: str, begun: float, last: float | None) -> float | None:
        while time.perf_counter() - begun < 10:
            wait = STILL if last is None else max(0.0, STILL - (time.perf_counter() - last))
            if self._pump(wait):
                last = time.perf_counter()
            elif last is not None or time.perf_counter() - begun > 1.0:
                break
        return (last - begun) * 1000 if last and self.text() != before else None

    def _pump(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._file, 1 << 16)
        except OSError as error:
            raise EOFError("the program ended") from error
        self.written += len(data)
        for asked, answer in _ANSWERS.items():
            if asked in data:
                os.write(self._file, answer)
        self._stream.feed(data)
        return True
