"""Forms of news in a text: interviews, live reports, corrections, footnotes; the words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, Kind, Role
from reader.text.cleaning import clean
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.forms import formed

Told = list[tuple[Role, str]]


def article(
    *paragraphs: str, aside: tuple[int, ...] = (), headings: tuple[int, ...] = ()
) -> Cleaned:
    """An article of these paragraphs, all kept as text but for some that are set aside."""
    source_text, blocks = "\n\n".join(paragraphs), []
    start = 0
    for at, paragraph in enumerate(paragraphs):
        end = min(start + len(paragraph) + 2, len(source_text))
        role = Role.OTHER if at in aside else Role.BODY
        kind = Kind.HEADING if at in headings else Kind.PARAGRAPH
        blocks.append(Block(start, end, kind, role, role.kept, "for a reason"))
        start = end
    return Cleaned(source_text, tuple(blocks), "Title")


def told(one: Cleaned) -> Told:
    """The blocks whose role is no longer that of plain text, with their first words."""
    return [
        (block.role, block.text(one.source_text))
        for block in formed(one).blocks
        if block.role not in {Role.BODY, Role.OTHER}
    ]


def roles(one: Cleaned) -> list[str]:
    return [str(block.role) for block in formed(one).blocks]


QUESTIONS = (
    "We met the harbour master at the fish market.",
    "Why was the harbour closed?",
    "Because of the waves.",
    "Was anybody hurt?",
    "Nobody. We were lucky.",
    "It could have been worse.",
    "What will the new quay cost?",
    "About 2.4 million crowns.",
    "When will it be ready?",
    "In three years.",
    "She has run the port since 2019.",
    "Before that she was a pilot.",
    "The town gave her a medal.",
)


def test_questions_that_stand_alone_make_an_interview() -> None:
    assert roles(article(*QUESTIONS)) == [
        "body",
        *["question", "answer"] * 2,
        "answer",
        *["question", "answer"] * 2,
        "answer",
        "body",
        "body",
    ]


def test_an_answer_ends_at_a_heading() -> None:
    assert roles(article(*QUESTIONS, headings=(10,)))[-3:] == ["body", "body", "body"]


def test_a_few_questions_make_none() -> None:
    assert not told(article(*QUESTIONS[:6]))
    apart = [text for question in QUESTIONS[1::2] for text in (question, *["He left."] * 9)]
    assert not told(article(*apart))


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q:", "A:"), ("Q.", "A."), ("Frage:", "Antwort:"), ("问：", "答："), ("س:", "ج:")],
)
def test_marks_make_an_interview(question: str, answer: str) -> None:
    pair = (f"{question} Tell us about it", f"{answer} It was a storm.")
    assert roles(article("It blew.", *pair, *pair)) == ["body", *["question", "answer"] * 2]


def test_the_one_who_asks_is_known_by_name() -> None:
    pair = ("SPIEGEL: Why was that so?", "Berg: Because of the waves.", "They were high.")
    assert roles(article(*pair, *pair, *pair)) == ["question", "answer", "answer"] * 3
    assert not told(article(*["Photo: Is that a wave?"] * 3, *["Berg: It is."] * 3))


LIVE = (
    "14:52 BST",
    "Harbour closed",
    "The harbour has been closed, the port authority said.",
    "14:31 BST",
    "Ferries will not leave before Thursday, the company said.",
    "12:10 BST",
    "The weather office raised its warning.",
)


def test_entries_of_a_live_report_have_the_time_of_day() -> None:
    entries = [text for role, text in told(article(*LIVE)) if role is Role.ENTRY]
    assert entries == ["14:52 BST", "Harbour closed", "14:31 BST", "12:10 BST"]


def test_times_that_were_set_aside_are_put_back_above_what_is_read() -> None:
    found = formed(article(*LIVE, aside=(0, 1, 3)))
    assert all(block.kept for block in found.blocks)
    aside = formed(article(*LIVE, aside=tuple(range(7))))
    assert not any(block.kept for block in aside.blocks)


@pytest.mark.parametrize(
    "times",
    [
        ("9:03 a.m. ET, July 4, 2024", "8:51 a.m. ET, July 4, 2024", "8:10 a.m. ET, July 4, 2024"),
        ("[14:32] Doors open.", "[15:01] The mayor speaks.", "[15:20] He has gone."),
        ("9h05 - La Bourse ouvre", "9h00 - Les infos", "8h47 - ABB fléchit"),
        ("11.04 Uhr: Drohne", "06.20 Uhr: Hafen", "01.10 Uhr: Schusswechsel"),
        ("2pm: It rains", "3.15pm: It pours", "4.40pm: It is over"),
        ("23:40 – Late", "0:10 – Later", "0:30 – Still later", "1:15 – Latest", "2:00", "2:30"),
    ],
)
def test_times_are_printed_in_many_ways(times: tuple[str, ...]) -> None:
    text = [text for time in times for text in (time, "And then something happened there.")]
    assert [role for role, _ in told(article(*text))] == [Role.ENTRY] * len(times)


@pytest.mark.parametrize(
    "lines",
    [
        ("14:52 BST", "14:52 BST", "14:52 BST"),
        ("14:52 BST", "12:10 BST"),
        ("2 boats left.", "3 boats left.", "4 boats left."),
        ("1.50 crowns for bread", "1.40 crowns for milk", "1.20 crowns for eggs"),
        ("14:52", "9:10", "17:20", "3:05", "21:00", "8:30"),
    ],
)
def test_other_numbers_make_no_live_report(lines: tuple[str, ...]) -> None:
    text = [text for line in lines for text in (line, "And then something happened there.")]
    assert not told(article(*text))


def test_corrections_are_told_apart() -> None:
    correction = "Correction: An earlier version said that the quay costs 24 million crowns."
    assert told(article("It costs 2.4 million.", correction)) == [(Role.CORRECTION, correction)]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("It costs 2.4 million crowns.[1]", ["[1] The council's minutes, p. 4."]),
        ("It costs 2.4 million.¹ The state pays half.²", ["¹ Minutes, p. 4.", "² Ibid."]),
        ("It costs 2.4 million.1 The state pays half.2", ["1 Minutes, p. 4.", "2. Ibid."]),
        ("It costs 2.4 million crowns*, he said.", ["* At the prices of 2026."]),
        ("It costs 2.4 million crowns [1, 2].", ["1. Minutes, p. 4.", "2. Ibid."]),
    ],
)
def test_footnotes_are_what_the_text_refers_to(text: str, notes: list[str]) -> None:
    assert told(article(text, "He left.", *notes)) == [(Role.FOOTNOTE, note) for note in notes]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("It costs 2.4 million crowns.", "[1] The council's minutes, p. 4."),
        ("[1] The council's minutes.", "It costs 2.4 million crowns.[1]"),
        ("He has 3.2 and 4.1 of them.", "1. Bread", "2. Milk"),
        ("This is *very* new.", "*New* things are *good*."),
        ("In the G7 and Q1.", "1 boat left", "7 boats came"),
    ],
)
def test_other_marks_make_no_footnotes(paragraphs: tuple[str, ...]) -> None:
    assert not told(article(*paragraphs))


SPOKEN = (
    "Anna Berg has run the port of Sandby since 2019. We met her at the fish market.",
    "Ms Berg, why was the harbour closed for three days?",
    "Because the waves at its mouth were four metres high, and no pilot could board.",
    "Was anybody hurt?",
    "Nobody. We had sent all ships to the open sea on the night before.",
    "What will the new quay cost?",
    "About 2.4 million crowns, and the state pays half of them.",
    "When will it be ready?",
    "In three years, if the winter is kind to us and the steel comes in time.",
)


def test_an_interview_is_found_in_a_text_and_its_words_stay() -> None:
    text = "\n\n".join(["The harbour will be ready soon", "3 November 2026", *SPOKEN])
    (one,) = clean(text, "text/plain")
    assert [block.text(text) for block in one.blocks if block.role.is_text] == list(SPOKEN)
    assert sum(block.role is Role.QUESTION for block in one.blocks) == 4


PARTS = st.sampled_from(
    [
        *QUESTIONS,
        *LIVE,
        "Q: Why?",
        "A: So.",
        "[1] A note.",
        "* Two.",
        "1. One.",
        "It is so.[1]*",
        "?",
    ]
) | st.text(min_size=1, max_size=40)


@given(st.lists(st.tuples(PARTS, st.booleans()), min_size=1, max_size=30))
def test_forms_move_no_offset_and_set_nothing_aside(parts: list[tuple[str, bool]]) -> None:
    aside = tuple(at for at, (_, gone) in enumerate(parts) if gone)
    one = article(*(text for text, _ in parts), aside=aside)
    found = formed(one)
    assert found.source_text == one.source_text
    assert [(block.start, block.end) for block in found.blocks] == [
        (block.start, block.end) for block in one.blocks
    ]
    assert all(now.kept for now, was in zip(found.blocks, one.blocks, strict=True) if was.kept)
    assert formed(found).blocks == found.blocks
