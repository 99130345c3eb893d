"""A note is front matter that YAML reads back, and highlights in the order of the text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import yaml
from exported_samples import ARTICLE, BARE, FULL, LATE, LOST, mark, noted, span, titled
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import Exported, Flavour, markdown_digest, markdown_note
from reader.export.notehead import head_of, note_id
from reader.model import ReaderState
from reader.text.canonical import canonical_line


def front_matter(note: str) -> dict[str, object]:
    _, head, _ = note.split("---\n", 2)
    loaded = yaml.safe_load(head)
    assert isinstance(loaded, dict)
    return loaded


def test_front_matter() -> None:
    assert front_matter(markdown_note(FULL)) == {
        "id": "0f3c5a7e9b1d2c4f",
        "title": "Harbour tunnel gets its money",
        "source": "https://news.example/tunnel?a=1_2",
        "author": ["Jo Lind", "M. Okoye"],
        "published": date(2025, 11, 1),
        "created": date(2025, 11, 2),
        "tags": ["public-works", "ostholm"],
    }


lines = st.text(max_size=200).map(canonical_line)


@given(lines.filter(bool), lines.filter(bool))
def test_any_title_and_tag_come_back_from_the_front_matter(title: str, tag: str) -> None:
    exported = replace(titled(title), state=ReaderState(tags=(tag,)))
    head = front_matter(markdown_note(exported))
    assert head["title"] == title
    assert head["tags"] == ["-".join(tag.split())]


@pytest.mark.parametrize("id", ["12e34567890123456", "0000000000000017", "on"])
def test_an_id_is_always_text(id: str) -> None:
    note = markdown_note(titled("A", id))
    assert f'\nid: "{id}"\n' in note
    assert note_id(note) == id


@pytest.mark.parametrize("id", ['" evil: yes', "a--> <b>", "a\nb", ""])
def test_an_odd_id_becomes_a_hash(id: str) -> None:
    found = note_id(markdown_note(titled("A", id)))
    assert found is not None
    assert found.isalnum()


def test_highlights_stand_in_order_and_orphans_last() -> None:
    note = markdown_note(FULL)
    assert note.index("It is late") < note.index("Costs rose") < note.index("Nobody was asked")
    assert note.count("(no longer found in the text)") == 1
    assert note.index("Nobody was asked") < note.index("(no longer found in the text)")


def test_a_highlight_is_recognised_by_its_id() -> None:
    marked = f"<!-- reader:highlight {LOST.id} yellow -->\n> Nobody was asked."
    assert marked in markdown_note(FULL)


def test_a_passage_of_several_paragraphs_is_one_quotation() -> None:
    words = ARTICLE.source_text[slice(span(LATE)[0], None)]
    note = markdown_note(replace(FULL, annotations=((mark(words, 9), span(words)),)))
    highlights = note[note.index("## Highlights") : note.index("## Quotations")]
    assert MarkdownIt().render(highlights).count("<blockquote>") == 1


@pytest.mark.parametrize(
    ("url", "path", "line"),
    [
        ("https://a.b/c", "x.html", "Source: <https://a.b/c>"),
        ("javascript:alert(1)", None, "Source: javascript:alert(1)"),
        ("https://a.b/<script>", None, r"Source: https://a.b/\<script>"),
        (None, "/home/me/story.html", "Source: /home/me/story.html"),
        (None, None, "Source: pasted text"),
    ],
)
def test_where_it_came_from_always_stands_there(
    url: str | None, path: str | None, line: str
) -> None:
    source = replace(ARTICLE.source, url=None, path=path)
    article = replace(ARTICLE, url=url, source=source)
    assert f"\n{line}" in markdown_note(replace(FULL, article=article))


def test_without_figures_there_is_no_table() -> None:
    assert "## Figures" in markdown_note(FULL)
    assert "## Figures" not in markdown_note(BARE)
    assert "## Highlights" not in markdown_note(BARE)


def test_a_digest_has_every_article_once() -> None:
    def one(number: int) -> Exported:
        return titled(f"Story {number}")

    digest = "".join(markdown_digest(one(number) for number in range(3)))
    assert [line for line in digest.splitlines() if line.startswith("# ")] == [
        "# Story 0",
        "# Story 1",
        "# Story 2",
    ]
    assert digest.count("\n\n---\n\n") == 2


def test_a_digest_is_written_as_it_goes() -> None:
    def endless() -> Iterator[Exported]:
        while True:
            yield BARE

    assert next(iter(markdown_digest(endless()))).startswith("# Pasted words")


hostile = st.sampled_from(
    [
        *("[x](https://e.vil)", "<https://e.vil>", "![x](y)", "<script>", "<!-- -->", "[[Note]]"),
        *(
            "# x",
            "**b**",
            "| a | b |",
            "`c`",
            "$a$ $b$",
            "{{ id }}",
            "{% raw %}",
            "&lt;b&gt;",
            "~~s~~",
        ),
    ]
)


@given(hostile, st.sampled_from(list(Flavour)))
def test_no_word_of_an_article_is_markup(words: str, flavour: Flavour) -> None:
    article = replace(titled(words).article, authors=(words,), site=words, published=words)
    article = replace(article, url=None, source=replace(article.source, url=None, path=words))
    found = replace(
        FULL.recognised,
        figures=tuple(replace(one, text=words, unit=words) for one in FULL.recognised.figures),
        quotations=tuple(replace(one, speaker=words) for one in FULL.recognised.quotations),
        entities=tuple(replace(one, name=words, role=words) for one in FULL.recognised.entities),
    )
    note = markdown_note(
        replace(FULL, article=article, recognised=found, notes=noted("")), flavour=flavour
    )
    body = note[len(head_of(note)) :]
    assert "{{" not in body
    assert "[[" not in body.replace("#[[public works]]", "").replace("#[[to check]]", "")
    tokens = MarkdownIt().enable(["table", "strikethrough"]).parse(body)
    inline = [one for token in tokens for one in token.children or ()]
    kinds = {one.type for one in inline} | {token.type for token in tokens}
    assert not kinds & {"link_open", "image", "code_inline", "s_open", "fence"}
    said = [one.content for one in (*tokens, *inline) if one.type.startswith("html")]
    assert all(one.strip().startswith("<!-- reader:") for one in said)
