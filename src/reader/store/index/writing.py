"""What is put into the index, inside a transaction of the caller's."""

import json
import sqlite3
from collections.abc import Iterable

from reader.model import Annotation, Article, FollowUp, ReaderState
from reader.store.index import keys
from reader.store.index.entry import Entry, Found, words_of
from reader.store.index.fulltext import FullText
from reader.store.index.naming import Names
from reader.store.index.packing import ARTICLE, unpacked_article

_LISTED = "SELECT hidden, bin, newer IS NULL FROM articles WHERE rowid = ?"


def put_entry(connection: sqlite3.Connection, entry: Entry, words: FullText, names: Names) -> None:
    """Put an article in, or in place of the one of that id; what the reader said stays.

    What was recognised in the old one is forgotten, as its offsets may be wrong. `words` and
    `names` take what it is found by.
    """
    id = entry.columns["id"]
    old = connection.execute("SELECT rowid, text FROM articles WHERE id = ?", (id,)).fetchone()
    before = words_of(_before(connection, id)) if old else None
    values = entry.columns | {
        "source": _put_source(connection, entry.source),
        "text": _put_text(connection, entry.text),
    }
    row = _upsert(connection, values)
    words.put(row, entry.words, before)
    connection.execute("INSERT OR REPLACE INTO blocks VALUES (?, ?)", (row, entry.blocks))
    if old:
        forget_recognised(connection, row)
        connection.execute(
            "DELETE FROM texts WHERE rowid = ?1"
            " AND NOT EXISTS (SELECT 1 FROM articles WHERE text = ?1)",
            (old[1],),
        )
    if entry.found:
        put_found(connection, row, entry.found, names)


def put_found(connection: sqlite3.Connection, row: int, found: Found, names: Names) -> None:
    """Keep what was recognised in the article of a row, in which nothing is."""
    connection.execute("UPDATE articles SET recogniser = ? WHERE rowid = ?", (found.version, row))
    connection.execute("INSERT INTO recognised VALUES (?, ?)", (row, found.body))
    names.put(row, found.named)
    connection.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(row, *figure) for figure in found.figures],
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


def _put_source(connection: sqlite3.Connection, source: tuple[str | None, ...]) -> int:
    [row] = connection.execute(
        "INSERT INTO sources (sha256, media_type, imported, path, url, charset)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET"
        " (media_type, imported, path, url, charset) = (excluded.media_type, excluded.imported,"
        " excluded.path, excluded.url, excluded.charset) RETURNING rowid",
        source,
    ).fetchone()
    return int(row)


def _put_text(connection: sqlite3.Connection, text: tuple[bytes, bytes]) -> int:
    connection.execute("INSERT OR IGNORE INTO texts (hash, body) VALUES (?, ?)", text)
    [row] = connection.execute("SELECT rowid FROM texts WHERE hash = ?", text[:1]).fetchone()
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
