"""Files and folders as sources."""

import os
from collections.abc import Iterator
from pathlib import Path

from reader.model import SourceError, SourceTooLarge
from reader.sources.media import SUFFIXES
from reader.sources.original import LARGEST, Original, make_original
from reader.text.canonical import canonical_line


def read_path(path: Path) -> Original:
    """Read one file.

    Raises SourceError (and SourceTooLarge) with the file's name when it cannot be read.
    """
    subject = canonical_line(str(path))
    try:
        if not path.is_file():
            what = "there is no such file" if not path.exists() else "it is not a file"
            raise SourceError(what, subject)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_reason(error), subject) from error
    if len(data) > LARGEST:
        raise SourceTooLarge(f"it is larger than {LARGEST // 2**20} MB", subject)
    return make_original(data, path=str(path))


def walk(folder: Path) -> Iterator[Path]:
    """The articles in a folder and the folders below it, by name; hidden ones left out.

    Links to folders are not followed, so that no folder is walked twice or for ever.
    """
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent, name)


def _reason(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it cannot be read ({canonical_line(reason).lower()})"
