"""Words and where they stand: the first step, and the only one that reads characters."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

WORDS_KEPT = 1 << 14  # words, here or there, of which is kept what was found; a library has more

# Linear: every alternative begins with another class of character, or is tried once a word.
# Hyphens and dashes stand alone ("US-China" is two names), inner apostrophes and "&" do not.
_TOKEN = re.compile(
    r"((?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Gen|Sen|Rep|Col|Lt|Capt|Sgt|Maj|Adm|Jr|Sr|St|Mt"
    r"|Inc|Corp|Co|Ltd|Bros|No|vs)\.(?=\W|$)"
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|['’][sS]\b"
    r"|\d+(?:[.,]\d+)+\w*"  # 1.24B
    r"|\w+(?:(?!['’][sS]\b)[&'’]\w+)*(?:\.(?:com|io|org|net|ai)\b)?"
    r"|[^\w\s])"
)
_CLOSES_SENTENCE = frozenset(".!?…:•;")
_OPENS = frozenset("\"'“‘«»([{-–—*·•>„")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a token: `starts` and `ends` are code points into the text.

    `breaks[i]`: token i is the first of a line. `opens[i]`: it may be capitalised only because a
    sentence, a quotation or a list item begins. `touches[i]`: no space before it.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    touches: list[bool] = field(default_factory=list)
    zones: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str) -> Tokens:
    """Cut a text into words and marks; offsets are code points, `[start, end)`."""
    parts = _TOKEN.split(text)  # white space, a word, white space, and so on
    bounds = list(accumulate(map(len, parts)))  # faster than asking every match where it is
    words, spaces, opens = parts[1::2], parts[:-1:2], True
    breaks, opened = list[bool](), list[bool]()
    for word, space in zip(words, spaces, strict=True):
        fresh = not breaks or "\n" in space
        opens = opens or fresh
        breaks.append(fresh)
        opened.append(opens)
        opens = word in _CLOSES_SENTENCE or (opens and word in _OPENS) or word in "“„«"
    touches = [not space for space in spaces]
    if touches:
        touches[0] = False  # there is nothing that it could touch
    return Tokens(words, bounds[:-1:2], bounds[1::2], breaks, opened, touches)


def split_name(name: str) -> tuple[str, ...]:
    """Cut a name as `tokenise` would, to look it up word by word."""
    return tuple(_TOKEN.findall(name))


def capitals_end(tokens: Tokens, first: int, most: int) -> int:
    """Where the capitalised words from `first` end: at most so many, on the line before them."""
    for last in range(first, min(len(tokens), first + most)):
        if tokens.breaks[last] or not is_capitalised(tokens.words[last]):
            return last
    return min(len(tokens), first + most)


@lru_cache(maxsize=WORDS_KEPT)
def is_capitalised(word: str) -> bool:
    """Whether a word is written as names are: Tesla, KSD, iPhone, A7A5; not 10, the."""
    return not word.islower() and any(map(str.isupper, word))
