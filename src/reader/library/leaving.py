"""Articles with the reader's words on them, out of the library."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export.exported import Exported
from reader.library.reports import ExportReport, Format

if TYPE_CHECKING:
    from reader.library.facade import Library
    from reader.store import Store


def exported_from(library: "Library", id: str) -> Exported:
    """One article with everything found in it and said of it. Raises UnknownArticle."""
    return Exported(
        library.article(id),
        library.state(id),
        library.note(id),
        tuple((one.annotation, one.span) for one in library.annotations(id)),
        library.recognised(id),
    )


def export(
    library: "Library", store: "Store", ids: Sequence[str], to: Path | None, format: Format
) -> ExportReport:
    raise NotImplementedError
