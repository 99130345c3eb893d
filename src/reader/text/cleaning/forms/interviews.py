"""Interviews: which blocks ask and which answer.

Three ways to print one are known: marks (“Q:”, “Frage:”), the names of those who speak, and
questions that stand alone. Each counts only where it comes several times.
"""

import re
from collections import Counter
from itertools import pairwise

from reader.model import Kind, Role
from reader.text.cleaning.forms.passages import Forms, Passage
from reader.text.cleaning.segments import Verdict
from reader.text.cleaning.wordlists import wordlists

_words = wordlists("reader.text.cleaning.forms", "forms.toml")

_QUESTION = Verdict(Role.QUESTION, "question that is answered")
_ANSWER = Verdict(Role.ANSWER, "answer to a question")
_MARK = re.compile(r"([^\W\d_]{1,12})\s?[:.：]")
_COLON = re.compile(r"[:：](?=\s*\S)")
_NAME = re.compile(r"[^\W\d_][^\d.!?,;\n]*")
_LONGEST_LABEL = 60
_LONGEST_NAME = 5
_FEWEST_MARKED, _FEWEST_SPOKEN, _FEWEST_ALONE = 2, 3, 4
"""Questions, by how sure the signs are."""
_MOST_ASK = 0.6
"""Of what the asking side says, at least so much ends with a question."""
_SHARE_ALONE = 0.25
_LONGEST_ANSWER = 8
"""Blocks; questions further apart are rhetorical."""
_LONGEST_QUESTION = 500


def interview(text: list[Passage]) -> Forms:
    """The questions and answers among the passages that are read; none where it is no interview."""
    asking = _marked(text) or _spoken(text) or _alone(text)
    return _with_answers(text, asking) if asking else {}


def _marked(text: list[Passage]) -> set[int]:
    """Places of what is marked as a question, where answers are marked as well."""
    marks = [found[1].casefold() if (found := _MARK.match(one.text)) else "" for one in text]
    asking = {n for n, mark in enumerate(marks) if mark in _words("interview", "question")}
    answers = {n for n, mark in enumerate(marks) if mark in _words("interview", "answer")}
    answered = {n for n in asking if n + 1 in answers}
    return asking if len(answered) >= _FEWEST_MARKED else set()


def _spoken(text: list[Passage]) -> set[int]:
    """Places of what the one says who asks most, where others are named that answer."""
    speakers = [_speaker(one) for one in text]
    said = Counter(filter(None, speakers))
    asked = Counter(name for name, one in zip(speakers, text, strict=True) if name and one.asks)
    asker = max(asked, key=lambda name: (asked[name], name), default=None)
    if asker is None or asked[asker] < max(_FEWEST_SPOKEN, _MOST_ASK * said[asker]):
        return set()
    turns = sum(a == asker and b not in {None, asker} for a, b in pairwise(speakers))
    return {n for n, name in enumerate(speakers) if name == asker} if turns > 1 else set()


def _speaker(one: Passage) -> str | None:
    """Who speaks by the words before a colon, “SPIEGEL: …”; None where it is nobody's name."""
    colon = _COLON.search(one.text, 0, _LONGEST_LABEL)
    name = one.text[: colon.start()].strip().casefold() if colon else ""
    known = _NAME.fullmatch(name) and len(name.split()) <= _LONGEST_NAME
    return name if known and name not in _words("interview", "label") else None


def _alone(text: list[Passage]) -> set[int]:
    """Places of questions that stand alone, each with an answer near under it."""
    asking = [n for n, one in enumerate(text) if one.asks and len(one.text) <= _LONGEST_QUESTION]
    first = [n for n in asking if n + 1 < len(text) and n + 1 not in asking]
    if len(first) < _FEWEST_ALONE:
        return set()
    if max(b - a for a, b in pairwise(first)) > _LONGEST_ANSWER + 1:
        return set()
    enough = len(first) >= _SHARE_ALONE * (first[-1] + 2 - first[0])
    return {n for n in asking if n <= first[-1]} if enough else set()


def _with_answers(text: list[Passage], asking: set[int]) -> Forms:
    """After each question its answer, up to the next or a heading; the last no longer than any."""
    found: dict[int, Verdict] = {}
    questions = sorted(asking)
    longest = max((b - a - 1 for a, b in pairwise(questions)), default=1)
    for n, end in pairwise([*questions, min(len(text), questions[-1] + 1 + max(1, longest))]):
        found[text[n].at] = _QUESTION
        for one in text[n + 1 : end]:
            if one.kind is Kind.HEADING:
                break
            found[one.at] = _ANSWER
    return found
