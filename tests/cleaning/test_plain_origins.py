"""Plain text of other origins than a page: mail, print, a text browser, a social network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.plain import clean_plain

ONE = """\
The harbour town of Sandby will close its old ferry quay next spring
after engineers found that the piles under it have rotted through. The
decision was taken late on Tuesday by the town council, which had asked
for the report in June. Eleven of the fifteen members voted for it, and
the mayor said that there was no safe way to keep the quay open for
another winter."""
TWO = """\
Ferries will leave from the fish market until a new quay is built. The
company that runs them told the council that the change would add about
ten minutes to each crossing, and that it would not raise its prices
because of it. Shopkeepers along the old quay are worried, and have
asked the town to pay for some of what they expect to lose, which the
mayor called a fair demand."""
THREE = """\
The new quay is to be ready in three years. It will be built of concrete
and steel, and it will be wide enough for two boats at once, which the
old one never was. The town has put the work out to tender and expects
offers by the end of the summer, from four companies that have built
harbours on the coast before, two of them from abroad, and will choose
in September."""
TITLE = "Sandby closes its old ferry quay"


def cleaned(text: str) -> Cleaned:
    (one,) = clean_plain(text)
    return one


def aside(text: str) -> str:
    one = cleaned(text)
    return "\n".join(b.text(one.source_text) for b in one.blocks if not b.kept)


def kept(text: str) -> str:
    one = cleaned(text)
    return "\n".join(b.text(one.source_text) for b in one.blocks if b.kept)


MAIL = f"""\
From: Harbour Letter <letter@harbour.example>
To: Ada Sample <ada@example.org>
Date: Tue, 3 Jun 2025 08:15:00 +0200
Subject: Fwd: {TITLE}
Content-Type: text/plain

{ONE}

{TWO}

