"""A library in memory: the same methods, instant, with ways to fail and to dawdle on purpose."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from reader.library import (
    Anchored,
    ExportReport,
    Format,
    ImportReport,
    Offered,
    Progress,
    Repeat,
    Sort,
)
from reader.library.bringing import BringReport
from reader.library.corrections import correct, corrected, entitle
from reader.library.rules import ruled
from reader.model import (
    NO_STATE,
    Annotation,
    Article,
    ArticleRow,
    Block,
    Colour,
    Counts,
    Entity,
    EntityCorrection,
    EntityType,
    Figure,
    FigureKind,
    FollowUp,
    Kind,
    Mention,
    NotSaved,
    Quotation,
    ReaderState,
    Recognised,
    Role,
    SiteRule,
    Source,
    SourceError,
    Status,
    TextPositionSelector,
    TextQuoteSelector,
    UnknownArticle,
)
from reader.text.query import And, Field, Not, Or, Phrase, Query, Word, parse
from reader.text.recognition.corrections import corrected as names_corrected

NOW = datetime(2025, 11, 24, 12, tzinfo=UTC)
BODY = (
    "Anton Siluanov spoke in Moscow on Wednesday. The market had reached $15 billion, he said.",
    "Siluanov expects 80% of it to be legal soon.",
)
SHARE = "Share this on every network"


class FakeListing:
    def __init__(self, library: FakeLibrary, ids: list[str]) -> None:
        self._library, self._ids = library, ids

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self, first: int, last: int) -> Sequence[ArticleRow]:
        return [self._library.row(one) for one in self._ids[max(0, first) : max(0, last)]]

    def index_of(self, article_id: str) -> int | None:
        return self._ids.index(article_id) if article_id in self._ids else None

    def ids(self) -> Sequence[str]:
        return self._ids


class FakeLibrary:
    """`broken` makes changes fail with NotSaved; `gate`, once set to an Event, holds listings."""

    def __init__(self, *titles: str) -> None:
        self.articles: dict[str, Article] = {}
        self.states: dict[str, ReaderState] = {}
        self.notes: dict[str, str] = {}
        self.marks: dict[str, Annotation] = {}
        self.rules: list[SiteRule] = []
        self.corrections: list[EntityCorrection] = []
        self.repeated: tuple[Repeat, ...] = ()
        self.behind = 0
        self.stale = 0
        self.broken = False
        self.gate: Event | None = None
        self.asked: list[str] = []
        self.exports: list[tuple[object, Path, Format]] = []
        self._done: list[tuple[str, dict, dict, dict, list, list]] = []
        self._undone: list[tuple[str, dict, dict, dict, list, list]] = []
        self._numbers = itertools.count(1)
        for title in titles:
            self.add(title)

    def add(self, title: str, site: str | None = "mexc.com", published: str | None = None) -> str:
        number = len(self.articles)
        text, blocks = _tiled(title)
        article_id = f"a{number}"
        self.articles[article_id] = Article(
            article_id,
            Source("0" * 64, "text/plain", NOW),
            text,
            blocks,
            title,
            site=site,
            published=published or f"2025-{10 - number % 9:02}-{28 - number % 28:02}",
            url=f"https://{site}/{article_id}" if site else None,
        )
        self.states[article_id] = NO_STATE
        return article_id

    def today(self) -> date:
        return NOW.date()

    # lists

    def counts(self, query: str = "") -> Counts:
        ids = self._matching(query)
        unread = sum(self.states[one].status is Status.UNREAD for one in ids)
        return Counts(len(ids), unread, sum(self._is(self.states[one], "due") for one in ids))

    def listing(self, query: str = "", sort: Sort = Sort.NEWEST) -> FakeListing:
        self.asked.append(query)
        ids = self._matching(query)
        if self.gate is not None:
            self.gate.wait(5)
        if sort is Sort.TITLE:
            ids.sort(key=lambda one: self.articles[one].title)
        else:
            newest = sort is not Sort.OLDEST
            ids.sort(key=lambda one: self.articles[one].published or "", reverse=newest)
        return FakeListing(self, ids)

    def row(self, one: str) -> ArticleRow:
        article, state = self.article(one), self.states[one]
        notes = len(self.annotations(one)) + bool(self.notes.get(one))
        return ArticleRow(
            one, article.title, article.site, article.published, NOW,
            state.tags, state.status, notes, state.follow_up, 100,
        )  # fmt: skip

    def tags(self) -> dict[str, int]:
        return dict(Counter(tag for one in self.states.values() for tag in one.tags).most_common())

    # one article

    def article(self, one: str) -> Article:
        if one not in self.articles:
            raise UnknownArticle("no such article", one)
        return corrected(ruled(self.articles[one], self.rules), self.states[one])

    def recognised(self, one: str) -> Recognised:
        text = self.articles[one].source_text
        return names_corrected(text, self._recognised(text), tuple(self.corrections))

    def _recognised(self, text: str) -> Recognised:
        full, short = text.index("Anton Siluanov"), text.rindex("Siluanov")
        money, share = text.index("$15 billion"), text.index("80%")
        person = EntityType.PERSON
        name = "Anton Siluanov"
        moscow = text.index("Moscow")
        return Recognised(
            (
                Mention(full, full + 14, name, person, name),
                Mention(moscow, moscow + 6, "Moscow", EntityType.PLACE, "Moscow"),
                Mention(short, short + 8, "Siluanov", person, name),
            ),
            (
                Figure(money, money + 11, "$15 billion", FigureKind.MONEY, 1.5e10, unit="USD"),
                Figure(share, share + 3, "80%", FigureKind.PERCENT, 80.0, unit="percent"),
            ),
            (
                Entity(name, person, ("Siluanov",), 2, "Finance Minister", "Moscow"),
                Entity("Moscow", EntityType.PLACE, (), 1),
            ),
            (Quotation(share, share + len("80% of it"), "80% of it", name),),
        )

    def state(self, one: str) -> ReaderState:
        return self.states[one]

    def note(self, one: str) -> str:
        return self.notes.get(one, "")

    def annotations(self, one: str) -> tuple[Anchored, ...]:
        marks = [mark for mark in self.marks.values() if mark.article == one]
        return tuple(Anchored(mark, _span(mark)) for mark in sorted(marks, key=_span))

    # changes

    def tag(self, ids: Sequence[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        added, removed = tuple(add), set(remove)
        with_add = {one: dict.fromkeys(self.states[one].tags + added) for one in ids}
        self._states(
            "tag",
            {one: {"tags": tuple(t for t in tags if t not in removed)}
             for one, tags in with_add.items()},
        )  # fmt: skip

    def set_note(self, one: str, body: str) -> None:
        self._remember("note")
        self.notes[one] = body

    def set_status(self, ids: Sequence[str], status: Status) -> None:
        self._states(f"mark {status}", {one: {"status": status} for one in ids})

    def dates_in(self, one: str, at: int = 0) -> tuple[Offered, ...]:
        return ()

    def set_follow_up(self, one: str, follow_up: FollowUp | None) -> None:
        self._states("follow-up", {one: {"follow_up": follow_up}})

    def set_position(self, one: str, offset: int) -> None:
        self.states[one] = replace(self.states[one], position=offset)

    def keep_block(self, one: str, block: Block, kept: bool) -> Article:
        self._states("put back", {one: {"blocks": correct(self.states[one], block, kept).blocks}})
        return self.article(one)

    def set_title(self, one: str, block: Block) -> Article:
        self._states("title", {one: {"blocks": entitle(self.states[one], block).blocks}})
        return self.article(one)

    def toggle_rule(self, one: str, block: Block) -> tuple[SiteRule, bool]:
        self._remember("rule for mexc.com")
        words = block.text(self.articles[one].source_text)
        alike = [rule for rule in self.rules if rule.words == words]
        made = SiteRule(f"r{next(self._numbers)}", "mexc.com", words, NOW)
        self.rules = [rule for rule in self.rules if rule not in alike]
        self.rules += [] if alike else [made]
        self.behind = sum(words in one.source_text for one in self.articles.values()) - 1
        return (made, not alike)

    def site_repeats(self, one: str, cancelled: Callable[[], bool]) -> list[Repeat]:
        return [] if cancelled() else list(self.repeated)

    def add_rules(self, said: Iterable[tuple[str, str]]) -> int:
        self._remember("rule for mexc.com")
        made = [SiteRule(f"r{next(self._numbers)}", site, words, NOW) for site, words in said]
        self.rules += made
        self.behind = len(self.articles)
        return len(made)

    def correct_entity(self, name: str, was: EntityType | None = None, **said: object) -> None:
        self._correct(
            name, was=was, type=said["kind"], name=said["called"], ignored=said["ignored"]
        )

    def mark_phrase(self, words: str, kind: EntityType) -> None:
        self._correct(words, type=kind, marked=True)

    def _correct(self, text: str, **fields: object) -> None:
        self._remember(f"correct “{text}”")
        self.corrections.append(EntityCorrection("c", text, NOW, **fields))  # type: ignore[arg-type]
        self.behind = len(self.articles)

    def recognise_again(self, cancelled: Callable[[], bool]) -> int:
        stale, self.stale = self.stale, 0
        return 0 if cancelled() else stale

    def follow_rules(self) -> int:
        behind, self.behind = self.behind, 0
        return behind

    def highlight(
        self,
        one: str,
        start: int,
        end: int,
        body: str = "",
        tags: Iterable[str] = (),
        colour: Colour = Colour.YELLOW,
    ) -> Annotation:
        self._remember("highlight")
        quote = TextQuoteSelector(self.articles[one].source_text[start:end])
        position = TextPositionSelector(start, end)
        mark = Annotation(
            f"n{next(self._numbers)}", one, NOW, NOW, quote, position, body, tuple(tags), colour
        )
        self.marks[mark.id] = mark
        return mark

    def annotate(self, mark: str, **changes: object) -> Annotation:
        self._remember("note")
        given = {key: value for key, value in changes.items() if value is not None}
        self.marks[mark] = replace(self.marks[mark], **given)  # type: ignore[arg-type]
        return self.marks[mark]

    def delete_annotation(self, mark: str) -> None:
        self._remember("remove highlight")
        del self.marks[mark]

    def delete(self, ids: Sequence[str]) -> None:
        self._states("delete", {one: {"deleted": True} for one in ids})

    def undo(self) -> str | None:
        return self._swap(self._done, self._undone)

    def redo(self) -> str | None:
        return self._swap(self._undone, self._done)

    # in and out

    def import_(self, targets, *, tags=(), progress=lambda _: None, cancelled=lambda: False):
        rows, failed = [], []
        for number, target in enumerate(targets):
            progress(Progress(number, len(targets), str(target)))
            if "missing" in str(target):
                failed.append(SourceError("there is no such file", str(target)))
                continue
            new = self.add(str(target), published="2025-11-24")
            self.states[new] = replace(NO_STATE, tags=tuple(tags))
            rows.append(self.row(new))
        return ImportReport(tuple(rows), (), tuple(failed), cancelled())

    told = ()

    def first_today(self) -> int:
        return 0

    def warm(self) -> None:
        pass

    def bring(self, targets, **_):
        return BringReport(others=tuple(targets))

    def import_text(self, text: str, *, tags: Iterable[str] = ()) -> ImportReport:
        return self.import_([text.strip().split("\n")[0]], tags=tuple(tags))

    def export(self, query: object = "", *, to: Path, format: Format) -> ExportReport:
        if self.broken:
            raise NotSaved("there is no room left", str(to))
        self.exports.append((query, to, format))
        return ExportReport((to / "one.md",), 1)

    # within

    def _states(self, label: str, changes: dict[str, dict[str, object]]) -> None:
        self._remember(label)
        for one, fields in changes.items():
            self.states[one] = replace(self.states[one], **fields)  # type: ignore[arg-type]

    def _remember(self, label: str) -> None:
        if self.broken:
            raise NotSaved("there is no room left", "notes.json")
        self._done.append((label, *self._said()))
        self._undone.clear()

    def _swap(self, back: list, forth: list) -> str | None:
        if not back:
            return None
        label, *said = back.pop()
        forth.append((label, *self._said()))
        self.states, self.notes, self.marks, self.rules, self.corrections = said
        return label

    def _said(self) -> tuple[dict, dict, dict, list, list]:
        rules, corrections = list(self.rules), list(self.corrections)
        return dict(self.states), dict(self.notes), dict(self.marks), rules, corrections

    def _matching(self, query: str) -> list[str]:
        asked = parse(query)
        living = (one for one, state in self.states.items() if not state.deleted)
        return [one for one in living if self._matches(one, asked)]

    def _matches(self, one: str, query: Query) -> bool:
        match query:
            case And(parts):
                return all(self._matches(one, part) for part in parts)
            case Or(parts):
                return any(self._matches(one, part) for part in parts)
            case Not(part):
                return not self._matches(one, part)
            case Word(text) | Phrase(text):
                return text.casefold() in self.articles[one].title.casefold()
            case Field("tag", _, value):
                return value in self.states[one].tags
            case Field("is", _, value):
                return self._is(self.states[one], value)
        return False

    def _is(self, state: ReaderState, what: str) -> bool:
        if what == "due":
            return state.follow_up is not None and state.follow_up.on <= self.today()
        return state.status == what


def _span(mark: Annotation) -> tuple[int, int]:
    assert mark.position is not None
    return mark.position.start, mark.position.end


def _tiled(title: str) -> tuple[str, tuple[Block, ...]]:
    pieces = [
        (title, Kind.HEADING, Role.TITLE, ""),
        (BODY[0], Kind.PARAGRAPH, Role.BODY, ""),
        (SHARE, Kind.PARAGRAPH, Role.SHARE, "a share button"),
        (BODY[1], Kind.PARAGRAPH, Role.BODY, ""),
    ]
    text, blocks = "", []
    for number, (words, kind, role, reason) in enumerate(pieces):
        start = len(text)
        text += words + ("\n\n" if number < len(pieces) - 1 else "")
        level = 1 if kind is Kind.HEADING else 0
        blocks.append(Block(start, len(text), kind, role, role.kept, reason, level))
    return text, tuple(blocks)
