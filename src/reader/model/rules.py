"""What the reader says of a whole site. Lives in the notes file."""

from dataclasses import dataclass
from datetime import datetime


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
