"""Which way a date lies from the day of publication, by the words around it."""

from reader.text.recognition.figures.tables import words
from reader.text.recognition.figures.tokens import Tokens

_REACH_BACK = 14
_REACH_ON = 8
_MERIDIEMS = frozenset(["a.m.", "p.m.", "am", "pm"])


def _cue(name: str) -> frozenset[str]:
    return words("calendar", "en", "tense", name)


def outlook(tokens: Tokens, first: int, last: int) -> int:
    """Return 1 if the words around the tokens `[first, last)` look ahead, -1 back, 0 neither.

    The word that touches the date decides, then the clause before it, then the clause after.
    """
    beside = tokens.low[_past_hour(tokens, first) - 1]
    if beside in _cue("future_beside"):
        return 1
    if beside in _cue("past_beside"):
        return -1
    back = range(first - 1, max(-1, first - 1 - _REACH_BACK), -1)
    return _lean(tokens, back) or _lean(tokens, range(last, min(last + _REACH_ON, tokens.count)))


def _past_hour(tokens: Tokens, first: int) -> int:
    """Return the token where the words before a date begin: "until 9 a.m. Tuesday", "by the"."""
    low, at = tokens.low, first
    if low[at - 1] in _MERIDIEMS:
        at -= 1
        while at > 1 and (low[at - 1] == ":" or low[at - 1][:1].isdecimal()):
            at -= 1
    return at - (low[at - 1] in ("the", "noon", "midnight"))


def _lean(tokens: Tokens, places: range) -> int:
    future, past, ends = _cue("future"), _cue("past"), _cue("clause_ends")
    lean = 0
    for place in places:
        word = tokens.low[place]
        if word in future or (word == "to" and tokens.low[place - 1] in ("is", "are")):
            return lean or 1
        if word == "\n" or (word in ends and not _abbreviates(tokens, place)):
            return lean or (-1 if word == "said" else 0)
        if not lean and (word in past or _is_past(tokens, place)):
            lean = -1
    return lean


def _is_past(tokens: Tokens, at: int) -> bool:
    """Tell a verb in -ed from the passive of "will be released" and "to be published"."""
    word = tokens.low[at]
    if len(word) <= 4 or not word.endswith("ed") or word in _cue("not_past"):
        return False
    return "be" not in tokens.low[max(0, at - 2) : at]


def _abbreviates(tokens: Tokens, at: int) -> bool:
    """Tell the point of "Mr." or "Oct." from the end of a sentence."""
    before = tokens.raw[at - 1]
    return tokens.raw[at] == "." and len(before) <= 4 and before[:1].isupper()
