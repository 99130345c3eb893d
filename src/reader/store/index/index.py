"""The index's public face."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import (
    Annotation,
    Article,
    ArticleRow,
    Counts,
    EntityRow,
    EntityType,
    FigureRow,
    ReaderState,
    Recognised,
    UnknownArticle,
)
from reader.store.index import finding, naming, rows, writing
from reader.store.index.about import About
from reader.store.index.database import Database
from reader.store.index.entry import Amend, Entry, entry, found_in
from reader.store.index.fulltext import FullText
from reader.store.index.listing import Listing, Listings, Sort
from reader.store.index.packing import ARTICLE, unpacked_article, unpacked_recognised
from reader.text.query import EVERYTHING, Query

if TYPE_CHECKING:
    from reader.store.index.across import FigureList, FigureSort, MentionList, NameList, NameSort
    from reader.store.index.earlier import EarlierIndex
    from reader.text.figurefilter import FigureFilter


class Index(About):
    """The index of one library. Safe to use from any thread.

    Raises LibraryError when it cannot be read or written (DiskFull when there is no room).
    `recogniser_version` is that of the recogniser in use: what another found is not given.
    `amending` answers, each time, how the reader corrects what is recognised, None for not at all:
    what is found is kept as it was put in, and given and listed as it is corrected.
    """

    def __init__(
        self,
        path: Path,
        *,
        recogniser_version: str = "",
        amending: Callable[[], Amend | None] = lambda: None,
    ) -> None:
        """Open the file, or make it anew when it is of another version or no use."""
        super().__init__(Database(path))
        self._listings = Listings(self._database)
        self._version = recogniser_version
        self._amending = amending

    def reset(self) -> None:
        """Throw everything away, to be filled anew: `fresh` is true then."""
        self._database.reset()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # what is put in -------------------------------------------------------------------------

    def add(self, article: Article, recognised: Recognised | None = None) -> None:
        """Put an article in, or in place of the one of that id; the reader's state stays."""
        self.add_many([(article, recognised)])

    def add_many(self, articles: Iterable[tuple[Article, Recognised | None]]) -> None:
        """Put a batch in, in one transaction: all of it or none."""
        amend = self._amending()
        self.put(
            entry(article, found_in(article, found, self._version, amend) if found else None)
            for article, found in articles
        )

    def put(self, entries: Iterable[Entry]) -> None:
        """Put in what was made ready, in one transaction."""
        words, names = FullText(), naming.Names()
        with self._database.writing() as connection:
            self._database.reordered()
            for one in entries:
                writing.put_entry(connection, one, words, names)
            names.write(connection)
            words.write(connection)

    def earlier(self, cleaner: str, rules: str, notes_stamp: str) -> "EarlierIndex | None":
        """The index that was set aside for this one, if it is as these would make it now."""
        from reader.store.index.earlier import EarlierIndex  # only paid for when used

        found = EarlierIndex(self._database.aside, self._version, self._amending())
        return found if found.is_as(cleaner, rules, notes_stamp) else None

    def set_recognised(self, article: Article, recognised: Recognised) -> None:
        """Keep what was recognised in an article. Raises UnknownArticle."""
        with self._database.writing() as connection:
            row = finding.row_of(connection, article.id)
            if row is None:
                raise _unknown(article.id)
            names = naming.Names()
            writing.forget_recognised(connection, row)
            found = found_in(article, recognised, self._version, self._amending())
            writing.put_found(connection, row, found, names)
            names.write(connection)

    def not_recognised(self) -> list[str]:
        """The ids of the articles that this version of the recogniser has not looked at."""
        with self._database.reading() as connection:
            return finding.not_recognised(connection, self._version)

    def name_again(self, id: str) -> bool:
        """Let an article be found by the names in it as the reader corrects them now.

        Answers whether these are others than before.
        """
        found = self.recognised(id)
        with self._database.writing() as connection:
            row = finding.row_of(connection, id)
            return bool(found and row and naming.put_names(connection, row, found))

    def set_state(
        self, id: str, state: ReaderState, annotations: Iterable[Annotation] = ()
    ) -> None:
        """Mirror what the reader said of one article; nothing happens where it is unknown."""
        self.set_states({id: (state, annotations)})

    def set_states(self, states: Mapping[str, tuple[ReaderState, Iterable[Annotation]]]) -> None:
        """Mirror what the reader said of many, in one transaction."""
        with self._database.writing() as connection:
            for id, (state, annotations) in states.items():
                row = finding.row_of(connection, id)
                if row is not None and writing.put_state(connection, row, state, annotations):
                    self._database.reordered()

    def clear_states(self) -> None:
        """Forget everything the reader said, before it is all mirrored again."""
        with self._database.writing() as connection:
            self._database.reordered()
            writing.forget_states(connection)

    # one article ----------------------------------------------------------------------------

    def article(self, id: str) -> Article:
        """The article, in the bin or not. Raises UnknownArticle."""
        with self._database.reading() as connection:
            row = connection.execute(f"{ARTICLE} WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise _unknown(id)
        return unpacked_article(row)

    def recognised(self, id: str) -> Recognised | None:
        """What this version of the recogniser found in it, corrected; None when not looked yet."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT body FROM recognised JOIN articles ON articles.rowid = article"
                " WHERE id = ? AND recogniser = ?",
                (id, self._version),
            ).fetchone()
        found = unpacked_recognised(row[0]) if row else None
        return found and self._amended(found, lambda: self.article(id))

    def amended(self, article: Article, recognised: Recognised) -> Recognised:
        """What was recognised in an article, as the reader corrects it now."""
        return self._amended(recognised, lambda: article)

    def find(self, reference: str, *, binned: bool = False) -> list[str]:
        """The ids of the articles called that, those in the bin left out, or those alone.

        Older versions answer to their id only.

        By id, then the start of one (four characters or more), then URL, then path, then title
        (case and diacritics apart): the first of these that any article answers to.
        """
        with self._database.reading() as connection:
            return finding.find(connection, reference, binned=binned)

    def same_page(self, article: Article) -> list[str]:
        """The ids of the articles that were at its address, oldest first; none in the bin."""
        with self._database.reading() as connection:
            return finding.same_page(connection, article)

    def at_address(self, url: str | None) -> list[str]:
        """The ids of the articles at a web address, oldest first; none in the bin."""
        with self._database.reading() as connection:
            return finding.at_address(connection, url)

    def versions(self, id: str) -> list[str]:
        """The ids of all versions of an article, oldest first, its own among them."""
        with self._database.reading() as connection:
            return finding.versions(connection, id)

    def has_source(self, sha256: str) -> list[str]:
        """The ids of the articles made of a source, in order of part; those in the bin too."""
        with self._database.reading() as connection:
            return finding.of_source(connection, sha256)

    def sources(self, letters: str = "") -> set[str]:
        """The SHA-256 of every source that an article was made of, or that begins so."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT sha256 FROM sources WHERE sha256 >= ?1 AND sha256 < ?1 || 'g'", (letters,)
            )
            return {sha256 for [sha256] in found}

    def naming(self, names: Iterable[str]) -> list[str]:
        """The ids of the articles these words stand in, or a name of one; those in the bin too."""
        with self._database.reading() as connection:
            return finding.naming(connection, names)

    def of_site(self, site: str) -> list[str]:
        """The ids of the articles whose site or host has this in its name; those in the bin too."""
        with self._database.reading() as connection:
            return finding.of_site(connection, site)

    # lists ----------------------------------------------------------------------------------

    def count(self, query: Query, today: date) -> Counts:
        """How many articles match, and of those how many are unread and how many due."""
        with self._database.reading() as connection:
            return finding.count(connection, query, today)

    def listing(self, query: Query, sort: Sort, today: date, limit: int | None = None) -> Listing:
        """The articles that match, in order. Raises InvalidQuery.

        With a `limit` there may be more than that, but no fewer if there are so many.
        """
        return self._listings.listing(query, sort, today, limit)

    def rows(self, ids: Sequence[str]) -> Sequence[ArticleRow]:
        """The lines of the list for these articles, in their order, unknown ones left out."""
        with self._database.reading() as connection:
            found = [finding.row_of(connection, id) for id in ids]
        return rows.article_rows(self._database, (row for row in found if row is not None))

    def tags(self) -> dict[str, int]:
        """Every tag on an article and on how many, most used first."""
        with self._database.reading() as connection:
            return dict(
                connection.execute(
                    "SELECT tag, count(*) AS articles FROM tags GROUP BY tag"
                    " ORDER BY articles DESC, tag"
                )
            )

    def entity_rows(self, query: Query, today: date) -> Iterator[EntityRow]:
        """The mentions in the articles that match, newest article first, by position.

        Where the query asks for an `entity:`, only its mentions.
        """
        newest = self._newest(query, today)
        return rows.entity_rows(self._database, newest, query, self._amending())

    def figure_rows(self, query: Query, today: date) -> Iterator[FigureRow]:
        """The figures in the articles that match, newest article first, by position.

        Where the query asks for a `figure:`, only such figures.
        """
        return rows.figure_rows(self._database, self._newest(query, today), query)

    def _amended(self, recognised: Recognised, article: Callable[[], Article]) -> Recognised:
        amend = self._amending()
        return amend(article(), recognised) if amend else recognised

    # across the library -------------------------------------------------------------------------

    def names(self, words: str, sort: "NameSort") -> "NameList":
        """Everybody and everything that is named, each once; see `all_names`."""
        from reader.store.index.across import all_names  # only paid for when used

        return all_names(self._database, words, sort)

    def mentions(self, name: str, kind: EntityType) -> "MentionList":
        """Every mention of one of them, newest article first."""
        from reader.store.index.across import mentions_of

        return mentions_of(self._database, name, kind, self._amending())

    def figures(self, asked: "FigureFilter", sort: "FigureSort", today: date) -> "FigureList":
        """Every number and date that meets a filter; see `all_figures`."""
        from reader.store.index.across import all_figures

        return all_figures(
            self._database, asked, sort, today, partial(self._newest, EVERYTHING, today)
        )

    def _newest(self, query: Query, today: date) -> Sequence[int]:
        return self.listing(query, Sort.NEWEST, today).rowids


def _unknown(id: str) -> UnknownArticle:
    return UnknownArticle("no such article; `reader list` shows them with their ids", id)
