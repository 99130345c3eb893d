"""Everything a reader can do, without a screen. The commands and the app use this and no more."""

from reader.export import Flavour
from reader.library.doctoring import doctor
from reader.library.extracting import Extraction, extract
from reader.library.facade import Library
from reader.library.reports import (
    Anchored,
    Due,
    ExportReport,
    Finding,
    Format,
    ImportReport,
    Offered,
    Progress,
    Repeat,
)
from reader.library.rules import site_of
from reader.store import (
    FigureList,
    FigureSort,
    Listing,
    MentionList,
    NameList,
    NameSort,
    Sort,
    correction_fields,
    parse_correction,
)

__all__ = [
    "Anchored",
    "Due",
    "ExportReport",
    "Extraction",
    "FigureList",
    "FigureSort",
    "Finding",
    "Flavour",
    "Format",
    "ImportReport",
    "Library",
    "Listing",
    "MentionList",
    "NameList",
    "NameSort",
    "Offered",
    "Progress",
    "Repeat",
    "Sort",
    "correction_fields",
    "doctor",
    "extract",
    "parse_correction",
    "site_of",
]
