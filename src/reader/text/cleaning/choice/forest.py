"""Boosted trees (Friedman 2001, “Greedy function approximation”), read in plain Python.

The file holds the names of the columns it was fitted on and the trees: for each the column,
threshold and two children of every node, a child below zero being the leaf `~child`. A row goes
left where its value is at most the threshold.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

Tree = tuple[list[int], list[float], list[int], list[int], list[float]]
Row = list[float]

HURRY = 20
"""Trees after which a row that is far from even is let go."""
FAR = 2.0
"""How far, in log-odds: the trees left would bring back three rows of ten thousand, and four of
five rows never ask them."""


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees, and the names of the columns they ask about in the order of a row."""

    columns: tuple[str, ...]
    trees: tuple[Tree, ...]

    def likelihoods(self, rows: list[Row]) -> list[float]:
        """For each row, how likely its segment belongs to the article: 0 to 1."""
        first, rest = self.trees[:HURRY], self.trees[HURRY:]
        return [_likelihood(row, first, rest) for row in rows]


@cache
def forest(name: str) -> Forest:
    """The fitted weights of a kind of source: `page` or `text`."""
    file = resources.files("reader.text.cleaning.choice") / "weights" / f"{name}.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    return Forest(tuple(data["columns"]), tuple(tuple(tree) for tree in data["trees"]))


def _likelihood(row: Row, first: tuple[Tree, ...], rest: tuple[Tree, ...]) -> float:
    odds = _sum(row, first)
    if -FAR < odds < FAR:
        odds += _sum(row, rest)
    return 1 / (1 + exp(-odds))


def _sum(row: Row, trees: tuple[Tree, ...]) -> float:
    total = 0.0
    for columns, thresholds, left, right, leaves in trees:
        node = 0
        while node >= 0:
            node = left[node] if row[columns[node]] <= thresholds[node] else right[node]
        total += leaves[~node]
    return total
