"""Archives that Reader wrote, read again: everything in one is verified before it is used."""

import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from reader.export.archive import FORMAT, MANIFEST, VERSION, is_safe_name
from reader.model import Source, SourceError, SourceTooLarge
from reader.store.originals import described
from reader.text.canonical import canonical_line

LARGEST_ENTRY = 512 * 1024 * 1024
"""Bytes of one entry, unpacked: as much as Reader takes of any file."""

_PACKED, _FREE = 100, 2**30
_CHUNK = 2**20
_NOTES = "notes.json"
_ORIGINALS, _TEMPLATES = "originals/", "templates/"
_BROKEN = (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error)


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of Reader's, whole or not."""
    try:
        with ZipFile(path) as file:
            return _manifest(file).get("format") == FORMAT
    except (*_BROKEN, KeyError, RecursionError):
        return False


class ArchivedLibrary:
    """A library in an archive. Raises SourceError, which names the archive, for any fault in it.

    Nothing of it is given before every entry was unpacked once and its sum found right.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = canonical_line(str(path))

    def verify(self) -> None:
        """Read everything in it, keeping nothing. Raises SourceError."""
        with self._reading() as file:
            sums = self._sums(file)
            entries = {one.filename: one for one in file.infolist() if one.filename != MANIFEST}
            if missing := sums.keys() ^ entries.keys():
                raise self._wrong(f"{min(missing)} is missing or not of it")
            self._check_sizes(entries.values())
            if not {one.compress_type for one in entries.values()} <= {ZIP_DEFLATED, ZIP_STORED}:
                raise self._wrong("it is packed in a way that Reader's are not")
            for name, entry in entries.items():
                if _sum(file, entry) != sums[name]:
                    raise self._wrong(f"{name} is damaged")

    def notes(self) -> bytes | None:
        """What the reader said, as a `notes.json`."""
        with self._reading() as file:
            return file.read(_NOTES) if _NOTES in file.namelist() else None

    def originals(self) -> Iterator[tuple[Source, bytes]]:
        """Each source with its bytes, one at a time."""
        with self._reading() as file:
            for name in file.namelist():
                if name.startswith(_ORIGINALS) and name.endswith(".original"):
                    yield self._original(file, name)

    def templates(self) -> Iterator[tuple[str, bytes]]:
        """The names and contents of the reader's own templates."""
        with self._reading() as file:
            for name in file.namelist():
                if name.startswith(_TEMPLATES):
                    yield name.removeprefix(_TEMPLATES), file.read(name)

    def _original(self, file: ZipFile, name: str) -> tuple[Source, bytes]:
        sha256 = name.removeprefix(_ORIGINALS).removesuffix(".original")
        try:
            found = described(sha256, file.read(f"{_ORIGINALS}{sha256}.json"))
        except (TypeError, KeyError, RecursionError, ValueError) as error:
            raise self._wrong(f"what {name} is cannot be read") from error
        if found.imported.tzinfo is None:
            raise self._wrong(f"{name} has no time zone")
        return _gated(found), file.read(name)

    def _sums(self, file: ZipFile) -> dict[str, str]:
        try:
            manifest = _manifest(file)
        except (KeyError, ValueError, RecursionError) as error:
            raise self._wrong("it has no list of what is in it") from error
        if manifest.get("format") != FORMAT:
            raise self._wrong("it is none of Reader's")
        if manifest.get("version") != VERSION:
            raise self._wrong("another version of Reader wrote it; use that one, or a newer")
        sums = manifest.get("files")
        if not isinstance(sums, dict) or not all(map(is_safe_name, sums)):
            raise self._wrong("its list of what is in it cannot be read")
        return sums

    def _check_sizes(self, entries: Any) -> None:
        """Refuse what would fill the disk: pages pack to a fifth, hardly any to a hundredth."""
        sizes = [entry.file_size for entry in entries]
        most = _FREE + _PACKED * self._path.stat().st_size
        if sum(sizes) > most or max(sizes, default=0) > LARGEST_ENTRY:
            raise SourceTooLarge("it would unpack to more than Reader takes", self.name)

    def _reading(self) -> "_Reading":
        return _Reading(self)

    def _wrong(self, why: str) -> SourceError:
        return SourceError(f"this archive cannot be taken in: {why}", self.name)


class _Reading:
    """The zip file while it is open; what goes wrong with it is a SourceError."""

    def __init__(self, archive: ArchivedLibrary) -> None:
        self._archive = archive
        self._file: ZipFile | None = None

    def __enter__(self) -> ZipFile:
        try:
            self._file = ZipFile(self._archive._path)
        except _BROKEN as error:
            raise self._archive._wrong(str(error)) from error
        return self._file

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        assert self._file is not None
        self._file.close()
        if isinstance(error, _BROKEN):
            raise self._archive._wrong(str(error)) from error


def _manifest(file: ZipFile) -> dict[str, Any]:
    if file.getinfo(MANIFEST).file_size > LARGEST_ENTRY:
        raise ValueError("too large")
    found = json.loads(file.read(MANIFEST))
    if not isinstance(found, dict):
        raise ValueError("no manifest")
    return found


def _sum(file: ZipFile, entry: ZipInfo) -> str:
    """The SHA-256 of what an entry unpacks to, which zipfile stops at the size it says."""
    found = sha256()
    with file.open(entry) as content:
        while chunk := content.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _gated(source: Source) -> Source:
    """A source whose words came from elsewhere, made harmless."""
    return Source(
        source.sha256,
        canonical_line(source.media_type),
        source.imported,
        source.path and canonical_line(source.path),
        source.url and canonical_line(source.url),
        canonical_line(source.charset),
    )
