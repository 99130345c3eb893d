"""Article text as Markdown that renders exactly as it reads, and does nothing else.

What is escaped, always with a backslash: `\\` `` ` `` `*` `[` `]` `<` `|` `~` `^` `#` everywhere;
`_` but for those inside a word; `&` in front of what would be an entity; `$` where there are two (a
price range would be a formula); `==` and `%%` (highlights and comments in Obsidian); the second of
`::`, `((` and `{{` (properties, references and macros in Logseq, fields in Dataview); and, where a
line begins, what would make it a list, a quote, a heading, a rule or a table. Rendered, the text is
the same but for white space, which Markdown folds. Checked against CommonMark and GitHub's tables
and strikethrough.
"""

import re

_ALWAYS = re.compile(
    r"[\\`*\[\]<|~^#]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|&(?=#?\w+;)"
    r"|(?<==)=|=(?==)|(?<=%)%|%(?=%)"
    r"|(?<=:):|(?<=\()\(|(?<=\{)\{"
)
_SPACES = re.compile("[ \n]+")
_LINE_START = re.compile(
    r"\A\d{1,9}(?=[.)](?:\s|\Z))"  # 1. first
    r"|\A(?=>|[-+:](?:\s|\Z|-)|=+\Z)"  # > quote, - item, --- rule, :-: table, === heading
)


def escape_inline(text: str) -> str:
    """Text for the middle of a line: a title, a table cell, a name. Line breaks become spaces."""
    return _escaped(text, text.count("$") > 1)


def escape_lines(text: str) -> str:
    """Text for lines of its own: a paragraph, a quotation. Line breaks and blank lines stay."""
    formula = text.count("$") > 1
    return "\n".join(_line_start(_escaped(line, formula)) for line in text.strip().split("\n"))


def quoted(text: str) -> str:
    """Text as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in escape_lines(text).split("\n"))


def _escaped(text: str, formula: bool) -> str:
    escaped = _ALWAYS.sub(r"\\\g<0>", _SPACES.sub(" ", text).strip(" "))
    return escaped.replace("$", "\\$") if formula else escaped


def _line_start(line: str) -> str:
    return _LINE_START.sub(r"\g<0>\\", line)
