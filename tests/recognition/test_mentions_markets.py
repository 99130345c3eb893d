"""Names as market news has them: tickers, funds, lists of companies, short forms."""

import pytest

from reader.model import EntityType
from reader.text.recognition.mentions import find_mentions
from reader.text.recognition.mentions.forms import firms_apart
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import tokenise
from reader.text.recognition.mentions.zones import mark_zones


def named(text):
    mentions, _ = find_mentions(text, (), None)
    return {mention.text: str(mention.type) for mention in mentions}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Shares of Delta (NYSE: DAL) and Barclays (LSE: BARC.L) fell.",
            {"NYSE": "organization", "DAL": "organization", "BARC.L": "organization"},
        ),
        ("The maker BYD (1211.HK) posted a fall.", {"1211.HK": "organization"}),
        ("Rivals BYD, Nio and Xpeng gained.", {"Nio": "organization"}),
        ("It is a partner of Oracle and MGX of Abu Dhabi.", {"MGX": "organization"}),
        ("Its founder Changpeng Zhao, widely known as CZ, was pardoned.", {"CZ": "person"}),
        (
            "Marathon Digital (MARA) fell, and Riot Platforms (RIOT) too.",
            {"MARA": "organization", "RIOT": "organization"},
        ),
        (
            "Backers are Sequoia Capital and Andreessen Horowitz.",
            {"Sequoia Capital": "organization", "Andreessen Horowitz": "organization"},
        ),
        ("It was shown by a WebLedgers dashboard.", {"WebLedgers": "organization"}),
        ("He unveiled the Corvath chip in May.", {"Corvath": "product"}),
        ("OPEC+ agreed to raise it.", {"OPEC+": "organization"}),
        ("It was a hawkish Fed, they said.", {"Fed": "organization"}),
        ("He heads research at K33 Research.", {"K33 Research": "organization"}),
        ("It was stolen from the Dubai-based exchange.", {"Dubai": "place"}),
        (
            "The Securities and Futures Commission met.",
            {"Securities and Futures Commission": "organization"},
        ),
    ],
)
def test_names_of_market_news(text, names):
    found = named(text)
    assert {name: found.get(name) for name in names} == names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("First Merchants Bank and Trust Company", 1),
        ("Ministry of Trade Industries and Mines", 1),
        ("Sequoia Capital and Andreessen Horowitz", 2),
        ("General Motors Co and Volkswagen AG", 2),
        ("Ministry of Finance and Bank of Korea", 2),
    ],
)
def test_bodies_are_told_apart_where_they_are_whole(name, parts):
    tokens = tokenise(name)
    mark_zones(tokens)
    span = Span(0, len(tokens), EntityType.ORGANIZATION, Strength.LEARNED)
    assert len(list(firms_apart(tokens, span))) == parts


@pytest.mark.parametrize(
    "text", ["He saw the new chip and a drone.", "It is known as this. It rose (by two) too."]
)
def test_what_stands_beside_nothing_is_no_name(text):
    assert named(text) == {}
