"""What lists, searches and names cost by themselves, without a screen, libraries side by side.

    .venv/bin/python bench/large/queries.py HOME …

Milliseconds, the best of three; a search is of words not asked for before.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.library import FigureSort, Library

ASKED: dict[str, Callable[[Library], object]] = {
    "the list": lambda library: _fresh(library).listing(""),
    "a screen in the middle": lambda library: _middle(library),
    "search h…": lambda library: _fresh(library).listing("h"),
    "search london": lambda library: _fresh(library).listing("london"),
    "search the bank": lambda library: _fresh(library).listing("the bank"),
    "tag:story-20": lambda library: library.listing("tag:story-20"),
    "is:unread": lambda library: library.listing("is:unread"),
    "entity:London": lambda library: library.listing("entity:London"),
    "counts": lambda library: library.counts(),
    "names": lambda library: library.names().rows(0, 50),
    "figures, newest": lambda library: library.all_figures().rows(0, 50),
    "figures, largest": lambda library: library.all_figures("", FigureSort.LARGEST).rows(0, 50),
    "an article": lambda library: library.article(_middle(library)[0].id),
}


def _fresh(library: Library) -> Library:
    library._store.index._database.reordered()  # as if articles had come: nothing is remembered
    return library


def _middle(library: Library) -> list[object]:
    listing = library.listing("")
    return list(listing.rows(len(listing) // 2, len(listing) // 2 + 50))


def measured(home: Path) -> dict[str, float]:
    """Milliseconds of everything asked of one library."""
    begun = time.perf_counter()
    found = {}
    with Library.open(home, follow_now=False) as library:
        found["opened"] = (time.perf_counter() - begun) * 1000
        for name, ask in ASKED.items():
            times = []
            for _ in range(3):
                begun = time.perf_counter()
                ask(library)
                times.append((time.perf_counter() - begun) * 1000)
            found[name] = min(times)
        found["articles"] = library.counts().articles
    found["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def main() -> None:
    if len(sys.argv) == 2:  # each in a process of its own, for its memory
        for name, figure in measured(Path(sys.argv[1])).items():
            print(name, round(figure, 1), sep="\t")
        return
    columns = []
    for home in sys.argv[1:]:
        ran = subprocess.run([sys.executable, __file__, home], capture_output=True, check=True)
        columns.append(dict(line.split("\t") for line in ran.stdout.decode().splitlines()))
    counts = [f"{float(column.pop('articles')):,.0f}" for column in columns]
    print("| ms |", " | ".join(counts), "|")
    print("|---|" + "---:|" * len(columns))
    for name in columns[0]:
        print(f"| {name} |", " | ".join(column[name] for column in columns), "|")


if __name__ == "__main__":
    main()
