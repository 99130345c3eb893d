"""A passage → selectors that find it again."""

import unicodedata
from hashlib import sha256

from reader.model import TextPositionSelector, TextQuoteSelector

# As many characters either side as Hypothesis keeps (client, src/annotator/anchoring/types.ts).
CONTEXT = 32

# A quote that stands more than once in its text needs more around it to be told apart later.
REPEATED_CONTEXT = 64

_JOINER = "\u200d"
_SKIN_TONES = "🏻🏼🏽🏾🏿"


def describe(text: str, start: int, end: int) -> tuple[TextQuoteSelector, TextPositionSelector]:
    """Selectors for `text[start:end]`, with up to `CONTEXT` code points either side.

    A quote that the text has more than once gets up to `REPEATED_CONTEXT`. The context neither
    begins nor ends inside a grapheme cluster, as the standard asks. Raises `ValueError` for a
    passage that is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage [{start}, {end}) in a text of {len(text)} code points")
    size = REPEATED_CONTEXT if _repeated(text, text[start:end]) else CONTEXT
    before, after = max(0, start - size), min(len(text), end + size)
    while before < start and _inside_cluster(text, before):
        before += 1
    while after > end and _inside_cluster(text, after):
        after -= 1
    quote = TextQuoteSelector(text[start:end], text[before:start], text[end:after])
    return quote, TextPositionSelector(start, end)


def hash_of(text: str) -> str:
    """What tells one source text from another: 16 hexadecimal digits of its SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _repeated(text: str, exact: str) -> bool:
    return text.find(exact, text.find(exact) + 1) >= 0


def _inside_cluster(text: str, at: int) -> bool:
    """Whether a cut at `at` would part a letter from its accent or an emoji from its modifier."""
    if not 0 < at < len(text):
        return False
    after = text[at]
    joined = text[at - 1] == _JOINER or after == _JOINER or after in _SKIN_TONES
    return joined or unicodedata.category(after).startswith("M")
