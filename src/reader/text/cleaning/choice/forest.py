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
from typing import Any

Row = list[float]
Node = tuple[int, float, Any, Any]
"""A column, a threshold and the nodes left and right of it; a leaf has the column -1 and its odds
as threshold."""

_LEAF = -1
HURRY = 20
"""Trees after which a row that is far from even is let go."""
FAR = 2.0
"""How far, in log-odds: the trees left would bring back three rows of ten thousand, and four of
five rows never ask them."""


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees, and the names of the columns they ask about in the order of a row."""

    columns: tuple[str, ...]
    trees: tuple[Node, ...]

    def likelihoods(self, rows: list[Row]) -> list[float]:
        """For each row, how likely its segment belongs to the article: 0 to 1."""
        first, rest = self.trees[:HURRY], self.trees[HURRY:]
        return [_likelihood(row, first, rest) for row in rows]


@cache
def forest(name: str) -> Forest:
    """The fitted weights of a kind of source: `page` or `text`."""
    file = resources.files("reader.text.cleaning.choice") / "weights" / f"{name}.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    return Forest(tuple(data["columns"]), tuple(_node(tree, 0) for tree in data["trees"]))


def _node(tree: list[Any], at: int) -> Node:
    columns, thresholds, left, right, leaves = tree
    if at < 0:
        return _LEAF, leaves[~at], None, None
    return columns[at], thresholds[at], _node(tree, left[at]), _node(tree, right[at])


def _likelihood(row: Row, first: tuple[Node, ...], rest: tuple[Node, ...]) -> float:
    odds = _sum(row, first)
    if -FAR < odds < FAR:
        odds += _sum(row, rest)
    return 1 / (1 + exp(-odds))


def _sum(row: Row, trees: tuple[Node, ...]) -> float:
    total = 0.0
    for column, odds, left, right in trees:
        while column >= 0:
            column, odds, left, right = left if row[column] <= odds else right
        total += odds
    return total
