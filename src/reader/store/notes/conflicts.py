"""Copies of the notes that syncing left beside them, and what git left within: merged, put by.

A copy is known by its name, and is one only if it can be read as notes.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.store.durable import write_durably
from reader.store.location import Location
from reader.store.notes.layout import Tables
from reader.store.notes.mending import legible
from reader.store.notes.migrations import migrated
from reader.store.notes.reconciling import reconciled

_COPY = re.compile(
    r"""notes (?:
        \.sync-conflict-\d{8}-\d{6} (?:-\w+)?   # Syncthing
      | [ _]? [(\[] [^)\]/]* [)\]]              # Dropbox, Nextcloud, Google Drive, pCloud: (…), […]
      | _conflict-[\w-]+                        # ownCloud
      | -[\w.-]+                                # OneDrive: the name of the computer
      | [ ]\d+ | [ ]copy (?:[ ]\d+)?            # iCloud Drive, Finder
    ) \.json""",
    re.VERBOSE | re.IGNORECASE,
)
_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"


@dataclass(frozen=True, slots=True)
class Settled:
    """The names of copies that were merged, and of those that are left as they cannot be read."""

    merged: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


def copies(home: Path) -> list[Path]:
    """The copies of `notes.json` beside it, in order of name."""
    return sorted(path for path in home.glob("notes*.json") if _COPY.fullmatch(path.name))


def put_by(location: Location, path: Path) -> None:
    """Move a copy to the backups, where it stays for good: nothing is deleted."""
    path.rename(_free(location.backups / f"merged-{path.name}"))


def both_sides(location: Location, data: bytes) -> Tables | None:
    """The tables of notes that git could not merge; None where git left no marks in them.

    The file is copied to the backups first. Every document of either side that is whole counts.
    """
    sides = _sides(data)
    if sides is None:
        return None
    write_durably(_free(location.backups / "merged-notes.git-conflict.json"), data)
    ours, theirs = (migrated(legible(side)) for side in sides)
    return reconciled(ours, theirs)


def _sides(data: bytes) -> tuple[bytes, bytes] | None:
    """What each side had. A line of notes begins with a quote or a brace, never with a marker."""
    sides: tuple[list[bytes], list[bytes]] = ([], [])
    taking = {_OURS: (0,), _BASE: (), _THEIRS: (1,), _END: (0, 1)}
    where: tuple[int, ...] = (0, 1)
    seen = False
    for line in data.splitlines(keepends=True):
        mark = line[:7]
        if mark in taking and line[7:8] in {b" ", b"\n", b"\r", b""}:
            where, seen = taking[mark], True
            continue
        for side in where:
            sides[side].append(line)
    return (b"".join(sides[0]), b"".join(sides[1])) if seen else None


def _free(path: Path) -> Path:
    """The path, or the first like it that is not taken."""
    names = (path.with_stem(f"{path.stem}{f'-{n}' if n else ''}") for n in range(10_000))
    return next(one for one in names if not one.exists())
