"""Newsletters as plain text: the headings that their programs underline."""

import re
from itertools import pairwise

from reader.model import Role
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.segments import Verdict

_UNDERLINE = Verdict(Role.OTHER, "line under a heading")
_RULE = re.compile(r"[-=_~*]{10,}")
_MARK = re.compile(r"\*\* (?=\S)")
"""Mailchimp's before a heading."""
_LONGEST = 200


def find(lines: list[Line], found: Asides) -> None:
    """Note headings marked “** ” and underlined right below; their mark and line are no words."""
    for line, below in pairwise(lines):
        mark = _MARK.match(line.text)
        if mark is None or line in found or len(line.text) > _LONGEST:
            continue
        if not below.blanks and _RULE.fullmatch(below.text):
            found.set_aside([below], _UNDERLINE)
            found.labels[line.start] = mark.end()
            found.headings.add(line.start)
