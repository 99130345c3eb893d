"""Kindle's clippings: passages with their notes, in eight languages."""

from datetime import UTC, datetime

import pytest
from app_exports import JUNE, KINDLE

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError
from reader.sources.apps import recognise_export

RULE = "==========\n"


def clippings(*entries: tuple[str, str, str]) -> bytes:
    return "".join(f"{title}\n{line}\n\n{text}\n{RULE}" for title, line, text in entries).encode()


def test_a_book_with_its_passages_and_notes() -> None:
    assert recognise_export("My Clippings.txt", KINDLE) == Brought(
        "Kindle",
        (
            BroughtArticle(
                title="Tides (a history)",
                authors=("Mia Voss", "Jon Dahl"),
                highlights=(
                    BroughtHighlight(exact="Salt was money.", body="Where?", created=JUNE),
                    BroughtHighlight(exact="", body="A thought of its own.", created=JUNE),
                ),
            ),
        ),
        ("1 bookmark",),
    )


@pytest.mark.parametrize(
    ("place", "added"),
    [
        ("Your Highlight on page 7 | Location 100-102", "Added on Monday, 1 June 2026 09:30:00"),
        ("Your Highlight at location 100-02", "Added on Monday, June 1, 2026 9:30:00 AM"),
        (
            "Ihre Markierung auf Seite 7 | bei Position 100-102",
            "Hinzugefügt am Montag, 1. Juni 2026 09:30:00",
        ),
        (
            "Votre surlignement sur la page 7 | emplacement 100-102",
            "Ajouté le lundi 1 juin 2026 à 09:30:00",
        ),
        (
            "Tu subrayado en la página 7 | posición 100-102",
            "Añadido el lunes, 1 de junio de 2026 9:30:00",
        ),
        (
            "La tua evidenziazione a pagina 7 | posizione 100-102",
            "Aggiunto in data lunedì 1 giugno 2026 09:30:00",
        ),
        (
            "Seu destaque ou posição 100-102",
            "Adicionado: segunda-feira, 1 de junho de 2026 09:30:00",
        ),
        ("您在第 7 页（位置 #100-102）的标注", "添加于 2026年6月1日星期一 上午9:30:00"),
        ("位置No. 100-102のハイライト", "作成日: 2026年6月1日月曜日 09:30:00"),
    ],
)
def test_languages(place: str, added: str) -> None:
    line = f"- {place} | {added}"
    note = ("Tides", "- Your Note on Location 101 | Added on", "Where?")
    brought = recognise_export("My Clippings.txt", clippings(("Tides", line, "Salt."), note))
    assert brought is not None
    assert brought.articles[0].highlights == (
        BroughtHighlight(exact="Salt.", body="Where?", created=JUNE),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Ihre Notiz auf Seite 7 | Hinzugefügt", "Nota bene"),
        ("- Votre note sur la page 7 | Ajouté", "Nota bene"),
        ("- Tu nota en la página 7 | Añadido", "Nota bene"),
        ("- La tua nota a pagina 7 | Aggiunto", "Nota bene"),
        ("- Sua nota na página 7 | Adicionado", "Nota bene"),
        ("- 您在第 7 页的笔记 | 添加于", "Nota bene"),
        ("- 7ページ｜位置No. 114のメモ | 作成日", "Nota bene"),
    ],
)
def test_notes_in_other_languages_by_page(line: str, words: str) -> None:
    brought = recognise_export("x.txt", clippings(("Tides", line, words)))
    assert brought is not None
    assert brought.articles[0].highlights == (BroughtHighlight(exact="", body=words),)


@pytest.mark.parametrize("word", "Lesezeichen signet marcador segnalibro 书签 ブックマーク".split())
def test_bookmarks_in_other_languages(word: str) -> None:
    brought = recognise_export("x.txt", clippings(("Tides", f"- {word} 7 | x", "")))
    assert brought is not None
    assert brought.passed_over == ("1 bookmark",)


@pytest.mark.parametrize(
    ("words", "created"),
    [
        ("Added on Monday, June 1, 2026 12:05:00 AM", datetime(2026, 6, 1, 0, 5, tzinfo=UTC)),
        ("Added on Monday, June 1, 2026 12:05 PM", datetime(2026, 6, 1, 12, 5, tzinfo=UTC)),
        ("添加于 2026年6月1日星期一 下午9:30:00", datetime(2026, 6, 1, 21, 30, tzinfo=UTC)),
        ("Added on Thursday, 29 March 12 21:22:31", datetime(2012, 3, 29, 21, 22, 31, tzinfo=UTC)),
        ("Added on Monday, 31 June 2026 09:30:00", None),
        ("Added on Monday, 1 June 2026 99:30:00", None),
        ("Added on 1 of some month", None),
        ("", None),
    ],
)
def test_times(words: str, created: datetime | None) -> None:
    line = f"- Your Highlight on Location 1 | {words}"
    brought = recognise_export("x.txt", clippings(("Tides", line, "Salt.")))
    assert brought is not None
    assert brought.articles[0].highlights[0].created == created


def test_a_note_goes_to_the_passage_that_begins_last_before_it() -> None:
    book = "Tides (Mia Voss)"
    data = clippings(
        (book, "- Your Note on Location 15 | x", "for the inner one"),
        (book, "- Your Highlight on Location 10-30 | x", "outer"),
        (book, "- Your Highlight on Location 14-16 | x", "inner"),
        (book, "- Your Note on Location 20 | x", "for the outer one"),
        (book, "- Your Note on Location 21 | x", "as well"),
        ("Another", "- Your Note on Location 15 | x", "of another book"),
    )
    brought = recognise_export("x.txt", data)
    assert brought is not None
    first, second = brought.articles
    assert [(mark.exact, mark.body) for mark in first.highlights] == [
        ("outer", "for the outer one\n\nas well"),
        ("inner", "for the inner one"),
    ]
    assert second.highlights == (BroughtHighlight(exact="", body="of another book"),)


def test_what_the_device_may_not_copy_is_counted() -> None:
    limit = "<You have reached the clipping limit for this item>"
    data = clippings(("Tides", "- Your Highlight on Location 1 | x", limit))
    brought = recognise_export("x.txt", data)
    assert brought is not None
    assert (brought.articles, brought.passed_over) == ((), ("1 entry without words",))


def test_a_language_nobody_knows_by_the_name_of_the_file() -> None:
    data = clippings(("Tides", "- Din markering på plats 100 | 1 juni", "Salt."))
    brought = recognise_export("documents/My Clippings.txt", data)
    assert brought is not None
    assert brought.articles[0].highlights == (BroughtHighlight(exact="Salt."),)
    assert recognise_export("other.txt", data) is None


def test_malformed_entries_are_named() -> None:
    good = clippings(("Tides", "- Your Highlight on Location 1 | x", "Salt."))
    with pytest.raises(SourceError, match="entry 2: its second line does not say what it is"):
        recognise_export("x.txt", good + b"Tides\nSalt.\n" + RULE.encode())


def test_many_passages_over_each_other_take_no_longer() -> None:
    book = "Tides (Mia Voss)"
    marks = [(book, "- Your Highlight on Location 1-999999 | x", "Salt.")] * 3000
    notes = [(book, f"- Your Note on Location {at} | x", "n") for at in range(1, 3000)]
    brought = recognise_export("x.txt", clippings(*marks, *notes))
    assert brought is not None
    assert len(brought.articles[0].highlights) == 3000
