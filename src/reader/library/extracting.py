"""Source → articles → what is named in them. Stores nothing; `reader extract` is this alone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from reader.library.recognisers import names_in_use
from reader.model import (
    UNSEEN,
    Article,
    ConversionError,
    Figure,
    Mention,
    Quotation,
    ReaderError,
    Recognised,
    Source,
    SourceError,
)
from reader.sources import Original, read_path, read_url, walk
from reader.text.canonical import canonical_line
from reader.text.cleaning import Cleaned, clean
from reader.text.recognition import recognise

Found = TypeVar("Found", Mention, Figure, Quotation)
Target = TypeVar("Target", str, Path, str | Path, str | Path | Original)

_NOTHING = Recognised()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The articles of one source with what is recognised in each, or the error that came of it."""

    name: str
    articles: tuple[tuple[Article, Recognised], ...] = ()
    error: SourceError | None = None


def read(target: str | Path) -> Original:
    """Read a file or fetch a page. Raises SourceError."""
    return read_url(str(target)) if is_url(target) else read_path(Path(target).expanduser())


def is_url(target: str | Path) -> bool:
    """Whether a target is an address on the web rather than a file."""
    return isinstance(target, str) and urlsplit(target).scheme.lower() in {"http", "https"}


def expand(targets: Iterable[Target]) -> Iterator[Target | Path]:
    """Targets with each folder replaced by the articles in it."""
    for target in targets:
        if isinstance(target, Original):
            yield target
        elif not is_url(target) and Path(target).expanduser().is_dir():
            yield from walk(Path(target).expanduser())
        else:
            yield target


def articles_of(original: Original) -> tuple[Article, ...]:
    """Clean a source: its article, and further ones found in it. Raises ConversionError."""
    return articles_from(original.source, original.text)


def articles_from(source: Source, text: str) -> tuple[Article, ...]:
    """Clean a decoded source whose bytes were read before. Raises ConversionError."""
    found = clean(text, source.media_type, url=source.url, today=source.imported.date())
    ids = [article_id(source.sha256, part) for part in range(1, len(found) + 1)]
    return tuple(_article(source, part, one, ids) for part, one in enumerate(found, 1))


@contextmanager
def explained(subject: str) -> Iterator[None]:
    """Make a fault of Reader's own on one source an error of that source, so that others go on."""
    try:
        yield
    except ReaderError:
        raise
    except Exception as fault:
        words = f"Reader failed on it ({type(fault).__name__}); please report it with the source"
        raise ConversionError(words, subject) from fault


def article_id(sha256: str, part: int) -> str:
    """The id of the part-th article (from 1) of a source: the same wherever it is imported."""
    return sha256[:16] if part == 1 else f"{sha256[:16]}-{part}"


def recognised_in(article: Article) -> Recognised:
    """Find who is named and what the numbers are in the kept blocks of an article."""
    kept = article.kept_text
    text, day = kept.replace(UNSEEN, ""), published_on(article)
    found = recognise(text, day, article.language, names_in_use())
    return _moved(found, kept) if UNSEEN in kept else found


def published_on(article: Article) -> date | None:
    """The day an article was published, None when only a month or a year is known."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def extract(target: str | Path, *, clean_only: bool = False) -> Extraction:
    """Clean and recognise one source; an error is an answer too, so that others can go on."""
    name = canonical_line(str(target))
    try:
        return extracted(name, read(target), clean_only=clean_only)
    except SourceError as error:
        return Extraction(name, error=error)


def extracted(name: str, original: Original, *, clean_only: bool = False) -> Extraction:
    """Clean and recognise what was read. Raises ConversionError."""
    look = (lambda _: _NOTHING) if clean_only else recognised_in
    with explained(name):
        return Extraction(name, tuple((one, look(one)) for one in articles_of(original)))


def _moved(found: Recognised, kept: str) -> Recognised:
    """What was found in kept text without what is hidden, at the offsets it has with it."""
    at = [place for place, char in enumerate(kept) if char != UNSEEN]

    def moved(one: Found) -> Found:
        return replace(one, start=at[one.start], end=at[one.end - 1] + 1)

    return replace(
        found,
        mentions=tuple(map(moved, found.mentions)),
        figures=tuple(map(moved, found.figures)),
        quotations=tuple(map(moved, found.quotations)),
    )


def _article(source: Source, part: int, found: Cleaned, ids: list[str]) -> Article:
    own = ids[part - 1]
    return Article(
        id=own,
        source=source,
        source_text=found.source_text,
        blocks=found.blocks,
        title=found.title or _stand_in(source),
        authors=found.authors,
        site=found.site,
        published=found.published,
        language=found.language,
        url=found.url or (source.url if part == 1 else None),
        part=part,
        related=tuple(other for other in ids if other != own),
    )


def _stand_in(source: Source) -> str:
    """A title for a source that has none: the file's name or the address."""
    if source.path:
        return Path(source.path).stem
    return source.url or "Untitled"
