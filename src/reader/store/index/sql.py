"""The query language in SQL, one function a field, values always bound.

A condition stands in `… FROM articles WHERE {seen(query)} AND …`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from reader.model import InvalidQuery
from reader.store.index import keys
from reader.text.amount import amount
from reader.text.query import And, Field, Not, Or, Phrase, Query, Word


class Condition(NamedTuple):
    """A condition and the values of its question marks."""

    sql: str
    values: tuple[str | float, ...] = ()


def compiled(query: Query, today: date) -> Condition:
    """The condition an article meets that matches. Raises InvalidQuery.

    Words are looked for in titles, kept text and what the reader wrote; the last one may be just
    the beginning of a word, as it is still being typed.
    """
    return _compiled(query, today, typing=True)


def seen(query: Query) -> str:
    """What of the library a query is asked of: what is not hidden, unless it says `is:deleted`."""
    return next((_HIDDEN[value] for value in _asked(query) if value in _HIDDEN), "hidden = 0")


def _asked(query: Query) -> Iterator[str]:
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from _asked(part)
    elif isinstance(query, Field) and query.name == "is":
        yield query.value


_HIDDEN = {"deleted": "bin = 1", "older": "newer IS NOT NULL AND bin = 0"}


def _compiled(query: Query, today: date, *, typing: bool) -> Condition:
    if isinstance(query, Word):
        return _words(query.text, prefix=typing)
    if isinstance(query, Phrase):
        return _words(query.text, prefix=False)
    if isinstance(query, Not):
        part = _compiled(query.part, today, typing=False)
        return Condition(f"NOT {part.sql}", part.values)
    if isinstance(query, Field):
        return _field(query, today)
    return _joined(query, today, typing)


def _joined(query: And | Or, today: date, typing: bool) -> Condition:
    last = max((i for i, part in enumerate(query.parts) if _has_word(part)), default=None)
    parts = [
        _compiled(part, today, typing=typing and i == last) for i, part in enumerate(query.parts)
    ]
    if not parts:
        return Condition("1" if isinstance(query, And) else "0")
    word = " AND " if isinstance(query, And) else " OR "
    return Condition(
        f"({word.join(part.sql for part in parts)})",
        tuple(value for part in parts for value in part.values),
    )


def compiled_apart(query: Query, today: date) -> tuple[list[str], Condition | None]:
    """The words an article must have, each as full text queries say it, and all else it must meet.

    Both together are what `compiled` says in one condition. Raises InvalidQuery.
    """
    parts = query.parts if isinstance(query, And) else (query,)
    last = max((i for i, part in enumerate(parts) if _has_word(part)), default=None)
    words: list[str] = []
    others: list[Condition] = []
    for i, part in enumerate(parts):
        if isinstance(part, Word | Phrase) and keys.has_words(part.text):
            words.append(_match(part.text, prefix=i == last and isinstance(part, Word)))
        else:
            others.append(_compiled(part, today, typing=i == last))
    asked = [one for one in others if one.sql != "1"]
    if not asked:
        return words, None
    values = tuple(value for one in asked for value in one.values)
    return words, Condition(" AND ".join(one.sql for one in asked), values)


def _has_word(query: Query) -> bool:
    """Whether a word is looked for in it, other than one that must not be there."""
    if isinstance(query, And | Or):
        return any(map(_has_word, query.parts))
    return isinstance(query, Word)


def _words(text: str, *, prefix: bool) -> Condition:
    if not keys.has_words(text):
        return Condition("1")  # a dash, a dollar sign: every article has them, or none
    match = _match(text, prefix=prefix)
    return Condition(
        "articles.rowid IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?"
        " UNION ALL SELECT rowid FROM own WHERE own MATCH ?)",
        (match, match),
    )


def _match(text: str, *, prefix: bool) -> str:
    quoted = keys.spaced(text).replace('"', '""')
    return f'"{quoted}"' + ("*" if prefix else "")


def _field(field: Field, today: date) -> Condition:
    try:
        compile_field = _FIELDS[field.name]
    except KeyError:
        raise InvalidQuery(
            f"there is no field “{field.name}:”; there are {' '.join(_FIELDS)}", field.name
        ) from None
    return compile_field(field, today)


def _tag(field: Field, _today: date) -> Condition:
    return Condition(
        "articles.rowid IN (SELECT article FROM tags WHERE key = ?)", (keys.folded(field.value),)
    )


def _is(field: Field, today: date) -> Condition:
    if field.value == "due":
        return Condition("coalesce(follow_on <= ?, 0)", (today.isoformat(),))
    if field.value == "starred":
        return Condition("starred = 1")
    if field.value in _HIDDEN:
        return Condition(f"({_HIDDEN[field.value]})")
    return Condition("status = ?", (field.value,))


def _has(field: Field, _today: date) -> Condition:
    try:
        return Condition(_BELONGINGS[field.value])
    except KeyError:
        raise InvalidQuery(f"“has:” is one of {' '.join(_BELONGINGS)}", field.value) from None


_BELONGINGS = {
    "notes": "notes > 0",
    "highlights": "highlights > 0",
    "tags": "tags != '[]'",
    "follow-up": "follow_on IS NOT NULL",
}


def _entity(field: Field, _today: date) -> Condition:
    # Whole words of a name: “bank” finds the Central Bank of Russia, and not Bankman-Fried.
    return Condition(
        "articles.rowid IN (SELECT article FROM named WHERE name IN"
        " (SELECT rowid FROM names WHERE instr(' ' || key || ' ', ?)))",
        (f" {keys.folded(field.value)} ",),
    )


def _figure(field: Field, _today: date) -> Condition:
    condition = figure_condition(field)
    return Condition(
        f"articles.rowid IN (SELECT article FROM figures WHERE {condition.sql})",  # noqa: S608
        condition.values,
    )


def figure_condition(field: Field) -> Condition:
    """The condition a row of the table `figures` meets that is what a `figure:` says."""
    number = amount(field.value)
    if number is None:
        return Condition("(lower(unit) = ? OR kind = ?)", (field.value.lower(),) * 2)
    condition = compared(field.op, number.value)
    if number.unit is None:
        return condition
    return Condition(f"{condition.sql} AND unit = ?", (*condition.values, number.unit))


def compared(op: str, number: float) -> Condition:
    """The condition of a figure's number; a range meets a comparison when any number in it does."""
    if op in (">", ">="):
        return Condition(f"high {op} ?", (number,))
    if op in ("<", "<="):
        return Condition(f"low {op} ?", (number,))
    slack = abs(number) * 1e-9  # 0.1 and 0.2 do not make 0.3
    return Condition("low <= ? AND high >= ?", (number + slack, number - slack))


