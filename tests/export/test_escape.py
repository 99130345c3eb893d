"""Article text in Markdown: rendered by CommonMark and GitHub's tables it reads as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.export.escape import escape_inline, escape_lines, quoted
from reader.text.canonical import canonical

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# What would mean something in Markdown, and words to stand between.
PIECES = [
    *r"\ ` * _ [ ] ( ) < > ! | ~ # & $ = % ^ + - : . 1. 12) ```".split(),
    *[
        "***",
        "---",
        "===",
        ":-:",
        "- [ ]",
        "&amp;",
        "&#35;",
        "</b>",
        "<!--",
        "-->",
        "https://a.b/c_d",
    ],
    *["![x](y)", "[^1]", "word", "a_b", "==x==", "%%", "| --- |", "\n", "\n\n", "    ", " "],
]
hostile = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=30)
).map(canonical)


def plain(tokens: list[Token]) -> str:
    """What a reader sees of inline tokens; nothing but text and line breaks may be among them."""
    assert {token.type for token in tokens} <= {"text", "softbreak", "text_special"}
    return "".join(token.content or "\n" for token in tokens)


def folded(text: str) -> str:
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    return [folded(one) for one in text.replace("\n \n", "\n\n").split("\n\n") if one.strip()]


@given(hostile)
@example("1. first\n2) second\n- item\n+ item\n> quote\n# head")
@example("a\n===\nb\n---\nc\n:-:")
@example("$5 to $10 and &lt; &copy or <script>alert(1)</script>")
def test_a_paragraph_reads_as_it_was(text: str) -> None:
    tokens = RENDERER.parse(escape_lines(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    seen = " ".join(plain(token.children or []) for token in tokens if token.type == "inline")
    assert folded(seen) == folded(text)


@given(hostile.filter(str.strip))
def test_a_quotation_stays_in_its_quote(text: str) -> None:
    tokens = RENDERER.parse(f"{quoted(text)}\n\nbehind it")
    assert [token.type for token in tokens].count("blockquote_open") == 1
    assert tokens[0].type == "blockquote_open"
    assert tokens[-4].type == "blockquote_close"
    inside = " ".join(plain(token.children or []) for token in tokens[:-4] if token.children)
    assert folded(inside) == folded(text)


@given(hostile, hostile)
def test_a_cell_stays_in_its_table(left: str, right: str) -> None:
    row = f"| {escape_inline(left)} | {escape_inline(right)} |"
    tokens = RENDERER.parse(f"| a | b |\n| --- | --- |\n{row}\n")
    assert tokens[0].type == "table_open"
    cells = [plain(token.children or []) for token in tokens if token.type == "inline"]
    assert [folded(cell) for cell in cells] == ["a", "b", folded(left), folded(right)]


@given(hostile)
def test_a_title_stays_in_its_heading(text: str) -> None:
    tokens = RENDERER.parse(f"# {escape_inline(text)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert folded(plain(tokens[1].children or [])) == folded(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, 3–5% (of 80,000) — “said” Q&A at snake_case.", None),
        ("It cost $15 billion.", None),
        ("from $5 to $10", r"from \$5 to \$10"),
        ("an ==old== %%secret%%", r"an \=\=old\=\= \%\%secret\%\%"),
        ("see #crypto [[Note]] ^x", r"see \#crypto \[\[Note\]\] \^x"),
        ("AT&T &amp; <b>", r"AT&T \&amp; \<b>"),
    ],
)
def test_no_more_is_escaped_than_needs_be(text: str, written: str | None) -> None:
    assert escape_lines(text) == (written or text)
