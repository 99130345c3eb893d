"""A zip read in memory and within bounds: nothing is written, no declared size is trusted."""

import io
import lzma
import struct
import zipfile
import zlib

from reader.model import SourceError
from reader.sources.original import LARGEST
from reader.text.canonical import canonical_line

TOTAL = 1024**3
"""Bytes that all entries of a zip may unpack to."""
ENTRIES = 100_000
"""Entries a zip may have."""
_CHUNK = 64 * 1024
_IN_DIRECTORY = b"PK\x01\x02"
_PLAIN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1

# What zipfile raises for bytes that only look like a zip.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    IndexError,
)


class Archive:
    """The entries of a zip by name; reading counts against one limit for the whole of it."""

    def __init__(self, data: bytes, subject: str) -> None:
        self.subject = subject
        self._left = TOTAL
        if data.count(_IN_DIRECTORY) > ENTRIES:
            raise SourceError(f"it has more than {ENTRIES:,} entries", subject)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise SourceError("the zip is broken", subject) from error
        files = (one for one in self._zip.infolist() if not one.filename.endswith("/"))
        self._entries = {one.filename: one for one in files}
        if sum(one.file_size for one in self._entries.values()) > TOTAL:
            raise self._too_large()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in order."""
        return tuple(sorted(self._entries))

    def read(self, name: str) -> bytes | None:
        """What is in one entry, None where there is no such entry."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.compress_type not in _PLAIN or entry.flag_bits & _ENCRYPTED:
            raise self._refuse(entry, "is encrypted or packed in an unknown way")
        try:
            return self._unpacked(entry)
        except _BROKEN as error:
            raise self._refuse(entry, "is broken") from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        found = bytearray()
        with self._zip.open(entry) as file:
            while chunk := file.read(_CHUNK):
                found += chunk
                self._left -= len(chunk)
                if self._left < 0:
                    raise self._too_large()
                if len(found) > LARGEST:
                    raise self._refuse(entry, f"is larger than {LARGEST // 2**20} MB")
        return bytes(found)

    def _refuse(self, entry: zipfile.ZipInfo, what: str) -> SourceError:
        return SourceError(f"“{canonical_line(entry.filename)}” in it {what}", self.subject)

    def _too_large(self) -> SourceError:
        return SourceError(f"it unpacks to more than {TOTAL // 2**30} GB", self.subject)
