"""How long one tag takes to be saved for good, beside stock TinyDB on the same notes.

    .venv/bin/python bench/notes/saving.py [--sizes 10000 100000]

Both write to the same disk in turn. Reader's save returns when file and folder are flushed; stock
TinyDB flushes the file, and loses it when the disk is full. Milliseconds, median (worst).
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from tinydb import TinyDB, where

from reader.model import Annotation, ReaderState, TextPositionSelector, TextQuoteSelector
from reader.store import Location, Notes

NOW = datetime(2026, 1, 5, tzinfo=UTC)
WORDS = "the ministry said on that a new rate would be set by and for banks in oil".split()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--repeats", type=int, default=15)
    given = options.parse_args()
    print(f"{'annotations':>12} {'file':>9} {'Reader':>18} {'stock TinyDB':>18} {'ratio':>6} read")
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(Path(folder), size, given.repeats), flush=True)


def measured(folder: Path, size: int, repeats: int) -> str:
    location = Location(folder / "reader")
    location.create()
    notes = Notes(location)
    marks, states = annotations(size), {f"a{n}": ReaderState(("old",)) for n in range(size // 5)}
    notes.save(states, marks, now=NOW)
    data = location.notes.read_bytes()
    stock = TinyDB(folder / "stock.json", encoding="utf-8", ensure_ascii=False)
    (folder / "stock.json").write_bytes(data)
    table = stock.table("articles")

    def save(turn: int) -> None:
        state = replace(notes.state("a1"), tags=("old", f"t{turn}"))
        notes.save({"a1": state}, now=NOW + timedelta(seconds=turn))

    def save_stock(turn: int) -> None:
        table.update({"tags": ["old", f"t{turn}"]}, where("article") == "a1")

    ours, theirs = in_turn((save, save_stock), repeats if size < 50_000 else 5)
    read = timed(lambda _: notes.state("a1"), 0) * 1000
    return (
        f"{size:>12,} {len(data) / 1e6:>6.1f} MB {said(ours)} {said(theirs)} "
        f"{median(ours) / median(theirs):>6.2f} {read:.0f} µs"
    )


def in_turn(
    calls: tuple[Callable[[int], None], ...], repeats: int
) -> tuple[list[float], list[float]]:
    for call in calls:
        call(-1)
    times = [[timed(call, turn) for call in calls] for turn in range(repeats)]
    first, second = zip(*times, strict=True)
    return list(first), list(second)


def timed(call: Callable[[int], object], turn: int) -> float:
    begun = time.perf_counter()
    call(turn)
    return (time.perf_counter() - begun) * 1000


def said(times: list[float]) -> str:
    return f"{median(times):>8.1f} ({max(times):>6.1f})"


def annotations(size: int) -> list[Annotation]:
    chance = random.Random(1)

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count))

    return [
        Annotation(
            f"urn:uuid:{n:032x}",
            f"a{n // 5}",
            NOW,
            NOW,
            TextQuoteSelector(words(20), words(6), words(6)),
            TextPositionSelector(n, n + 100),
            words(10) if n % 3 else "",
        )
        for n in range(size)
    ]


if __name__ == "__main__":
    main()
