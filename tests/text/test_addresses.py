"""Addresses that lead to one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.addresses import address_key

PAGE = "https://news.example.com/2025/11/crypto?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example.com/2025/11/crypto?id=7",
        "https://www.news.example.com/2025/11/crypto?id=7",
        "HTTPS://News.Example.com:443/2025/11/crypto?id=7",
        "https://news.example.com/2025/11/crypto/?id=7",
        "https://news.example.com/2025/11/crypto?id=7#comments",
        "https://news.example.com/2025/11/crypto?utm_source=rss&id=7&fbclid=x&gclid=y",
    ],
)
def test_these_lead_to_one_page(url: str) -> None:
    assert address_key(url) == address_key(PAGE)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example.com/2025/11/crypto?id=8",
        "https://news.example.com/2025/11/Crypto?id=7",
        "https://news.example.com:8443/2025/11/crypto?id=7",
        "https://example.com/2025/11/crypto?id=7",
        "https://news.example.com/2025/11/crypto",
    ],
)
def test_these_lead_elsewhere(url: str) -> None:
    assert address_key(url) not in (None, address_key(PAGE))


@pytest.mark.parametrize(
    "url",
    [None, "", "news", "/tmp/a.html", "mailto:a@example.com", "https://example.com/", "http://[x"],
)
def test_these_lead_to_no_article(url: str | None) -> None:
    assert address_key(url) is None


def test_the_order_of_parameters_says_nothing() -> None:
    assert address_key("https://e.com/?a=1&b=2") == address_key("https://e.com/?b=2&a=1")


@given(st.text(max_size=40))
def test_no_address_stops_reader(url: str) -> None:
    key = address_key(f"https://{url}")
    assert key is None or address_key(f"http://{key}") is not None
