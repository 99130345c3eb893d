"""Where given phrases stand in a text, in one pass however many they are."""

import re
from collections.abc import Iterable, Iterator

from reader.model import UNSEEN

_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases to look for as whole words, in one block, white space between them as it comes.

    Case counts, except for phrases written all in lower case.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Phrases without a word in them are found nowhere."""
        self._by_first: dict[str, list[tuple[int, re.Pattern[str], str]]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            if first := _WORD.search(phrase):
                entry = (first.start(), _pattern(phrase), phrase)
                self._by_first.setdefault(first[0].casefold(), []).append(entry)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each place `[start, end)` in code points and the phrase there, the longest at each.

        None begins before another ends. Characters that are hidden (`UNSEEN`) do not count.
        """
        if not self._by_first:
            return
        if UNSEEN not in text:
            yield from self._find(text)
            return
        at = [place for place, char in enumerate(text) if char != UNSEEN]
        for start, end, phrase in self._find(text.replace(UNSEEN, "")):
            yield at[start], at[end - 1] + 1, phrase

    def _find(self, text: str) -> Iterator[tuple[int, int, str]]:
        done = 0
        for word in _WORD.finditer(text):
            for lead, pattern, phrase in self._by_first.get(word[0].casefold(), ()):
                start = word.start() - lead
                if start >= done and (found := pattern.match(text, start)):
                    done = found.end()
                    yield start, done, phrase
                    break


def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"[^\S\n]+".join(map(re.escape, phrase.split()))
    flags = re.IGNORECASE if phrase == phrase.lower() else re.NOFLAG
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)
