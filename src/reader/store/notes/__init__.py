"""The reader's words: `notes.json`, a TinyDB file that is never half written."""

from reader.store.notes.mending import Mended
from reader.store.notes.notes import Notes
from reader.store.notes.said import correction_fields, parse_correction

__all__ = ["Mended", "Notes", "correction_fields", "parse_correction"]
