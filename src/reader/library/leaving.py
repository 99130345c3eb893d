"""Articles with the reader's words on them, out of the library."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export import (
    Exported,
    Flavour,
    Templates,
    annotation_collection,
    html_digest,
    markdown_digest,
    notes_csv,
    org_digest,
    show_object,
)
from reader.export.archive import is_safe_name
from reader.library.reports import ExportReport, Format
from reader.model import UsageError
from reader.store.originals import description_of
from reader.text.canonical import canonical_line

if TYPE_CHECKING:
    from reader.library.facade import Library
    from reader.store import Store

FILE_NAMES = {
    Format.MARKDOWN: "reader.md",
    Format.JSON: "reader.json",
    Format.W3C: "annotations.jsonld",
    Format.CSV: "notes.csv",
    Format.ORG: "reader.org",
    Format.HTML: "reader.html",
    Format.ARCHIVE: "reader.zip",
}
"""What an export is called inside a folder, when it is one file."""

_SUFFIXES = {Format.MARKDOWN: ".md", Format.ORG: ".org", Format.HTML: ".html"}


def exported_from(library: "Library", id: str) -> Exported:
    """One article with everything found in it and said of it. Raises UnknownArticle."""
    return Exported(
        library.article(id),
        library.state(id),
        library.notes(id),
        tuple((one.annotation, one.span) for one in library.annotations(id)),
        library.recognised(id),
    )


def export(
    library: "Library",
    store: "Store",
    ids: Sequence[str] | None,
    to: Path | None,
    format: Format,
    overwrite: bool,
    flavour: Flavour,
) -> ExportReport:
    """Write articles to a folder or a file, or answer them as text when there is no place.

    Without ids it is the whole library, for an archive. A name without an ending that is not there
    yet is a folder. Nothing is written when there are no articles. Notes in a folder are brought up
    to date and keep what was written in them; any other file that is there already is only written
    over when `overwrite` says so. Raises NotSaved, and UsageError for a file that is there, an
    archive without a place or a faulty template.
    """
    if format is Format.ARCHIVE and (ids is None or ids):
        return _archive(store, library, ids, to, overwrite)
    if not ids:
        return ExportReport((), 0, None if to else "")
    templates = Templates(store.location.home / "templates")
    if to is not None and format in _SUFFIXES and _is_folder(to):
        from reader.export.files import NotesFolder

        folder = NotesFolder(to, templates, flavour, _SUFFIXES[format])
        return ExportReport(tuple(folder.write(exported_from(library, id)) for id in ids), len(ids))
    if to is None:
        return ExportReport((), len(ids), _text(library, ids, format, templates, flavour))
    place = _place(to, format, overwrite)
    return ExportReport((_file(_text(library, ids, format, templates, flavour), place),), len(ids))


def _text(
    library: "Library",
    ids: Sequence[str],
    format: Format,
    templates: Templates,
    flavour: Flavour,
) -> str:
    articles = (exported_from(library, id) for id in ids)
    if format is Format.MARKDOWN:
        return "".join(markdown_digest(articles, templates, flavour))
    if format is Format.ORG:
        return "".join(org_digest(articles, templates))
    if format is Format.HTML:
        return "".join(html_digest(articles, templates))
    if format is Format.CSV:
        return notes_csv(articles)
    if format is Format.W3C:
        return _json(annotation_collection(articles))
    return _json([show_object(one) for one in articles])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _is_folder(to: Path) -> bool:
    return to.is_dir() or (not to.suffix and not to.exists())


def _place(to: Path | None, format: Format, overwrite: bool) -> Path:
    """The file to write. Raises UsageError when it would be written over unasked."""
    if to is None:
        raise UsageError("an archive needs a place; name a file with --to")
    path = to / FILE_NAMES[format] if _is_folder(to) else to
    if path.exists() and not overwrite:
        name = canonical_line(str(path))
        raise UsageError("it is there already; name another file (or say --overwrite)", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _file(text: str, path: Path) -> Path:
    from reader.export.files import write_text

    write_text(path, text)
    return path


def _archive(
    store: "Store", library: "Library", ids: Sequence[str] | None, to: Path | None, overwrite: bool
) -> ExportReport:
    from reader.export.archive import write_archive
    from reader.export.files import replacing

    path = _place(to, Format.ARCHIVE, overwrite)
    entries = _all(store) if ids is None else _some(store, library, ids)
    with replacing(path) as file:
        write_archive(file, entries)
    return ExportReport((path,), len(library.listing() if ids is None else ids))


def _all(store: "Store") -> Iterator[tuple[str, bytes]]:
    """The reader's words as they are, every source, and the reader's own templates."""
    if store.location.notes.exists():
        yield "notes.json", store.location.notes.read_bytes()
    for source in store.originals:
        yield from _original(store, source.sha256)
    for path in sorted((store.location.home / "templates").glob("*.*")):
        if path.is_file() and is_safe_name(path.name):
            yield f"templates/{path.name}", path.read_bytes()


def _some(store: "Store", library: "Library", ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """What was said of some articles and their earlier versions, and their sources."""
    every = list(dict.fromkeys(one for id in ids for one in store.index.versions(id)))
    yield "notes.json", store.notes.copy_of(every)
    for sha256 in dict.fromkeys(library.article(id).source.sha256 for id in every):
        yield from _original(store, sha256)


def _original(store: "Store", sha256: str) -> Iterator[tuple[str, bytes]]:
    described = description_of(store.originals.source(sha256))
    yield f"originals/{sha256}.original", store.originals.read(sha256)
    yield f"originals/{sha256}.json", described
