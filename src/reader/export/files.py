"""Putting exports where they belong, whole or not at all, and never over what is not Reader's."""

import errno
import os
import re
import shutil
import unicodedata
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reader.export.exported import Exported
from reader.export.markdown import markdown_note, safe_id
from reader.export.merging import merged, note_id
from reader.model import DiskFull, NotSaved

LONGEST_TITLE = 100  # characters, as Omnivore cut them
_LONGEST_BYTES = 200  # of the 255 that file systems take, with room for a number and a suffix

# Separators and wildcards of any system, controls, and what Obsidian cannot link to.
_UNWELCOME = re.compile(r'[/\\:*?"<>|#^\[\]\x00-\x1f\x7f\s]+')
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_HEAD_BYTES = 8192


def safe_name(title: str, suffix: str, taken: Container[str] = ()) -> str:
    """A file name for a title that every system takes and that stays in its folder.

    `suffix` begins with a dot. `taken` holds names in use as `name_key` gives them, because most
    systems take “A” and “a” for one; a number makes the name another one.
    """
    stem = _stem(title)
    name, number = stem + suffix, 1
    while name_key(name) in taken:
        number += 1
        name = f"{stem} {number}{suffix}"
    return name


def name_key(name: str) -> str:
    """What two names have in common that are one file on some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _stem(title: str) -> str:
    stem = _UNWELCOME.sub(" ", unicodedata.normalize("NFC", title)).strip(" .-~")
    stem = stem[:LONGEST_TITLE].encode("utf-8", "ignore")[:_LONGEST_BYTES].decode("utf-8", "ignore")
    stem = stem.rstrip(" .\u200d") or "Untitled"
    return f"_{stem}" if _RESERVED.match(stem) else stem


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
    """A folder of Markdown notes, one an article, found again by the id in their front matter.

    Reads the beginning of each note once, when it is opened, and makes the folder if there is none.
    Raises NotSaved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        self._notes: dict[str, str] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for entry in os.scandir(folder):
                self._learn(entry)
        except OSError as error:
            raise NotSaved(f"could not be read: {error.strerror or error}", str(folder)) from error

    def write(self, exported: Exported) -> Path:
        """Write an article's note, or bring the one that is there up to date; where it is."""
        new, id = markdown_note(exported), safe_id(exported.article.id)
        old = self._read(id)
        if old is None:
            self._notes[id] = safe_name(exported.article.title, ".md", self._taken)
            self._taken.add(name_key(self._notes[id]))
        path = self._folder / self._notes[id]
        text = new if old is None else merged(old, new)
        if text != old:
            write_text(path, text)
        return path

    def _learn(self, entry: os.DirEntry[str]) -> None:
        self._taken.add(name_key(entry.name))
        if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False):
            with Path(entry).open("rb") as file:
                id = note_id(file.read(_HEAD_BYTES).decode("utf-8", "replace"))
            if id:
                self._notes.setdefault(id, entry.name)

    def _read(self, id: str) -> str | None:
        """The note that is there for an article; None if it is none, or not text any more."""
        try:
            return (self._folder / self._notes[id]).read_bytes().decode("utf-8")
        except (KeyError, OSError, UnicodeDecodeError):
            return None
