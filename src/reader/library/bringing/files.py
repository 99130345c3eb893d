"""Files that may be exports, read within bounds: larger ones than articles, and zips."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.library.extracting import is_url
from reader.model import Brought, ReaderError, SourceError, SourceTooLarge
from reader.text.canonical import canonical_line

LARGEST_EXPORT = 512 * 1024 * 1024
"""Bytes of an export that Reader takes at the most: thousands of articles with their text."""

_ENDINGS = frozenset({".json", ".jsonld", ".csv", ".zip"})
_UNKNOWN = (
    "no export that Reader knows: docs/coming-from.md lists them"
    " (as a .txt file, its text can be imported as it is)"
)
_BEGINNINGS = (b"PK\x03\x04", b"{", b"[")


@dataclass(frozen=True, slots=True)
class Export:
    """One file of another application, and what is in it."""

    name: str
    brought: Brought


def exports_among(
    targets: Iterable[str | Path],
) -> tuple[tuple[Export, ...], tuple[str | Path, ...], tuple[ReaderError, ...]]:
    """The exports among targets, the targets that are none, and the exports that are malformed.

    Folders are never looked into: an export has to be named.
    """
    exports: list[Export] = []
    others: list[str | Path] = []
    failed: list[ReaderError] = []
    for target in targets:
        try:
            found = None if is_url(target) else read_export(Path(target).expanduser())
        except SourceError as error:
            failed.append(error)
            continue
        if found is None:
            others.append(target)
        else:
            exports.append(found)
    return tuple(exports), tuple(others), tuple(failed)


def missing(targets: Iterable[str | Path]) -> dict[str | Path, ReaderError]:
    """The targets that are not there, with what to say of them; an address is not looked for."""
    return {
        one: SourceError("there is no such file", canonical_line(str(one)))
        for one in targets
        if not (is_url(one) or _exists(one))
    }


def _exists(target: str | Path) -> bool:
    try:
        return Path(target).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False


def read_export(path: Path) -> Export | None:
    """What a file brings; None where it is no export that is known, or cannot be read at all.

    Raises SourceError, which names the file, where it is an export but malformed or too large.
    """
    name = canonical_line(str(path))
    data = _bytes(path)
    if data is None:
        return None  # whoever reads it next says what is wrong with it
    if len(data) > LARGEST_EXPORT:
        if not _looks_like_one(path, data):
            return None
        raise SourceTooLarge(f"it is larger than {LARGEST_EXPORT // 2**20} MB", name)
    from reader.sources.apps import recognise_export  # only paid for when used

    brought = recognise_export(str(path), data)
    if brought is None and path.suffix.lower() in _ENDINGS:
        raise SourceError(_UNKNOWN, name)  # tables and data are no articles
    return Export(name, brought) if brought else None


def _bytes(path: Path) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LARGEST_EXPORT + 1)
    except (OSError, ValueError):
        return None


def _looks_like_one(path: Path, data: bytes) -> bool:
    return path.suffix.lower() in _ENDINGS or data[:64].lstrip().startswith(_BEGINNINGS)
