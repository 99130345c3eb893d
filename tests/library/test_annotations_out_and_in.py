"""W3C Web Annotations out of one library and into another."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Format, Library
from reader.library.bringing import BringReport
from reader.model import Colour, FollowUp, SourceError, Status
from tests.library.conftest import STORY, clock

PAGE = (
    '<html><head><title>Decree</title><link rel="canonical" href="https://e.com/d"></head><body>'
    "<article><h1>Decree</h1><p>The ministry named three banks that may trade from March.</p>"
    "</article></body></html>"
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """A library with the same sources, in which nothing was said."""
    with Library.open(tmp_path / "other", clock=clock) as opened:
        yield opened


def sent(library: Library, other: Library, query: str = "") -> BringReport:
    path = other.home / "a.jsonld"
    library.export(query, to=path, format=Format.W3C, overwrite=True)
    return other.bring([path])


def said(library: Library) -> dict[str, object]:
    return {
        id: (
            [(one.annotation, one.span) for one in library.annotations(id)],
            library.notes(id),
            library.state(id).tags,
            library.state(id).status,
            library.state(id).starred,
            library.state(id).follow_up,
        )
        for id in library.listing().ids()
    }


def fill(library: Library) -> str:
    id = library.import_text(STORY).imported[0].id
    span = library.find_quote(id, "12 million euros")
    mark = library.highlight(id, *span, "More?", ["cost"], Colour.RED)
    library.set_passage_follow_up(mark.id, FollowUp(date(2026, 6, 9), "ask"))
    library.highlight(id, *library.find_quote(id, "Lisbon"))
    library.set_note(id, "All of it.\n\n*Really*.")
    library.tag([id], ["Ports"])
    library.set_status([id], Status.READING)
    library.star([id])
    library.set_follow_up(id, FollowUp(date(2026, 6, 3), "repairs done?"))
    return id


def test_what_was_said_is_the_same_in_another_library(library: Library, other: Library) -> None:
    fill(library)
    other.import_text(STORY)
    report = sent(library, other)
    assert (report.attached, report.notes, len(report.known)) == (2, 1, 1)
    assert said(other) == said(library)
    again = sent(library, other)
    assert (again.attached, again.known_marks) == (0, 3)
    assert said(other) == said(library)


def test_without_the_articles_the_words_are_kept(library: Library, other: Library) -> None:
    fill(library)
    report = sent(library, other)
    assert report.quotes == 2
    [id] = other.listing().ids()
    kept = {one.annotation.quote.exact for one in other.annotations(id) if one.annotation.quote}
    assert kept == {"12 million euros", "Lisbon"}
    assert other.note(id) == "All of it.\n\n*Really*."
    assert other.state(id).tags == ("Ports",)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    marks=st.lists(
        st.tuples(
            st.integers(0, 200),
            st.integers(1, 60),
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20),
            st.sampled_from(Colour),
        ),
        max_size=6,
    )
)
def test_any_highlights_come_back_whole(
    tmp_path_factory: pytest.TempPathFactory, marks: list[tuple[int, int, str, Colour]]
) -> None:
    folder = tmp_path_factory.mktemp("libraries")
    with (
        Library.open(folder / "one", clock=clock) as one,
        Library.open(folder / "two", clock=clock) as two,
    ):
        id = one.import_text(STORY).imported[0].id
        two.import_text(STORY)
        text = one.article(id).source_text
        for start, length, body, colour in marks:
            end = min(len(text), start + length)
            if text[start:end].strip():
                one.highlight(id, start, end, body, (), colour)
        sent(one, two)
        assert said(two) == said(one)


def annotation(**fields: object) -> dict[str, object]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": "https://e.org/anno/1",
        "target": {
            "source": "https://e.com/d",
            "selector": {"type": "TextQuoteSelector", "exact": "three banks"},
        },
        **fields,
    }


def bring(library: Library, value: object, tmp_path: Path) -> BringReport:
    (tmp_path / "a.jsonld").write_text(json.dumps(value))
    return library.bring([tmp_path / "a.jsonld"])


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {**one, "type": "AnnotationPage", "items": [one]},
        lambda one: {
            "@context": one["@context"],
            "type": "AnnotationCollection",
            "first": {"type": "AnnotationPage", "items": [one]},
        },
    ],
)
def test_annotations_of_others_are_put_on_their_words(
    library: Library, tmp_path: Path, wrapped: object
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    [row] = library.import_([tmp_path / "page.html"]).imported
    body = [
        {"type": "TextualBody", "value": "Which?"},
        {"type": "TextualBody", "value": "banks", "purpose": "tagging"},
        {"type": "Image", "id": "https://e.org/x.png"},
    ]
    assert callable(wrapped)
    report = bring(library, wrapped(annotation(body=body)), tmp_path)
    assert report.attached == 1
    [mark] = library.annotations(row.id)
    assert mark.annotation.id == "https://e.org/anno/1"
    assert (mark.annotation.body, mark.annotation.tags) == ("Which?", ("banks",))
    assert mark.span == library.find_quote(row.id, "three banks")


@pytest.mark.parametrize(
    "value",
    [
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection"},
        [annotation(), "words"],
        annotation(target=None),
        annotation(target=[{"selector": []}]),
        annotation(created=["yesterday"]),
    ],
)
def test_nothing_of_malformed_annotations_is_taken(
    library: Library, tmp_path: Path, value: object
) -> None:
    report = bring(library, value, tmp_path)
    [error] = report.failed
    assert isinstance(error, SourceError)
    assert len(library.listing()) == 0


def test_hostile_annotations_are_words_and_no_more(library: Library, tmp_path: Path) -> None:
    value = annotation(
        target={"source": "javascript:alert(1)", "selector": [{"type": ["TextQuoteSelector"]}]},
        bodyValue="\x1b]0;owned\x07 [/x] ",
        **{"reader:title": "[@click=x]\x1b[31m", "reader:status": "nothing", "styleClass": {}},
    )
    bring(library, value, tmp_path)
    [row] = library.rows(library.listing().ids())
    assert "\x1b" not in row.title + library.note(row.id)
    assert library.article(row.id).url is None
