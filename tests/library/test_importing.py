"""What comes in is kept byte for byte, once, and what cannot be read is named."""

from pathlib import Path

import pytest

from reader.export import markdown_note
from reader.library import Library, Progress
from reader.model import ConversionError, SourceError, UnknownArticle
from reader.text import cleaning
from tests.library.conftest import STORY


def test_a_file_becomes_an_article(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    report = library.import_([path], tags=["#ports", "ports", " storm\x1b[31m "])
    (row,) = report.imported
    assert row.title == "Harbour reopens after the storm"
    assert row.published == "2026-05-30"
    assert row.tags == ("ports", "storm")
    assert library.article(row.id).source.path == str(path)


def test_the_same_source_twice_is_one_article(library: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(STORY)
    report = library.import_([tmp_path])
    assert len(report.imported) == 1
    assert report.known == report.imported
    assert len(library.listing()) == 1


def test_the_original_is_kept_byte_for_byte(library: Library, tmp_path: Path) -> None:
    data = STORY.replace("\n", "\r\n").encode()
    (tmp_path / "crlf.txt").write_bytes(data)
    library.import_([tmp_path / "crlf.txt"])
    (kept,) = (library.home / "originals").rglob("*.original")
    assert kept.read_bytes() == data


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "page.html").write_bytes(b"%PDF-1.4")
    (tmp_path / "story.txt").write_text(STORY)
    report = library.import_([tmp_path, tmp_path / "gone.txt"])
    assert len(report.imported) == 1
    assert [Path(error.subject or "").name for error in report.failed] == [
        "empty.txt",
        "page.html",
        "gone.txt",
    ]


def test_an_import_can_be_cancelled_and_keeps_what_it_has(library: Library, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(STORY.replace("four", str(number)))
    seen: list[Progress] = []
    report = library.import_([tmp_path], progress=seen.append, cancelled=lambda: len(seen) == 2)
    assert report.cancelled
    assert len(report.imported) == len(library.listing()) == 2
    assert [(one.done, one.total) for one in seen] == [(0, 4), (1, 4)]
    again = library.import_([tmp_path])
    assert (len(again.imported), len(again.known)) == (2, 2)


@pytest.mark.parametrize("words", ["", " \n ", "\x1b[2J\x07\u200b"])
def test_a_paste_without_words_is_refused(library: Library, words: str) -> None:
    with pytest.raises((SourceError, ConversionError)):
        library.import_text(words)
    assert len(library.listing()) == 0


def test_articles_are_found_by_what_people_call_them(library: Library, story: str) -> None:
    for reference in (story, story[:6], "Harbour reopens after the storm"):
        assert library.resolve(reference) == story
    with pytest.raises(UnknownArticle, match="reader list"):
        library.resolve("nothing of the kind")


def test_importing_what_is_in_the_bin_brings_it_back(library: Library, story: str) -> None:
    library.tag([story], ["kept"])
    library.delete([story])
    assert len(library.listing()) == 0
    report = library.import_text(STORY)
    assert [row.id for row in report.known] == [story]
    assert library.state(story).tags == ("kept",)


def test_every_sample_is_read(library: Library, samples: Path) -> None:
    report = library.import_([samples])
    assert not report.failed
    assert len(report.imported) >= len(list(samples.iterdir()))
    for row in report.imported:
        article = library.article(row.id)
        assert "".join(article.source_text[b.start : b.end] for b in article.blocks) == (
            article.source_text
        )
        assert article.text
        assert row.published or "TYPHOON" in row.title, row.title  # the wire's day has no year


def test_a_fault_of_readers_own_on_one_source_does_not_stop_the_others(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean(text: str, *_: object, **__: object) -> object:
        if "bad" in text:
            raise ZeroDivisionError
        return cleaning.clean(text, "text/plain")

    monkeypatch.setattr("reader.library.extracting.clean", clean)
    (tmp_path / "1.txt").write_text("A bad one.")
    (tmp_path / "2.txt").write_text(STORY)
    report = library.import_([tmp_path])
    assert [row.title for row in report.imported] == ["Harbour reopens after the storm"]
    (error,) = report.failed
    assert "1.txt: Reader failed on it (ZeroDivisionError)" in str(error)


WRAPPED = """Harbour reopens after the storm

The harbour of Lisbon reopened on Friday after four days, the port au-
thority said in a statement. Repairs cost 12 million euros and took
longer than planned because two cranes had fallen, one of them on the
quay itself and one of them on a ship.
"""


def test_a_word_broken_at_the_end_of_a_line_is_found_and_exported_whole(library: Library) -> None:
    id = library.import_text(WRAPPED).imported[0].id
    article = library.article(id)
    assert "the port authority said" in article.text
    assert [row.id for row in library.listing("authority").rows(0, 9)] == [id]
    start = article.source_text.index("port au-")
    library.highlight(id, start, start + len("port au-\nthority"))
    assert "> port authority" in markdown_note(library.exported(id))
