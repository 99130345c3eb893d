"""One page by its address, within limits of time, size and place."""

import ipaddress
import socket
import time
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationParseError,
    MaxRetryError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as TookTooLong
from urllib3.util import make_headers

from reader import __version__
from reader.model import SourceError, SourceTooLarge
from reader.sources.original import LARGEST, Original, make_original
from reader.text.canonical import canonical_line

SECONDS = 60.0
"""How long one page may take, redirects and all; no single wait is longer than a third of it."""
REDIRECTS = 8
_CHUNK = 64 * 1024
_TEXTUAL = ("text/", "application/xhtml+xml", "application/xml")


def fetch(url: str, *, seconds: float = SECONDS) -> Original:
    """Fetch a page over HTTP or HTTPS and keep its bytes as they came, unpacked.

    Redirects are followed, but never from the open web into the local network. Raises SourceError
    in words a reader understands: no such server, a certificate that does not hold, 404, too slow.
    """
    subject = canonical_line(url)
    try:
        with PoolManager(retries=Retry(0), timeout=Timeout(seconds / 3)) as pool:
            return _follow(pool, url, subject, time.monotonic() + seconds)
    except (HTTPError, LocationParseError, UnicodeError, ValueError) as error:
        raise SourceError(_reason(error), subject) from error


def _follow(pool: PoolManager, url: str, subject: str, deadline: float) -> Original:
    asked_for_local = is_local(url)
    for _ in range(REDIRECTS):
        if urlsplit(url).scheme.lower() not in {"http", "https"}:
            raise SourceError("Reader fetches http and https addresses only", subject)
        if is_local(url) and not asked_for_local:
            raise SourceError("it leads into the local network, which was not asked for", subject)
        response = pool.request(
            "GET", url, redirect=False, preload_content=False, headers=_headers()
        )
        with response:
            target = response.get_redirect_location()
            if not target:
                return _receive(response, url, subject, deadline)
        url = urljoin(url, target)
    raise SourceError("it redirects without end", subject)


def _receive(response: BaseHTTPResponse, url: str, subject: str, deadline: float) -> Original:
    if response.status != 200:
        raise SourceError(f"the server answered {response.status} {_phrase(response)}", subject)
    media_type, charset = _content_type(response)
    if media_type and not media_type.startswith(_TEXTUAL):
        raise SourceError(f"it is {canonical_line(media_type)}, not a page of text", subject)
    data = b"".join(_bounded(response, subject, deadline))
    return make_original(data, url=url, media_type=media_type, charset=charset)


def _bounded(response: BaseHTTPResponse, subject: str, deadline: float) -> Iterator[bytes]:
    total = 0
    for chunk in response.stream(_CHUNK, decode_content=True):
        total += len(chunk)
        if total > LARGEST:
            raise SourceTooLarge(f"it is larger than {LARGEST // 2**20} MB", subject)
        if time.monotonic() > deadline:
            raise SourceError("it takes too long", subject)
        yield chunk


def is_local(url: str) -> bool:
    """Whether an address leads to this machine or the network around it (or to none at all)."""
    host = urlsplit(url).hostname or ""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(entry[4][0]).is_global for entry in found)


def _headers() -> dict[str, str]:
    agent = f"Mozilla/5.0 (compatible; Reader/{__version__})"
    return {
        **make_headers(accept_encoding=True, user_agent=agent),
        "accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.1",
    }


def _content_type(response: BaseHTTPResponse) -> tuple[str | None, str | None]:
    kind, _, parameters = response.headers.get("content-type", "").partition(";")
    charset = None
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip(" \"'")
    return kind.strip().lower() or None, charset


def _phrase(response: BaseHTTPResponse) -> str:
    return canonical_line(response.reason or "").strip()


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(cause, SSLError):
        return "the server's certificate does not hold"
    if isinstance(cause, ConnectTimeoutError):
        return "the server cannot be reached (no answer)"
    if isinstance(cause, TookTooLong):
        return "it takes too long"
    return f"it cannot be fetched ({canonical_line(str(cause)).split(': ')[-1][:120]})"
