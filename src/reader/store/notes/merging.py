"""Two writers, one document: what each changed is kept."""

from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]


def merged(ours: Fields, base: Fields, theirs: Fields) -> dict[str, Any]:
    """`theirs` with what `ours` changed since `base`.

    Tags are merged one by one, every other field as a whole, ours where both changed it. Fields
    that only `theirs` has are another version's, and stay.
    """
    result = dict(theirs)
    for name, value in ours.items():
        if name not in theirs or value != base.get(name):
            both = name == "tags" and isinstance(theirs.get(name), list)
            result[name] = _merged_tags(value, base.get(name, []), theirs[name]) if both else value
    return result


def _merged_tags(ours: list[str], base: list[str], theirs: list[Any]) -> list[Any]:
    if theirs == base:
        return ours
    removed = set(base) - set(ours)
    staying = [tag for tag in theirs if not isinstance(tag, str) or tag not in removed]
    return [*staying, *(tag for tag in ours if tag not in theirs and tag not in base)]
