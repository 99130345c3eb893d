"""Where the head of a note ends, and the id in it, for every flavour and for Org mode."""

import re

_YAML = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
_PROPERTIES = re.compile(r"(?:[ \t]*(?:- )?[^\s:#>`<|-][^\n:]*::(?:[ \t][^\n]*)?(?:\n|\Z))+")
_ORG = re.compile(
    r"(?=:PROPERTIES:|\#\+\w)"
    r"(?::PROPERTIES:[ \t]*\n(?:.*\n)*?:END:[ \t]*(?:\n|\Z))?"
    r"(?:\#\+[\w-]+:.*(?:\n|\Z))*",
    re.IGNORECASE,
)
_ID = re.compile(
    r"""^(?:id:|(?:[ \t]*(?:- )?)reader-id::|(?i::READER_ID:))[ \t]*["']?([\w:.-]+)["']?[ \t]*$""",
    re.MULTILINE | re.ASCII,
)


def unified(text: str) -> str:
    """A text without byte order mark and with one kind of line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def head_of(text: str) -> str:
    """The properties at the beginning of a unified text, whoever wrote them; "" for none."""
    for pattern in (_YAML, _PROPERTIES, _ORG):
        if found := pattern.match(text):
            return found[0]
    return ""


def note_id(text: str) -> str | None:
    """The id in a note's head, None for a text that has none. The beginning of the note will do."""
    text = unified(text)
    head = head_of(text)
    if not head and text.startswith(("---\n", ":PROPERTIES:\n")):
        head = text  # longer than what was read of it
    found = _ID.search(head)
    return found[1] if found else None
