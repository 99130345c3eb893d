"""Every source, byte for byte, named by its SHA-256 and never rewritten."""

import json
import re
from collections.abc import Container, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.model import LibraryError, Source
from reader.store.durable import not_saved, sync_folder, write_durably

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(rf"{_SHA256.pattern}\.original")


class Originals:
    """The folder of originals: `ab/abcd….original` and, beside each, `.json` saying what it is.

    Safe to use from any thread and many processes: a file, once there, is never written again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, source: Source, data: bytes) -> bool:
        """Keep a source for ever; on disk when this returns. False when it was there already.

        Raises ValueError when `source.sha256` is not that of `data`, DiskFull or NotSaved when
        the disk says no.
        """
        if digest(data) != source.sha256:
            raise ValueError(f"not the SHA-256 of these bytes: {source.sha256}")
        path = self._path(source.sha256)
        if path.exists():
            return False
        with not_saved(path):
            self._make_folder(path.parent)
        # What it is first, then the bytes: where the bytes are, both are.
        write_durably(path.with_suffix(".json"), description_of(source))
        write_durably(path, data)
        return True

    def read(self, sha256: str) -> bytes:
        """The bytes as they came. Raises LibraryError when they are missing or damaged."""
        path = self._path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        if digest(data) != sha256:
            raise LibraryError(
                "this original is damaged: its bytes are not those imported. Restore the file "
                "from a copy of the library folder, or import its source again elsewhere",
                str(path),
            )
        return data

    def source(self, sha256: str) -> Source:
        """Where it came from. Raises LibraryError when that is missing or damaged."""
        path = self._path(sha256).with_suffix(".json")
        try:
            return described(sha256, path.read_bytes())
        except OSError as error:
            raise _unreadable(path, error) from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise LibraryError("what this original is cannot be read", str(path)) from error

    def __contains__(self, sha256: str) -> bool:
        return self._path(sha256).exists()

    def __iter__(self) -> Iterator[Source]:
        """Every source, in order of SHA-256, one at a time."""
        return self.others(())

    def others(self, known: Container[str]) -> Iterator[Source]:
        """Those that are not `known`, in order of SHA-256, one at a time.

        One whose description is damaged is given as a file of unknown type, imported when its
        bytes were written, so that it is reported and not passed over.
        """
        for folder in self._folders():
            for path in sorted(folder.iterdir()):
                if _NAME.fullmatch(path.name) and path.stem not in known:
                    yield self._source_or_guess(path)

    def names(self) -> Iterator[str]:
        """The SHA-256 of every source, in order."""
        for folder in self._folders():
            yield from sorted(path.stem for path in folder.iterdir() if _NAME.fullmatch(path.name))

    def stamps(self) -> dict[str, str]:
        """Of each two letters that names begin with, what changes when such an original comes in.

        Whoever put it there.
        """
        return {path.name: f"{path.stat().st_mtime_ns:x}" for path in self._folders()}

    def unknown(self, letters: str, known: Container[str]) -> Iterator[Source]:
        """Those with two letters that are not `known`; what is not described yet is left out.

        Another device may be about to bring the description.
        """
        for path in sorted((self._folder / letters).iterdir()):
            if _NAME.fullmatch(path.name) and path.stem not in known:
                with suppress(LibraryError):
                    yield self.source(path.stem)

    def _folders(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9a-f][0-9a-f]"))

    def _source_or_guess(self, path: Path) -> Source:
        try:
            return self.source(path.stem)
        except LibraryError:
            written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            return Source(path.stem, "application/octet-stream", written)

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise LibraryError("this is not a SHA-256", sha256)
        return self._folder / sha256[:2] / f"{sha256}.original"

    def _make_folder(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(self._folder)


def description_of(source: Source) -> bytes:
    """What the file beside an original says of it."""
    fields = {
        "sha256": source.sha256,
        "media_type": source.media_type,
        "imported": source.imported.isoformat(),
        "path": source.path,
        "url": source.url,
        "charset": source.charset,
    }
    return json.dumps(fields, indent=1).encode() + b"\n"


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    from hashlib import sha256  # only paid for when used

    return sha256(data).hexdigest()


def described(sha256: str, description: bytes) -> Source:
    """The source that a file beside an original describes.

    Raises ValueError, TypeError, KeyError or RecursionError where it is none.
    """
    fields: dict[str, Any] = json.loads(description)
    return Source(
        sha256,
        str(fields["media_type"]),
        datetime.fromisoformat(fields["imported"]),
        _text_or_none(fields.get("path")),
        _text_or_none(fields.get("url")),
        str(fields.get("charset") or "utf-8"),
    )


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _unreadable(path: Path, error: OSError) -> LibraryError:
    if isinstance(error, FileNotFoundError):
        return LibraryError("there is no such original", str(path))
    return LibraryError(f"this original cannot be read ({error.strerror or error})", str(path))
