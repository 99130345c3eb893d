"""Who wrote a text and when, by the lines around it."""

from datetime import date

import pytest
from tests.cleaning.test_plain import BODY, LEAD

from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.dates import find_date
from reader.text.cleaning.plain import clean_plain
from reader.text.cleaning.plain.byline import authors_of, without_role

TITLE = "Sandby closes its old ferry quay"


def cleaned(*head: str, after: tuple[str, ...] = ()) -> Cleaned:
    """An article with these lines between its title and its text."""
    lines = "\n".join(head)
    text = "\n\n".join([TITLE, *([lines] if lines else []), LEAD, *BODY, *after])
    (one,) = clean_plain(text, today=date(2032, 1, 1))
    return one


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Bo Sample and Cy Muster", ("Bo Sample", "Cy Muster")),
        ("Von Bo Sample, Redakteurin", ("Bo Sample",)),
        ("Von Bo Sample, Zürich", ("Bo Sample",)),
        ("By Bo Sample and Cy Muster The Associated Press", ("Bo Sample", "Cy Muster")),
        ("By BO SAMPLE FOR EXAMPLE.COM", ("BO SAMPLE",)),
        ("By Bo SampleTravel News Reporter", ("Bo Sample",)),
        ("By Bo Sample Last Updated 3 May 2031", ("Bo Sample",)),
        ("By Bo McDonald", ("Bo McDonald",)),
        ("By our staff", ()),
    ],
)
def test_a_byline_names_persons_without_what_they_are(line: str, names: tuple[str, ...]) -> None:
    assert authors_of(line) == names


def test_a_role_is_nothing_without_a_name() -> None:
    assert without_role("Senior Editor") == ""
    assert without_role("Chief Reporter Bo Sample") == "Bo Sample"


@pytest.mark.parametrize(
    "head",
    [
        ("By", "Bo Sample"),
        ("Von", "Bo Sample", "Redakteur"),
        ("ByBo Sample",),
        ("Bo Sample", "2 minutes ago"),
        ("Bo Sample", "Share", "il y a 5 minutes", "Tweet", "Save"),
        ("BO SAMPLE", "Published today at 14:05"),
        ("Bo Sample", "3 May 2031"),
        ("3 May 2031 | 14:05 | By Bo Sample",),
        ("Share", "Bo Sample"),
    ],
)
def test_a_name_that_stands_where_bylines_do_is_the_authors(head: tuple[str, ...]) -> None:
    assert [name.title() for name in cleaned(*head).authors] == ["Bo Sample"]


@pytest.mark.parametrize(
    "head",
    [
        ("Ada Example", "3 May 2031"),  # of whom the article speaks
        ("Bo Sample", "Photo: Example Press"),
        ("Quay Ferries", "3 May 2031"),  # the text has these words in small letters
        ("Share Tweet Send", "3 May 2031"),
        ("Why now, Bo Sample?", "3 May 2031"),
        ("Key Takeaways", "14:05"),
    ],
)
def test_other_short_lines_are_no_authors(head: tuple[str, ...]) -> None:
    assert cleaned(*head).authors == ()


def test_two_names_under_a_lone_by_are_two_authors() -> None:
    assert cleaned("By", "Bo SampleNews Reporter", "Cy Muster").authors == (
        "Bo Sample",
        "Cy Muster",
    )


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("3.5.31",), "2031-05-03"),
        (
            ("Published 3 May 2031 at 14:05, changed by the night desk on 4 May",),
            "2031-05-03T14:05",
        ),
        (("By TPN, in News, Quay · 3 May 2031, 14:05 · 0 Comments",), "2031-05-03T14:05"),
        (("Updated 4 May 2031", "3 May 2031"), "2031-05-03"),
        (("May 2031", "3 May 2031"), "2031-05-03"),
        (("3. Mai 2031",), "2031-05-03"),
        (("Image from the harbour's May 2031 review",), None),
        (("3 May 2033",), None),
    ],
)
def test_the_surest_date_is_the_date(lines: tuple[str, ...], published: str | None) -> None:
    assert cleaned(*lines).published == published


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("05.08.24 kl. 14:47", "2024-08-05T14:47"),
        ("Python 3.12.10", None),
        ("Version 1.2.03.4", None),
        ("99.99.24", None),
        ("5.8.78", None),
    ],
)
def test_short_years_are_of_this_century(line: str, found: str | None) -> None:
    assert find_date(line) == found
