"""The reader's words: `notes.json`, a TinyDB file that is never half written."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "mending": ("Mended",),
    "notes": ("Notes", "Saved"),
    "said": ("correction_fields", "parse_correction"),
}

if TYPE_CHECKING:
    from reader.store.notes.mending import Mended
    from reader.store.notes.notes import Notes, Saved
    from reader.store.notes.said import correction_fields, parse_correction
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = ["Mended", "Notes", "Saved", "correction_fields", "parse_correction"]
