"""What is put into the index, inside a transaction of the caller's."""

import json
import sqlite3
from collections.abc import Iterable

from reader.model import (
    Annotation,
    Article,
    Figure,
    FigureKind,
    FollowUp,
    ReaderState,
    Recognised,
    Source,
)
from reader.store.index import keys
from reader.store.index.fulltext import FullText
from reader.store.index.naming import Names
from reader.store.index.packing import (
    ARTICLE,
    Packed,
    columns,
    packed_blocks,
    packed_recognised,
    packed_text,
    unpacked_article,
)

_LISTED = "SELECT hidden, bin, newer IS NULL FROM articles WHERE rowid = ?"


def put_article(
    connection: sqlite3.Connection,
    article: Article,
    words: FullText,
    packed: Packed | None = None,
) -> tuple[int, bool]:
    """Put an article in, or in place of the one of that id; what the reader said stays.

    Returns its row, and whether it is new. What was recognised in the old one is forgotten, as its
    offsets may be wrong. `words` takes what it is found by; `packed` is the article as it is kept,
    where that is known.
    """
    old = connection.execute(
        "SELECT rowid, text FROM articles WHERE id = ?", (article.id,)
    ).fetchone()
    before = _before(connection, article.id) if old else None
    values = columns(article) | {
        "source": _put_source(connection, article.source),
        "text": _put_text(connection, article, packed),
    }
    row = _upsert(connection, values)
    words.put(row, article, before)
    connection.execute(
        "INSERT OR REPLACE INTO blocks VALUES (?, ?)",
        (row, packed.blocks if packed else packed_blocks(article.blocks)),
    )
    if old:
        forget_recognised(connection, row)
        connection.execute(
            "DELETE FROM texts WHERE rowid = ?1"
            " AND NOT EXISTS (SELECT 1 FROM articles WHERE text = ?1)",
            (old[1],),
        )
    return row, not old


def put_recognised(
    connection: sqlite3.Connection,
    row: int,
    recognised: Recognised,
    amended: Recognised,
    version: str,
    names: Names,
    *,
    new: bool = False,
    packed: Packed | None = None,
) -> None:
    """Keep what was recognised in the article of a row, in place of what was.

    `amended` is the same as the reader corrected it: what the article is found by, by the names in
    it as `names` writes them. For a `new` row there is nothing to forget, which costs as much as
    the rest.
    """
    if not new:
        forget_recognised(connection, row)
    connection.execute("UPDATE articles SET recogniser = ? WHERE rowid = ?", (version, row))
    body = packed.recognised if packed else packed_recognised(recognised)
    connection.execute("INSERT INTO recognised VALUES (?, ?)", (row, body))
    names.put(row, amended)
    connection.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (row, number, figure.kind, figure.unit, *_bounds(figure), *_days(figure))
            for number, figure in enumerate(recognised.figures)
        ],
    )


def forget_recognised(connection: sqlite3.Connection, row: int) -> None:
    """Forget what was recognised in the article of a row."""
    connection.execute("UPDATE articles SET recogniser = NULL WHERE rowid = ?", (row,))
    for table in ("recognised", "named", "mentioned", "figures"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (row,))  # noqa: S608


def put_state(
    connection: sqlite3.Connection,
    row: int,
    state: ReaderState,
    annotations: Iterable[Annotation],
) -> bool:
    """Mirror what the reader said of the article of a row.

    Answers whether the lists have another article for it, or one fewer.
    """
    annotations = list(annotations)
    follow_up = _first(state, annotations)
    hidden = state.deleted or state.newer is not None
    before = connection.execute(_LISTED, (row,)).fetchone()
    connection.execute(
        "UPDATE articles SET hidden = ?, bin = ?, newer = ?, status = ?, starred = ?, tags = ?,"
        " follow_on = ?, follow_why = ?, annotations = ?, notes = ?, highlights = ?"
        " WHERE rowid = ?",
        (
            hidden,
            state.deleted,
            state.newer,
            state.status,
            state.starred,
            json.dumps(state.tags, ensure_ascii=False),
            follow_up and follow_up.on.isoformat(),
            follow_up and follow_up.why,
            len(annotations),
            sum(bool(annotation.body) for annotation in annotations),
            sum(annotation.on_passage for annotation in annotations),
            row,
        ),
    )
    _put_tags(connection, row, () if hidden else state.tags)
    _put_own(connection, row, state, annotations)
    return bool(before != (hidden, state.deleted, state.newer is None))


