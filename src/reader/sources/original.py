"""The bytes of a source together with what is known of them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from reader.model import Source, SourceError, SourceTooLarge
from reader.sources.decoding import decode
from reader.sources.media import media_type_of
from reader.text.canonical import canonical_line

LARGEST = 50 * 1024 * 1024
"""Bytes of a source that Reader takes at the most: fifty times the largest pages of the press."""


@dataclass(frozen=True, slots=True)
class Original:
    """A source, its bytes, and the text they decode to (not yet canonical)."""

    source: Source
    data: bytes = field(repr=False)
    text: str = field(repr=False)


def make_original(
    data: bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
) -> Original:
    """Name bytes by their hash, tell their media type, decode them.

    Raises SourceError when there is nothing in them or they are not text.
    """
    subject = canonical_line(url or path or "pasted text")
    if not data.strip():
        raise SourceError("there is nothing in it", subject)
    if len(data) > LARGEST:
        raise SourceTooLarge(f"it is larger than {LARGEST // 2**20} MB", subject)
    media_type = media_type_of(data, name=path or "", declared=media_type, subject=subject)
    text, charset = decode(data, media_type, charset)
    source = Source(
        sha256=sha256(data).hexdigest(),
        media_type=media_type,
        imported=datetime.now(UTC).replace(microsecond=0),
        path=canonical_line(path) if path else None,
        url=canonical_line(url) if url else None,
        charset=charset,
    )
    return Original(source, data, text)


def from_text(text: str | bytes) -> Original:
    """A paste, or the bytes of standard input, as a source without a path."""
    if isinstance(text, bytes):
        return make_original(text)
    return make_original(text.encode("utf-8", "replace"), charset="utf-8")
