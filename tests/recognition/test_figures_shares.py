"""Shares of a whole, and amounts that are said loosely."""

import pytest

from reader.text.recognition.figures import find_figures


def figures(text):
    return [(f.text, f.value, f.value_to, f.unit) for f in find_figures(text, None, "en")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It has two-thirds of voters behind it.", "two-thirds", 0.666667),
        ("Nearly half of them left.", "half", 0.5),
        ("Half the seats are empty.", "Half", 0.5),
        ("They sold half their herd.", "half", 0.5),
        ("More than a quarter of China's lending", "a quarter", 0.25),
        ("One-fifth of exports", "One-fifth", 0.2),
        ("three-quarters of all crops", "three-quarters", 0.75),
        ("One in five adults", "One in five", 0.2),
        ("Nine out of 10 doctors agree.", "Nine out of 10", 0.9),
        ("fewer than one in 100 people", "one in 100", 0.01),
    ],
)
def test_a_share(text, words, value):
    assert figures(text) == [(words, value, None, "share")]


@pytest.mark.parametrize(
    "text",
    [
        "in the second half of the game",
        "the top half of the table",
        "the third of his sons",
        "a tenth of a second",
        "She won four in five games.",
        "half a loaf",
        "the other half of it",
    ],
)
def test_what_is_no_share(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "unit"), [("5 in 10 minutes", "minute"), ("three quarters of growth", "quarter")]
)
def test_time_is_not_had_in_shares(text, unit):
    assert [unit for *_, unit in figures(text)] == [unit]


def test_a_share_that_is_about_is_approximate():
    (found,) = find_figures("About a third of it is gone.", None, "en")
    assert found.approximate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several hundred people", ("Several hundred people", 300, 1000, "person")),
        ("a few thousand jobs", ("a few thousand jobs", 2000, 10_000, "job")),
        ("several hundred million euros", ("several hundred million euros", 3e8, 1e9, "EUR")),
        ("half an hour", ("half an hour", 0.5, None, "hour")),
        ("half a mile", ("half a mile", 0.5, None, "mile")),
    ],
)
def test_amounts_said_loosely(text, expected):
    assert figures(text) == [expected]


def test_one_of_some_counts_but_praise_does_not():
    assert figures("One of the attackers fled.") == [("One of the attackers", 1, None, "attacker")]
    assert figures("It is one of the largest banks.") == []
    assert figures("One of the forest fires is out.")[0][1:] == (1, None, "fire")


@pytest.mark.parametrize("text", ["several people", "few people", "a few", "several"])
def test_loose_words_alone_are_no_figures(text):
    assert figures(text) == []
