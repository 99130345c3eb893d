"""A library brought along: the exports of other applications, kept with what was said in them."""

from reader.library.bringing.files import LARGEST_EXPORT, Export, exports_among
from reader.library.bringing.report import BringReport, BroughtRow
from reader.library.bringing.run import Bring
from reader.library.bringing.words import in_words

__all__ = [
    "LARGEST_EXPORT",
    "Bring",
    "BringReport",
    "BroughtRow",
    "Export",
    "exports_among",
    "in_words",
]
