"""Pocket's CSV, zip and HTML."""

import pytest
from app_exports import JUNE, POCKET, POCKET_HTML, POCKET_ZIP, packed

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError, Status
from reader.sources.apps import recognise_export

RAIL = BroughtArticle(
    title="Rail strike", url="https://news.example/rail", saved=JUNE, tags=("labour", "rail")
)
OLD = BroughtArticle(
    title="https://news.example/old",
    url="https://news.example/old",
    saved=JUNE,
    status=Status.ARCHIVED,
)
HEADER = b"title,url,time_added,tags,status\n"


@pytest.mark.parametrize(
    "data", [POCKET, b"\xef\xbb\xbf" + POCKET, POCKET.decode().encode("utf-16")]
)
def test_csv(data: bytes) -> None:
    assert recognise_export("part_000000.csv", data) == Brought("Pocket", (RAIL, OLD))


def test_zip_with_highlights() -> None:
    brought = recognise_export("pocket.zip", POCKET_ZIP)
    assert brought is not None
    first, second, third = brought.articles
    assert first.highlights == (BroughtHighlight("No trains ran.", created=JUNE),)
    assert (first.tags, second, third.saved) == (RAIL.tags, OLD, None)


def test_html() -> None:
    brought = recognise_export("ril_export.html", POCKET_HTML)
    assert brought is not None
    first, second = brought.articles
    assert first == RAIL
    assert (second.title, second.status) == ("Old & read", Status.ARCHIVED)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (b"A,,1,,unread", "row 2: “url” is empty"),
        (b"A,https://a.example,1,,lost", "row 2: “status” is neither unread nor archive"),
        (b"A,https://a.example,1,,unread,more", "row 2 has more cells than the header"),
        (b'A,"https://a.example', r"its table is broken \(unexpected end of data\)"),
        (b'A,"b"c,1,,unread', "its table is broken"),
    ],
)
def test_malformed_rows_are_named(row: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        recognise_export("part_000000.csv", HEADER + row)


def test_malformed_parts_of_a_zip() -> None:
    with pytest.raises(SourceError, match="header is not Pocket's") as caught:
        recognise_export("p.zip", packed({"part_000000.csv": b"a,b\n1,2\n"}))
    assert caught.value.subject == "p.zip, part_000000.csv"
    marks = packed({"part_000000.csv": POCKET, "annotations/part_000000.json": b'[{"url": 3}]'})
    with pytest.raises(SourceError, match="entry 1: “url” is not text"):
        recognise_export("p.zip", marks)


def test_html_without_an_address() -> None:
    with pytest.raises(SourceError, match="link 1: “href” is missing"):
        recognise_export("a.html", b"<title>Pocket Export</title><a time_added=1>x</a>")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://[::1",
        "https://",
        "x",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    brought = recognise_export("a.csv", HEADER + f'A,"{url}",1,,unread'.encode())
    assert brought is not None
    assert brought.articles[0].url is None


@pytest.mark.parametrize("time", ["", "0", "-5", "soon", "9" * 19, "nan", "inf", "1e400"])
def test_impossible_times_are_none(time: str) -> None:
    brought = recognise_export("a.csv", HEADER + f"A,https://a.example,{time},,unread".encode())
    assert brought is not None
    assert brought.articles[0].saved is None


def test_what_a_terminal_would_act_on_is_gone() -> None:
    row = "\x1b]0;title\x07A\u202eB,https://a.example/\x1b[2J,1,\x1b[31mred|\x00,unread"
    brought = recognise_export("a.csv", HEADER + row.encode())
    assert brought is not None
    (article,) = brought.articles
    assert (article.title, article.url, article.tags) == ("AB", "https://a.example/", ("red",))


def test_a_cell_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.sources.apps import tables

    monkeypatch.setattr(tables, "LARGEST", 100)
    with pytest.raises(SourceError, match="field larger than field limit"):
        recognise_export("a.csv", HEADER + b"a" * 200 + b",https://a.example,1,,unread")
