"""The notes in a folder and the folders in it, wherever the reader has moved them."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.model import UsageError

MOST_FILES = 100_000
_HEAD_BYTES = 8192


def notes_in(
    folder: Path, suffix: str, id_of: Callable[[str], str | None]
) -> dict[str, list[Path]]:
    """The notes with an id, by it. Of several with one id, those nearest and shortest come first.

    Links are not followed, folders that begin with a dot (settings, the bin of an app) not looked
    into. Raises OSError for the folder itself, UsageError when there are more than MOST_FILES.
    """
    paths = [Path(entry) for entry in _files(folder) if entry.name.lower().endswith(suffix)]
    notes: dict[str, list[Path]] = {}
    for path in sorted(paths, key=_nearness):
        if id := _id(path, id_of):
            notes.setdefault(id, []).append(path)
    return notes


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    folders, seen = deque([folder]), 0
    while folders:
        for entry in _entries(folders.popleft(), folder):
            seen += 1
            if seen > MOST_FILES:
                why = f"holds more than {MOST_FILES:,} files; name a folder in it"
                raise UsageError(why, str(folder))
            if entry.is_dir(follow_symlinks=False):
                folders += [Path(entry)] if _is_readers(Path(entry)) else []
            elif entry.is_file(follow_symlinks=False):
                yield entry


def _entries(inner: Path, folder: Path) -> Iterator[os.DirEntry[str]]:
    """What is in a folder; nothing for one within `folder` that cannot be read."""
    try:
        with os.scandir(inner) as entries:
            yield from entries
    except OSError:
        if inner == folder:
            raise


def _is_readers(folder: Path) -> bool:
    """Whether people keep notes in it: not in `.obsidian`, `.trash` or Logseq's backups."""
    return not folder.name.startswith(".") and folder.parts[-2:] != ("logseq", "bak")


def _nearness(path: Path) -> tuple[int, int, str]:
    """An app that copies a note makes its name longer: “Title 1”, “Title.sync-conflict-…”."""
    return len(path.parts), len(path.name), str(path)


def _id(path: Path, id_of: Callable[[str], str | None]) -> str | None:
    """The id in the head of a file; None too for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return id_of(file.read(_HEAD_BYTES).decode("utf-8", "replace"))
    except OSError:
        return None
