"""What the learned step looks at: the same function feeds it when it is fitted and when it reads.

A feature is a short string. Those of a word alone are given apart from those of its place, so that
the reader can add up each word's weights once.
"""

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
        words, shapes, kinds, rules = self._words, self._shapes, self._families, self._rules
        tokens, i = self._tokens, at + 1
        word, rule = tokens.words[at], rules[i]
        opens = "o" if tokens.opens[at] else ""
        low = "l" if words[i] in self._lower else ""
        mid = "m" if word in self._mid else ""
        clues = self._clues.get(word, "")
        return [
            *[f"D{clue}" for clue in clues],
            f"E{clues}|{rule}",
            f"F{clues}|{shapes[i]}|{kinds[i]}",
            f"a{words[i - 1]}|{words[i]}",
            f"b{words[i]}|{words[i + 1]}",
            f"c{shapes[i - 1]}|{shapes[i]}|{shapes[i + 1]}",
            f"d{kinds[i - 1]}|{kinds[i]}|{kinds[i + 1]}",
            f"e{words[i - 1]}|{shapes[i]}|{words[i + 1]}",
            f"g{rules[i - 1]}|{rule}|{rules[i + 1]}",
            f"h{rule}",
            f"i{rule}|{shapes[i]}|{kinds[i]}",
            f"j{rule}|{words[i]}",
            f"k{opens}{low}{mid}{tokens.zones[at]}{shapes[i]}",
            f"l{opens}{low}{mid}{tokens.zones[at]}{rule}",
            f"m{tokens.touches[at]:d}{shapes[i - 1]}|{words[i]}",
            f"o{rules[i - 1]}|{words[i]}",
            f"r{rule}|{words[i + 1]}",
        ]


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