--
Bo Example
Harbour desk
+46 8 000 000
"""


def test_the_subject_of_a_mail_is_its_title() -> None:
    one = cleaned(MAIL)
    assert (one.title, one.published) == (TITLE, "2025-06-03T08:15:00+02:00")


def test_addresses_and_the_signature_of_a_mail_are_set_aside() -> None:
    gone = aside(MAIL)
    for line in ("letter@harbour", "ada@example", "Content-Type", "Bo Example", "+46 8"):
        assert line in gone
    assert ONE in kept(MAIL)
    assert TWO in kept(MAIL)


def test_a_mail_in_another_language_is_known() -> None:
    text = f"Von: Ada <ada@example.org>\nGesendet: 3. Juni 2025\nAn: Bo\nBetreff: {TITLE}\n\n{ONE}"
    assert cleaned(text).title == TITLE
    assert "Von: Ada" in aside(text)


def test_talk_with_names_before_colons_is_no_mail() -> None:
    text = f"{ONE}\n\nAda: From where did it come?\nBo: To be honest, nobody knows where from.\n"
    assert "nobody knows" in kept(text)


def test_lines_that_begin_with_words_of_mails_inside_a_text_are_kept() -> None:
    text = f"{ONE}\n\nFrom: the harbour, at nine.\n\n{TWO}\n\nTo: the market, at ten."
    assert "at nine" in kept(text)


def test_what_stands_over_a_forwarded_mail_is_set_aside() -> None:
    text = "Look at this.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@example.org>\n"
    text += f"Date: Mon, 2 Jun 2025\nSubject: {TITLE}\nTo: <ada@example.org>\n\n{ONE}\n\n{TWO}"
    assert "Forwarded message" in aside(text)
    assert "bo@example.org" in aside(text)


def printed(head: str, number: str) -> str:
    pages = [f"{head}\n\n{TITLE if n == 1 else ''}\n\n{page}\n\n{number.format(n)}\n"
             for n, page in enumerate((ONE, TWO, THREE), 1)]  # fmt: skip
    return "\n".join(pages)


@pytest.mark.parametrize("number", ["Page {} of 3", "- {} -", "{}", "Seite {} von 3", "{} | Page"])
def test_heads_and_numbers_of_printed_pages_are_set_aside(number: str) -> None:
    text = printed("The Coast Courier, 3 May 2021", number)
    gone = aside(text)
    assert gone.count("The Coast Courier") == 3
    assert all(number.format(n) in gone for n in (1, 2, 3))
    assert cleaned(text).title == TITLE
    assert all(page in kept(text) for page in (ONE, TWO, THREE))


def test_numbers_that_do_not_rise_are_not_pages() -> None:
    text = f"{ONE}\n\nPage 12\n\n{TWO}\n\nPage 4\n\n{THREE}"
    assert "number of a page" not in reasons(text)


def test_numbered_parts_of_different_lengths_are_not_pages() -> None:
    text = f"1\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n2\n\n{TWO}\n\n3\n\n{ONE}\n\n{THREE}"
    assert "number of a page" not in reasons(text)


def reasons(text: str) -> set[str]:
    return {block.reason for block in cleaned(text).blocks}


def test_the_list_of_links_of_a_text_browser_is_set_aside() -> None:
    links = "\n".join(f"   {n}. https://sandby.example/{n}" for n in (1, 2, 3))
    text = f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nReferences\n\n   Visible links\n{links}\n"
    assert "Visible links" in aside(text)
    assert "References" in aside(text)
    assert "https://sandby.example/3" in aside(text)


def test_numbers_of_links_are_not_read_where_the_list_of_them_is() -> None:
    addresses = "References\n\n   1. https://example.org/\n   2. https://example.org/fish"
    numbered = ONE.replace("The harbour", "The [1]harbour").replace("engineers", "[2]engineers")
    one = cleaned(f"[1]{TITLE}\n\n{numbered}[2]\n\n{TWO}\n\n{addresses}")
    assert one.title == TITLE
    read = "\n".join(
        block.read(one.source_text, block.start, block.end) for block in one.blocks if block.kept
    )
    assert "[1]" not in read
    assert "after engineers found" in read
    assert "another winter.[2]" in read
    alone = cleaned(f"{TITLE}\n\n{numbered}\n\n{TWO}")
    assert "The [1]harbour" in alone.blocks[1].read(alone.source_text, 0, len(alone.source_text))


def test_a_numbered_list_of_words_is_no_list_of_links() -> None:
    text = f"{ONE}\n\n1. The quay at https://a.example shuts.\n2. Boats go on.\n\n{TWO}"
    assert "addresses of the links" not in reasons(text)


LETTER = f"""\
View this email in your browser (https://example.org/letter/41?e=aa11bb22)

** {TITLE}
------------------------------------------------------------

{ONE}

Read more (https://example.org/track/click?u=1&id=2)

** Ferries leave from the fish market
------------------------------------------------------------

{TWO}

============================================================
** Facebook (https://example.org/facebook)

Want to change how you receive these emails?
You can unsubscribe from this list (https://example.org/unsubscribe?u=1)
"""


def test_the_headings_of_a_newsletter_are_headings() -> None:
    one = cleaned(LETTER)
    headings = [
        block.read(one.source_text, *block.words(one.source_text))
        for block in one.blocks
        if block.kept and block.kind is Kind.HEADING
    ]
    assert headings == [TITLE, "Ferries leave from the fish market"]
    assert one.title == TITLE


def test_what_a_newsletter_says_of_itself_is_set_aside() -> None:
    words = aside(LETTER)
    for said in ("View this email", "-----", "=====", "Read more", "Facebook", "unsubscribe"):
        assert said in words


def test_who_posted_and_counters_of_a_post_are_set_aside() -> None:
    first, second = ONE.replace("\n", " "), TWO.replace("\n", " ")
    text = (
        f"Ada Sample\n@adasample · May 3\n{first}\n12 replies · 34 reposts · 1.2K likes\n"
        f"Ada Sample\n@adasample · May 3\n{second}\n3 replies 5 reposts 210 likes\n"
    )
    assert aside(text).count("@adasample") == 2
    assert "1.2K likes" in aside(text)
    assert first in kept(text)
    assert second in kept(text)


def test_a_handle_without_counters_is_left_to_the_choice() -> None:
    assert "who posted it, and when" not in reasons(f"{ONE}\n\n@adasample · May 3\n\n{TWO}")


def test_a_text_that_is_nothing_but_the_head_of_a_mail_is_read() -> None:
    assert "ada@example.org" in kept(
        "From: ada@example.org\nTo: bo@example.org\nCc: cy@example.org"
    )


LINES = st.sampled_from(
    ["From: Ada <a@b.example>", "To: Bo", "Subject: Re: Rain", "Date: 3 May 2021", "", "--", ">",
     "> quoted", "Page 1 of 2", "Page 2 of 2", "7", "8", "9", "1. https://a.example",
     "2. https://b.example", "References", "@ada · 3h", "12 likes", "X-Odd: 1", ONE, TITLE]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=40).map("\n".join))
def test_no_word_is_lost_whatever_the_origin(text: str) -> None:
    if not any(char.isalnum() for char in text):
        return
    for one in clean_plain(text):
        assert "".join(one.source_text[b.start : b.end] for b in one.blocks) == one.source_text
        assert any(block.kept for block in one.blocks)
        assert any(block.role is not Role.OTHER for block in one.blocks)
