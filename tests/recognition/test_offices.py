"""What people are, and of what; names that were joined, stop short, or stand in lines of form."""

import pytest

from reader.text.recognition import recognise


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    found = recognise(text, language="en").entities
    return [(one.name, one.role, one.affiliation) for one in found if one.type == "person"]


def named(text: str) -> set[tuple[str, str]]:
    return {(one.text, one.type.value) for one in recognise(text, language="en").mentions}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was announced by Finance Minister Anton Siluanov on Friday.",
            ("Anton Siluanov", "Finance Minister", None),
        ),
        (
            "“No,” said Markus Thielen, CEO and head of research at 10x Research.",
            ("Markus Thielen", "CEO and head of research", "10x Research"),
        ),
        (
            "Bank of England Governor Andrew Bailey said so.",
            ("Andrew Bailey", "Governor", "Bank of England"),
        ),
        ("Senators Rand Paul and others filed it.", ("Rand Paul", "Senator", None)),
        ("It was Chief AI Officer Ada Marsh.", ("Ada Marsh", "Chief AI Officer", None)),
        ("US President Joe Biden left.", ("Joe Biden", "President", "United States")),
        ("Ann Lee, who was a minister, said so.", ("Ann Lee", None, None)),
        ("His brother John Smith said so.", ("John Smith", None, None)),
    ],
)
def test_what_somebody_is(text, found):
    assert people(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Tsai Ing-wen signed it.", ("Tsai Ing-wen", "person")),
        ("It was signed by Mr Brew-Hammond.", ("Brew-Hammond", "person")),
        (
            "The Intergovernmental Panel on Climate Change warned of it.",
            ("Intergovernmental Panel on Climate Change", "organization"),
        ),
        ("GRONINGEN, Oct. 22 (Xinhua) -- It rains.", ("GRONINGEN", "place")),
        ("FRANKFURT (Reuters) - Shares fell.", ("FRANKFURT", "place")),
        ("ALBANY 74 59 .556\nTRENTON 70 63 .526\n", ("ALBANY", "organization")),
        ("A. Wells scored twice.", ("A. Wells", "person")),
    ],
)
def test_what_is_named(text, found):
    assert found in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "It helps disadvantaged groups (DG), and the DG says so. They said that it was for the DG.",
        "They said that the Board was to meet. The Commission said that it was ready.",
    ],
)
def test_what_names_nobody(text):
    assert not {words for words, _ in named(text)} & {"DG", "Board", "Commission"}


def test_short_lists_of_results_are_english():
    text = "Marta Vieira\nPeru coach Juan Carlos Oblitas said his side had deserved more ."
    assert ("Juan Carlos Oblitas", "person") in {
        (one.text, one.type.value) for one in recognise(text).mentions
    }
