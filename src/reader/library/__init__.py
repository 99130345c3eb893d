"""Everything a reader can do, without a screen. The commands and the app use this and no more."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "doctoring": ("doctor",),
    "extracting": ("Extraction", "extract"),
    "facade": ("Library",),
    "reports": (
        "Anchored",
        "Due",
        "ExportReport",
        "Finding",
        "Format",
        "ImportReport",
        "Offered",
        "Progress",
        "Repeat",
    ),
    "rules": ("site_of",),
    "reader.export": ("Flavour",),
    "reader.store": (
        "FigureList",
        "FigureSort",
        "Listing",
        "MentionList",
        "NameList",
        "NameSort",
        "Sort",
        "correction_fields",
        "parse_correction",
    ),
}

if TYPE_CHECKING:
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
else:
    __getattr__ = names_of(__name__, _WHERE)

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
