"""Fit the weights of the signs of a second article, by logistic regression.

    python tools/cleaning/fit_splitting.py DATA [--per-shape 60] [--out WEIGHTS]
    python tools/cleaning/fit_splitting.py DATA --leave-out shape|site   # no weights are written

DATA holds the sets that `shapes` describes. Nothing but the standard library is needed, and the
same data give the same weights. `--leave-out` says how well it does on shapes or sites that it was
not fitted on; CONTRIBUTING.md says where the data come from.
"""

import argparse
import math
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import shapes

from reader.text.canonical import canonical
from reader.text.cleaning.language import detect_language, small_words
from reader.text.cleaning.plain.assembling import language_sample
from reader.text.cleaning.plain.dividing import divide
from reader.text.cleaning.plain.features import Features, folded, observe
from reader.text.cleaning.plain.splitting import best
from reader.text.cleaning.plain.splitting.candidates import candidates, prose_words
from reader.text.cleaning.plain.splitting.signs import Signs
from reader.text.cleaning.plain.splitting.vocabulary import Vocabulary

OUT = Path(__file__).parents[2] / "src/reader/text/cleaning/plain/splitting/weights.toml"
SMOOTHING = 1.0
RIVALS = 0.3
FALSE_SPLITS = 0.004
FALSE_SPLITS_MADE = 0.02
FOLDS = 5


@dataclass
class Example:
    """A text seen: its candidates with their signs, and which of them begin a further article."""

    shape: str
    site: str
    prose: list[int]
    signs: dict[int, dict[str, float]]
    wanted: list[int | None] = field(default_factory=list)
    gaps: list[range] = field(default_factory=list)


def example(shape: str, made: shapes.Made) -> Example:
    segments = divide(canonical(made.text))
    language = detect_language(language_sample(segments))
    seen = observe(segments, language)
    reader = Signs(segments, seen, Vocabulary(seen, small_words(language)))
    signs = {at: reader.at(at) for at in candidates(segments, seen)}
    return Example(shape, made.groups[0], [prose_words(s) for s in seen], signs, *places(made, seen))


def bodies(article: shapes.Article, seen: list[Features], paragraph: int = 0) -> list[int]:
    """Where a paragraph of an article stands."""
    start = folded(canonical(article.body[paragraph]))[:30]
    return [at for at, s in enumerate(seen) if start in s.key]


def places(made: shapes.Made, seen: list[Features]) -> tuple[list[int | None], list[range]]:
    """Where the titles of the further articles stand; and between what they have to."""
    found: list[int | None] = []
    gaps = []
    before = made.first
    for article in made.further:
        key = folded(canonical(article.title))
        tops = bodies(article, seen)
        above = [at for at, s in enumerate(seen) if s.key == key and any(at < b <= at + 30 for b in tops)]
        at = max(above, default=None)
        while at is not None and at - 1 in above:
            at -= 1  # the first of a pair
        found.append(at)
        top = max(tops, default=0)
        ends = [b for b in bodies(before, seen, -1) if b < top] if before else []
        gaps.append(range(max(ends, default=0) + 1, top + 1))
        before = article
    return found, gaps


# -- regression ---------------------------------------------------------------------------------


def rows(examples: list[Example], names: list[str]) -> list[tuple[list[float], float, float]]:
    """(signs, label, weight): titles of further articles, other lines, and the ones they beat."""
    found = []
    for one in examples:
        wanted = {at for at in one.wanted if at is not None and at in one.signs}
        near = {at for at in one.signs for w in wanted if at not in wanted and close(one, at, w)}
        for at, signs in one.signs.items():
            vector = [1.0, *(signs[name] for name in names)]
            if at in wanted:
                found.append((vector, 1.0, 1.0))
            elif at not in near and None not in one.wanted:
                found.append((vector, 0.0, 1.0 if not one.wanted else 0.5))
        for winner in wanted:
            for loser in near:
                if close(one, loser, winner) and not one.signs[loser]["again"]:
                    better = [one.signs[winner][n] - one.signs[loser][n] for n in names]
                    found.append(([0.0, *better], 1.0, RIVALS))
    return found


def close(one: Example, at: int, other: int) -> bool:
    a, b = sorted((at, other))
    return sum(one.prose[a:b]) < 100


