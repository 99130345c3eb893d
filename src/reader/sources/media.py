"""What sort of text some bytes are: HTML, Markdown or plain."""

import re
from pathlib import PurePath

from reader.model import SourceError

HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"

_BY_SUFFIX = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".text": PLAIN,
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""File name endings that a folder is searched for."""

_DECLARED = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN}

# The beginnings by which common files that are not text give themselves away.
_NOT_TEXT = {
    b"%PDF-": "a PDF; save or export it as text or HTML first",
    b"PK\x03\x04": "a zip archive (or an office document); unpack or export it first",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.*\r?\n)*?(?:title|source|url|tags)[ \t]*:", re.IGNORECASE
)


def media_type_of(data: bytes, *, name: str, declared: str | None, subject: str) -> str:
    """Tell HTML, Markdown and plain text apart: what was declared, the name, then the bytes.

    Raises SourceError, which says what it is instead, when the bytes are not text.
    """
    refuse_binary(data, subject)
    declared = _DECLARED.get(declared or "", declared)
    if declared in {HTML, MARKDOWN}:
        return declared
    named = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if named and declared is None:
        return named
    head = data[:4096]
    if _PAGE.match(head):
        return HTML
    return MARKDOWN if _FRONT_MATTER.match(head) else PLAIN


def refuse_binary(data: bytes, subject: str) -> None:
    """Raise SourceError when bytes are a picture, an archive, a program: anything but text."""
    for mark, what in _NOT_TEXT.items():
        if data.startswith(mark):
            raise SourceError(f"it is {what}", subject)
    if not data.startswith(_WIDE_MARKS) and data[:65536].count(0) > 8:
        raise SourceError("it is not text", subject)
