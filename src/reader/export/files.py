"""Putting exports where they belong, whole or not at all, and never over what is not Reader's."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reader.export.exported import Exported
from reader.export.filenames import name_key, safe_name
from reader.export.flavours import Flavour
from reader.export.forms import form_of
from reader.export.markers import safe_id
from reader.export.templating import Templates
from reader.export.vaults import notes_in
from reader.model import DiskFull, NotSaved

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` in one step when all went well.

    Raises DiskFull or NotSaved; what was there before is then still there.
    """
    new = path.with_name(f".{uuid4().hex}.reader")
    try:
        with new.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, new)
        new.replace(path)
    except OSError as error:
        kind = DiskFull if error.errno in _FULL else NotSaved
        raise kind(f"could not be written: {error.strerror or error}", str(path)) from error
    finally:
        with suppress(OSError):
            new.unlink()


def write_text(path: Path, text: str) -> None:
    """Write a text to a file the reader named, line ends as they are. Raises NotSaved."""
    with replacing(path) as file:
        file.write(text.encode("utf-8", "replace"))


class NotesFolder:
    """A folder of notes, one file an article, found again by the id in their head.

    `suffix` is the format: `.md`, `.org` or `.html`; `flavour` is for `.md`. Reads the beginning of
    each note once, when it is opened, those in folders within it too, and makes the folder if there
    is none. Raises NotSaved, and UsageError for a folder that holds too many files.
    """

    def __init__(
        self,
        folder: Path,
        templates: Templates | None = None,
        flavour: Flavour = Flavour.OBSIDIAN,
        suffix: str = ".md",
    ) -> None:
        self._folder, self._suffix = folder, suffix
        self._form = form_of(suffix, templates, flavour)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._taken = {name_key(path.name) for path in folder.iterdir()}
            self._notes = notes_in(folder, suffix, self._form.id_of)
        except OSError as error:
            raise NotSaved(f"could not be read: {error.strerror or error}", str(folder)) from error

    def write(self, exported: Exported) -> Path:
        """Write an article's note, or bring the one that is there up to date; where it is.

        A note that cannot be brought up to date (a page that was changed, a file that is not text
        any more) stays, and the new one stands next to it. Raises NotSaved, for a note that may
        only be read too, and UsageError for a template of the reader's that cannot be used.
        """
        new = self._form.note(exported)
        known = self._notes.setdefault(safe_id(exported.article.id), [])
        for path in known:
            old = _read(path)
            text = None if old is None else self._form.update(old, new)
            if text is not None:
                if text != old:
                    _require_writable(path)
                    write_text(path, text)
                return path
        known.append(self._free(exported.article.title))
        write_text(known[-1], new)
        return known[-1]

    def _free(self, title: str) -> Path:
        """A place for a new note, in the folder itself."""
        while True:
            name = safe_name(title, self._suffix, self._taken)
            self._taken.add(name_key(name))
            if not os.path.lexists(self._folder / name):  # it may have come since
                return self._folder / name


def _read(path: Path) -> str | None:
    """The note that is there; None if it is none, or not text any more."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _require_writable(path: Path) -> None:
    """A file can be replaced whatever its mode says, but the mode is the reader's word on it."""
    with suppress(FileNotFoundError):  # then there is nothing to protect
        if not path.stat().st_mode & stat.S_IWUSR:
            raise NotSaved("may only be read; allow writing to it, or move it away", str(path))
