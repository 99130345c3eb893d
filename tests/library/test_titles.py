"""The reader says which block is the title."""

from reader.library import Library
from reader.model import Role


def test_the_words_of_the_block_are_the_title_everywhere(library: Library, story: str) -> None:
    before = library.article(story)
    block = before.kept[-1]
    words = before.text_of(block)
    library.name_title(story, block)
    after = library.article(story)
    assert after.title == words
    assert library.listing().rows(0, 1)[0].title == words
    assert [after.text_of(b) for b in after.kept if b.role is Role.TITLE] == [words]
    assert [b.reason for b in after.removed if after.text_of(b) == before.title] == [
        "no longer the title"
    ]


def test_the_last_word_on_the_title_counts(library: Library, story: str) -> None:
    first, second = library.article(story).kept[-2:]
    library.name_title(story, first)
    library.name_title(story, second)
    article = library.article(story)
    assert article.title == article.text_of(second)
    assert [b.role for b in article.blocks if b.start == first.start] == [Role.BODY]


def test_a_highlight_stays_on_its_words(library: Library, story: str) -> None:
    article = library.article(story)
    block = article.kept[-1]
    mark = library.highlight(story, *block.words(article.source_text))
    library.name_title(story, block)
    (anchored,) = library.annotations(story)
    assert anchored.annotation.id == mark.id
    assert anchored.span == block.words(article.source_text)
