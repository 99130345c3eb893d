"""HTML of another application: bookmarks as a stream of tags, passages as plain text."""

import re
from collections.abc import Iterator

from reader.model import SourceError
from reader.sources.apps.fields import unmarked

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CHUNK = 64 * 1024

Event = tuple[str, str, dict[str, str]]
"""`start` or `end` with a tag and its attributes; `text` with words."""


class _Listener:
    """Takes down what the parser meets, in order, until it is asked; no tree is built."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        self._events.append(("start", tag.lower(), dict(attributes)))

    def end(self, tag: str) -> None:
        """A tag closes."""
        self._events.append(("end", tag.lower(), {}))

    def data(self, words: str) -> None:
        """Words between tags."""
        self._events.append(("text", words, {}))

    def close(self) -> None:
        """The page ends; nothing was built that could be given back."""

    def taken(self) -> list[Event]:
        """Everything met since the last time."""
        events, self._events = self._events, []
        return events


def html_events(data: bytes, subject: str) -> Iterator[Event]:
    """The tags and words of a page in order; SourceError when it is nested too deeply."""
    from lxml import etree

    page = unmarked(data).decode("utf-8", "replace").replace("\0", "").encode("utf-8")
    listener = _Listener()
    parser = etree.HTMLParser(target=listener, no_network=True, encoding="utf-8")
    try:
        for start in range(0, len(page), _CHUNK):
            parser.feed(page[start : start + _CHUNK])
            yield from listener.taken()
        parser.close()
        yield from listener.taken()
    except etree.LxmlError as error:
        raise SourceError("its HTML is broken", subject) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise SourceError("its HTML is nested too deeply", subject)


def plain_words(text: str) -> str:
    """The words of a passage that may be HTML; anything without tags is left as it is."""
    if not _TAG.search(text):
        return text
    from lxml import etree, html

    try:
        page = html.fragment_fromstring(text.replace("\0", ""), create_parent="div")
        return str(page.text_content())
    except (etree.LxmlError, ValueError, AssertionError):
        return _TAG.sub("", text)
