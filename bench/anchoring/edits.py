"""Articles edited as newsrooms edit them, with what became of every word.

A text is a list of words, each with the white space behind it and the number it had in the first
version (None for what was put in). So it is known where a passage stands after any edit.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

# A word; of Chinese and Japanese, which part words by nothing, a character.
_WORD = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+)(\s*)")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    behind: str
    number: int | None


Words = list[Word]


def words_of(text: str, *, numbered: bool = True) -> Words:
    found = enumerate(_WORD.finditer(text))
    return [Word(one[1], one[2], at if numbered else None) for at, one in found]


def text_of(words: Words) -> str:
    return "".join(word.text + word.behind for word in words)


def paragraphs(words: Words) -> list[Words]:
    found: list[Words] = [[]]
    for word in words:
        found[-1].append(word)
        if "\n" in word.behind:
            found.append([])
    return [one for one in found if one]


def joined(parts: list[Words]) -> Words:
    ended = [[*part[:-1], replace(part[-1], behind=part[-1].behind or "\n\n")] for part in parts]
    return [word for part in ended for word in part]


def corrected(words: Words, chance: random.Random, _: list[str]) -> Words:
    """Some words put right: spelling, figures, names, a clause in or out."""
    known = [word.text for word in words]
    edited: Words = []
    for word in words:
        luck = chance.random()
        if luck < 0.015:
            edited.append(replace(word, text=chance.choice(known)))
        elif luck < 0.025 and len(word.text) > 4:
            at = chance.randrange(1, len(word.text) - 1)
            edited.append(replace(word, text=word.text[:at] + word.text[at + 1 :]))
        elif luck < 0.032:
            continue
        elif luck < 0.040:
            extra = [Word(chance.choice(known), " ", None) for _ in range(chance.randrange(1, 6))]
            edited += [word, *extra] if "\n" not in word.behind else [word]
        else:
            edited.append(word)
    return edited


def rewritten(words: Words, chance: random.Random, others: list[str]) -> Words:
    """Every paragraph but some gets more changes: the second edition."""
    once = corrected(words, chance, others)
    return corrected(corrected(once, chance, others), chance, others)


def added(words: Words, chance: random.Random, others: list[str]) -> Words:
    """New paragraphs, from another article."""
    parts = paragraphs(words)
    new = paragraphs(words_of(chance.choice(others), numbered=False))
    for _ in range(chance.randrange(1, 4)):
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(new))
    return joined(parts)


def removed(words: Words, chance: random.Random, _: list[str]) -> Words:
    """A third of the paragraphs gone."""
    parts = paragraphs(words)
    return joined([part for part in parts if chance.random() > 0.33] or parts[:1])


def moved(words: Words, chance: random.Random, _: list[str]) -> Words:
    """Sections in another order."""
    parts = paragraphs(words)
    at = chance.randrange(len(parts))
    parts = parts[at:] + parts[:at]
    if len(parts) > 2:
        one = parts.pop(chance.randrange(len(parts)))
        parts.insert(chance.randrange(len(parts) + 1), one)
    return joined(parts)


def typeset(words: Words, chance: random.Random, _: list[str]) -> Words:
    """Other quotation marks, dashes, ellipses and spaces."""
    marks = str.maketrans({'"': "”", "'": "’", "–": "-", "—": "-", "“": '"', "”": '"', "’": "'"})
    return [
        replace(
            word,
            text=word.text.translate(marks).replace("...", "…"),
            behind=word.behind.replace(" ", "\u00a0") if chance.random() < 0.1 else word.behind,
        )
        for word in words
    ]


def repeated(words: Words, chance: random.Random, _: list[str]) -> Words:
    """A teaser: the first paragraph once more above all."""
    first = chance.choice(paragraphs(words)[:2])
    return joined([[replace(word, number=None) for word in first], words])


def everything(words: Words, chance: random.Random, others: list[str]) -> Words:
    for edit in (corrected, added, removed, moved, typeset):
        words = edit(words, chance, others)
    return words


Edit = Callable[[Words, random.Random, list[str]], Words]
EDITS: tuple[Edit, ...] = (
    corrected,
    rewritten,
    added,
    removed,
    moved,
    typeset,
    repeated,
    everything,
)
