"""What large libraries cost the reader, beside newsboat with the same articles.

    .venv/bin/python bench/large/run.py                     # 10,000 and 100,000 articles
    .venv/bin/python bench/large/run.py --sizes 1000 10000 --folder DIR

Makes the libraries in DIR the first time (100,000 take ten minutes) and starts each program five
times. Milliseconds are from a key to the last change of the screen, at 160×50, through a
pseudo-terminal. Needs pyte and psutil, and newsboat from the system's packages to compare with.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import newsboat

from terminal import Terminal, Timing

ROOT = Path(__file__).parents[2]
READER = str(Path(sys.executable).with_name("reader"))
LIST, STARTS = "(No. ", 5
SEARCHES = ["has", "london", "the bank", "said on"]

Row = tuple[str, float, str]
"""What was measured, the figure, and its unit."""


def starts(command: list[str], ready: str, then: str = "") -> tuple[float, float]:
    """The median of several starts until the list is there, in seconds; the peak of memory in MB.

    newsboat begins with its feeds: `then` is the key that opens the list.
    """
    seconds, peaks = [], []
    for _ in range(STARTS):
        terminal = Terminal(command)
        try:
            taken = terminal.until(ready)
            seconds.append(taken + terminal.seen(then, LIST) / 1000 if then else taken)
            terminal.settle()
            terminal.weigh()
        finally:
            terminal.kill()
        peaks.append(terminal.peak)
    return statistics.median(seconds), max(peaks)


def lists(terminal: Terminal) -> Iterator[Row]:
    """Moving in the list."""
    for key, times in (("j", 50), ("pgdn", 30)):
        timing = terminal.timed_all([key] * times)
        yield f"{key} in the list, p95", timing.p95, "ms"
    terminal.timed("g")


def searching(terminal: Terminal) -> Iterator[Row]:
    """Every letter of a few searches."""
    found: list[float] = []
    for words in SEARCHES:
        terminal.timed("/")
        found += terminal.timed_all(list(words)).milliseconds
        terminal.timed("\x15")  # Ctrl+U empties the box
        terminal.settle(0.4)
        terminal.timed("enter")
        terminal.timed("esc")
        terminal.settle(0.4)
    yield "a letter of a search, p95", Timing(tuple(found)).p95, "ms"


def opening(terminal: Terminal) -> Iterator[Row]:
    """Opening an article and going back."""
    found = []
    for _ in range(12):
        found.append(terminal.timed("enter"))
        terminal.timed("q")
        terminal.timed("j")
    yield "an article opened, median", Timing(tuple(filter(None, found))).median, "ms"


def tagging(terminal: Terminal) -> Iterator[Row]:
    """Setting a tag: from Enter in the dialog to the tag on the line."""
    found = []
    for number in range(12):
        terminal.timed("j")
        terminal.timed("t")
        for letter in f"mark{number}":
            terminal.timed(letter)
        found.append(terminal.timed("enter"))
    yield "a tag set, p95", Timing(tuple(filter(None, found))).p95, "ms"


def across(terminal: Terminal) -> Iterator[Row]:
    """The names and the figures of the whole library, until their first rows are there."""
    names, figures = [], []
    for _ in range(5):
        names.append(terminal.seen("L", "most articles first"))
        terminal.settle(0.3)
        figures.append(terminal.seen("2", "newest first"))
        terminal.settle(0.3)
        terminal.seen("1", "most articles first")
        terminal.settle(0.3)
        terminal.timed("q")
    yield "the names of the library, median", statistics.median(names), "ms"
    yield "the figures of the library, median", statistics.median(figures), "ms"


def commands(home: Path) -> Iterator[Row]:
    """Whole processes, from start to end."""
    listed = subprocess.run(
        [READER, "--home", home, "list", "--json", "--limit", "1"], capture_output=True, check=True
    )
    first = json.loads(listed.stdout)[0]["id"]
    for name, arguments in (
        ("list", ["list", "--limit", "20"]),
        ("search", ["search", "london", "--limit", "20"]),
        ("tag", ["tag", first, "+seen"]),
    ):
        times = []
        for _ in range(STARTS):
            begun = time.perf_counter()
            subprocess.run([READER, "--home", home, *arguments], capture_output=True, check=True)
            times.append((time.perf_counter() - begun) * 1000)
        yield f"reader {name}, whole process", statistics.median(times), "ms"


PARTS: list[Callable[[Terminal], Iterator[Row]]] = [lists, searching, opening, tagging, across]


def measured(home: Path, folder: Path) -> Iterator[Row]:
    """Every row of one library."""
    reader = [READER, "--home", str(home)]
    seconds, memory = starts(reader, LIST)
    yield "start to usable list", seconds, "s"
    other = newsboat.command(home, folder)
    if other:
        peer, weight = starts(other, "Feed of", "enter")
        yield "newsboat's start", peer, "s"
        yield "start, of newsboat's", seconds / peer, "×"
    yield "memory at its peak", memory, "MB"
    if other:
        yield "newsboat's memory", weight, "MB"
        yield "memory, of newsboat's", memory / weight, "×"
    for part in PARTS:
        terminal = Terminal(reader)
        try:
            terminal.until(LIST)
            terminal.settle()
            yield from part(terminal)
        finally:
            terminal.kill()
    yield from commands(home)


def library(size: int, folder: Path) -> Path:
    """The library of so many articles, made if it is not there."""
    home = folder / str(size)
    if not home.exists():
        print(f"making a library of {size:,} articles …", file=sys.stderr)
        make = [sys.executable, str(ROOT / "bench/make_library.py"), str(size), str(home)]
        subprocess.run(make, check=True)
    return home


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path, default=ROOT / "bench" / ".libraries")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ.pop("READER_HOME", None)
    found: dict[tuple[str, str], list[str]] = {}
    for size in given.sizes:
        home = library(size, given.folder)
        for name, figure, unit in measured(home, given.folder):
            print(f"{size:>9,}  {name:36} {figure:10.2f} {unit}", file=sys.stderr, flush=True)
            found.setdefault((name, unit), []).append(f"{figure:.2f}")
    table(found, given.sizes)


def table(found: dict[tuple[str, str], list[str]], sizes: list[int]) -> None:
    """Everything side by side, as Markdown."""
    print("| measure |", " | ".join(f"{size:,} articles" for size in sizes), "|")
    print("|---|" + "---:|" * len(sizes))
    for (name, unit), figures in found.items():
        print(f"| {name.strip()} |", " | ".join(f"{figure} {unit}" for figure in figures), "|")


if __name__ == "__main__":
    main()
