"""In Org mode the text of an article is text: no headings, links, keywords, drawers, macros."""

import re

import pytest
from exported_samples import titled
from hypothesis import given
from hypothesis import strategies as st

from reader.export import org_note
from reader.export.orgescape import (
    INVISIBLE,
    escape_org,
    escape_org_inline,
    org_cell,
    org_quoted,
    org_tag,
)
from reader.text.canonical import canonical

PIECES = [
    *"* ** # #+ #+end_quote #+include: : :END: :PROPERTIES: | - + 1. a) ----- %%(".split(),
    *"*b* /i/ _u_ =v= ~c~ +s+ {{{m(x)}}} @@html:x@@ <<t>> <2025-01-01> [2025-01-01] [fn:1]".split(),
    *"src_python{1} call_f() \\alpha \\(x\\) $x$ a_b a^b [[a]] [[b][c]] [cite:@a]".split(),
    *"https://a.b shell:rm elisp:(x)".split(),
    *["CLOCK:", "SCHEDULED: <2025-01-01>", "\n", "\n\n", "  ", "word", "\\begin{x}", "TODO", ":t:"],
]
hostile = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.text(max_size=40),
).map(canonical)

# https://orgmode.org/worg/org-syntax.html
LINES = re.compile(
    r"^(?:\*+ |[ \t]*(?:#|:|\||[-+*] |-{5}|(?:\d+|[A-Za-z])[.)](?:\s|$)|%%\(|CLOCK:))"
)
OBJECTS = re.compile(
    r"\[\[|\[fn:|\[cite|\{\{\{|@@|<<|[<\[]\d|\\[A-Za-z(\[]|\w[_^][\w{(*+-]|(?:src|call)_\w"
    r"|[A-Za-z]:[^\s\u200b]|\$[^\s\u200b][^$]*\$"
    r"|(?:^|[\s({'\"-])([*/_=~+])[^\s\u200b](?:.*[^\s])?\1(?:$|[\s.,;:!?')}\[\"-])"
)


@given(hostile)
def test_nothing_in_a_paragraph_is_more_than_words(text: str) -> None:
    written = escape_org(text)
    for line in written.split("\n"):
        assert not LINES.match(line)
        assert not OBJECTS.search(line)


@given(hostile)
def test_it_reads_as_it_was(text: str) -> None:
    for written in (escape_org(text), escape_org_inline(text)):
        assert written.replace(INVISIBLE, "").split() == text.split()


@given(hostile)
def test_a_quotation_stays_in_its_block(text: str) -> None:
    first, *lines, last = org_quoted(text).split("\n")
    assert (first, last) == ("#+begin_quote", "#+end_quote")
    assert not any(LINES.match(line) for line in lines)


@given(hostile)
def test_a_cell_stays_in_its_table(text: str) -> None:
    assert "|" not in org_cell(text)
    assert "\n" not in org_cell(text)


@given(hostile)
def test_a_title_is_neither_a_task_nor_tagged(text: str) -> None:
    heading = escape_org_inline(text)
    assert not re.match(r"(?:TODO|DONE|COMMENT|\[#)", heading)
    assert not re.search(r":[\w@#%]+:$", heading)


@pytest.mark.parametrize("title", ["* x", "#+include: /etc/passwd", "x\n* y", ":END:"])
def test_a_note_has_the_headings_of_its_template(title: str) -> None:
    headings = [line for line in org_note(titled(title)).split("\n") if line.startswith("*")]
    assert [line.split(" ")[0] for line in headings] == ["*", "*Follow", "**", "**", "**"]


@pytest.mark.parametrize(
    "text", ["Plain words, 3–5% (of 80,000) — “said” and/or Q&A at 10:30.", "C++"]
)
def test_no_more_is_escaped_than_needs_be(text: str) -> None:
    assert escape_org(text) == text


def test_tags() -> None:
    assert [org_tag(one) for one in ("public works", "a:b", "[[", "ä-1")] == [
        *("public_works", "a_b", "_", "ä_1")
    ]
