"""Direct quotations and who is quoted."""

import pytest

from reader.text.recognition import recognise
from reader.text.recognition.quotations.passages import passages


def quoted(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.speaker) for one in recognise(text, language="en").quotations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“It will take years,” said Markus Thielen, head of research. “Nobody knows how many.”",
            [("It will take years,", "Markus Thielen")],
        ),
        ('Anna Kowalska said: "Prices rise."', [("Prices rise.", "Anna Kowalska")]),
        ("‘It’s a disaster,’ said Anna Kowalska.", [("It’s a disaster,", "Anna Kowalska")]),
        (
            "John Smith told Reuters: “We are ready.” “We will wait for it,” he added.",
            [("We are ready.", "John Smith"), ("We will wait for it,", "John Smith")],
        ),
        (
            "“This goes on and on and on\n“and on for ever,” said John Smith.",
            [("This goes on and on and on", "John Smith"), ("and on for ever,", "John Smith")],
        ),
        ("The so-called “Think Different” campaign ended.", []),
        ("“Nobody will ever know,” he said.", [("Nobody will ever know,", None)]),
        ("A mark “that nothing closes.", []),
    ],
)
def test_who_is_quoted(text, found):
    assert quoted(text) == found


def test_offsets_are_the_words_without_their_marks():
    text = "Anna Kowalska said: « Prices rise. »"
    (one,) = recognise(text, language="en").quotations
    assert text[one.start : one.end] == one.text == "Prices rise."


def test_marks_that_nothing_closes_are_looked_for_once():
    assert passages("x " + "“a " * 50_000) == []
