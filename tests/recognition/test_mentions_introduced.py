"""Names that what stands before them gives away, and names longer than what shows of them."""

import pytest

from reader.text.recognition.mentions import find_mentions


def named(text):
    mentions, _ = find_mentions(text, (), None)
    return [(mention.text, str(mention.type)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union Matatu Link called it off on Monday.", ("Matatu Link", "organization")),
        ("According to data from Veltra, flows fell in May.", ("Veltra", "organization")),
        ("They cancelled it as Typhoon Isko came ashore.", ("Typhoon Isko", "event")),
        ("It was said that Hurricane Bedelia was near.", ("Hurricane Bedelia", "event")),
    ],
)
def test_what_stands_before_says_what_a_name_is(text, name):
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union called it off. The typhoon came ashore.",
        "The union However lost. They took data from there.",
        "It was a typhoon. Hurricane warnings are up.",
    ],
)
def test_ordinary_words_after_it_are_no_names(text):
    assert named(text) == []


def test_a_storm_named_once_in_full_is_an_event_everywhere():
    text = "Typhoon Isko came ashore on Monday. Boats were lost before Isko moved on."
    assert named(text) == [("Typhoon Isko", "event"), ("Isko", "event")]


def test_a_last_name_keeps_its_particles():
    text = "The minister Pieter van der Laan said so. Van der Laan left on Friday."
    assert named(text) == [("Pieter van der Laan", "person"), ("Van der Laan", "person")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court in The Hague heard the farmer.", [("The Hague", "place")]),
        ("The court in the Netherlands heard him.", [("Netherlands", "place")]),
        ("Analysts at Moody's cut the rating.", [("Moody's", "organization")]),
        ("Exports rose 3.4% in South Korea last year.", [("South Korea", "place")]),
    ],
)
def test_a_known_name_is_marked_whole(text, expected):
    assert named(text) == expected
