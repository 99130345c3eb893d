"""What is named in a sentence, and as what."""

import pytest

from reader.text.recognition.mentions import find_mentions


def named(text, language=None):
    mentions, _ = find_mentions(text, (), language)
    return {mention.text: str(mention.type) for mention in mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Finance met the Central Bank of Kenya on Monday.",
            {"Ministry of Finance": "organization", "Central Bank of Kenya": "organization"},
        ),
        (
            "It was announced by Finance Minister Amara Okonjo after a session in Nairobi.",
            {"Amara Okonjo": "person", "Nairobi": "place"},
        ),
        (
            "Renewed US-China tensions and U.S.–China talks moved the market.",
            {"US": "place", "China": "place", "U.S.": "place"},
        ),
        (
            "It was set by the Delta Securities Depository (DSD) in Seoul.",
            {
                "Delta Securities Depository": "organization",
                "DSD": "organization",
                "Seoul": "place",
            },
        ),
        ("Bitcoin and Ether fell while the Kospi rose.",
         {"Bitcoin": "asset", "Ether": "asset", "Kospi": "asset"}),
        ("Traders bought the Halberd Daily Gold Bull 3X ETF again.",
         {"Halberd Daily Gold Bull 3X ETF": "asset"}),
        ("Investors in Kenya and Japanese banks prefer the dollar.",
         {"Kenya": "place", "Japanese": "group"}),
        ("According to 12x Research, the market is closed for Chuseok.",
         {"12x Research": "organization", "Chuseok": "event"}),
        ("Lawmakers passed the Clean Waters Act yesterday.", {"Clean Waters Act": "law"}),
    ],
)  # fmt: skip
def test_names_and_their_types(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "However, the decision was late. Meanwhile, prices rose on Monday and in October.",
        "On Oct. 3 and Nov. 5 it cost $1.24B, or 7% of GDP.",
        "The Finance Minister and the Chief Executive Officer declined to comment.",
        "Retail Traders Pour Money Into Crypto Stocks as Prices Rise",
        "RETAIL TRADERS POUR MONEY INTO STOCKS AS PRICES RISE",
        "",
    ],
)
def test_capitals_that_name_nothing(text):
    assert named(text) == {}


def test_known_names_are_found_in_headlines():
    assert named("SOUTH KOREA SHIFTS TO STOCKS AS PRICES RISE") == {"SOUTH KOREA": "place"}
    assert named("South Korea Shifts to Stocks as Prices Rise Again") == {"South Korea": "place"}


@pytest.mark.parametrize("quote", ["'", "’"])
def test_a_possessive_is_no_part_of_a_name(quote):
    assert named(f"In Kenya{quote}s view it was Anna Petrova{quote}s plan.") == {
        "Kenya": "place",
        "Anna Petrova": "person",
    }


def test_another_language_shows_known_names_only():
    text = "Der Präsident der Zentralbank hat am Montag in Berlin die neue Regelung vorgestellt."
    assert named(text, "de") == {"Berlin": "place"}
    assert named(text * 4) == {"Berlin": "place"}
