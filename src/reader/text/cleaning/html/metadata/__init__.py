"""What the page says of its article: title, authors, site, date, language, address."""

from dataclasses import dataclass
from datetime import date

from reader.text.canonical import canonical_line
from reader.text.cleaning.html.dom import Element
from reader.text.cleaning.html.metadata.authors import authors
from reader.text.cleaning.html.metadata.dates import published
from reader.text.cleaning.html.metadata.said import Said
from reader.text.cleaning.html.metadata.site import address, language, site
from reader.text.cleaning.html.metadata.titles import titles

__all__ = ["Metadata", "describe"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What stands in `Cleaned` beside the text; every string canonical, on one line.

    `headline` is what the page shows for the title, as it words it, or "".
    """

    title: str
    headline: str
    authors: tuple[str, ...]
    site: str | None
    published: str | None
    language: str | None
    url: str | None


def describe(
    root: Element, things: list[dict[str, object]], url: str | None, today: date | None
) -> Metadata:
    """The page's metadata: JSON-LD before meta elements before what stands in the page.

    `things` are the objects of its JSON-LD. A date after `today` is not believed.
    """
    said = Said(root, things)
    canonical_url = address(said, url)
    name = site(said, canonical_url or url)
    named, headline = titles(said, name, canonical_url or url)
    return Metadata(
        title=named,
        headline=headline,
        authors=authors(said, name),
        site=name,
        published=published(said, canonical_url or url, today),
        language=language(said),
        url=canonical_line(canonical_url) if canonical_url else None,
    )
