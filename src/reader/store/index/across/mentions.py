"""Every place where the library names somebody."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from reader.model import EntityRow, EntityType
from reader.store.index import keys
from reader.store.index.across.names import group_of
from reader.store.index.database import Database
from reader.store.index.entry import Amend
from reader.store.index.rows import Sentences, found_at

_ARTICLES = """
SELECT article, sum(mentioned.mentions) FROM mentioned JOIN articles ON articles.rowid = article
WHERE hidden = 0 AND entity IN (SELECT value FROM json_each(?))
GROUP BY article ORDER BY at DESC, id
"""
_NAMES = """
SELECT names.key, type FROM entities JOIN names ON names.rowid = entities.key
WHERE entities.rowid IN (SELECT value FROM json_each(?))
"""

Named = set[tuple[str, str]]


class MentionList:
    """The mentions of an entity, newest article first; rows are fetched when wanted."""

    def __init__(
        self,
        database: Database,
        named: Named,
        articles: Sequence[tuple[int, int]],
        amend: Amend | None,
    ) -> None:
        self._database = database
        self._named = named
        self._articles = [article for article, _ in articles]
        self._starts = list(accumulate((mentions for _, mentions in articles), initial=0))
        self._amend = amend

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def articles(self) -> int:
        """How many articles they are in."""
        return len(self._articles)

    def rows(self, first: int, last: int) -> Sequence[EntityRow]:
        """The mentions `[first, last)`, fewer where the library has changed meanwhile."""
        first, last = max(0, first), min(len(self), last)
        if first >= last:
            return []
        number = bisect_right(self._starts, first) - 1
        rows: list[EntityRow] = []
        with self._database.reading() as connection:
            for start, end in pairwise(self._starts[number:]):
                if start >= last:
                    break
                rows += self._of(connection, self._articles[number])[: end - start]
                number += 1
        skipped = first - self._starts[bisect_right(self._starts, first) - 1]
        return rows[skipped : skipped + last - first]

    def _of(self, connection: sqlite3.Connection, rowid: int) -> list[EntityRow]:
        if (found := found_at(connection, rowid)) is None:
            return []
        article, recognised = found
        if self._amend:
            recognised = self._amend(article, recognised)
        sentences, day = Sentences(article.kept_text), keys.day(article)
        rows = []
        for m in recognised.mentions:
            if (keys.folded(m.name), m.type) in self._named:
                sentence, at = sentences.around(m.start)
                where = (m.text, m.start, m.end, sentence, at, day)
                rows.append(EntityRow(article.id, article.title, m.name, m.type, *where))
        return rows


def mentions_of(
    database: Database, name: str, kind: EntityType, amend: Amend | None
) -> MentionList:
    """Every mention of the entity that is called so, and of those whose name is short for it."""
    with database.reading() as connection:
        group = json.dumps(group_of(connection, name, kind))
        named = set(connection.execute(_NAMES, (group,)))
        return MentionList(database, named, list(connection.execute(_ARTICLES, (group,))), amend)
