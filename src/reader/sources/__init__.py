"""Where articles come from: files, folders, the web, standard input."""

from reader.sources.decoding import decode, decode_again
from reader.sources.files import read_path, walk
from reader.sources.original import LARGEST, Original, from_text

__all__ = [
    "LARGEST",
    "Original",
    "decode",
    "decode_again",
    "from_text",
    "read_path",
    "read_url",
    "walk",
]


def read_url(url: str) -> Original:
    """Fetch one page; see `reader.sources.web`, whose imports are only paid for when used."""
    from reader.sources.web import fetch

    return fetch(url)
