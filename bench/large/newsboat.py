"""The articles of a library as newsboat keeps them, so that both show the same."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

from reader.store import Store

_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Feed of {count}</title>
<link>http://example.org/</link><description>Invented</description></channel></rss>"""
_ITEM = (
    "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,"
    " enclosure_url, enclosure_type, flags) VALUES (?, ?, '', ?, ?, ?, ?, 1, '', '', '')"
)


def command(home: Path, folder: Path) -> list[str] | None:
    """How to start newsboat on the articles of a library; None where there is no newsboat."""
    newsboat = shutil.which("newsboat")
    if newsboat is None:
        return None
    urls, cache = folder / f"{home.name}.urls", folder / f"{home.name}.db"
    start = [newsboat, "-u", str(urls), "-c", str(cache), "-C", "/dev/null"]
    if not cache.exists():
        feed = folder / f"{home.name}.xml"
        urls.write_text(f"file://{feed}\n")
        store = Store.open(home)
        feed.write_text(_FEED.format(count=home.name))
        subprocess.run([*start, "-x", "reload"], check=True, capture_output=True)
        _fill(store, cache, f"file://{feed}")
        store.close()
    return start


def _fill(store: Store, cache: Path, feed: str) -> None:
    with sqlite3.connect(cache) as database:
        for source in store.originals:
            text = store.originals.read(source.sha256).decode()
            url = f"http://example.org/{source.sha256[:16]}"
            day = int(source.imported.timestamp())
            content = "".join(f"<p>{one}</p>" for one in text.split("\n\n")[2:])
            title = text[: text.index("\n")]
            database.execute(_ITEM, (source.sha256, title, url, feed, day, content))
