"""Where wrapped lines meet: broken words are whole again to the reader, and nothing is lost."""

from datetime import date

import pytest

from reader.library.extracting import articles_of, recognised_in
from reader.model import UNSEEN, Article, Kind
from reader.sources import from_text
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.plain import clean_plain

QUOTED = """\
The upkeep of the town will be paid for by all who live in it, the council
said after a long night, and nobody who was there could say whether that
is what the mayor had meant. Ferries will leave from the fish market
until a new quay is built, which is to be ready in three years. It will
be built of concrete and steel, and it will be wide enough for two boats."""


def read(text: str) -> str:
    (one,) = clean_plain(text)
    return article(one).text


def article(one: Cleaned) -> Article:
    (found,) = articles_of(from_text(one.source_text))
    return found


def wrapped(first: str, second: str) -> str:
    """A paragraph whose second line begins with `second`."""
    return f"""\
The council of Sandby met on Tuesday and spoke for hours about {first}
{second} of the town, and nobody who was there could say whether that is
what the mayor had meant when he first brought it up in the early spring
of last year. Ferries will leave from the fish market until a new quay is
built, which is to be ready in three years, of concrete and of steel."""


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the govern-", "ment", "the government of"),
        ("the Govern\u2010", "ment", "the Government of"),
        ("the North-", "South", "the North-South of"),
        ("the COVID-", "19", "the COVID-19 of"),
        ("the sea-", "and air rescue", "the sea- and air rescue of"),
        ("a plan -", "the third", "a plan - the third of"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(first: str, second: str, whole: str) -> None:
    assert whole in read(wrapped(first, second))


def test_the_text_itself_tells_whether_a_hyphen_is_the_words_own() -> None:
    hyphen = wrapped("the well-", "known plan") + "\n\nThat well-known plan was the mayor's own."
    none = wrapped("the under-", "standing") + "\n\nThe understanding was that under is standing."
    half = wrapped("the under-", "standing") + "\n\nThe quay is under water, said the mayor."
    both = wrapped("the harbour-", "master") + "\n\nThe master of the harbour has had his say."
    assert "the well-known plan of" in read(hyphen)
    assert "the understanding of" in read(none)
    assert "the understanding of" in read(half)
    assert "the harbour-master of" in read(both)


def test_a_word_broken_on_a_short_line_is_whole_too() -> None:
    text = wrapped("the", "plan") + "\nNobody was hurt, said Mr Exam-\nple of the harbour.\n"
    assert "Mr Example of the harbour" in read(text)


def test_a_hyphen_for_a_word_to_come_leaves_the_marks_of_a_quoted_mail_unread() -> None:
    text = "\n".join(f"> {line}" for line in wrapped("the sea-", "and air").split("\n"))
    assert "the sea- and air of the town" in read(f"{wrapped('the', 'quay')}\n\n{text}")


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "港口将于下周二重新开放市议会在周五晚上的会议上作出了这一决定"
    text = f"{line}\n{line[::-1]}\n{line}。\n\n{line[::-1]}\n{line}\n{line}。"
    assert f"{line}{line[::-1]}{line}" in read(text).replace("\n", "")


def test_the_marks_of_a_quoted_mail_are_not_read() -> None:
    quoted = "\n".join(f"> {line}" for line in QUOTED.split("\n"))
    text = read(
        f"{wrapped('the', 'quay')}\n\n{quoted}\n\nI agree with all of that, said the mayor."
    )
    assert ">" not in text
    assert "the council said after" in text


def test_a_quoted_block_begins_with_its_first_word() -> None:
    quoted = "\n".join(f"> {line}" for line in QUOTED.split("\n"))
    (one,) = clean_plain(f"{wrapped('the', 'quay')}\n\n{quoted}\n\nI agree, said the mayor.")
    found = article(one)
    (block,) = [block for block in found.blocks if block.kind is Kind.QUOTE]
    start, _ = block.words(found.source_text)
    assert found.source_text[start:].startswith("The upkeep")


def test_the_source_text_keeps_what_is_not_read() -> None:
    text = wrapped("the govern-", "ment")
    (one,) = clean_plain(text)
    assert one.source_text == text
    found = article(one)
    at = text.index("govern-")
    assert found.kept_text[at : at + 12] == f"govern{UNSEEN}{UNSEEN}ment"
    assert found.read(at, at + len("govern-\nment of")) == "government of"


def test_what_is_recognised_has_the_offsets_of_the_source_text() -> None:
    (one,) = clean_plain(wrapped("Janet Yel-", "len"), today=date(2031, 1, 1))
    found = article(one)
    spans = {
        found.source_text[mention.start : mention.end]: mention.text
        for mention in recognised_in(found).mentions
    }
    assert spans["Janet Yel-\nlen"] == "Janet Yellen"
