"""What the learned step looks at: the same function feeds it when it is fitted and when it reads.

A feature is a short string. Those of a word alone are given apart from those of its place, so that
the reader can add up each word's weights once.
"""

from collections.abc import Iterable
from functools import lru_cache

from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import WORDS_KEPT, Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

OFFSETS = (-2, -1, 0, 1, 2)
_FAMILIES = (
    ("g", "given_names"),
    ("s", "surnames"),
    ("t", "titles"),
    ("r", "roles"),
    ("f", "fields"),
    ("h", "org_heads"),
    ("o", "org_openers"),
    ("p", "place_heads"),
    ("n", "not_names"),
    ("a", "person_after"),
    ("u", "person_roles"),
    ("e", "event_heads"),
    ("l", "law_heads"),
)


@lru_cache(maxsize=WORDS_KEPT)
def shape(word: str) -> str:
    """The form of a word: "Xx", "XX", "x", "X.", "Xd", "xX", or the mark itself."""
    if not word[0].isalnum():
        return word
    kind = "x" if word.islower() else "X" if len(word) == 1 else "XX" if word.isupper() else "Xx"
    if kind == "Xx" and not word.istitle():
        kind = "xX"
    return kind + ("d" if any(map(str.isdigit, word)) else "") + ("." if word[-1] == "." else "")


@lru_cache(maxsize=WORDS_KEPT)
def families(word: str) -> str:
    """One letter for each family of words that a word belongs to."""
    bare = word.rstrip(".")
    letters = "".join(letter for letter, family in _FAMILIES if bare in words_of(family))
    return letters + ("c" if word.lower() in words_of("common") else "")


def of_word(word: str, offset: int) -> list[str]:
    """The features a word alone gives to the token that stands `-offset` from it."""
    low = word.lower()
    out = [f"{offset}w{low}", f"{offset}x{shape(word)}", f"{offset}f{families(word)}"]
    if abs(offset) == 1:
        out += [f"{offset}s{low[-3:]}"]
    if not offset:
        out += [f"p{low[:3]}", f"q{low[:4]}", f"s{low[-2:]}", f"t{low[-3:]}", f"y{low[-4:]}"]
        out += [f"W{word}", f"n{min(len(word), 9)}{shape(word)}"]
    return out


_BEFORE = (
    ("T", ("titles", "roles", "courtesies")),
    ("G", ("given_names",)),
    ("I", ("located",)),
    ("P", ("person_roles",)),
    ("O", ("org_nouns",)),
    ("L", ("place_nouns",)),
)
_AFTER = (
    ("s", ("person_after",)),
    ("h", ("org_heads",)),
    ("p", ("place_heads",)),
    ("r", ("person_roles",)),
    ("o", ("org_nouns",)),
    ("l", ("place_nouns",)),
)
_APART = frozenset([",", "(", "the", "a", "an", "its"])


@lru_cache(maxsize=WORDS_KEPT)
def _clues(word: str, after: bool) -> str:
    bare = word.rstrip(".")
    families = _AFTER if after else _BEFORE
    return "".join(c for c, names in families if any(bare in words_of(name) for name in names))


def clues_of(tokens: Tokens) -> dict[str, str]:
    """What stands beside each capitalised word anywhere in the text, a letter a kind of clue.

    Gathered over the document, as global features are in Chieu and Ng 2002.
    """
    found: dict[str, set[str]] = {}
    words, count = tokens.words, len(tokens)
    for at, word in enumerate(words):
        if not is_capitalised(word) or tokens.zones[at]:
            continue
        clues = found.setdefault(word, set())
        if at and not tokens.breaks[at]:
            clues.update(_clues(words[at - 1], False))
        after = at + 1
        while after < count and after < at + 3 and words[after] in _APART:
            after += 1
        if after < count and not tokens.breaks[after]:
            clues.update(_clues(words[after], True))
    return {word: "".join(sorted(clues)) for word, clues in found.items()}


