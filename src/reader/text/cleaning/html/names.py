"""What the names of elements say: tags, roles, classes and ids → families of `names.toml`."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from reader.text.cleaning.html.containers import lineage
from reader.text.cleaning.html.dom import Element

_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHERS = re.compile(r"[^a-z]+")
_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption_credit",
    "figure": "figure",
    "form": "form",
    "button": "interface",
    "dialog": "interface",
    "time": "byline",
    "address": "byline",
}
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "navigation",
    "search": "navigation",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "interface",
    "alertdialog": "interface",
}
_ATTRIBUTES = ("class", "id", "itemprop", "data-component", "data-testid")


def families(element: Element) -> frozenset[str]:
    """The families an element's own tag, role, class and id speak for."""
    attributes = element.attrib
    said = (_TAGS.get(element.tag), _ROLES.get(attributes.get("role", "")))
    found = {family for family in said if family}
    if attributes:
        for attribute in _ATTRIBUTES:
            if value := attributes.get(attribute):
                found |= _said_by(value[:300])
    return frozenset(found)


def families_around(element: Element) -> frozenset[str]:
    """The families of the element and of all that is around it."""
    return frozenset().union(*map(families, lineage(element)))


@lru_cache(maxsize=20_000)
def _said_by(name: str) -> frozenset[str]:
    said = "-" + _OTHERS.sub("-", _CAPITALS.sub("-", name).lower()) + "-"
    return frozenset(family for family, pattern in _patterns() if pattern.search(said))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern a family, over a name whose words stand between hyphens."""
    text = files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return tuple(
        (family, re.compile("-(?:" + "".join(words.split("\n")).replace(" ", "-?") + ")-"))
        for family, words in tomllib.loads(text).items()
    )
