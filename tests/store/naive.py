"""What a query means, said in plain Python over whole articles: slow, and obviously right."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from operator import ge, gt, le, lt

from reader.model import Annotation, Article, Figure, ReaderState, Recognised
from reader.text.amount import amount
from reader.text.query import And, Field, Not, Or, Phrase, Query, Word

COMPARE = {">": gt, "<": lt, ">=": ge, "<=": le}


@dataclass(frozen=True)
class Known:
    """All that is known of one article."""

    article: Article
    recognised: Recognised
    state: ReaderState
    annotations: tuple[Annotation, ...]


def matches(query: Query, known: Known, today: date) -> bool:
    return _matches(query, known, today, _last_word(query))


def _matches(query: Query, known: Known, today: date, typed: Word | None) -> bool:
    match query:
        case And(parts):
            return all(_matches(part, known, today, typed) for part in parts)
        case Or(parts):
            return any(_matches(part, known, today, typed) for part in parts)
        case Not(part):
            return not _matches(part, known, today, None)
        case Word(text) | Phrase(text):
            return _has_words(text, known, prefix=query is typed)
        case Field():
            return _field(query, known, today)


def _last_word(query: Query) -> Word | None:
    if isinstance(query, And | Or):
        return next(filter(None, map(_last_word, reversed(query.parts))), None)
    return query if isinstance(query, Word) else None


def tokens(text: str) -> list[str]:
    text = re.sub("([\u4e00-\u9fff])", r" \1 ", text)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


def _has_words(text: str, known: Known, *, prefix: bool) -> bool:
    wanted = tokens(text)
    said = [*known.state.tags, known.state.follow_up.why if known.state.follow_up else ""]
    for annotation in known.annotations:
        said += [annotation.body, *annotation.tags]
    places = (known.article.title, known.article.kept_text, "\n".join(said))
    return not wanted or any(_stands(wanted, tokens(place), prefix) for place in places)


def _stands(wanted: list[str], there: list[str], prefix: bool) -> bool:
    for at in range(len(there) - len(wanted) + 1):
        run = there[at : at + len(wanted)]
        if run == wanted or (prefix and run[:-1] == wanted[:-1] and run[-1].startswith(wanted[-1])):
            return True
    return False


def _field(field: Field, known: Known, today: date) -> bool:
    article, state, value = known.article, known.state, field.value
    match field.name:
        case "tag":
            return _folded(value) in map(_folded, state.tags)
        case "is":
            due = state.follow_up is not None and state.follow_up.on <= today
            return due if value == "due" else state.status == value
        case "has":
            return {
                "notes": any(one.body for one in known.annotations),
                "highlights": any(one.on_passage for one in known.annotations),
                "tags": bool(state.tags),
                "follow-up": state.follow_up is not None,
            }[value]
        case "entity":
            return any(f" {_folded(value)} " in f" {_folded(name)} " for name in _names(known))
        case "figure":
            return any(_figure(field, figure) for figure in known.recognised.figures)
        case "site":
            return _folded(value) in _folded(article.site or "")
        case "author":
            return any(_folded(value) in _folded(author) for author in article.authors)
        case "title":
            return _folded(value) in _folded(article.title)
        case "lang":
            return f"{article.language or ''}-".startswith(f"{value.lower()}-")
    shown = article.published or article.source.imported.date().isoformat()
    day = shown[:10]
    within = day[: len(value)] == value
    return {"on": within, "before": day < value, "after": day > value and not within}[field.name]


def _names(known: Known) -> set[str]:
    names = {name for e in known.recognised.entities for name in (e.name, *e.aliases)}
    return names | {name for m in known.recognised.mentions for name in (m.name, m.text)}


def _figure(field: Field, figure: Figure) -> bool:
    wanted = amount(field.value)
    if wanted is None:
        return field.value.lower() in {figure.kind, (figure.unit or "").lower()}
    ends = [end for end in (figure.value, figure.value_to) if isinstance(end, float)]
    if not ends or (wanted.unit and figure.unit != wanted.unit):
        return False
    if field.op:
        return any(COMPARE[field.op](end, wanted.value) for end in ends)
    return min(ends) <= wanted.value <= max(ends)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFD", text).replace("\u0308", "").casefold().split())
