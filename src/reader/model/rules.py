"""What the reader says of a whole site or of names everywhere, and asks again and again.

Lives in the notes file.
"""

from dataclasses import dataclass
from datetime import datetime

from reader.model.recognised import EntityType


@dataclass(frozen=True, slots=True)
class SiteRule:
    """Set aside whatever reads like `words` in every article of `site`.

    `site` is a host without `www.` or, for articles without an address, the name a site goes by.
    `words` are kept as they stood; how they are compared is the library's business. `created`
    carries a time zone.
    """

    id: str
    site: str
    words: str
    created: datetime


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """The reader's word on a name, in every article of the library.

    It is about the entity called `text` of the type `was` (None: of any), case and white space
    apart. That one is of `type` and called `name` instead, where these are not None; with `ignored`
    it is no entity at all. With `marked` it is about the words `text` wherever they stand: they
    name something of `type`, whatever recognition says. `created` carries a time zone.
    """

    id: str
    text: str
    created: datetime
    was: EntityType | None = None
    type: EntityType | None = None
    name: str | None = None
    ignored: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name. `created` carries a time zone."""

    id: str
    name: str
    query: str
    created: datetime


Rule = SiteRule | EntityCorrection | SavedSearch
"""What is said once and counts for many articles."""
