"""Fit the learned choice of segments, and say how well it does on sites it has not seen.

    python tools/cleaning/fit.py DATA page|text [--measure] [--out WEIGHTS]

Needs lightgbm, which Reader itself does not: what is fitted is written as plain numbers and read by
cleaning/choice/forest.py. DATA holds annotated documents, SET/truth.jsonl (a line a document: "id",
"group" or site, "body") beside SET/html, SET/txt-innertext and SET/txt-lynx (docs/cleaning.md).
A segment's label is whether half of its words stand in the body; documents weigh alike within a
set, whatever their length. Sites are kept whole when folds are drawn. The same documents give the
same weights.
"""

import argparse
import hashlib
import json
from pathlib import Path

import lightgbm
import numpy
from examples import Example, examples
from measuring import measured

from reader.text.cleaning.choice import forest
from reader.text.cleaning.html import page
from reader.text.cleaning.plain import looking

OUT = Path(forest.__file__).parent / "weights"
COLUMNS = {"page": page.COLUMNS, "text": looking.COLUMNS}
FORMS = {"page": ["html"], "text": ["txt-innertext", "txt-lynx", "visible"]}
SETS = {"scrapinghub": 2.5, "fundus": 2.5, "mozilla": 2.5, "wcxb": 1.0}
"""What a document of each set weighs: news more than the web at large."""
FOLDS = 5
ROUNDS = 100
SIZES = {
    "page": {"num_leaves": 15, "min_data_in_leaf": 60},
    "text": {"num_leaves": 31, "min_data_in_leaf": 40},  # three times the rows, and no hurry
}
SETTINGS = {
    "objective": "binary", "learning_rate": 0.1,
    "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 10.0,
    "seed": 3, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
MOST_WORDS, POWER = 80, 0.7  # a long passage weighs more than a short one, but not in proportion


def main() -> None:
    """Read the documents, measure by folds if asked, fit on all of them, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("kind", choices=COLUMNS)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    kind = options.kind
    documents = [d for form in FORMS[kind] for d in examples(options.data, list(SETS), form)]
    if options.measure:
        print(measured(documents, unseen(documents, kind)))
    out = options.out or OUT / f"{kind}.json"
    out.parent.mkdir(exist_ok=True)
    write(fit(documents, kind), COLUMNS[kind], out)


def unseen(documents: list[Example], kind: str) -> list[list[float]]:
    """The likelihoods of every document by a forest that saw no page of its site."""
    found: dict[int, list[float]] = {}
    for fold in range(FOLDS):
        booster = fit([d for d in documents if fold_of(d) != fold], kind)
        for at, document in enumerate(documents):
            if fold_of(document) == fold and document.rows:
                found[at] = list(booster.predict(numpy.array(document.rows, dtype=float)))
    return [found.get(at, []) for at in range(len(documents))]


def fold_of(document: Example) -> int:
    """The fold of a document's site."""
    return int(hashlib.md5(document.site.encode()).hexdigest(), 16) % FOLDS


def fit(documents: list[Example], kind: str) -> lightgbm.Booster:
    """Boosted trees over all rows of the documents."""
    rows = numpy.array([row for d in documents for row in d.rows], dtype=float)
    labels = numpy.array([share >= 0.5 for d in documents for share in d.labels], dtype=int)
    weights = numpy.concatenate([weights_of(d) for d in documents if d.rows])
    return lightgbm.train(
        SETTINGS | SIZES[kind], lightgbm.Dataset(rows, labels, weight=weights), ROUNDS
    )


def weights_of(document: Example) -> numpy.ndarray:
    """What each segment weighs; those of a document sum up to its set's weight."""
    words = numpy.minimum(numpy.array(document.lengths) + 2.0, MOST_WORDS) ** POWER
    return words / words.sum() * 50 * SETS[document.set]


def write(booster: lightgbm.Booster, columns: tuple[str, ...], out: Path) -> None:
    """Write the columns' names and the trees as `forest.Forest` reads them."""
    trees = [flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    text = json.dumps({"columns": columns, "trees": trees}, separators=(",", ":"))
    out.write_text(text + "\n", encoding="utf-8")


def flat(root: dict) -> list[list]:
    """A tree as five lists: columns, thresholds, left and right children, leaves."""
    columns, thresholds, left, right, leaves = [], [], [], [], []

    def add(node: dict) -> int:
        if "leaf_value" in node:
            leaves.append(float(f"{node['leaf_value']:.4g}"))
            return ~(len(leaves) - 1)
        at = len(columns)
        columns.append(node["split_feature"])
        thresholds.append(float(f"{node['threshold']:.6g}"))
        left.append(0)
        right.append(0)
        left[at], right[at] = add(node["left_child"]), add(node["right_child"])
        return at

    add(root)
    return [columns, thresholds, left, right, leaves]


if __name__ == "__main__":
    main()
