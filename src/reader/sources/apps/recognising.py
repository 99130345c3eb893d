"""Which application wrote a file, told from its name and its bytes."""

from collections.abc import Callable
from typing import NamedTuple

from reader.model import Brought, SourceError
from reader.sources.apps import (
    hypothesis,
    instapaper,
    karakeep,
    kindle,
    koreader,
    linkwarden,
    matter,
    netscape,
    omnivore,
    pocket,
    readwise,
    wallabag,
    webannotation,
    webclipper,
)
from reader.sources.apps.fields import load_json, unmarked
from reader.sources.apps.tables import Row, header_of, read_rows
from reader.sources.apps.zips import Archive
from reader.text.canonical import canonical_line

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_ARTICLES = (".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text")


class _Json(NamedTuple):
    """A format in JSON: `keys` stand in every such file, `fits` looks at what was loaded."""

    app: str
    keys: tuple[str, ...]
    fits: Callable[[object], bool]
    read: Callable[[object, str], Brought]


_JSON = (
    _Json(
        webannotation.APP,
        webannotation.KEYS,
        webannotation.is_webannotation,
        webannotation.read_webannotation,
    ),
    _Json(hypothesis.APP, hypothesis.KEYS, hypothesis.is_hypothesis, hypothesis.read_hypothesis),
    _Json(karakeep.APP, karakeep.KEYS, karakeep.is_karakeep, karakeep.read_karakeep),
    _Json(linkwarden.APP, linkwarden.KEYS, linkwarden.is_linkwarden, linkwarden.read_linkwarden),
    _Json(koreader.APP, koreader.KEYS, koreader.is_koreader, koreader.read_koreader),
    _Json(omnivore.APP, omnivore.KEYS, omnivore.is_omnivore, omnivore.read_omnivore),
    _Json(wallabag.APP, wallabag.KEYS, wallabag.is_wallabag, wallabag.read_wallabag),
    _Json(webclipper.APP, webclipper.KEYS, webclipper.is_webclipper, webclipper.read_webclipper),
)
_TABLES: tuple[tuple[Callable[[frozenset[str]], bool], Callable[[list[Row]], Brought]], ...] = (
    (pocket.COLUMNS.issubset, pocket.read_pocket_rows),
    (instapaper.COLUMNS.issubset, instapaper.read_instapaper),
    (matter.COLUMNS.issubset, matter.read_matter),
    (wallabag.COLUMNS.issubset, wallabag.read_wallabag_rows),
    (readwise.is_highlights, readwise.read_highlights),
    (readwise.READER_COLUMNS.issubset, readwise.read_documents),
)


def recognise_export(name: str, data: bytes) -> Brought | None:
    """What an export of another reading application holds; None when it is none that is known.

    Raises SourceError, which names the entry and the field, when it is one but malformed: it is
    taken as a whole or not at all.
    """
    subject = canonical_line(name)
    if data.startswith(_ZIP):
        return _from_zip(data, subject)
    head = unmarked(data[:_HEAD])
    first = head.lstrip()[:1]
    if first == b"<":
        return _from_html(head, data, subject)
    if first and first in b"{[":
        return _from_json(name, data, subject)
    if kindle.is_kindle(name, data):
        return kindle.read_kindle(data, subject)
    return _from_table(data, subject)


def _from_zip(data: bytes, subject: str) -> Brought | None:
    try:
        archive = Archive(data, subject)
    except SourceError:
        # What is broken and none of ours is for others to refuse, in their words.
        if b"metadata_0_to_" in data or b"part_0000" in data:
            raise
        return None
    if omnivore.metadata_in(archive):
        return omnivore.read_omnivore_zip(archive)
    return pocket.read_pocket_zip(archive) if pocket.parts_in(archive) else None


def _from_html(head: bytes, data: bytes, subject: str) -> Brought | None:
    if netscape.is_netscape(head):
        return netscape.read_netscape(data, subject)
    if pocket.is_pocket_html(head):
        return pocket.read_pocket_html(data, subject)
    return None


def _from_json(name: str, data: bytes, subject: str) -> Brought | None:
    data = unmarked(data)
    likely = [one for one in _JSON if all(key.encode() in data for key in one.keys)]
    if not likely:
        return None
    try:
        value = load_json(data, subject)
    except SourceError as error:
        # An article may begin with a bracket and speak of such files; a .json is one of them.
        if name.lower().endswith(_ARTICLES):
            return None
        message = f"it looks like an export of {likely[0].app}, but {error.message}"
        raise SourceError(message, subject) from error
    fitting = next((one for one in likely if one.fits(value)), None)
    return fitting.read(value, subject) if fitting else None


def _from_table(data: bytes, subject: str) -> Brought | None:
    names, delimiter = header_of(data)
    read = next((read for fits, read in _TABLES if fits(names)), None)
    return read(read_rows(data, delimiter, subject)) if read else None
