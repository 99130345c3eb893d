"""Rotated copies of `notes.json`, and mending it from them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending did: where the damaged file was set aside, and which backup was restored."""

    aside: Path | None
    restored: Path | None
