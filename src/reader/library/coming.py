"""What a reader is to come back to, and the days a text itself speaks of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.library.reports import Due, Offered
from reader.model import (
    Annotation,
    Article,
    FigureKind,
    FollowUp,
    ReaderState,
    Recognised,
)
from reader.store import Store

if TYPE_CHECKING:
    from reader.export import Appointment

Alter = Callable[[FollowUp | None], FollowUp | None]
States = Mapping[str, tuple[ReaderState, ReaderState]]
Marks = Mapping[str, tuple[Annotation | None, Annotation | None]]

_OFFERED = 12


def follow_ups(store: Store, until: date | None) -> tuple[Due, ...]:
    """The follow-ups of articles that are shown and of their passages, by day and title."""
    said = [one for one in _said(store) if until is None or one[2].on <= until]
    rows = {row.id: row for row in store.index.rows(list({id for id, _, _ in said}))}
    states = store.notes.states()
    found = [
        Due(rows[id], follow_up, annotation)
        for id, annotation, follow_up in said
        if id in rows and not _hidden(states.get(id))
    ]
    return tuple(sorted(found, key=lambda one: (one.follow_up.on, one.article.title)))


def appointment(due: Due) -> "Appointment":
    """A follow-up for a calendar."""
    from reader.export import Appointment

    mark, row = due.annotation, due.article
    words = mark.quote.exact if mark and mark.quote else ""
    why = due.follow_up.why
    return Appointment(mark.id if mark else row.id, due.follow_up.on, why, row.title, words)


def altered(store: Store, due: Iterable[Due], alter: Alter, now: datetime) -> tuple[States, Marks]:
    """What is said of articles and passages before, and after each follow-up is altered."""
    states: dict[str, tuple[ReaderState, ReaderState]] = {}
    marks: dict[str, tuple[Annotation | None, Annotation | None]] = {}
    for one in due:
        after = alter(one.follow_up)
        if one.annotation is None:
            state = store.notes.state(one.article.id)
            states[one.article.id] = (state, replace(state, follow_up=after))
        else:
            changed = replace(one.annotation, follow_up=after, modified=now)
            marks[one.annotation.id] = (one.annotation, changed)
    return states, marks


def dates_in(recognised: Recognised, article: Article, today: date, at: int) -> tuple[Offered, ...]:
    """The days after today among the figures, each once, the nearest to an offset first."""
    found: dict[date, Offered] = {}
    figures = sorted(recognised.figures, key=lambda one: (abs(one.start - at), one.start))
    for figure in figures:
        day = _day(figure.value_to or figure.value) if figure.kind is FigureKind.DATE else None
        if day and day > today:
            found.setdefault(day, Offered(day, article.read(figure.start, figure.end)))
    return tuple(found.values())[:_OFFERED]


def _said(store: Store) -> Iterator[tuple[str, Annotation | None, FollowUp]]:
    for id, state in store.notes.states().items():
        if state.follow_up:
            yield id, None, state.follow_up
    for annotation in store.notes.all_annotations():
        if annotation.follow_up:
            yield annotation.article, annotation, annotation.follow_up


def _hidden(state: ReaderState | None) -> bool:
    return state is not None and (state.deleted or state.newer is not None)


def _day(value: object) -> date | None:
    """A whole day; months and years are none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
