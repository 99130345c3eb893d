"""The query language of the list, the search box and the commands.

    words "a phrase" tag:crypto #crypto is:unread figure:>1bn before:2025-11-01 -tag:old
    (tag:crypto or tag:bonds) -author:"J. Doe"

Terms side by side are joined by “and”; `or` binds less tightly than that, `-` more. A backslash in
front of a term takes it as a plain word (`\\or`, `\\tag:x`, `\\-5`); between straight quotes it
escapes a quote or a backslash. The language is used while it is being typed, so what is not
finished yet is closed (quotes, brackets) or left out (`tag:`, `or`, `-`) at the end.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reader.model import InvalidQuery
from reader.text.amount import amount
from reader.text.canonical import canonical


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the article. Not empty; no white space, no quotes, brackets only in pairs."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side. Not empty, white space folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing known of an article: `name` of `FIELDS`, `op` of `"" > < >= <=`, `value`.

    Only `figure` has an `op` other than `""`, and then `amount(value)` is not None. The value of
    `is` is one of `STATES`, of `has` one of `BELONGINGS`, of `before`, `after` and `on` an ISO
    8601 day, month or year.
    """

    name: str
    op: str
    value: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts. No parts: every article."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not the part."""

    part: "Query"


Query: TypeAlias = Word | Phrase | Field | And | Or | Not

FIELDS = tuple("tag is has entity figure site author title lang before after on".split())
STATES = tuple("unread reading done archived due starred deleted older".split())
BELONGINGS = tuple("notes highlights tags follow-up".split())

_QUOTED = r"""(?:"(?:\\["\\]|[^"])*+"?|“[^”]*+”?|„[^“”]*+[“”]?|«[^»]*+»?)"""
# A pair of brackets inside a word belongs to it: …/wiki/Ruble_(currency)
_BARE = r'(?:[^\s()"“„«]++(?:\([^\s()"“„«]*+\))*+)++'
_TERM = re.compile(
    r"(?P<open>\()|(?P<close>\))"
    r"|(?P<minus>-(?![\s)]|\Z))"
    r"|(?:(?P<name>[A-Za-z]{2,}):(?!//)|(?P<hash>\#))(?P<op>[<>]=?)?"
    rf"(?P<value>{_QUOTED}|{_BARE})?"
    rf"|\\(?P<plain>{_BARE})|(?P<phrase>{_QUOTED})|(?P<word>{_BARE})"
)
_ESCAPED_OR_CLOSING = re.compile(r'\\(["\\])|"')
_SPACE = re.compile(r"\s*")
_UNFINISHED = re.compile(r"[\s)]*\Z")
_DEEPEST = 50  # brackets and minus signs inside each other: far beyond what anyone means


EVERYTHING = And(())
"""The query that every article matches: what an empty one is."""


def parse(query: str) -> Query:
    """Read a query.

    Raises `InvalidQuery` for what cannot be meant; its `at` is the offset, in code points, into
    `canonical(query)`, which for anything typed is the query itself.
    """
    parser = _Parser(canonical(query))
    parsed = parser.alternatives(0)
    if parser.at < len(parser.text):
        raise parser.invalid("this bracket closes nothing", parser.at)
    return EVERYTHING if parsed is None else parsed


