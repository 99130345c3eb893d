"""What holds for any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ConversionError
from reader.text.canonical import canonical
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.markdown import clean_markdown
from reader.text.cleaning.plain import clean_plain

LINES = st.sampled_from(
    """Share|Home|You may also like|Read more|2031/05/03|By Ada Example|Summary|• a point|> quoted
    |- item|1. item|# Heading|---|title: x|```|| a | b ||<b>|© 2031|Comments (3)|  indented|...|…|
    |The council said on Monday that it would not pay for the bridge because it was old and far.
    |[link](http://a.example)|Das könnte Sie auch interessieren|(BUTTON) Menu""".split("|")
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=40))).map("\n".join))


def check(cleaned: tuple[Cleaned, ...]) -> None:
    assert cleaned
    for one in cleaned:
        assert one.source_text == canonical(one.source_text)
        ends = [0, *(block.end for block in one.blocks)]
        assert [block.start for block in one.blocks] == ends[:-1]
        assert ends[-1] == len(one.source_text)
        assert any(block.kept and block.text(one.source_text) for block in one.blocks)
        assert all(block.reason for block in one.blocks)
        assert one.title == " ".join(one.title.split()) != ""


@given(TEXTS)
@settings(deadline=None)
def test_plain_text_always_comes_out_tiled(text: str) -> None:
    try:
        cleaned = clean_plain(text)
    except ConversionError:
        assert not any(char.isalnum() for char in canonical(text))
    else:
        check(cleaned)
        assert cleaned[0].source_text == canonical(text)


@given(TEXTS)
@settings(deadline=None)
def test_markdown_always_comes_out_tiled(text: str) -> None:
    try:
        cleaned = clean_markdown(text)
    except ConversionError:
        return
    check(cleaned)


@given(st.lists(st.text(alphabet="abc ", min_size=1), min_size=1).map(" ".join))
@settings(deadline=None)
def test_no_word_of_plain_markdown_is_lost(text: str) -> None:
    if text.split() and not text.startswith("    "):
        (cleaned,) = clean_markdown(text)
        assert cleaned.source_text.split() == text.split()