def forget_states(connection: sqlite3.Connection) -> None:
    """Forget everything the reader said of any article."""
    connection.execute(
        "UPDATE articles SET hidden = 0, bin = 0, newer = NULL, status = 'unread', starred = 0,"
        " tags = '[]', follow_on = NULL,"
        " follow_why = NULL, annotations = 0, notes = 0, highlights = 0"
        " WHERE rowid IN (SELECT rowid FROM own) OR hidden OR status != 'unread'"
        " OR annotations OR starred OR follow_on IS NOT NULL OR tags != '[]'"
    )
    connection.execute("DELETE FROM tags")
    connection.execute("DELETE FROM own")


def _first(state: ReaderState, annotations: list[Annotation]) -> FollowUp | None:
    """What is to be come back to first, of an article and its passages."""
    every = [state.follow_up, *(annotation.follow_up for annotation in annotations)]
    return min((one for one in every if one), key=lambda one: one.on, default=None)


def _put_source(connection: sqlite3.Connection, source: Source) -> int:
    [row] = connection.execute(
        "INSERT INTO sources (sha256, media_type, imported, path, url, charset)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET"
        " (media_type, imported, path, url, charset) = (excluded.media_type, excluded.imported,"
        " excluded.path, excluded.url, excluded.charset) RETURNING rowid",
        (
            source.sha256,
            source.media_type,
            source.imported.isoformat(),
            source.path,
            source.url,
            source.charset,
        ),
    ).fetchone()
    return int(row)


def _put_text(connection: sqlite3.Connection, article: Article, packed: Packed | None) -> int:
    digest, body = packed[:2] if packed else packed_text(article.source_text)
    connection.execute("INSERT OR IGNORE INTO texts (hash, body) VALUES (?, ?)", (digest, body))
    [row] = connection.execute("SELECT rowid FROM texts WHERE hash = ?", (digest,)).fetchone()
    return int(row)


def _before(connection: sqlite3.Connection, id: str) -> Article:
    return unpacked_article(connection.execute(f"{ARTICLE} WHERE id = ?", (id,)).fetchone())


def _upsert(connection: sqlite3.Connection, values: dict[str, object]) -> int:
    names = ", ".join(values)
    [row] = connection.execute(
        f"INSERT INTO articles ({names}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608
        f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{n} = excluded.{n}' for n in values)}"
        " RETURNING rowid",
        tuple(values.values()),
    ).fetchone()
    return int(row)


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The least and the greatest number a figure stands for; None for dates."""
    ends = [end for end in (figure.value, figure.value_to) if isinstance(end, int | float)]
    return (min(ends), max(ends)) if ends else (None, None)


def _days(figure: Figure) -> tuple[str | None, str | None]:
    """The first and the last day of a date; None for numbers, and where it is not resolved."""
    if figure.kind is not FigureKind.DATE or not isinstance(figure.value, str):
        return None, None
    return figure.value, str(figure.value_to or figure.value)


def _put_tags(connection: sqlite3.Connection, row: int, tags: Iterable[str]) -> None:
    connection.execute("DELETE FROM tags WHERE article = ?", (row,))
    connection.executemany(
        "INSERT OR IGNORE INTO tags (key, article, tag) VALUES (?, ?, ?)",
        [(keys.folded(tag), row, tag) for tag in tags],
    )


def _put_own(
    connection: sqlite3.Connection, row: int, state: ReaderState, annotations: list[Annotation]
) -> None:
    words = [*state.tags, _why(state.follow_up)]
    for annotation in annotations:
        words += [annotation.body, *annotation.tags, _why(annotation.follow_up)]
    text = "\n".join(filter(None, words))
    connection.execute("DELETE FROM own WHERE rowid = ?", (row,))
    if text:
        connection.execute("INSERT INTO own (rowid, text) VALUES (?, ?)", (row, keys.spaced(text)))


def _why(follow_up: FollowUp | None) -> str:
    return follow_up.why if follow_up else ""
