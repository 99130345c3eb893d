"""The weights of the signs: fitted by `tools/cleaning/fit_splitting.py`, kept in `weights.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from reader.text.cleaning.plain.splitting.signs import certainty


@dataclass(frozen=True, slots=True)
class Weights:
    """A weighted sum of signs; above `threshold` a further article is taken to begin."""

    threshold: float
    base: float
    by_sign: dict[str, float]

    def score(self, signs: dict[str, float]) -> float:
        """The sum at a line: the logarithm of the odds, as it was fitted."""
        fitted = sum(self.by_sign[name] * value for name, value in signs.items())
        return self.base + fitted + certainty(signs)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that came with Reader."""
    file = resources.files("reader.text.cleaning.plain.splitting") / "weights.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Weights(data["threshold"], data["base"], data["signs"])
