"""Split a text into the tokens the recognisers read, each with its place."""

import re
from itertools import accumulate

# Addresses are one token, so that nothing in them is read; "U.S." and "p.m." are one word;
# Han, kana and hangul stand alone, for those scripts put no space around numbers and units.
_TOKEN = re.compile(
    r"([a-zA-Z]{2,}(?![^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?!://|(?<=www)\.)"  # most
    r"|(?:https?://|www\.)\S+"
    r"|(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"
    r"|\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
    r"|\n|\S)"
)

# Empty tokens after the last, so that looking ahead or one back of the first needs no guard.
_PADDING = 16


class Tokens:
    """The tokens of one text: `raw` as written, `low` in lower case, `start` and `end` offsets.

    Beyond `count`, and before the first, every token is the empty string and touches nothing.
    """

    __slots__ = ("count", "end", "low", "raw", "start", "text")

    def __init__(self, text: str) -> None:
        parts = _TOKEN.split(text)  # what is between, a token, what is between, and so on
        raw: list[str] = parts[1::2]
        bounds = list(accumulate(map(len, parts)))  # faster than asking every match where it is
        self.text = text
        self.count = len(raw)
        self.raw = raw + [""] * _PADDING
        self.low = list(map(str.lower, self.raw))
        self.start = bounds[:-1:2] + [len(text) + 2] * _PADDING
        self.end = bounds[1::2] + [len(text) + 1] * _PADDING

    def glued(self, at: int) -> bool:
        """Tell whether token `at` touches the one before it."""
        return at > 0 and self.end[at - 1] == self.start[at]

    def runs_on(self, at: int) -> bool:
        """Tell whether token `at` is a letter or digit touching the one before; Han never does."""
        raw = self.raw[at]
        return self.glued(at) and raw[:1].isalnum() and raw[:1] < "\u3040"

    def phrase(self, first: int, last: int) -> str:
        """Return the tokens `[first, last)` in lower case, joined as the text joins them."""
        word = self.low[first]
        for at in range(first + 1, min(last, self.count)):
            word += self.low[at] if self.glued(at) else " " + self.low[at]
        return word
