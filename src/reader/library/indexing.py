"""Puts what cleaning and recognition make of the originals into the index."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from reader.library import names
from reader.library.corrections import corrected
from reader.library.extracting import articles_from, explained, recognised_in
from reader.library.mirror import mirror_all
from reader.library.reports import Progress
from reader.library.rules import key_of, ruled, written
from reader.library.working import Prepared, Workers, named, prepare, processes_for, raised
from reader.model import Article, ConversionError, ReaderError, Recognised, SiteRule, Source
from reader.sources import decode_again
from reader.store import EarlierIndex, Entry, Store
from reader.text.cleaning import CLEANER_VERSION

_BATCH, _TAKEN_OVER = 50, 500
"""Articles put into the index in one transaction: enough to be fast, few enough to hold."""


def cleaned(store: Store, source: Source) -> tuple[Article, ...]:
    """Clean a kept original again, as the reader corrected it. Raises ReaderError."""
    text = decode_again(store.originals.read(source.sha256), source.charset)
    articles = articles_from(source, text)
    return tuple(divided(store, one) for one in articles)


def divided(store: Store, article: Article) -> Article:
    """An article as cleaning left it, divided as the reader said: of the site, then of itself."""
    return corrected(ruled(article, store.notes.rules()), store.notes.state(article.id))


def settled(
    store: Store, prepared: Prepared, rules: tuple[SiteRule, ...]
) -> list[tuple[Article, Recognised]]:
    """Articles prepared by `rules`, as the reader has them divided, with what is in them then."""
    found = []
    for one, recognised in prepared:
        article = divided(store, one)
        if article != ruled(one, rules):
            with explained(one.id):
                recognised = recognised_in(article)
        found.append((article, recognised))
    return found


def reindex(store: Store, article: Article) -> Article:
    """Clean one article again, after its blocks were corrected otherwise."""
    again = cleaned_again(store, article)
    if again != article:
        store.index.add(again, recognised_in(again))
    return again


def cleaned_again(store: Store, article: Article) -> Article:
    """One article as cleaning and the reader's words divide it now. Raises ReaderError."""
    found = (one for one in cleaned(store, article.source) if one.id == article.id)
    return next(found, article)


def index_sources(
    store: Store,
    sources: Sequence[Source],
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[tuple[str, ...], tuple[ReaderError, ...]]:
    """Put the articles of kept originals into the index: their ids, and what could not be read."""
    failed: list[ReaderError] = []
    ids: list[str] = []
    with Workers(processes_for(len(sources))) as workers:
        found = _everything(store, sources, store.notes.rules(), workers, failed)
        while not cancelled() and (batch := list(islice(found, _BATCH))):
            store.index.add_many(batch)
            ids += [article.id for article, _ in batch]
            progress(Progress(len(ids), None, batch[-1][0].title))
    return tuple(ids), tuple(failed)


def rebuild(
    store: Store, progress: Callable[[Progress], None] = lambda _: None
) -> tuple[ReaderError, ...]:
    """Make the index anew from the originals and the notes; answers what could not be read."""
    failed: list[ReaderError] = []
    stamps = store.originals.stamps()
    rules = store.notes.rules()
    taken = _take_over(store, written(map(key_of, rules)), progress)
    corrections = names.written(map(names.said_by, store.notes.corrections()))
    done = len(taken)
    left = list(store.originals.others(taken))
    with Workers(processes_for(len(left))) as workers:
        found = _everything(store, left, rules, workers, failed)
        while batch := list(islice(found, _BATCH)):
            store.index.add_many(batch)
            done += len(batch)
            progress(Progress(done, None, batch[-1][0].title))
    mirror_all(store)
    store.index.rules = written(map(key_of, rules))
    store.index.corrections = corrections
    store.index.cleaner = str(CLEANER_VERSION)
    store.index.originals = stamps
    store.index.mark_built()
    return tuple(failed)


def _take_over(store: Store, rules: str, progress: Callable[[Progress], None]) -> set[str]:
    """Take the articles over that an earlier index has as they would be made now.

    That is, where the same cleaning and recognition made them, by the same rules and corrections.
    Answers the sources they are of.
    """
    taken: set[str] = set()
    earlier = store.index.earlier(str(CLEANER_VERSION), rules, store.notes.stamp)
    if earlier is None:
        return taken
    sources = list(store.originals.names())
    with Workers(min(1, processes_for(len(sources) // _BATCH))) as workers:
        for answer in workers.ahead(_batches(sources), partial(_made_ready, workers, earlier)):
            try:
                batch = answer()
            except ConversionError:  # what reads it was ended: these are made anew
                continue
            store.index.put(batch)
            taken |= {one.sha256 for one in batch}
            progress(Progress(len(taken), None, batch[-1].title if batch else ""))
    return taken


def _made_ready(
    workers: Workers, earlier: EarlierIndex, sources: Sequence[str]
) -> Callable[[], list[Entry]]:
    """Begin to make articles of an earlier index ready, beside those that are put in."""
    return workers.begin(partial(earlier.entries, sources), earlier.path.name)


def _batches(sources: Sequence[str]) -> Iterator[Sequence[str]]:
    return (sources[at : at + _TAKEN_OVER] for at in range(0, len(sources), _TAKEN_OVER))


def _everything(
    store: Store,
    sources: Iterable[Source],
    rules: tuple[SiteRule, ...],
    workers: Workers,
    failed: list[ReaderError],
) -> Iterator[tuple[Article, Recognised | None]]:
    def begin(source: Source) -> Callable[[], Prepared]:
        try:
            text = decode_again(store.originals.read(source.sha256), source.charset)
        except ReaderError as error:
            return partial(raised, error)
        call = partial(prepare, source, text, rules)
        return workers.begin(call, named(source), len(text))

    for answer in workers.ahead(sources, begin):
        try:
            yield from settled(store, answer(), rules)
        except ReaderError as error:
            failed.append(error)
