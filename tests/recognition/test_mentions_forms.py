"""Names whose form says what they name, and names that are longer or more than was learned."""

import pytest

from reader.model import EntityType
from reader.text.recognition.mentions import find_mentions
from reader.text.recognition.mentions.edges import tightened
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import tokenise


def named(text):
    mentions, _ = find_mentions(text, (), None)
    return [(mention.text, str(mention.type)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sen. Ann Moore (R-Tenn.) said so.", [("Ann Moore", "person"), ("Tenn", "place")]),
        ("He flew to Washington, D.C., on Monday.", [("Washington, D.C.", "place")]),
        ("It fell in sub-Saharan Africa.", [("sub-Saharan Africa", "place")]),
        ("He leads in the Mt. Kenya region.", [("Mt. Kenya", "place")]),
        ("By Norihiko Shirouzu\nPrices fell.", [("Norihiko Shirouzu", "person")]),
        (
            "Several automakers, including General Motors Co and Volkswagen AG, cut prices.",
            [("General Motors Co", "organization"), ("Volkswagen AG", "organization")],
        ),
        (
            "The Ministry of Finance and Bank of Korea met.",
            [("Ministry of Finance", "organization"), ("Bank of Korea", "organization")],
        ),
        ("People died when the La Digue river burst its banks.", [("La Digue", "place")]),
        (
            "The USS Gerald R. Ford left Split.",
            [("USS Gerald R. Ford", "product"), ("Split", "place")],
        ),
        ("He told RTL radio so.", [("RTL", "organization")]),
        ("Rival Eli Lilly sells more.", [("Eli Lilly", "organization")]),
        ("He met Luiz Inácio Lula da Silva.", [("Luiz Inácio Lula da Silva", "person")]),
        (
            "The Pentagon and U.S. Southern Command declined to comment.",
            [("Pentagon", "organization"), ("U.S. Southern Command", "organization")],
        ),
        (
            "(Reporting By Sudarshan Varadhan in Bengaluru; Editing by Ada Marsh)",
            [("Sudarshan Varadhan", "person"), ("Bengaluru", "place"), ("Ada Marsh", "person")],
        ),
        ("They came from the province of El Tarf.", [("El Tarf", "place")]),
        ("It was seen in Kupwara town.", [("Kupwara", "place")]),
        ("It was said by Magistrate Daniel Covington.", [("Daniel Covington", "person")]),
        (
            "“It is late,” said Jeronimo Villas-Boas, a keeper.",
            [("Jeronimo Villas-Boas", "person")],
        ),
        ("He asked House Democrats.", [("House", "organization"), ("Democrats", "group")]),
        (
            "You can convince the Australian Competition and Consumer Commission to act.",
            [("Australian Competition and Consumer Commission", "organization")],
        ),
        ("The Federal High Court ruled.", [("Federal High Court", "organization")]),
        (
            "The Ministry of Gender, Labour and Social Development said so.",
            [("Ministry of Gender, Labour and Social Development", "organization")],
        ),
    ],
)
def test_a_form_says_where_names_begin_and_end(text, names):
    assert named(text) == names


def test_an_act_is_a_law_and_so_is_what_it_is_called_for_short():
    text = "The African Growth and Opportunity Act (Agoa) was renewed. Agoa helps."
    assert named(text) == [
        ("African Growth and Opportunity Act", "law"),
        ("Agoa", "law"),
        ("Agoa", "law"),
    ]


def test_the_ticker_of_a_fund_is_an_asset():
    assert ("XLY", "asset") in named("It is in the Discretionary Sector SPDR ETF (XLY) as well.")


def test_people_are_known_again_in_a_line_of_capitals():
    text = "Hillary Clinton spoke to Barack Obama.\nCLINTON BREAKS WITH OBAMA ON TRADE"
    mentions, _ = find_mentions(text, (), None)
    assert [(m.text, m.name) for m in mentions[2:]] == [
        ("CLINTON", "Hillary Clinton"),
        ("OBAMA", "Barack Obama"),
    ]


def test_what_stands_beside_a_name_says_that_it_is_a_place():
    text = "Aid reached Nzérékoré. In the Nzérékoré region it is needed."
    assert named(text) == [("Nzérékoré", "place")] * 2


@pytest.mark.parametrize("kind", EntityType)
@pytest.mark.parametrize(
    "text", ["He praised The", "He praised (", "It is a", "Mr", "+", "The -", "By"]
)
def test_a_span_at_the_end_of_which_no_word_is_left_is_dropped(text, kind):
    tokens = tokenise(text)
    for first in range(len(tokens)):
        tightened(tokens, [Span(first, len(tokens), kind, Strength.LEARNED)])
    last = Span(len(tokens) - 1, len(tokens), kind, Strength.LEARNED)
    assert tightened(tokens, [last]) == ([] if text not in ("Mr", "By") else [last])


def test_an_item_of_a_list_is_no_ticker():
    assert named("It is said so (2.B) and there (12.A) too.") == []
