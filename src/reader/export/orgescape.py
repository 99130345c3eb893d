"""Article text for Org mode that reads as it was and does nothing else.

Org has no escape character but the zero-width space its manual recommends
(https://orgmode.org/manual/Escape-Character.html). One goes behind a mark that would begin
emphasis, a link, a time stamp, a footnote, a macro, a target, an entity, a formula or an index; in
front of the colon of what would be an address; and in front of a line that would be a heading, a
keyword, a comment, a drawer, a table, a list, a rule or the end of a block. Emphasis is closed by a
mark with white space or punctuation behind it, so that a mark without it cannot close either.
"""

import re

INVISIBLE = "\u200b"

_MARKS = re.compile(
    r"[\[\]<>{}@\\$](?=\S)"
    r"|(?<!\w)[*/=~+](?=\S)"
    r"|[_^](?=\S)"
)
_ADDRESS = re.compile(r"(?<=[^\W\d_]|[+-])(?=:\S)")
_LINE_START = re.compile(
    r"\A(?=[*#:|+-]|%%\(|(?:\d+|[A-Za-z])[.)](?:\s|\Z)|[A-Z]{3,}:)"  # CLOCK: and SCHEDULED: too
)
_KEYWORD = re.compile(r"\A(?=[A-Z]{2,}(?:\s|\Z))")  # * TODO, * COMMENT
_TAGS = re.compile(r"(?<=:)\Z")  # * words :tag:
_NO_TAG = re.compile(r"[^\w@#%]+")


def escape_org_inline(text: str) -> str:
    """Text for the middle of a line or a heading. Line breaks become spaces."""
    words = _line(" ".join(text.split()))
    return _TAGS.sub(INVISIBLE, _KEYWORD.sub(INVISIBLE, words))


def escape_org(text: str) -> str:
    """Text for lines of its own: a paragraph, a quotation. Line breaks and blank lines stay."""
    lines = (" ".join(line.split()) for line in text.strip().split("\n"))
    return "\n".join(map(_line, lines))


def org_tag(name: str) -> str:
    """A tag as Org takes it: letters, digits, `_@#%`."""
    return _NO_TAG.sub("_", name).strip("_") or "_"


def org_cell(text: str) -> str:
    """Text for a cell of a table."""
    return _line(" ".join(text.split())).replace("|", "\\vert{}")


def org_quoted(text: str) -> str:
    """Text as a quotation."""
    return f"#+begin_quote\n{escape_org(text)}\n#+end_quote"


def _line(words: str) -> str:
    words = _ADDRESS.sub(INVISIBLE, _MARKS.sub(rf"\g<0>{INVISIBLE}", words))
    return _LINE_START.sub(INVISIBLE, words)
