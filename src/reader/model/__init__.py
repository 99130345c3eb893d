"""What Reader talks about, as frozen values. Standard library only: the ground floor."""

from typing import TYPE_CHECKING

from reader.lazily import names_of
from reader.model.annotation import (
    Annotation,
    Colour,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.model.article import UNSEEN, Article, Block, Kind, Role, Source, masked
from reader.model.errors import (
    AmbiguousReference,
    ConversionError,
    DamagedNotes,
    DiskFull,
    InvalidQuery,
    LibraryBusy,
    LibraryError,
    NothingFound,
    NotSaved,
    ReaderError,
    SourceError,
    SourceTooLarge,
    UnknownArticle,
    UsageError,
)
from reader.model.recognised import (
    Entity,
    EntityType,
    Figure,
    FigureKind,
    Mention,
    Precision,
    Quotation,
    Recognised,
)
from reader.model.rules import EntityCorrection, Rule, SavedSearch, SiteRule
from reader.model.state import (
    NO_STATE,
    BlockCorrection,
    FollowUp,
    ReaderState,
    Status,
)
from reader.model.views import ArticleRow, Counts, EntityRow, FigureRow, NameRow

# What other applications' exports bring is only wanted when one comes.
if TYPE_CHECKING:
    from reader.model.brought import Brought, BroughtArticle, BroughtHighlight
else:
    __getattr__ = names_of(__name__, {"brought": ("Brought", "BroughtArticle", "BroughtHighlight")})

__all__ = [
    "NO_STATE",
    "UNSEEN",
    "AmbiguousReference",
    "Annotation",
    "Article",
    "ArticleRow",
    "Block",
    "BlockCorrection",
    "Brought",
    "BroughtArticle",
    "BroughtHighlight",
    "Colour",
    "ConversionError",
    "Counts",
    "DamagedNotes",
    "DiskFull",
    "Entity",
    "EntityCorrection",
    "EntityRow",
    "EntityType",
    "Figure",
    "FigureKind",
    "FigureRow",
    "FollowUp",
    "InvalidQuery",
    "Kind",
    "LibraryBusy",
    "LibraryError",
    "Mention",
    "NameRow",
    "NotSaved",
    "NothingFound",
    "Precision",
    "Quotation",
    "ReaderError",
    "ReaderState",
    "Recognised",
    "Role",
    "Rule",
    "SavedSearch",
    "SiteRule",
    "Source",
    "SourceError",
    "SourceTooLarge",
    "Status",
    "TextPositionSelector",
    "TextQuoteSelector",
    "UnknownArticle",
    "UsageError",
    "masked",
]
