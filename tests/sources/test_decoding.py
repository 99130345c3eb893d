"""Bytes become the text their author wrote, and again the same text later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import decode, decode_again

GERMAN = "Größere Städte prüfen Maßnahmen für öffentliche Plätze und Bäder. " * 8
RUSSIAN = "Министерство финансов сообщило о росте доходов бюджета в третьем квартале. " * 8


@pytest.mark.parametrize(
    ("data", "media_type", "charset", "text"),
    [
        ("Zürich".encode(), "text/plain", None, "Zürich"),
        ("Zürich".encode(), "text/plain", "iso-8859-1", "Zürich"),
        ("<meta charset=latin1>Zürich".encode(), "text/html", None, "<meta charset=latin1>Zürich"),
        (b"\xef\xbb\xbfZ\xc3\xbcrich", "text/plain", None, "Zürich"),
        ("Zürich".encode("utf-16"), "text/plain", None, "Zürich"),
        (b"it\x92s", "text/plain", "iso-8859-1", "it’s"),
        (b"<meta charset='cp1251'>\xcc\xe8\xf0", "text/html", None, "<meta charset='cp1251'>Мир"),
        (b"<meta charset='zip'>\xc3\xa9", "text/html", None, "<meta charset='zip'>é"),
        (b'<meta charset="nonsense">\xc3\xa9', "text/html", None, '<meta charset="nonsense">é'),
        ("Zürich".encode(), "text/html", "utf-16-nonsense", "Zürich"),
        (GERMAN.encode("cp1252"), "text/plain", None, GERMAN),
        (RUSSIAN.encode("cp1251"), "text/plain", None, RUSSIAN),
    ],
)  # fmt: skip
def test_examples(data: bytes, media_type: str, charset: str | None, text: str) -> None:
    assert decode(data, media_type, charset)[0] == text


@given(st.binary(max_size=200), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_decode_and_decode_again_alike(data: bytes, media_type: str) -> None:
    text, charset = decode(data, media_type)
    assert decode_again(data, charset) == text
