"""A program in a real pseudo-terminal: what it wrote, byte for byte, and what is seen of it."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from types import TracebackType

import pyte

PATIENCE = 30.0
"""Seconds until a program that does not show what it should is given up."""


class Terminal:
    """One program on one screen."""

    def __init__(self, command: list[str], columns: int = 80, rows: int = 24, **env: str) -> None:
        self.raw = b""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master: int | None
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env},
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.kill()
        if self._master is not None:
            os.close(self._master)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    def press(self, *keys: str) -> None:
        """Type; each key is what a terminal sends for it."""
        for key in keys:
            os.write(self._master, key.encode())

    def wait_for(self, *words: str, gone: str = "") -> str:
        """Read until all the words are on the screen (and `gone` is not); answers the screen."""
        deadline = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words) or (gone and gone in self.text):
            assert self._read(deadline), f"never saw {words} (or {gone!r} stayed):\n{self.text}"
        return self.text

    def wait_for_end(self) -> int:
        """Read until the program ends; answers its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self.process.wait(PATIENCE)

    def hang_up(self) -> int:
        """Close the window, with nobody to send SIGHUP; answers the program's exit code."""
        os.close(self._master)
        self._master = None
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has gone and closed its side
            return False
        self.raw += data
        # pyte has no words for the newest queries and would print them; they are not for people.
        self._stream.feed(data.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[>1u", b""))
        return bool(data)
