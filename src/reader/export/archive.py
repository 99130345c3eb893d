"""The whole library as one zip file: `notes.json`, the originals by hash, and a manifest.

Written entry by entry, so that no more than one is in memory, and from the same entries always the
same bytes: no clock, no system, no user names are in it.
"""

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FORMAT = "reader-archive"
VERSION = 1
MANIFEST = "manifest.json"

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_PART = re.compile(r"(?!\.\.?\Z)[\w.-]+", re.ASCII)


def write_archive(file: BinaryIO, entries: Iterable[tuple[str, bytes]]) -> int:
    """Write entries (name, content) and the manifest behind them; how many there were.

    The manifest holds `format`, `version` and the SHA-256 of each entry by name. Raises
    `ValueError` for a name that is not a plain relative path or that was there before.
    """
    sums: dict[str, str] = {}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            if not is_safe_name(name) or name in sums or name == MANIFEST:
                raise ValueError(f"not a name for an archive: {name!r}")
            sums[name] = sha256(content).hexdigest()
            archive.writestr(_entry(name), content)
        manifest = {"format": FORMAT, "version": VERSION, "files": sums}
        archive.writestr(_entry(MANIFEST), json.dumps(manifest, indent=1) + "\n")
    return len(sums)


def is_safe_name(name: str) -> bool:
    """Whether a name stays inside the folder it is unpacked to, on any system."""
    return all(_PART.fullmatch(part) for part in name.split("/"))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_MOMENT)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _UNIX
    return entry
