"""Links to a passage of a page on the web: text fragments.

https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end]`. A browser looks
for whole words without regard to case and white space, `start` within one paragraph and `end` in
another or the same. A browser that does not know them or does not find the words opens the page.
"""

from urllib.parse import quote

from reader.export.values import web_address

_DIRECTIVE = ":~:"
_LONGEST = 16  # words that are given whole; of longer passages only the two ends
_END_WORDS = 5
_LONGEST_END = 80  # characters, for scripts without spaces
_PREFIX_WORDS = 3


def passage_link(source: str, passage: str, before: str = "") -> str | None:
    """The address of a passage in its page; None where that is not on the web.

    `before` is what stands in front of the passage, where the passage alone is not enough to find
    it.
    """
    address = web_address(source)
    if address is None or not passage.strip():
        return None
    page, _, anchor = address.partition("#")
    text = ",".join(map(_encoded, _ends(passage)))
    if prefix := " ".join(before.split()[-_PREFIX_WORDS:])[-_LONGEST_END:]:
        text = f"{_encoded(prefix)}-,{text}"
    return f"{page}#{anchor.partition(_DIRECTIVE)[0]}{_DIRECTIVE}text={text}"


def _ends(passage: str) -> tuple[str, ...]:
    """The passage, or its first and last words when it is long or of several paragraphs."""
    lines = [line for line in passage.split("\n") if line.strip()]
    words = passage.split()
    if len(lines) == 1 and len(words) <= _LONGEST and len(passage) <= 2 * _LONGEST_END:
        return (" ".join(words),)
    first = " ".join(lines[0].split()[:_END_WORDS])[:_LONGEST_END]
    last = " ".join(lines[-1].split()[-_END_WORDS:])[-_LONGEST_END:]
    return first, last


def _encoded(words: str) -> str:
    """Percent-encoded: the hyphen too, which would mark a prefix or a suffix."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
