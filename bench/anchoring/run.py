"""Whether highlights stay on their words when newsrooms edit articles and extractors change.

    .venv/bin/python bench/anchoring/run.py [--pages DIR] [--against trafilatura] [--show 10]

Passages of every kind (names, figures, clauses, sentences, paragraphs) are described in a text and
looked for in an edited one, where it is known what became of each word. Right: found where the
words are, give or take a word at the edges, or an orphan where fewer than half of them are left.
Wrong: found anywhere else. `--pages` takes articles from HTML pages instead of those shipped;
`--against` also looks for sentences in what another extractor, which must be installed, makes of
the same page.
"""

import argparse
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from edits import EDITS, Words, text_of, words_of
from reextracted import pairs

from reader.library.extracting import articles_of
from reader.sources import read_path
from reader.text.anchoring import describe, hash_of, match
from reader.text.anchoring.folding import fold

ROOT = Path(__file__).parents[2]
LEFT = 0.5  # of a passage's words, for it to count as still there
CLOSE = 0.6  # of them in what is found, and of what is found in them, for it to be right


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=Path)
    options.add_argument("--most", type=int, default=300)
    options.add_argument("--against", choices=["trafilatura", "readability"])
    options.add_argument("--show", type=int, default=0, help="print so many mistakes")
    given = options.parse_args()
    texts = list(texts_of(given.pages, given.most))
    chance, shown = random.Random(3), [given.show]
    print(f"{len(texts)} articles, {sum(map(len, texts)) // 1000} thousand characters")
    print(f"{'':12}   there   right  orphan   wrong |   gone   wrong   ms")
    total: Counter[str] = Counter()
    for edit in EDITS:
        found, begun = Counter[str](), time.perf_counter()
        for text in texts:
            words = words_of(text)
            edited = edit(words, chance, texts)
            found += judged(words, edited, chance, shown, edit.__name__)
        total += found
        print(line(edit.__name__, found, time.perf_counter() - begun), flush=True)
    if given.against:
        found, begun = Counter[str](), time.perf_counter()
        for one, other, spans in pairs(given.pages, given.most, given.against):
            found += judged_spans(one, other, spans, shown)
        total += found
        print(line(given.against, found, time.perf_counter() - begun))
    print(line("all", total, 0))


def texts_of(pages: Path | None, most: int) -> Iterator[str]:
    if pages is None:
        shipped = tomllib.loads((ROOT / "bench/cleaning/articles.toml").read_text("utf-8"))
        yield from shipped_texts(shipped)
        paths: Iterable[Path] = sorted((ROOT / "sample_articles").rglob("*.*"))
    else:
        paths = sorted(pages.rglob("*.html"))[:most]
    for path in paths:
        if path.suffix in {".html", ".txt", ".md"} and path.name != "README.md":
            text = articles_of(read_path(path))[0].text
            if len(text) > 400:
                yield text


def shipped_texts(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        for value in found.values():
            yield from shipped_texts(value)
    elif isinstance(found, list):
        texts = [one for one in found if isinstance(one, str) and len(one) > 100]
        if texts:
            yield "\n\n".join(texts)
        for one in found:
            if isinstance(one, dict):
                yield from shipped_texts(one)


def passages(words: Words, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Runs of words as readers mark them: a word, a few, a clause, a sentence, two, a paragraph.

    One in twelve goes on over the end of its paragraph.
    """
    ends = [at + 1 for at, word in enumerate(words) if "\n" in word.behind] + [len(words)]
    for number in range(24):
        size = chance.choice([1, 2, 4, 8, 8, 16, 16, 24, 24, 40, 80])
        begin = chance.randrange(max(1, len(words) - size))
        end = min(len(words), begin + size)
        if number % 12:
            end = min(end, next(one for one in ends if one > begin))
        yield begin, end


def judged(
    words: Words, edited: Words, chance: random.Random, shown: list[int], name: str
) -> Counter[str]:
    text, now = text_of(words), text_of(edited)
    begins, ends = offsets(words)
    truth = {}
    new_begins, new_ends = offsets(edited)
    for at, word in enumerate(edited):
        if word.number is not None:
            truth[word.number] = (
                new_begins[at],
                new_ends[at],
                fold(word.text) == fold(words[word.number].text),
            )
    told: Counter[str] = Counter()
    for first, last in passages(words, chance):
        passage = begins[first], ends[last - 1]
        left = [truth[n] for n in range(first, last) if n in truth]
        same = [(begin, end) for begin, end, unchanged in left if unchanged]
        if len(same) < LEFT * (last - first):
            same = []
        elif max(left)[1] - min(left)[0] > 1.5 * (passage[1] - passage[0]) + 60:
            continue  # its parts stand in different places now: no one place is right
        there = [(begin, end) for begin, end, _ in left]
        told[verdict(text, now, passage, (same, there), shown, name)] += 1
    return told


def judged_spans(
    text: str, now: str, spans: list[tuple[tuple[int, int], tuple[int, int]]], shown: list[int]
) -> Counter[str]:
    return Counter(
        verdict(text, now, passage, ([where], [where]), shown, "re-extracted")
        for passage, where in spans
    )


def verdict(
    text: str,
    now: str,
    passage: tuple[int, int],
    places: tuple[list[tuple[int, int]], list[tuple[int, int]]],
    shown: list[int],
    name: str,
) -> str:
    """`places` are those of the words that are left as they were, and of all that is left."""
    same, there = places
    quote, position = describe(text, *passage)
    found = match(now, quote, position, source_hash=hash_of(text))
    if found is None:
        return "orphan" if same else "gone"
    if same and right((found.start, found.end), same, there):
        return "right"
    if shown[0] > 0:
        shown[0] -= 1
        known = now[same[0][0] : same[-1][1]] if same else "GONE"
        print(f"-- {name}\n   was   {quote.exact!r}\n   found {now[found.start : found.end]!r}")
        print(f"   is    {known!r}")
    return "wrong" if same else "made up"


def right(
    found: tuple[int, int], same: list[tuple[int, int]], there: list[tuple[int, int]]
) -> bool:
    """Whether most of the words that are left are in what was found, and little else."""
    covered = sum(max(0, min(found[1], end) - max(found[0], begin)) for begin, end in same)
    whole = sum(end - begin for begin, end in same)
    first, last = min(there)[0], max(there)[1]
    inside = min(found[1], last) - max(found[0], first)
    return covered >= CLOSE * whole and inside >= CLOSE * (found[1] - found[0])


def offsets(words: Words) -> tuple[list[int], list[int]]:
    begins, ends, at = [], [], 0
    for word in words:
        begins.append(at)
        ends.append(at + len(word.text))
        at += len(word.text) + len(word.behind)
    return begins, ends


def line(name: str, found: Counter[str], seconds: float) -> str:
    there = found["right"] + found["orphan"] + found["wrong"]
    gone = found["gone"] + found["made up"]
    count = max(1, there + gone)
    return (
        f"{name:12} {there:>7} {share(found['right'], there)} {share(found['orphan'], there)} "
        f"{share(found['wrong'], there)} | {gone:>6} {share(found['made up'], gone)} "
        f"{1000 * seconds / count:>5.1f}"
    )


def share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):>6.2f}%"


if __name__ == "__main__":
    main()