def fit(examples: list[Example]) -> tuple[list[str], list[float]]:
    """Newton's method with quadratic smoothing."""
    names = sorted({name for one in examples for signs in one.signs.values() for name in signs})
    data = rows(examples, names)
    size = len(names) + 1
    theta = [0.0] * size
    for _ in range(25):
        slope = [-SMOOTHING * t * (i > 0) for i, t in enumerate(theta)]
        curve = [[SMOOTHING * (i == j and i > 0) + 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for vector, label, weight in data:
            p = logistic(sum(a * b for a, b in zip(theta, vector, strict=True)))
            bend = weight * p * (1 - p)
            some = [i for i, v in enumerate(vector) if v]
            for i in some:
                slope[i] += weight * (label - p) * vector[i]
                if bend > 1e-9:
                    row, scaled = curve[i], bend * vector[i]
                    for j in some:
                        row[j] += scaled * vector[j]
        step = solve(curve, slope)
        theta = [t + s for t, s in zip(theta, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return names, theta


def logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value)) if value > -30 else 1e-13


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination with pivoting."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(table[r][i]))
        table[i], table[pivot] = table[pivot], table[i]
        for r in range(i + 1, size):
            factor = table[r][i] / table[i][i]
            if factor:
                table[r] = [a - factor * b for a, b in zip(table[r], table[i], strict=True)]
    found = [0.0] * size
    for i in range(size - 1, -1, -1):
        found[i] = (table[i][size] - sum(table[i][j] * found[j] for j in range(i + 1, size))) / table[i][i]
    return found


# -- measuring ----------------------------------------------------------------------------------


def score(names: list[str], theta: list[float], signs: dict[str, float]) -> float:
    return theta[0] + sum(t * signs[name] for name, t in zip(names, theta[1:], strict=True))


def scored(examples: list[Example], names: list[str], theta: list[float]) -> list[dict[int, float]]:
    return [{at: score(names, theta, s) for at, s in one.signs.items()} for one in examples]


def threshold(examples: list[Example], scores: list[dict[int, float]]) -> float:
    """Where no more than the share allowed of the single articles of any kind would be split."""
    tops = defaultdict(list)
    for one, by_line in zip(examples, scores, strict=True):
        if not one.wanted:
            tops[one.shape.startswith("single")].append(max(by_line.values(), default=-99.0))
    limits = []
    for single, share in ((True, FALSE_SPLITS), (False, FALSE_SPLITS_MADE)):
        highest = sorted(tops[single], reverse=True)
        limits.append(highest[int(share * len(highest))])
    return max(limits) + 0.01


def report(examples: list[Example], scores: list[dict[int, float]], limit: float) -> None:
    """Per shape: how many further articles are parted from the first, how many at their title, and
    how many texts are split where nothing begins."""
    figures: dict[str, list[float]] = {}
    for one, by_line in zip(examples, scores, strict=True):
        found = best({at: s for at, s in by_line.items() if s > limit}, one.prose)
        parted = sum(any(at in gap for at in found) for gap in one.gaps)
        titled = sum(at in found for at in one.wanted)
        wrong = any(not any(at in gap for gap in one.gaps) for at in found)
        row = figures.setdefault(one.shape, [0, 0, 0, 0, 0])
        for at, value in enumerate((1, len(one.wanted), parted, titled, wrong)):
            row[at] += value
    wanted = [row for row in figures.values() if row[1]]
    figures["all with further articles"] = [sum(column) for column in zip(*wanted, strict=True)]
    for shape, (count, further, parted, titled, wrong) in figures.items():
        hit = f"found {parted / further:6.1%}  titled {titled / further:6.1%}" if further else " " * 29
        print(f"{shape:34} {count:5} {hit}  wrongly split {wrong / count:6.1%}")


def examples_of(data: Path, each: int) -> list[Example]:
    found = []
    for number, name in enumerate(shapes.SETS):
        articles = shapes.load(data, name)
        for article in articles:
            for kind, text in article.scrapes.items():
                made = shapes.Made(text, [], None, (article.group,))
                found.append(example(f"single {name} {kind}", made))
        maker = shapes.Maker(articles, number)
        for shape, make in (shapes.split_shapes() | shapes.whole_shapes()).items():
            share = min(each, len(maker.long) // 2)
            found += [example(shape, make(maker)) for _ in range(share)]
    return found


def left_out(examples: list[Example], what: str) -> None:
    """Fit on the others, score the ones left out, and measure all of them together."""
    def part(one: Example) -> str:
        return one.shape if what == "shape" and one.wanted else str(sum(map(ord, one.site)) % FOLDS)

    scores: dict[int, dict[int, float]] = {}
    for name in sorted({part(one) for one in examples}):
        names, theta = fit([one for one in examples if part(one) != name])
        limit = threshold(examples, scored(examples, names, theta)) if what == "shape" else 0.0
        if what == "site":
            train = [one for one in examples if part(one) != name]
            limit = threshold(train, scored(train, names, theta))
        for at, one in enumerate(examples):
            if part(one) == name:
                scores[at] = {a: score(names, theta, s) - limit for a, s in one.signs.items()}
    report(examples, [scores[at] for at in range(len(examples))], 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--per-shape", type=int, default=40, help="texts of each shape from each set")
    parser.add_argument("--leave-out", choices=("shape", "site"))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    examples = examples_of(options.data, options.per_shape)
    if options.leave_out:
        left_out(examples, options.leave_out)
        return
    names, theta = fit(examples)
    scores = scored(examples, names, theta)
    limit = threshold(examples, scores)
    report(examples, scores, limit)
    write(options.out, names, theta, limit)


def write(out: Path, names: list[str], theta: list[float], limit: float) -> None:
    lines = ["# Weights of the signs of a second article; fitted by tools/cleaning/fit_splitting.py.",
             f"threshold = {limit:.2f}", f"base = {theta[0]:.2f}", "", "[signs]"]  # fmt: skip
    lines += [f"{name} = {value:.2f}" for name, value in zip(names, theta[1:], strict=True)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
