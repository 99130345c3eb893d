"""The extractor: trafilatura's reading of the page, as text."""

import logging

from reader.text.cleaning.html.dom import Element

LARGEST = 30_000
"""Elements up to which a page is given to the extractor, whose time grows faster than the page;
above, density alone decides."""


def extracted(root: Element, url: str | None) -> str:
    """The main text as trafilatura finds it (https://trafilatura.readthedocs.io), by paragraphs.

    Tables, lists and quotations are in it, readers' comments are not; "" when it finds nothing or
    fails. The tree is left as it was.
    """
    if sum(1 for _ in root.iter()) > LARGEST:
        return ""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(root, url=url, include_comments=False, include_tables=True)
    except (
        Exception
    ):  # hostile markup finds new ways to break any extractor; the page is still read
        return ""
    return (getattr(document, "text", None) or "") if document else ""
