"""A library brought along from another application: once, whole, and as one change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library, Progress
from reader.library.bringing import BringReport
from reader.library.bringing.marks import marks_of, placed
from reader.library.bringing.pages import is_stub, page_of
from reader.model import (
    Annotation,
    BroughtArticle,
    BroughtHighlight,
    Colour,
    SourceError,
    Status,
)
from reader.sources.original import make_original
from reader.text.canonical import canonical, canonical_line
from reader.text.cleaning import clean
from tests.conftest import NOW
from tests.sources.apps.app_exports import (
    EXPORTS,
    ISO,
    JUNE,
    OMNIVORE_ITEM,
    POCKET,
    WALLABAG_ENTRY,
    dumped,
    packed,
)

GRAIN = "https://news.example/grain"
LONG = (
    "<p>The port will double its quays – soon, the city council decided on Monday night.</p>"
    "<p>Salt was money once, and the ships that carried it paid no toll to anyone at all.</p>"
)
Bring = Callable[..., BringReport]


@pytest.fixture
def bring(library: Library, tmp_path: Path) -> Bring:
    """Bring one export, given as bytes, into the library."""

    def call(data: bytes, name: str = "export", **options: object) -> BringReport:
        path = tmp_path / name
        path.write_bytes(data)
        return library.bring([path], **options)  # type: ignore[arg-type]

    return call


def entry(**fields: object) -> bytes:
    return dumped([WALLABAG_ENTRY | {"content": LONG, "annotations": []} | fields])


def mark(quote: str, **fields: object) -> dict[str, object]:
    return {"id": 3, "text": "", "quote": quote, "ranges": []} | fields


def ids(report: BringReport) -> list[str]:
    return [one.id for one in (*report.imported, *report.known)]


def files_of(library: Library) -> dict[str, bytes]:
    """The reader's own files; the index's journal comes and goes by itself."""
    return {
        str(path): path.read_bytes()
        for path in library.home.rglob("*")
        if path.is_file() and not path.name.startswith("index.")
    }


def said_in(library: Library) -> object:
    """Every article with all that was said of it."""
    return [
        (
            row,
            library.state(row.id),
            library.note(row.id),
            library.annotations(row.id),
            library.article(row.id),
        )
        for row in library.rows(library.listing().ids())
    ]


# every application --------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_brings_its_articles_once(bring: Bring, library: Library, name: str) -> None:
    first = bring(EXPORTS[name], name)
    assert first.imported
    assert (first.failed, first.others) == ((), ())
    assert len(library.listing()) == len(first.imported)
    before, files = said_in(library), files_of(library)
    again = bring(EXPORTS[name], name)
    assert again.imported == ()
    assert (again.attached, again.quotes, again.notes, again.removed) == (0, 0, 0, 0)
    assert {one.id for one in again.known} == {one.id for one in first.imported}
    assert said_in(library) == before
    assert files_of(library) == files


@pytest.mark.parametrize("name", EXPORTS)
def test_a_dry_run_says_the_same_and_writes_nothing(
    bring: Bring, library: Library, name: str
) -> None:
    files = files_of(library)
    said = bring(EXPORTS[name], name, dry_run=True)
    assert said.dry_run
    assert files_of(library) == files
    assert len(library.listing()) == 0
    assert replace(said, dry_run=False) == bring(EXPORTS[name], name)


@pytest.mark.parametrize("name", EXPORTS)
def test_undo_takes_all_of_it_back(bring: Bring, library: Library, name: str) -> None:
    report = bring(EXPORTS[name], name)
    before = said_in(library)
    assert "import from" in (library.undo() or "")
    assert len(library.listing()) == 0
    assert not any(library.annotations(id) or library.note(id) for id in ids(report))
    assert library.undo() is None
    library.redo()
    assert said_in(library) == before


def test_all_words_of_a_book_are_kept(bring: Bring, library: Library) -> None:
    report = bring(EXPORTS["My Clippings.txt"], "My Clippings.txt")
    [book] = report.imported
    assert book.title == "Tides (a history)"
    assert library.article(book.id).authors == ("Mia Voss", "Jon Dahl")
    [orphan] = library.annotations(book.id)
    assert orphan.span is None
    assert orphan.annotation.quote is not None
    assert orphan.annotation.quote.exact == "Salt was money."
    assert orphan.annotation.body == "Where?"
    assert orphan.annotation.created == JUNE
    assert library.note(book.id) == "A thought of its own."
    assert (report.without_text, report.quotes, report.notes) == (1, 1, 1)


# one article --------------------------------------------------------------------------------


def test_an_article_comes_with_all_that_was_known_of_it(bring: Bring, library: Library) -> None:
    data = entry(
        annotations=[mark("double its quays - soon", text="When?", created_at=ISO)], is_starred=1
    )
    report = bring(data, tags=["moved"])
    [row] = library.rows(ids(report))
    article, state = library.article(row.id), library.state(row.id)
    assert (row.title, article.url, article.site) == ("Grain prices fall", GRAIN, "news.example")
    assert article.authors == ("Ivo Lang",)
    assert article.published == "2026-05-31T08:15"
    assert "paid no toll" in article.text
    assert row.imported == JUNE
    assert state.tags == ("grain", "markets", "moved")
    assert (state.status, state.starred) == (Status.ARCHIVED, True)
    [found] = library.annotations(row.id)
    assert found.span is not None
    assert article.source_text[slice(*found.span)] == "double its quays – soon"
    assert (found.annotation.body, found.annotation.created) == ("When?", JUNE)
    assert (report.attached, report.quotes, report.without_text) == (1, 0, 0)


def test_what_stands_around_a_quote_says_which_it_is(library: Library) -> None:
    text = "The dam is high. A wall of the dam is high. The dam is high, he said."
    mark = BroughtHighlight("dam is high", prefix="A wall of the ", suffix=". The")
    [made] = marks_of("App", BroughtArticle("T", highlights=(mark,)), "a", NOW)
    found, is_placed = placed(text, made)
    assert is_placed
    assert found.position is not None
    assert found.position.start == text.index("dam is high. The dam")


def test_a_quote_that_stands_nowhere_is_kept_with_its_words(bring: Bring, library: Library) -> None:
    words = "Nobody ever wrote this sentence about anything"
    report = bring(entry(annotations=[mark(words, text="But why?")]))
    [found] = library.annotations(ids(report)[0])
    assert found.span is None
    assert found.annotation.quote is not None
    assert (found.annotation.quote.exact, found.annotation.body) == (words, "But why?")
    assert (report.attached, report.quotes) == (0, 1)


def test_one_passage_with_two_notes_on_it_keeps_both(bring: Bring, library: Library) -> None:
    data = b"Highlight,Title,Author,URL,Note\nSalt was money.,T,,,One\nSalt was money.,T,,,Two\n"
    for _ in range(2):
        report = bring(data)
    bodies = {one.annotation.body for one in library.annotations(ids(report)[0])}
    assert bodies == {"One", "Two"}


def test_a_hostile_export_is_words_and_no_more(bring: Bring, library: Library) -> None:
    title = "</title></script><script>alert(1)</script><b>x\x1b[31m\u202e\x07"
    report = bring(
        entry(
            title=title,
            tags=["<i>\x1b]0;x\x07"],
            published_by=['"><script>'],
            content="<script>evil()</script><p>Words\x1b[2J of it, and enough of them.</p>",
            annotations=[mark("Words of it\x1b[0m", text="\x1b[1mnote")],
        )
    )
    [row] = library.rows(ids(report))
    article = library.article(row.id)
    everything = [row.title, *row.tags, *article.authors, library.note(row.id)]
    everything += [one.annotation.body for one in library.annotations(row.id)]
    assert row.title.startswith("</title></script><script>alert(1)")
    assert all(line == canonical_line(line) for line in everything)
    assert article.source_text == canonical(article.source_text)
    assert "evil" not in article.text
    assert report.attached == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", dumped([WALLABAG_ENTRY, WALLABAG_ENTRY | {"url": 3}])),
        ("a.json", dumped([WALLABAG_ENTRY | {"annotations": "none"}])),
        ("a.json", EXPORTS["wallabag.json"][:-9]),
        ("a.csv", POCKET + b"No address,,0,,unread\n"),
        ("My Clippings.txt", EXPORTS["My Clippings.txt"] + b"\n\n\n- nonsense\n\nwords\n"),
        ("a.zip", EXPORTS["pocket.zip"][:-30]),
    ],
)
def test_nothing_of_a_malformed_export_is_written(
    bring: Bring, library: Library, name: str, data: bytes, tmp_path: Path
) -> None:
    files = files_of(library)
    report = bring(data, name)
    [error] = report.failed
    assert isinstance(error, SourceError)
    assert str(tmp_path / name) in str(error)
    assert files_of(library) == files
    assert len(library.listing()) == 0


def test_what_is_no_export_is_handed_back(library: Library, tmp_path: Path) -> None:
    page, folder = tmp_path / "page.html", tmp_path / "folder"
    page.write_text("<!doctype html><title>A</title><p>Words")
    folder.mkdir()
    (folder / "part.csv").write_bytes(POCKET)
    targets = [page, folder, tmp_path / "gone.zip", "https://news.example/x"]
    report = library.bring(targets)
    assert report == BringReport(others=tuple(targets))


# what is there already ----------------------------------------------------------------------


def test_an_article_of_the_library_gets_the_highlights(bring: Bring, library: Library) -> None:
    page = make_original(f"<title>Grain</title>{LONG}".encode(), url=f"{GRAIN}?utm_source=x#top")
    library._import(()).take(page)
    [known] = library.listing().ids()
    library.tag([known], ["mine"])
    library.set_status([known], Status.DONE)
    report = bring(entry(content="", annotations=[mark("Salt was money once")]))
    assert not report.imported
    assert [one.id for one in report.known] == [known]
    assert library.listing().ids() == [known]
    [found] = library.annotations(known)
    assert found.span is not None
    state = library.state(known)
    assert (state.tags, state.status) == (("mine", "grain", "markets"), Status.DONE)
    library.undo()
    assert library.annotations(known) == ()
    assert library.state(known).tags == ("mine",)


def test_a_text_takes_the_place_of_the_address_that_stood_in_for_it(
    bring: Bring, library: Library
) -> None:
    annotations = [mark("Salt was money once", text="mine")]
    [stub] = ids(bring(entry(content="", annotations=annotations)))
    assert library.annotations(stub)[0].span is None
    library.set_status([stub], Status.READING)
    report = bring(entry(annotations=annotations))
    [whole] = library.listing().ids()
    assert [one.id for one in report.imported] == [whole]
    assert library.state(whole).status is Status.READING
    [found] = library.annotations(whole)
    assert found.span is not None
    assert found.annotation.body == "mine"
    library.undo()
    assert library.listing().ids() == [stub]
    assert [one.annotation.body for one in library.annotations(stub)] == ["mine"]
    library.redo()
    assert ids(bring(entry(content="", annotations=annotations))) == [whole]


def test_later_only_what_is_new_is_added(bring: Bring, library: Library) -> None:
    [id] = ids(bring(entry(annotations=[mark("Salt was money once", text="theirs")])))
    library.tag([id], ["mine"], ["grain"])
    library.set_status([id], Status.READING)
    library.annotate(library.annotations(id)[0].annotation.id, body="mine")
    report = bring(
        entry(
            tags=["grain", "markets", "new"],
            is_starred=1,
            annotations=[
                mark("Salt was money once", text="theirs again"),
                mark("paid no toll", id=4),
            ],
        )
    )
    assert (report.attached, report.known_marks) == (1, 1)
    state = library.state(id)
    assert state.tags == ("markets", "mine", "new")
    assert (state.status, state.starred) == (Status.READING, False)
    assert [one.annotation.body for one in library.annotations(id)] == ["mine", ""]


def test_what_the_reader_removed_stays_removed(bring: Bring, library: Library) -> None:
    data = entry(annotations=[mark("Salt was money once")])
    [id] = ids(bring(data))
    library.delete_annotation(library.annotations(id)[0].annotation.id)
    report = bring(data)
    assert (report.removed, report.attached) == (1, 0)
    assert library.annotations(id) == ()


def test_what_is_in_the_bin_is_left_there(bring: Bring, library: Library) -> None:
    [id] = ids(bring(entry()))
    library.delete([id])
    report = bring(entry(annotations=[mark("Salt was money once")]))
    assert ids(report) == []
    assert report.skipped == ("1 in the bin, and left there",)
    assert library.annotations(id) == ()
    assert len(library.listing()) == 0


def test_a_highlight_made_here_is_not_doubled(bring: Bring, library: Library) -> None:
    [id] = ids(bring(entry()))
    start, end = library.find_quote(id, "Salt was money once")
    library.highlight(id, start, end, body="Mine.")
    report = bring(entry(annotations=[mark("Salt was money once")]))
    assert (report.known_marks, report.attached) == (1, 0)
    assert len(library.annotations(id)) == 1


def test_entries_with_nothing_in_them_are_counted(bring: Bring) -> None:
    report = bring(entry(url="javascript:alert(1)", content=""))
    assert not report.imported
    assert report.skipped == ("1 with neither an address nor a text nor a quote",)


# a run --------------------------------------------------------------------------------------


def many(number: int) -> bytes:
    one = OMNIVORE_ITEM
    items = [one | {"slug": str(at), "url": f"https://news.example/{at}"} for at in range(number)]
    return packed({"metadata_0_to_20.json": dumped(items)})


def test_a_run_can_be_cancelled_and_goes_on_later(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(many(5))
    seen: list[Progress] = []
    report = library.bring(
        [tmp_path / "a.zip"], progress=seen.append, cancelled=lambda: len(seen) == 2
    )
    assert report.cancelled
    assert len(report.imported) == len(library.listing()) == 2
    assert [(one.done, one.total) for one in seen] == [(0, 5), (1, 5)]
    assert library.tags() == {"ports": 2, "trade": 2}
    again = library.bring([tmp_path / "a.zip"])
    assert (len(again.imported), len(again.known)) == (3, 2)


def test_a_run_that_was_killed_is_made_up_for(
    bring: Bring, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    data = entry(annotations=[mark("Salt was money once")])
    with monkeypatch.context() as patched:
        patched.setattr(library._changes, "together", killed)
        with pytest.raises(KeyboardInterrupt):
            bring(data)
    [id] = ids(bring(data))
    assert library.state(id).status is Status.ARCHIVED
    assert len(library.annotations(id)) == 1


def test_what_the_reader_says_meanwhile_stays(bring: Bring, library: Library) -> None:
    [id] = ids(bring(entry()))

    def meanwhile(progress: Progress) -> None:
        if progress.name == "":  # the last one, before what was said is saved
            library.tag([id], ["mine"], ["grain"])
            library.star([id])

    bring(entry(tags=["new"]), progress=meanwhile)
    state = library.state(id)
    assert (state.tags, state.starred) == (("markets", "mine", "new"), True)


def test_notes_are_written_once_however_many_articles(
    bring: Bring, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves: list[int] = []
    save = library._store.notes.save

    def counted(*arguments: object, **named: object) -> str:
        saves.append(1)
        return save(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(library._store.notes, "save", counted)
    assert len(bring(many(250)).imported) == 250
    assert len(saves) == 1


def test_an_index_made_anew_is_the_same(bring: Bring, library: Library, tmp_path: Path) -> None:
    from reader.library import doctor

    for name, data in EXPORTS.items():
        bring(data, name)
    before = said_in(library)
    home = library.home
    library.close()
    list(doctor(home, rebuild_index=True))
    with Library.open(home) as again:
        assert said_in(again) == before


def test_pages_are_fetched_when_asked_for(
    bring: Bring, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(url: str) -> object:
        if url.endswith("old"):
            raise SourceError("the server answered 404", url)
        page = f"<title>Rail strike</title><link rel=canonical href=/rail-strike>{LONG}"
        return make_original(page.encode(), url=url, media_type="text/html")

    bring(POCKET)  # the addresses first, as one does
    monkeypatch.setattr("reader.library.bringing.arriving.read", fetch)
    report = bring(POCKET, fetch=True)
    [whole] = report.imported
    assert "paid no toll" in library.article(whole.id).text
    assert library.state(whole.id).tags == ("labour", "rail")
    assert report.skipped == ("1 whose page could not be fetched: kept as title and address",)
    assert len(library.listing()) == 2
    again = bring(POCKET)
    assert not again.imported
    assert whole.id in ids(again)


# pages and names, whatever is in them -------------------------------------------------------

TEXT = st.text(max_size=60)
ARTICLES = st.builds(
    BroughtArticle,
    title=TEXT.map(canonical_line),
    url=st.sampled_from([None, "https://news.example/a?b=1&c=<x>\"'"]),
    authors=st.lists(TEXT.map(canonical_line), max_size=2).map(tuple),
    site=st.none() | TEXT.map(canonical_line),
    content=st.none() | TEXT.map(lambda text: text.encode("utf-8", "replace")),
    media_type=st.sampled_from(["text/html", "text/plain", "text/markdown"]),
)


@given(ARTICLES)
def test_a_page_is_the_same_each_time_and_can_be_read(one: BroughtArticle) -> None:
    page = page_of(one, NOW)
    assert page.data == page_of(one, NOW).data
    assert page.source.imported == NOW
    if is_stub(page.data):
        [article] = clean(page.text, page.source.media_type, url=page.source.url)
        assert article.title
        assert article.source_text == canonical(article.source_text)


@given(st.text(min_size=1, max_size=80), st.sampled_from(["text/plain"]))
def test_plain_text_is_never_markup(text: str, media_type: str) -> None:
    one = BroughtArticle("T", content=text.encode("utf-8", "replace"), media_type=media_type)
    page = page_of(one, NOW)
    inside = page.text.partition("</h1>")[2].partition("</article>")[0]
    assert inside.replace("<p>", "").replace("</p>", "").replace("<br>", "").count("<") == 0


MARKS = st.builds(
    BroughtHighlight,
    exact=st.sampled_from(["", "one", "two words"]),
    body=st.sampled_from(["", "a", "b"]),
    colour=st.sampled_from(Colour),
    id=st.sampled_from(["", "1", "2"]),
)


@given(st.lists(MARKS, max_size=8))
def test_no_words_are_lost_and_none_come_twice(marks: list[BroughtHighlight]) -> None:
    marks = [one for one in marks if one.exact or one.body]
    one = BroughtArticle("T", highlights=tuple(marks))
    made = marks_of("App", one, "a", NOW)
    assert made == marks_of("App", one, "a", NOW)
    assert len({each.id for each in made}) == len(made)
    assert {_words(each) for each in made} == {(each.exact, each.body) for each in marks}


def _words(one: Annotation) -> tuple[str, str]:
    return one.quote.exact if one.quote else "", one.body
