"""Words that speak to the reader, from `address.toml`."""

import tomllib
from importlib import resources


def _read() -> frozenset[str]:
    text = (resources.files("reader.text.cleaning.choice") / "address.toml").read_text("utf-8")
    return frozenset(word for line in tomllib.loads(text).values() for word in line.split())


ADDRESSED = _read()
"""Case folded, of all languages together."""
