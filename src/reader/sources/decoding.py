"""Bytes → text, the same way every time: the charset found is kept with the source."""

import codecs
import re

# What pages declare and what they mean by it (WHATWG Encoding Standard, section 4.2).
_MEANS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "euc_kr": "cp949",
}
_ESCAPING = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,30})", re.IGNORECASE)


def decode(data: bytes, media_type: str, charset: str | None = None) -> tuple[str, str]:
    """Decode bytes; answers the text and the charset used, which decodes them again alike.

    Tried in order: byte order mark, UTF-8 where letters beyond ASCII are valid in it (which text in
    another charset hardly ever is, while declarations are often wrong), `charset` (declared by a
    server), what the page itself declares, detection. What fits nowhere gets replacement signs.
    """
    for candidate in _candidates(data, media_type, charset):
        try:
            return data.decode(candidate), candidate
        except UnicodeError:
            continue
    best = known(charset) or "utf-8"
    return data.decode(best, "replace"), best


def decode_again(data: bytes, charset: str) -> str:
    """Decode bytes as they were decoded before, whatever detection would say today."""
    return data.decode(charset, "replace")


def known(charset: str | None) -> str | None:
    """The name of the codec meant by a declared charset, None for one nobody knows."""
    try:
        name = codecs.lookup((charset or "").strip()).name
        b"a".decode(name, "replace")  # refuses codecs that are not charsets, such as zip
    except (LookupError, ValueError):
        return None
    return None if name in _ESCAPING else _MEANS.get(name, name)


def _candidates(data: bytes, media_type: str, charset: str | None) -> list[str]:
    found = [name for mark, name in _MARKS if data.startswith(mark)]
    declared = [charset]
    if media_type == "text/html":
        head = data[:4096]
        declared += [m[1].decode("ascii") for m in (_XML.search(head), _META.search(head)) if m]
    is_utf8 = _is_utf8(data)
    if is_utf8 and not data.isascii():  # ISO 2022 is all ASCII, and is declared
        found.append("utf-8")
    found += [name for name in map(known, declared) if name]
    found.append("utf-8")
    if not is_utf8:
        found += filter(None, [_detected(data)])
    return found


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 256 * 1024]).best()
    return known(best.encoding) if best else None
