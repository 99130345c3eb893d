"""Make the pictures in screenshots/ anew: `make screenshots`. Needs Chromium for the PNGs.

The app runs without a terminal on a throw-away library of the sample articles, keys are pressed,
and what is on the screen is saved as SVG, then drawn by a browser, which alone spaces text right.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from textual.worker import WorkerCancelled

from reader.cli.app import samples
from reader.library import Library
from reader.model import Colour, FollowUp
from reader.ui.app import ReaderApp

PICTURES = Path(__file__).parents[1] / "screenshots"
NOW = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
REPOST, PORT, PLANT = "Brazil’s exchanges", "Harbour city", "Battery maker"


@dataclass(frozen=True)
class Scene:
    """One picture: the article opened, the size of the terminal, the keys pressed."""

    name: str
    title: str | None
    size: tuple[int, int]
    keys: Sequence[str] = ()


SCENES = [
    Scene("list", None, (160, 50), ("4",)),
    Scene("reading", REPOST, (160, 50), (")", ")", ")", ")")),
    Scene("panel", REPOST, (120, 40), ("e", "5")),
    Scene("library", None, (120, 40), ("L",)),
    Scene("removed", REPOST, (120, 40), ("W", "G")),
    Scene("note", PORT, (120, 40), (")", ")", ")", ")", "a", *"Ask Nordhavn for the order book.")),
    Scene("correct", PORT, (120, 40), ("g",) + ("p",) * 6 + ("C",)),
    Scene("narrow", PLANT, (80, 24), (")", ")")),
    Scene("help", None, (120, 40), ("?",)),
]


def mark(library: Library) -> None:
    """What a reader would have said of the samples."""
    ids = {row.title: row.id for row in library.rows(library.listing().ids())}
    by = {
        name: next(id for title, id in ids.items() if title.startswith(name))
        for name in (REPOST, PORT, PLANT)
    }
    library.tag([by[REPOST], by[PORT]], ["follow-up"])
    library.tag([by[REPOST]], ["crypto", "brazil"])
    library.tag([by[PLANT]], ["jobs"])
    library.set_follow_up(by[REPOST], FollowUp(date(2026, 6, 1), "Are the reports out?"))
    library.set_follow_up(by[PORT], FollowUp(date(2026, 9, 1), "Has work begun?"))
    for article, words, body, colour in (
        (
            REPOST,
            "“What is called stable should be seen to be stable,”",
            "Lead with this.",
            Colour.YELLOW,
        ),
        (REPOST, "Some 70% of that is BRL8", "", Colour.GREEN),
        (PORT, "about 1,400 jobs", "Whose estimate?", Colour.BLUE),
    ):
        library.highlight(
            by[article], *library.find_quote(by[article], words), body=body, colour=colour
        )


async def draw(scene: Scene, home: Path) -> str:
    """The SVG of one scene."""
    with Library.open(home, clock=lambda: NOW) as library:
        app = ReaderApp(library)
        async with app.run_test(size=scene.size) as pilot:
            await settle(app)
            await pilot.pause()
            if scene.title:
                await pilot.press("slash", *scene.title.split()[0].lower().split("’")[0], "enter")
                await settle(app)
                await pilot.press("enter")
                await settle(app)
                await pilot.pause()
            for key in scene.keys:
                await pilot.press({" ": "space", ".": "full_stop"}.get(key, key))
                await settle(app)
            await pilot.pause()
            return app.export_screenshot(title="Reader")


async def settle(app: ReaderApp) -> None:
    """Wait for everything that was begun; what a later look overtook is left at that."""
    with suppress(WorkerCancelled):
        await app.workers.wait_for_complete()


def to_png(svg: Path, png: Path, browser: str) -> None:
    """Draw an SVG at its own size."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text("utf-8"))
    assert found
    width, height = (int(float(side)) + 1 for side in found.groups())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        style = (
            f"<style>body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>"
        )
        page.write_text(
            f"<!doctype html><meta charset=utf-8>{style}{svg.read_text('utf-8')}", "utf-8"
        )
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
        ]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        subprocess.run(
            [browser, *flags, f"--user-data-dir={folder}/profile",
             f"--window-size={width},{height}", f"--screenshot={png}", page.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


def main() -> int:
    """Draw every scene."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("screenshots: Chromium is needed to draw them; install it and run this again")
        return 1
    wanted = sys.argv[1:]
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        with Library.open(home, clock=lambda: NOW) as library:
            library.import_([samples()])
            mark(library)
        for scene in SCENES:
            if wanted and scene.name not in wanted:
                continue
            svg = Path(folder, f"{scene.name}.svg")
            svg.write_text(asyncio.run(draw(scene, home)), "utf-8")
            to_png(svg, PICTURES / f"{scene.name}.png", browser)
            print(f"screenshots/{scene.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
