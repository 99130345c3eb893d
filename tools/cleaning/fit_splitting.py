"""Fit the weights of the signs of a second article, by logistic regression.

    python tools/cleaning/fit_splitting.py DATA [--leave-out shape|site] [--per-shape 40]
        [--out src/reader/text/cleaning/plain/splitting/weights.toml]

Needs numpy, which Reader itself does not. DATA holds the sets that `shapes` describes; the same
data give the same weights. Printed is how well it does on sites, or shapes, that it was not fitted
on; and where singles of other sites would be split too often is where the threshold is set.
"""

import argparse
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapes
from numpy.typing import NDArray

from reader.text.canonical import canonical
from reader.text.cleaning.features import Features, folded, observe
from reader.text.cleaning.language import detect_language, small_words
from reader.text.cleaning.plain.dividing import divide, parted
from reader.text.cleaning.plain.looking import language_sample
from reader.text.cleaning.plain.splitting import best
from reader.text.cleaning.plain.splitting.candidates import candidates, prose_words
from reader.text.cleaning.plain.splitting.signs import Signs, certainty
from reader.text.cleaning.plain.splitting.vocabulary import Vocabulary

SMOOTHING = 1.0
RIVALS = 0.3
STEPS = 25
FALSE_SPLITS = 0.008
"""Share of the single articles of other sites that may be split."""
FALSE_SPLITS_MADE = 0.04
"""The same of made lists, digests and comments, which are harder."""
FOLDS = 5

Matrix = NDArray[np.float64]


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
    segments, _ = parted(divide(canonical(made.text)))
    language = detect_language(language_sample(segments))
    seen = observe(segments, language)
    reader = Signs(segments, seen, Vocabulary(seen, small_words(language)))
    signs = {at: reader.at(at) for at in candidates(segments, seen)}
    return Example(
        shape, made.groups[0], [prose_words(s) for s in seen], signs, *places(made, seen)
    )


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
        above = [
            at for at, s in enumerate(seen) if s.key == key and any(at < b <= at + 30 for b in tops)
        ]
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


def rows(examples: list[Example], names: list[str]) -> tuple[Matrix, Matrix, Matrix]:
    """(signs, labels, weights): titles of further articles, other lines, and, as differences
    without a base, how the titles beat the lines beside them."""
    vectors: list[list[float]] = []
    labels: list[tuple[float, float]] = []
    for one in examples:
        wanted = {at for at in one.wanted if at is not None and at in one.signs}
        near = {at for at in one.signs for w in wanted if at not in wanted and close(one, at, w)}
        for at, signs in one.signs.items():
            if at in wanted or (at not in near and None not in one.wanted):
                vectors.append([1.0, *(signs[name] for name in names)])
                labels.append(
                    (float(at in wanted), 0.5 if one.wanted and at not in wanted else 1.0)
                )
        for winner in wanted:
            for loser in near:
                if close(one, loser, winner) and not one.signs[loser]["again"]:
                    better = [one.signs[winner][n] - one.signs[loser][n] for n in names]
                    vectors.append([0.0, *better])
                    labels.append((1.0, RIVALS))
    wanted_column, weights = np.array(labels).T
    return np.array(vectors), wanted_column, weights


def close(one: Example, at: int, other: int) -> bool:
    a, b = sorted((at, other))
    return sum(one.prose[a:b]) < 100


def fit(examples: list[Example]) -> tuple[list[str], list[float]]:
    """Newton's method with quadratic smoothing; the base is not smoothed."""
    names = sorted({name for one in examples for signs in one.signs.values() for name in signs})
    vectors, labels, weights = rows(examples, names)
    smoothing = np.full(len(names) + 1, SMOOTHING)
    smoothing[0] = 1e-6
    theta = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(vectors @ theta, -30, 30)))
        slope = vectors.T @ (weights * (labels - likely)) - smoothing * theta
        bend = (vectors * (weights * likely * (1 - likely))[:, None]).T @ vectors
        step = np.linalg.solve(bend + np.diag(smoothing), slope)
        theta += step
        if np.abs(step).max() < 1e-6:
            break
    return names, [float(value) for value in theta]


# -- measuring ----------------------------------------------------------------------------------


def score(names: list[str], theta: list[float], signs: dict[str, float]) -> float:
    return (
        theta[0]
        + certainty(signs)
        + sum(t * signs[name] for name, t in zip(names, theta[1:], strict=True))
    )


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
        hit = (
            f"found {parted / further:6.1%}  titled {titled / further:6.1%}"
            if further
            else " " * 29
        )
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


def left_out(examples: list[Example], what: str) -> list[dict[int, float]]:
    """The scores of all examples by weights fitted on the other shapes, or on other sites."""

    def part(one: Example) -> str:
        return one.shape if what == "shape" and one.wanted else str(sum(map(ord, one.site)) % FOLDS)

    parts = [part(one) for one in examples]
    scores: list[dict[int, float]] = [{} for _ in examples]
    for name in sorted(set(parts)):
        fitted = fit([one for one, of in zip(examples, parts, strict=True) if of != name])
        for at, one in enumerate(examples):
            if parts[at] == name:
                scores[at] = {a: score(*fitted, s) for a, s in one.signs.items()}
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--per-shape", type=int, default=40, help="texts of each shape from each set"
    )
    parser.add_argument("--leave-out", choices=("shape", "site"), default="site")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    examples = examples_of(options.data, options.per_shape)
    scores = left_out(examples, options.leave_out)
    limit = threshold(examples, scores)
    report(examples, scores, limit)
    if options.out:
        write(options.out, *fit(examples), limit)


def write(out: Path, names: list[str], theta: list[float], limit: float) -> None:
    lines = ["# Weights of the signs of a second article: tools/cleaning/fit_splitting.py",
             f"threshold = {limit:.2f}", f"base = {theta[0]:.2f}", "", "[signs]"]  # fmt: skip
    lines += [f"{name} = {value:.2f}" for name, value in zip(names, theta[1:], strict=True)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
