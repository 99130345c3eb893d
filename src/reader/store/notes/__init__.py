"""The reader's words: `notes.json`, a TinyDB file that is never half written."""

from reader.store.notes.documents import correction_fields, parse_correction
from reader.store.notes.mending import Mended
from reader.store.notes.notes import Notes

__all__ = ["Mended", "Notes", "correction_fields", "parse_correction"]
