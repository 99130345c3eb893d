"""Sentences of a page as Reader reads it, and where they stand in what another extractor makes.

Which sentence is which is told by its letters and digits alone, and only of those that stand once
in both texts, so that the truth comes from elsewhere than the matching it judges.
"""

from collections.abc import Iterator
from pathlib import Path

from reader.library.extracting import articles_of
from reader.sources import read_path
from reader.text.sentences import sentence_at

Span = tuple[int, int]


def pairs(
    pages: Path | None, most: int, extractor: str
) -> Iterator[tuple[str, str, list[tuple[Span, Span]]]]:
    for path in sorted(pages.rglob("*.html"))[:most] if pages else []:
        html = path.read_bytes().decode("utf-8", "replace")
        try:
            one = articles_of(read_path(path))[0].source_text
            other = extracted(html, extractor)
        except Exception as error:  # a page that either cannot read tells nothing here
            print(f"   {path.name}: {type(error).__name__}")
            continue
        if other:
            yield one, other, list(same_sentences(one, other))


def extracted(html: str, extractor: str) -> str:
    if extractor == "trafilatura":
        import trafilatura

        return trafilatura.extract(html) or ""
    import lxml.html
    from readability import Document

    return lxml.html.fromstring(Document(html).summary()).text_content()


def same_sentences(one: str, other: str) -> Iterator[tuple[Span, Span]]:
    bare, _ = letters(one)
    there, places = letters(other)
    at = 0
    while at < len(one):
        start, end = sentence_at(one, at)
        at = max(end, at + 1)
        while start < end and one[start].isspace():
            start += 1
        while end > start and one[end - 1].isspace():
            end -= 1
        wanted = letters(one[start:end])[0]
        if len(wanted) < 15 or bare.count(wanted) != 1 or there.count(wanted) != 1:
            continue
        begin = there.index(wanted)
        yield (start, end), (places[begin], places[begin + len(wanted) - 1] + 1)


def letters(text: str) -> tuple[str, list[int]]:
    kept = [at for at, char in enumerate(text) if char.isalnum()]
    return "".join(text[at] for at in kept), kept
