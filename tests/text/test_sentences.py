"""Where sentences begin and end: a table of hard cases, and what holds for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentence_at, sentences

# A bar stands where a sentence ends; everything else is the text.
CASES = [
    "One sentence.",
    "One.|Two.|Three.",
    "Really?|Yes!|No?!|Fine.",
    # abbreviations
    "Mr. Putin met Dr. J. P. Morgan and Gov. Tim Walz.|They spoke.",
    "Acme Inc. said on Oct. 22 that Sen. Warren agreed.",
    "He works at Acme Inc.|The firm is small.",
    "Acme Inc. Chairman Jo Bloggs left at 5 p.m. on Wed. Nov. 5.|He was tired.",
    "The U.S. Treasury acted.|Even as the U.S. sanctioned operators, trade went on.",
    "They live in the U.S.|He does not.",
    "It met in Washington, D.C.|At noon it left.",
    "Read e.g. The Times, or No. 7 on p. 12.|No. 7 is good.",
    "They came in Oct.|The talks failed.",
    "George W. Bush and U. S. Grant agreed.",
    "J. A. Smith vs. The State of Ohio.|It ended.",
    "Companies such as Meta, Tesla, etc. rose.|Others, etc.|But not all.",
    # numbers
    "It rose 2.5 percent to $1.24B.|10x Research disagreed.",
    "Sales fell in 2024.|2025 was worse.",
    "1. First point.|2. Second point.",
    "A. One thing.|B. Another.",
    "Section 3.2.1 says so.|See v1.2.",
    # quotes and brackets
    "“It is over.”|He left.",
    '"It is over." he said.',
    "“Is it over?” he asked.|Nobody knew.",
    "(It was late.)|She left.",
    "He said (see below).|She left.",
    "It grew.[1]|It shrank.[2][13]|It stopped.",
    "« Jamais ! » dit-il.|« Et pourtant. »|Elle part.",
    # ellipses and lost spaces
    "Well... maybe.|Well...|Maybe not.",
    "He waited…|Then he left… and came back.",
    "to legalize the use of…|Russia’s stance is evolving.",
    "a growing market.|The Ministry agreed on mexc.com and Booking.Com with Node.js.",
    "It began in 2025.|The ministry said so.",
    "Talks on U.S.-led plans, said.",
    # names
    "Yahoo! Finance reported it.|It was so!|Apple agreed.",
    "He left.|iPhone sales rose.",
    # other languages
    "Das war am 22. Oktober z. B. in Berlin.|Die 3. Liga begann.|Es kostet 5 Mrd. Euro.",
    "M. Macron et Mme. Borne ont signé.|Le texte est prêt.",
    "El Sr. López y la Dra. Ruiz.|Los dos firmaron.",
    "В 2025 г.|Россия и т. д.|Он сказал: «Да».|А. Силуанов ушёл.",
    "俄罗斯财政部同意。|“真的吗？”|他说！",
    "「終わった。」と述べた。|次の文。",
    "هل انتهى؟|نعم.|ثم ذهب.",
    "यह पहला वाक्य है।|यह दूसरा है।",
    # lines
    "A headline without a stop\n|A first sentence.|A second",
    "Mr.\n|Smith",
    "• one point\n|• another\n\n|",
    "",
]


@pytest.mark.parametrize("marked", CASES)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", " ")
    expected = [piece.strip() for piece in marked.split("|") if piece.strip()]
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    "text", ["the use of…Russia’s stance", "a growing market.The ministry", "俄罗斯。他"]
)
def test_two_sentences_with_no_space_between_them(text: str) -> None:
    (_, end), (start, _) = sentences(text)
    assert end == start


def test_a_part_of_a_text() -> None:
    text = "One. Two. Three. Four."
    assert sentences(text, 5, 16) == [(5, 9), (10, 16)]


PIECES = """
    Mr. U.S. Oct. 22 Inc. The ministry “Yes.” said... (No!) 2.5 г. Он 。 » ? x.Y 1. J. • … [1]
""".split()
newsy = st.lists(st.sampled_from([*PIECES, "\n", "\n\n"]), max_size=30).map(" ".join)
texts = st.one_of(st.text(), newsy, st.text(alphabet='.!?…。 \n\tAa1"”)»[]'))


@given(texts)
def test_sentences_cover_the_text_and_nothing_twice(text: str) -> None:
    spans = sentences(text)
    covered = 0
    for start, end in spans:
        assert not text[covered:start].strip()
        assert covered <= start < end
        sentence = text[start:end]
        assert sentence == sentence.strip()
        assert "\n" not in sentence
        covered = end
    assert not text[covered:].strip()


@given(texts, st.data())
def test_the_sentence_at_an_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    start, end = sentence_at(text, offset)
    if offset < len(text) and not text[offset].isspace():
        assert start <= offset < end
    if start < end:
        assert (start, end) in sentences(text)
        assert "\n" not in text[min(offset, start) : max(offset, end)]
    else:
        assert start == offset


@pytest.mark.parametrize(
    ("offset", "sentence"), [(3, "One."), (4, "Two."), (9, "Two."), (5, "Two.")]
)
def test_space_belongs_to_the_sentence_behind_it_and_a_line_end_to_the_last(
    offset: int, sentence: str
) -> None:
    text = "One. Two.\n\nThree."
    start, end = sentence_at(text, offset)
    assert text[start:end] == sentence


def test_a_blank_line_has_no_sentence() -> None:
    assert sentence_at("One.\n\nTwo.", 5) == (5, 5)


@pytest.mark.parametrize("offset", [-1, 5])
def test_an_offset_outside_is_a_mistake(offset: int) -> None:
    with pytest.raises(IndexError):
        sentence_at("One.", offset)
