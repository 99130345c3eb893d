"""Pages by address, from a server on this machine: limits of size, time and place hold."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.model import SourceError, SourceTooLarge
from reader.sources import web
from reader.sources.web import fetch, is_local

PAGE = "<html><title>Tëst</title><p>Words</p></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        handler = getattr(self, f"page_{self.path.strip('/').partition('?')[0]}", self.page_missing)
        handler()

    def answer(
        self, data: bytes, kind: str = "text/html", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def page_plain(self) -> None:
        self.answer(PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1")

    def page_gzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b" " * 4_000_000), Content_Encoding="gzip")

    def page_moved(self) -> None:
        self.answer(b"", status=302, Location="/plain")

    def page_loop(self) -> None:
        self.answer(b"", status=302, Location="/loop?\x1b]0;x\x07")

    def page_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def page_pdf(self) -> None:
        self.answer(b"%PDF-1.4", "application/pdf")

    def page_missing(self) -> None:
        self.answer(b"gone", status=404)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("page", ["plain", "gzip", "moved"])
def test_a_page_is_fetched(site: str, page: str) -> None:
    original = fetch(f"{site}/{page}")
    assert original.text == PAGE
    assert original.source.media_type == "text/html"
    assert original.source.url == f"{site}/{'plain' if page == 'moved' else page}"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("missing", "404"),
        ("pdf", "application/pdf"),
        ("loop", "without end"),
        ("file", "http and https addresses only"),
    ],
)
def test_what_cannot_be_read_says_why(site: str, page: str, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        fetch(f"{site}/{page}")
    assert caught.value.subject == f"{site}/{page}"
    assert "\x1b" not in str(caught.value)


def test_a_page_that_unpacks_without_end_is_cut_off(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LARGEST", 1_000_000)
    with pytest.raises(SourceTooLarge):
        fetch(f"{site}/bomb")


def test_the_open_web_may_not_lead_into_the_local_network(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "is_local", lambda url: not url.endswith("/moved"))
    with pytest.raises(SourceError, match="local network"):
        fetch(f"{site}/moved")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/x", "http://10.0.0.1", "http://localhost:1"]
)
def test_local_addresses_are_known(url: str) -> None:
    assert is_local(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "ftp://127.0.0.1/", "http://[bad", "http://"]
)
def test_no_answer_is_a_source_error(url: str) -> None:
    with pytest.raises(SourceError):
        fetch(url, seconds=3)
