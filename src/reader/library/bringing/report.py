"""What is answered when a library was brought along, or would be."""

from dataclasses import dataclass
from pathlib import Path

from reader.model import ReaderError


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """One article of an export: the id it has in the library, and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class BringReport:
    """What came of other applications' exports; of a dry run, what would come of them.

    `imported` and `known` are articles, each once. `without_text` counts those of `imported` of
    which the export had no text. Of highlights and notes, `attached` stand in their text,
    `quotes` are kept without a place, `notes` are on whole articles, `known_marks` were there and
    `removed` are those the reader removed here before. `skipped` says what else came otherwise or
    not at all, `passed_over` what in the exports never does. `others` are the targets that are no
    exports: nothing was done with them.
    """

    apps: tuple[str, ...] = ()
    imported: tuple[BroughtRow, ...] = ()
    known: tuple[BroughtRow, ...] = ()
    without_text: int = 0
    attached: int = 0
    quotes: int = 0
    notes: int = 0
    known_marks: int = 0
    removed: int = 0
    skipped: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    failed: tuple[ReaderError, ...] = ()
    others: tuple[str | Path, ...] = ()
    cancelled: bool = False
    dry_run: bool = False
