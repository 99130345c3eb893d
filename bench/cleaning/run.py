"""Clean the corpus and say how well, and how fast.

    .venv/bin/python bench/cleaning/run.py [--faults]

For every layout: F1 over words of the body (mean over languages), titles and authors right,
milliseconds a source. `--faults` shows what was lost and what was left in.
"""

import argparse
import time
from collections import Counter, defaultdict

from corpus import Sample, samples

from reader.model import Role
from reader.text.cleaning import Cleaned, clean
from reader.text.cleaning.html.tokens import words


def main() -> None:
    """Print a line a layout."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    rows = defaultdict(list)
    clean("<p>warm</p>", "text/html"), clean("warm", "text/plain")
    for sample in samples():
        began = time.perf_counter()
        cleaned = clean(sample.source, sample.media_type)[0]
        took = time.perf_counter() - began
        rows[sample.name.split("/")[1]].append((sample, cleaned, took))
        if options.faults:
            show(sample, cleaned)
    print(f"{'layout':16} F1 of words  titles  authors  ms")
    for layout, found in rows.items():
        print(f"{layout:16} {line(found)}")


def line(found: list[tuple[Sample, Cleaned, float]]) -> str:
    """The figures of a layout."""
    count = len(found)
    scores = sum(f1(sample, cleaned) for sample, cleaned, _ in found) / count
    titles = sum(sample.title == cleaned.title for sample, cleaned, _ in found)
    authors = sum((sample.author,) == cleaned.authors for sample, cleaned, _ in found)
    speed = 1000 * sum(took for *_, took in found) / count
    return f"{scores:11.3f}  {titles:3}/{count}  {authors:4}/{count} {speed:5.1f}"


def body(cleaned: Cleaned) -> list[str]:
    """The kept body's blocks, lines joined."""
    text = cleaned.source_text
    kept = (b for b in cleaned.blocks if b.role is Role.BODY)
    return [" ".join(text[b.start : b.end].split()) for b in kept]


def f1(sample: Sample, cleaned: Cleaned) -> float:
    """F1 over the words of the body, as bags."""
    truth, said = Counter(words(" ".join(sample.body))), Counter(words(" ".join(body(cleaned))))
    return 2 * (truth & said).total() / (truth.total() + said.total())


def show(sample: Sample, cleaned: Cleaned) -> None:
    """What differs, block by block; in wrapped Chinese no word boundary says where lines met."""
    plain = ["".join(words(each)) for each in sample.body]
    got = ["".join(words(each)) for each in body(cleaned)]
    for each in body(cleaned):
        if "".join(words(each)) not in plain:
            print(f"{sample.name}: left in: {each[:90]}")
    for each, key in zip(sample.body, plain, strict=True):
        if key not in got:
            print(f"{sample.name}: lost: {each[:90]}")


if __name__ == "__main__":
    main()
