"""The index of a library with every article many times, to see lists and searches at that size.

    .venv/bin/python bench/large/multiply.py HOME TIMES NEW     # NEW gets HOME's index, times TIMES

Only lists, searches and names are true to it: the copies have ids of their own, and no originals.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reader.library.recognisers import recogniser_version
from reader.store import Kept, Store
from reader.store.index.earlier import Earlier
from reader.text.cleaning import CLEANER_VERSION

BATCH = 500


def copies(earlier: Earlier, sources: list[str], times: int) -> Iterator[Kept]:
    """Every article so many times, each with a day and an id of its own."""
    for number in range(times):
        for source in sources:
            for one in earlier.of_source(source):
                article = one.article
                if number:
                    sha256 = f"{number:04x}{source[4:]}"
                    year = str(2026 - (number % 20))
                    article = replace(
                        article,
                        id=sha256[:16],
                        source=replace(article.source, sha256=sha256),
                        published=year + (article.published or "2026-01-01")[4:],
                    )
                yield Kept(article, one.recognised, one.packed)


def main() -> None:
    home, times, new = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    new.mkdir()
    shutil.copy(home / "notes.json", new / "notes.json")
    version = recogniser_version()
    old, store = Store.open(home), Store.open(new, recogniser_version=version)
    earlier, done = Earlier(home / "index.sqlite", version), 0
    found = copies(earlier, sorted(old.index.sources()), times)
    while batch := list(islice(found, BATCH)):
        store.index.take_over(batch)
        done += len(batch)
        print(f"\r{done:,}", end="", file=sys.stderr)
    store.index.cleaner = str(CLEANER_VERSION)
    store.index.originals = store.originals.stamps()
    store.index.mark_built()
    store.index.notes_stamp = store.index.followed = store.notes.stamp
    store.close()


if __name__ == "__main__":
    main()
