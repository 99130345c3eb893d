"""Clean broken and hostile sources until the time is up; what breaks a promise is written down.

    .venv/bin/python bench/cleaning/fuzz.py [--minutes 5] [--seed 1] [--to DIR]

The sources are those of the corpus, cut, repeated, shuffled and mixed with odd code points and
markup. Promises: no exception but ConversionError; the blocks tile the source text, so that what
is kept and what is set aside are all of it; no code point in it that a terminal would act on;
no source takes more than `SLOW` times as long as its length lets expect.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from corpus import samples

from reader.model import ConversionError
from reader.text.canonical import canonical
from reader.text.cleaning import clean

ODD = [
    "\x00", "\x1b[31m", "\x9b", "\u202e", "\u200b", "\ufeff", "\U000e0041", "[/b]",
    "[@click=x]a[/]", "\r\n", "\x0c", "\u2028", "&#x1b;", "&lt;", "<p>", "</div>", "<table><tr>",
    "<pre>", "<!--", "<script>", "]]>", "\n\n", "\n> ", "\n- ", "\n\n---\n\n", " " * 40, "a" * 3000,
    "。", "؟", "İ", "ﬁ",
]  # fmt: skip
SLOW = 0.002
"""Seconds a hundred code points may take on a slow machine, beside a second for anything."""


def main() -> int:
    """Fuzz; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, default=Path("fuzz-found"))
    options = parser.parse_args()
    rng, sources = random.Random(options.seed), list(samples())
    end, tried, found = time.monotonic() + 60 * options.minutes, 0, 0
    while time.monotonic() < end:
        sample = rng.choice(sources)
        source = broken(sample.source, rng)
        kind = rng.choice([sample.media_type, "text/html", "text/plain", "text/markdown"])
        tried += 1
        fault = fault_of(source, kind)
        if fault:
            found += 1
            options.to.mkdir(exist_ok=True)
            (options.to / f"{tried}.txt").write_text(source, "utf-8", errors="surrogatepass")
            print(f"{options.to}/{tried}.txt as {kind}: {fault}")
    print(f"{tried} sources, {found} broke a promise")
    return bool(found)


def broken(source: str, rng: random.Random) -> str:
    """The source with one to eight things done to it."""
    for _ in range(rng.randint(1, 8)):
        a, b = sorted(rng.randint(0, len(source)) for _ in range(2))
        change = rng.randrange(5)
        if change == 0:
            source = source[:a] + source[b:]
        elif change == 1:
            source = source[:a] + rng.choice(ODD) * rng.choice((1, 1, 2, 50)) + source[a:]
        elif change == 2:
            source = source[:b] + source[a:b] + source[b:]
        elif change == 3:
            lines = source.split("\n")
            rng.shuffle(lines)
            source = "\n".join(lines)
        else:
            source = source[b:] + source[:a]
    return source[:200_000]


def fault_of(source: str, media_type: str) -> str | None:
    """What promise cleaning this source breaks; None when all are kept."""
    began = time.perf_counter()
    try:
        found = clean(source, media_type)
    except ConversionError:
        return None
    except Exception as error:
        return repr(error)
    took = time.perf_counter() - began
    if took > 1 + SLOW * len(source) / 100:
        return f"took {took:.1f} s for {len(source)} code points"
    for cleaned in found:
        edges = [0, *(block.end for block in cleaned.blocks)]
        starts = [block.start for block in cleaned.blocks]
        if starts != edges[:-1] or edges[-1] != len(cleaned.source_text):
            return "the blocks do not tile the source text"
        if canonical(cleaned.source_text) != cleaned.source_text:
            return "the source text is not canonical"
        if "\n" in cleaned.title or canonical(cleaned.title) != cleaned.title:
            return "the title is not canonical"
    return None


if __name__ == "__main__":
    sys.exit(main())
