"""What the class, id and embedded address of an element say to Readability.js (its REGEXPS)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_SHARE = re.compile(r"(?:\b|_)(?:share|sharedaddy)(?:\b|_)")
_WEIGHT = 25


@dataclass(frozen=True, slots=True)
class Said:
    """What a name speaks for; `weight` is its class weight in points."""

    unlikely: bool = False
    maybe: bool = False
    byline: bool = False
    share: bool = False
    weight: int = 0

    def __add__(self, other: "Said") -> "Said":
        return Said(
            self.unlikely or other.unlikely,
            self.maybe or other.maybe,
            self.byline or other.byline,
            self.share or other.share,
            self.weight + other.weight,
        )


NOTHING = Said()


@lru_cache(maxsize=20_000)
def said_by(classes: str, identity: str) -> Said:
    """What a `class` and an `id` say together."""
    return _said_by(classes) + _said_by(identity)


@lru_cache(maxsize=20_000)
def _said_by(name: str) -> Said:
    if not name:
        return NOTHING
    low = name[:1000].lower()
    negative = _holds(low, "negative") or " hid " in f" {low} "
    return Said(
        _holds(low, "unlikely"),
        _holds(low, "maybe"),
        _holds(low, "byline"),
        "share" in low and bool(_SHARE.search(low)),
        _WEIGHT * (_holds(low, "positive") - negative),
    )


def is_video(address: str) -> bool:
    """Whether an address is that of a player Readability.js lets stand."""
    return _holds(address.lower(), "video")


def is_advertisement(text: str) -> bool:
    """Whether a text says nothing but that there is an advertisement or something is loading."""
    return text.lower() in _parts()["advertisement"]


def _holds(name: str, family: str) -> bool:
    return any(part in name for part in _parts()[family])


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    text = files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return {family: tuple(parts.split()) for family, parts in tomllib.loads(text).items()}
