"""Words a reader typed or pasted, found in a text."""

import re

from reader.model import AmbiguousReference
from reader.text.anchoring.folding import fold, folded
from reader.text.canonical import canonical


def find_quote(text: str, words: str) -> tuple[int, int] | None:
    """Find what a reader typed or pasted: white space, quotes, dashes and ellipses are folded.

    Whole words come first: “he” is not found in “the” if it stands alone elsewhere. None if it is
    absent; raises `AmbiguousReference` if it stands in several places.
    """
    wanted = fold(canonical(words)).strip()
    if not wanted:
        return None
    there, quoted = folded(text), re.escape(wanted)
    for pattern in (re.compile(rf"(?<!\w){quoted}(?!\w)"), re.compile(quoted)):
        found = pattern.search(there.text)
        if found and pattern.search(there.text, found.start() + 1):
            raise AmbiguousReference(
                "stands in several places; give more of the words around it", words
            )
        if found:
            return there.span(*found.span())
    return None
