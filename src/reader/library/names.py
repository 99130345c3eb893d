"""The reader's word on names, told from what the index follows of it. Pure: values in and out."""

import json
from collections.abc import Iterable

from reader.model import EntityCorrection
from reader.text.recognition.corrections import folded_name

Said = tuple[str | bool | None, ...]
"""A correction as it is compared: `id`, the name it is about, the one it gives, and the rest."""


def said_by(correction: EntityCorrection) -> Said:
    """What a correction says."""
    kinds = (correction.was and str(correction.was), correction.type and str(correction.type))
    marks = (correction.ignored, correction.marked)
    return (correction.id, correction.text, correction.name, *kinds, *marks)


def written(said: Iterable[Said]) -> str:
    """All of it as one text, the same for the same; "" for nothing."""
    ordered = [list(one) for one in dict.fromkeys(said)]
    return json.dumps(ordered, ensure_ascii=False) if ordered else ""


def parsed(text: str) -> tuple[Said, ...]:
    """What `written` made a text of, in that order."""
    return tuple(tuple(one) for one in json.loads(text or "[]"))


def names_touched(before: tuple[Said, ...], after: tuple[Said, ...]) -> set[str]:
    """The names whose articles may name them otherwise, now that `after` is said, not `before`.

    With a name go those that other corrections, then or now, make of it, or it of them.
    """
    pairs = [{str(name) for name in one[1:3] if name} for one in (*before, *after)]
    changed = set(before) ^ set(after)
    touched = {str(name) for one in changed for name in one[1:3] if name}
    folded = set(map(folded_name, touched))
    while more := [pair for pair in pairs if _some(pair, folded) and not pair <= touched]:
        touched.update(*more)
        folded.update(map(folded_name, touched))
    return touched


def _some(pair: set[str], folded: set[str]) -> bool:
    return any(folded_name(name) in folded for name in pair)