class _Parser:
    """Where we are in the text. Methods return None for what is not there or not finished."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def invalid(self, message: str, at: int) -> InvalidQuery:
        return InvalidQuery(message, self.text, at)

    def alternatives(self, depth: int) -> Query | None:
        """`a b or c d`, up to a closing bracket or the end."""
        if depth > _DEEPEST:
            raise self.invalid("too many brackets or minus signs inside each other", self.at)
        found: list[Query | None] = []
        parts: list[Query | None] = []
        while term := self.peek():
            if (term["word"] or "").lower() in ("or", "and"):
                self.at = term.end()
                if term["word"].lower() == "or":
                    found.append(_joined(And, parts))
                    parts = []
            else:
                parts.append(self.term(term, depth))
        return _joined(Or, [*found, _joined(And, parts)])

    def peek(self) -> re.Match[str] | None:
        """The next term, or None at a closing bracket or the end."""
        self.skip_space()
        term = _TERM.match(self.text, self.at)
        return None if term is None or term["close"] else term

    def skip_space(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at

    def term(self, term: re.Match[str], depth: int) -> Query | None:
        self.at = term.end()
        if term["open"]:
            return self.group(depth)
        if term["minus"]:
            return self.negation(depth)
        if term["name"] or term["hash"]:
            return self.field(term)
        if term["phrase"]:
            phrase = _unquoted(term["phrase"])
            return Phrase(phrase) if phrase else None
        return None if term["word"] == "-" else Word(term["plain"] or term["word"])

    def group(self, depth: int) -> Query | None:
        inner = self.alternatives(depth + 1)
        if self.text.startswith(")", self.at):
            self.at += 1
        return inner

    def negation(self, depth: int) -> Query | None:
        if depth > _DEEPEST:
            raise self.invalid("too many minus signs", self.at)
        term = self.peek()
        part = self.term(term, depth + 1) if term else None
        return None if part is None else Not(part)

    def field(self, term: re.Match[str]) -> Query | None:
        name, op = (term["name"] or "tag").lower(), term["op"] or ""
        value = _unquoted(term["value"] or "")
        if name not in FIELDS:
            if term["value"] is None:  # “Breaking: …” in pasted words
                return Word(term[0])
            known = " ".join(FIELDS)
            raise self.invalid(
                f"there is no field “{name}:”; there are {known}. For the words themselves, "
                "put them in quotes",
                term.start(),
            )
        if name != "figure":
            op, value = "", op + value
        if not value:
            if _UNFINISHED.match(self.text, self.at):
                return None
            raise self.invalid(f"“{name}:” needs a value right after it", term.start())
        return Field(name, op, self.checked(name, op, value, term.start()))

    def checked(self, name: str, op: str, value: str, at: int) -> str:
        if name in _CHOICES:
            value = _SAME.get(value.lower(), value.lower())
            if value not in _CHOICES[name]:
                raise self.invalid(f"“{name}:” is one of {' '.join(_CHOICES[name])}", at)
        elif name in ("before", "after", "on") and not _is_date(value):
            raise self.invalid(f"“{name}:” wants a date such as 2025-11-01", at)
        elif op and amount(value) is None:
            raise self.invalid(f"“figure:{op}” wants a number such as 1.5bn, $20m or 80%", at)
        return value


_CHOICES = {"is": STATES, "has": BELONGINGS}
_SAME = {
    "note": "notes",
    "highlight": "highlights",
    "tag": "tags",
    "followup": "follow-up",
    "follow-ups": "follow-up",
}


def _joined(join: Callable[[tuple[Query, ...]], Query], parts: list[Query | None]) -> Query | None:
    present = tuple(part for part in parts if part is not None)
    return join(present) if len(present) > 1 else next(iter(present), None)


def _unquoted(value: str) -> str:
    """A value without its quotes, its white space folded."""
    if value.startswith('"'):
        value = _ESCAPED_OR_CLOSING.sub(r"\1", value[1:])
    elif value[:1] in ("“", "„", "«"):
        value = value.strip("“”„«»")
    return " ".join(value.split())


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def _is_date(value: str) -> bool:
    parts = _DATE.fullmatch(value)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True


def unparse(query: Query) -> str:
    """Write a query so that `parse(unparse(query)) == query`, for whatever `parse` can give."""
    if isinstance(query, And):
        return " ".join(_bracketed(part) for part in query.parts)
    if isinstance(query, Or):
        return " or ".join(
            unparse(part) if isinstance(part, And) else _bracketed(part) for part in query.parts
        )
    if isinstance(query, Not):
        return "-" + _bracketed(query.part)
    if isinstance(query, Field):
        return f"{query.name}:{query.op}{_value(query)}"
    return _quote(query.text) if isinstance(query, Phrase) else _word(query.text)


def _bracketed(part: Query) -> str:
    return f"({unparse(part)})" if isinstance(part, And | Or) else unparse(part)


def _quote(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'


def _value(field: Field) -> str:
    like_op_or_url = field.value.startswith(("<", ">", "=", "/"))
    bare = re.fullmatch(_BARE, field.value) and not like_op_or_url
    return field.value if bare else _quote(field.value)


def _word(text: str) -> str:
    try:
        plain = parse(text) == Word(text)
    except InvalidQuery:
        plain = False
    return text if plain else "\\" + text
