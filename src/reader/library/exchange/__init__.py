"""Whole libraries in and out: archives, other libraries' folders, copies of the notes."""

from reader.library.exchange.archives import is_archive
from reader.library.exchange.report import MergeReport
from reader.library.exchange.taking import Take

__all__ = ["MergeReport", "Take", "is_archive"]
