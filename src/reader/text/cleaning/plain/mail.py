"""E-mail: the lines over it, what stands over a forwarded one, and signatures."""

import re
from collections.abc import Iterator

from reader.model import Role
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.plain.origins import words_of
from reader.text.cleaning.segments import Verdict

_HEADER = Verdict(Role.OTHER, "lines over a mail")
_FORWARDED = Verdict(Role.OTHER, "says that a mail was sent on")
_BLANK = Verdict(Role.OTHER, "blank line of a quotation")
_SIGNATURE = Verdict(Role.OTHER, "signature of a mail")
_LABEL = re.compile(r"\*?([^\W\d_][\w '’-]{0,30}?)\*?\s?[:：]\*?(?:\s+|$|(?<=：))")
_FIELD = re.compile(r"X-[\w-]+|[A-Z][A-Za-z]+(?:-[A-Z]\w+)+")
_RULES = "-–—_=*> "
_LONGEST_SIGNATURE, _WIDEST_SIGNATURE = 12, 80
_MOST_FIELDS = 80
_FEWEST = 2


def find(lines: list[Line], found: Asides) -> None:
    """Set aside what mail programs put about the words; subject and date stay, their labels not."""
    found.set_aside((line for line in lines if not line.text.strip("> ")), _BLANK)
    at = 0
    while at < len(lines):
        if _is_forward(lines[at]):
            found.set_aside([lines[at]], _FORWARDED)
        if end := _header_end(lines, at):
            _read_header(lines[at:end], found)
            at = end
        else:
            at += 1
    _signatures(lines, found)


def _is_forward(line: Line) -> bool:
    bare = line.said.strip(_RULES + ":").casefold()
    return len(line.said) < 80 and bare in words_of("mail", "forwarded")


def _header_end(lines: list[Line], at: int) -> int:
    """The end of the header that begins at a line; 0 when none does."""
    if at and not lines[at].blanks and not _is_forward(lines[at - 1]):
        return 0
    labels: list[str] = []
    end = at
    while end < len(lines) and end - at < _MOST_FIELDS and (end == at or not lines[end].blanks):
        label = _label(lines[end])
        if not label and not (labels and lines[end].indent and not lines[end].bullet):
            break
        labels += [label] if label else []
        end += 1
    kinds = {_kind(label) for label in labels}
    # Talk (“A: …”) has labels too, and so have lists of facts; a mail says from whom and on what.
    sure = len(set(labels)) > _FEWEST or at == 0 or _is_forward(lines[at - 1])
    return end if len(kinds - {"field"}) >= _FEWEST and "other" in kinds and sure else 0


def _label(line: Line) -> str:
    found = _LABEL.match(line.said)
    if not found:
        return ""
    return found[1].strip() if _kind(found[1].strip()) else ""


def _kind(label: str) -> str:
    low = label.casefold()
    kinds = (kind for kind in ("subject", "date", "other") if low in words_of("mail", kind))
    return next(kinds, "field" if _FIELD.fullmatch(label) else "")


def _read_header(lines: list[Line], found: Asides) -> None:
    for line in lines:
        kind = _kind(_label(line))
        label = _LABEL.match(line.said)
        if label is None or kind not in {"subject", "date"} or not line.said[label.end() :].strip():
            found.set_aside([line], _HEADER)
            continue
        found.labels[line.start] = label.end() + _replies(line.said[label.end() :])


def _replies(subject: str) -> int:
    """How long the “Re: Fwd: ” in front of a subject is."""
    at = 0
    while (label := _LABEL.match(subject, at)) and label[1].casefold() in words_of("mail", "reply"):
        at = label.end()
    return at if at < len(subject) else 0


def _signatures(lines: list[Line], found: Asides) -> None:
    for at in _marks(lines):
        end = at + 1
        while end < len(lines) and lines[end].quoted == lines[at].quoted:
            end += 1
            if end - at > _LONGEST_SIGNATURE or lines[end - 1].width > _WIDEST_SIGNATURE:
                break
        else:
            if at and end > at + 1:
                found.set_aside(lines[at:end], _SIGNATURE)


def _marks(lines: list[Line]) -> Iterator[int]:
    return (at for at, line in enumerate(lines) if line.said == "--" and not line.indent)