class Places:
    """The features of each token's place in its text: neighbours, rules' answers, document."""

    def __init__(self, tokens: Tokens, rules: list[Span]) -> None:
        self._tokens = tokens
        self._words = ["^", *(word.lower() for word in tokens.words), "$"]
        self._shapes = ["^", *map(shape, tokens.words), "$"]
        self._families = ["", *map(families, tokens.words), ""]
        self._rules = _labels(rules, len(tokens) + 2)
        self._lower = {word for word in tokens.words if word.islower()}
        self._clues = clues_of(tokens)
        self._mid = {
            word
            for word, opens, zone in zip(tokens.words, tokens.opens, tokens.zones, strict=True)
            if not opens and not zone and is_capitalised(word)
        }

    def of(self, at: int) -> list[str]:
        """The features of the place of token `at`."""
        standing, around = of_standing(*self.standing(at)), of_around(*self.around(at))
        return [*standing, *around, *self.of_own(at), *self.of_next(at)]

    def standing(self, at: int) -> tuple[str, str, str, str, str]:
        """What `of_standing` asks for of token `at`."""
        tokens, i = self._tokens, at + 1
        word = tokens.words[at]
        opens = "o" if tokens.opens[at] else ""
        low = "l" if self._words[i] in self._lower else ""
        form = f"{opens}{low}{'m' if word in self._mid else ''}{tokens.zones[at]}"
        clues = self._clues.get(word, "")
        return clues, self._rules[i], self._shapes[i], self._families[i], form

    def around(self, at: int) -> list[str]:
        """What `of_around` asks for of token `at`."""
        last = at + 3
        return self._shapes[at:last] + self._families[at:last] + self._rules[at:last]

    def word(self, at: int) -> str:
        """The word of token `at` as features have it; `$` after the last."""
        return self._words[at + 1]

    def of_own(self, at: int) -> list[str]:
        """The features of token `at` that hold its word and what is beside it."""
        words, rules, i = self._words, self._rules, at + 1
        word = words[i]
        return [
            f"a{words[at]}|{word}",
            f"b{word}|{words[i + 1]}",
            f"j{rules[i]}|{word}",
            f"m{self._tokens.touches[at]:d}{self._shapes[at]}|{word}",
            f"o{rules[at]}|{word}",
        ]

    def of_next(self, at: int) -> list[str]:
        """The features of token `at` that hold the next word."""
        words, i = self._words, at + 1
        after = words[i + 1]
        return [f"e{words[at]}|{self._shapes[i]}|{after}", f"r{self._rules[i]}|{after}"]


def of_standing(clues: str, rule: str, shape: str, kinds: str, form: str) -> list[str]:
    """The features of what is known of a word in its text, by the letters of each.

    Apart from others for there are few of them: the reader can add up their weights once.
    """
    return [
        *[f"D{clue}" for clue in clues],
        f"E{clues}|{rule}",
        f"F{clues}|{shape}|{kinds}",
        f"h{rule}",
        f"i{rule}|{shape}|{kinds}",
        f"k{form}{shape}",
        f"l{form}{rule}",
    ]


def of_around(*seen: str) -> list[str]:
    """The features of the shapes of three words in a row, their families, and what rules say."""
    shapes, kinds, rules = "|".join(seen[:3]), "|".join(seen[3:6]), "|".join(seen[6:])
    return [f"c{shapes}", f"d{kinds}", f"g{rules}"]


def holding(features: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that features of `of_own` hold, and those that features of `of_next` do."""
    own, after = set(), set()
    for feature in features:
        if feature[0] in "ajmo":
            own.add(feature.rpartition("|")[2] or "|")
        elif feature[0] == "b":
            own.add(feature[1:].partition("|")[0] or "|")
        elif feature[0] in "er":
            after.add(feature.rpartition("|")[2] or "|")
    return frozenset(own), frozenset(after)


def _labels(spans: list[Span], count: int) -> list[str]:
    labels = ["-"] * count
    for span in spans:
        mark = span.type[:2] + str(int(span.strength))
        labels[span.first + 1 : span.last + 1] = [f"I{mark}"] * (span.last - span.first)
        labels[span.first + 1] = f"B{mark}"
    return labels


def stretches(tokens: Tokens) -> list[tuple[int, int]]:
    """The stretches `[first, last)` worth a look: capitals with a word or two around them."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(tokens.words):
        if not (is_capitalised(word) or (word[0].isdigit() and not word.isdigit())):
            continue
        first, last = max(0, at - 1), min(len(tokens), at + 2)
        if found and first <= found[-1][1] + 2:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
