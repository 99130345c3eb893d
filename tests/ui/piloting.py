"""Driving the app with real keys, and waiting for what it has begun, never for the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fakes import FakeLibrary
from textual.events import Key, Paste
from textual.pilot import Pilot

from reader.library import Library
from reader.model import ArticleRow
from reader.ui.app import ReaderApp
from reader.ui.screens.main import MainScreen

TITLES = ("Russia legalises crypto", "Bank raises its rate", "Harvest fails in the south")
NARROW, WIDE = (80, 24), (160, 50)
CALM = 3
"""Rounds through every widget's queue in which nothing more may turn up."""

NAMES = {
    " ": "space",
    "-": "minus",
    ":": "colon",
    "/": "slash",
    "?": "question_mark",
    ",": "comma",
    ")": "right_parenthesis",
    "}": "right_curly_bracket",
}
CHARACTERS = {name: character for character, name in NAMES.items()}


class Driver:
    """Keys in, what stands on the screen out."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None], library: Any) -> None:
        self.app, self.pilot, self.library = app, pilot, library

    @property
    def main(self) -> MainScreen:
        return self.app.main

    async def settle(self) -> None:
        """Wait until nothing is under way any more."""
        calm = 0
        while calm < CALM and self.app.is_running:
            await self.pilot.pause(0)
            busy = any(worker.is_running for worker in self.app.workers)
            calm = 0 if busy else calm + 1
            await asyncio.sleep(0)

    async def press(self, *names: str) -> None:
        """Press keys by Textual's names for them, each when the one before has done its work."""
        for name in names:
            self.hit(name)
            await self.settle()

    def hit(self, *names: str) -> None:
        """Press keys without waiting for anything, as fast fingers do."""
        for name in names:
            character = name if len(name) == 1 else CHARACTERS.get(name)
            self.app.post_message(Key(name, character))

    async def type(self, words: str) -> None:
        """Type quickly: nothing is waited for between the letters."""
        self.hit(*(NAMES.get(letter, letter) for letter in words))
        await self.settle()

    async def paste(self, words: str) -> None:
        """Paste from the terminal."""
        self.app.post_message(Paste(words))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal larger or smaller."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def screen(self) -> str:
        """The text on the terminal."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(line.text.rstrip() for line in lines)

    @property
    def told(self) -> str:
        """The last thing the reader was told."""
        notes = list(self.app._notifications)
        return notes[-1].message if notes else ""

    @property
    def row(self) -> ArticleRow | None:
        """The article under the cursor of the list."""
        return self.main.list_pane.list.row


@asynccontextmanager
async def driving(
    library: FakeLibrary | Library | None = None, size: tuple[int, int] = NARROW
) -> AsyncIterator[Driver]:
    """The app on a library of three articles, or on another, ready for keys."""
    library = library or FakeLibrary(*TITLES)
    app = ReaderApp(library)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot, library)
        await driver.settle()
        yield driver
