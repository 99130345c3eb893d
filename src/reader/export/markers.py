"""The comments around Reader's part of a note, and the seals that tell whether anyone changed it.

No renderer shows them. The second carries two seals: one of Reader's part, one of the head.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

_SAFE_ID = re.compile(r"[\w:.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Markers:
    """How a format writes comments; `heading` is what goes in front of a heading."""

    opening: str
    closing: str
    heading: str
    bullet: str = ""

    def begin(self, id: str) -> str:
        """The comment in front of Reader's part."""
        return self._comment(f"begin {id}")

    def end(self, id: str, part: str, head: str) -> str:
        """The comment behind Reader's part, with the seals of the part and of the head."""
        return self._comment(f"end {id} {seal(part)} {seal(head)}")

    @property
    def begins(self) -> re.Pattern[str]:
        """Finds the first comment, its id as group 1, however an app has indented it."""
        return self._pattern(r"begin (\S+)", r"(?:\n|\Z)")

    @property
    def ends(self) -> re.Pattern[str]:
        """Finds the second comment: id, seal of the part, seal of the head."""
        return self._pattern(r"end (\S+) (\w+) (\w+)", r"(?:\n|\Z)")

    @property
    def ours(self) -> re.Pattern[str]:
        """Finds a line that is nothing but a comment of ours, and so holds no word."""
        return self._pattern(r"(?:begin \S+|end \S+ \w+ \w+|highlight \S+ \w+)", r"\Z")

    def _comment(self, words: str) -> str:
        return f"{self.bullet}{self.opening}reader:{words}{self.closing}"

    def _pattern(self, words: str, behind: str) -> re.Pattern[str]:
        opening, closing = re.escape(self.opening), re.escape(self.closing)
        comment = rf"^[ \t]*(?:- )?{opening}reader:{words}{closing}[ \t]*{behind}"
        return re.compile(comment, re.MULTILINE)


MARKDOWN = Markers("<!-- ", " -->", "## ")
LOGSEQ = Markers("<!-- ", " -->", "- ## ", "- ")  # Logseq would make it a bullet if we did not
ORG = Markers("# ", "", "* ")


def seal(text: str) -> str:
    """A short hash of a text, whatever an editor did to white space around it and line ends."""
    lines = (line.rstrip() for line in text.strip().splitlines())
    return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:16]


def safe_id(id: str) -> str:
    """An id that can stand in a comment, a file and front matter; odd ones become a hash."""
    harmless = _SAFE_ID.fullmatch(id) and "--" not in id
    return id if harmless else sha256(id.encode("utf-8", "replace")).hexdigest()[:16]
