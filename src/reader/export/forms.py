"""The formats that are one file an article: how each is written, known again and updated."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from reader.export.exported import Exported
from reader.export.flavours import Flavour
from reader.export.markdown import markdown_note, markers_of
from reader.export.markers import ORG
from reader.export.merging import merged
from reader.export.notehead import note_id
from reader.export.orgmode import org_note
from reader.export.templating import Templates
from reader.export.webpage import html_note, page_id, replaced


@dataclass(frozen=True, slots=True)
class Form:
    """What NotesFolder must know of a format.

    `update(old, new)` answers None for a file that must stay as it is.
    """

    note: Callable[[Exported], str]
    id_of: Callable[[str], str | None]
    update: Callable[[str, str], str | None]


def form_of(suffix: str, templates: Templates | None, flavour: Flavour) -> Form:
    """The form of the files with a suffix: `.md`, `.org` or `.html`. Raises ValueError."""
    match suffix:
        case ".md":
            note = partial(markdown_note, templates=templates, flavour=flavour)
            return Form(note, note_id, partial(merged, markers=markers_of(flavour)))
        case ".org":
            org = partial(org_note, templates=templates)
            return Form(org, note_id, partial(merged, markers=ORG))
        case ".html":
            return Form(partial(html_note, templates=templates), page_id, replaced)
    raise ValueError(f"not one file an article: {suffix!r}")