def _contains(column: str) -> Callable[[Field, date], Condition]:
    def condition(field: Field, _today: date) -> Condition:
        return Condition(f"instr({column}, ?) > 0", (keys.folded(field.value),))

    return condition


def _language(field: Field, _today: date) -> Condition:
    """`lang:en` is any English, `lang:en-gb` one."""
    return Condition(
        "coalesce(lower(language) || '-' LIKE ? ESCAPE '!', 0)",
        (_like(field.value.lower()) + "-%",),
    )


def _like(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


# Days are ISO 8601 text, whole or cut short: “2025-10” stands before all its days, and “.” after
# the “-” that follows it in them.


def _before(field: Field, _today: date) -> Condition:
    return Condition("day < ?", (field.value,))


def _after(field: Field, _today: date) -> Condition:
    return Condition("day > ?", (f"{field.value}.",))


def _on(field: Field, _today: date) -> Condition:
    return Condition("(day >= ? AND day < ?)", (field.value, f"{field.value}."))


_FIELDS: dict[str, Callable[[Field, date], Condition]] = {
    "tag": _tag,
    "is": _is,
    "has": _has,
    "entity": _entity,
    "figure": _figure,
    "site": _contains("site_words"),
    "author": _contains("author_words"),
    "title": _contains("title_key"),
    "lang": _language,
    "before": _before,
    "after": _after,
    "on": _on,
}
