"""An article as long as a book, with a mark every five words.

    .venv/bin/python bench/large/long_article.py [--words 100000] [--marks 20000] [--folder DIR]

Opening, scrolling and resizing, milliseconds from a key to the last change of the screen, and the
bytes that scrolling writes to the terminal; the same for an ordinary article.
"""

import argparse
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from large.terminal import COLUMNS, ROWS, Terminal
from make_library import Language, sentence

from reader.library import Library
from reader.model import EntityType, Mention, Recognised

ROOT = Path(__file__).parents[2]
READER = str(Path(sys.executable).with_name("reader"))
TITLE = "A very long story (No. 1)"


def text_of(words: int) -> str:
    """A title, a day, and paragraphs of so many words in all."""
    language, paragraphs, count = Language(random.Random(words)), [], 0
    while count < words:
        paragraph = " ".join(sentence(language) for _ in range(5))
        count += paragraph.count(" ") + 1
        paragraphs.append(paragraph)
    return "\n\n".join([TITLE, "2026-01-01", *paragraphs])


def marked(text: str, marks: int) -> Recognised:
    """So many mentions, evenly over the text."""
    found, at, step = [], text.index("\n\n", 40) + 2, max(1, len(text) // (marks + 1))
    for number in range(marks):
        start = text.find(" ", at + number * step) + 1
        end = text.find(" ", start)
        if 0 < start < end:
            word = text[start:end]
            kind = EntityType.PERSON if number % 2 else EntityType.PLACE
            found.append(Mention(start, end, word, kind, word))
    return Recognised(tuple(found), (), (), ())


def made(words: int, marks: int, home: Path) -> Path:
    """A library of the one article."""
    if not home.exists():
        now = datetime(2026, 1, 2, tzinfo=UTC)
        with Library.open(home, clock=lambda: now) as library:
            id = library.import_text(text_of(words)).imported[0].id
            if marks:
                article = library.article(id)
                library._store.index.set_recognised(article, marked(article.kept_text, marks))
    return home


def measure(name: str, home: Path) -> None:
    """Print what one article costs."""
    terminal = Terminal([READER, "--home", str(home)])
    try:
        terminal.until("(No. 1)")
        terminal.settle(1.0)
        opened = terminal.timed("enter")
        terminal.settle(1.0)
        terminal.timed("space")
        for key, times in (("j", 20), ("k", 20), ("space", 5)):
            before = terminal.written
            timing = terminal.timed_all([key] * times)  # what changes nothing is left out
            written = (terminal.written - before) / times / 1000
            print(f"{name:10} {key!r:8} p95 {timing.p95:6.1f} ms  {written:6.1f} kB a press")
        resized = [terminal.resized(COLUMNS - 20 * (n % 2), ROWS) for n in range(1, 5)]
        sizes = max(one for one in resized if one)
        print(f"{name:10} opened {opened:6.1f} ms  resized {sizes:6.1f} ms  {terminal.peak:.0f} MB")
    finally:
        terminal.kill()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--words", type=int, default=100_000)
    options.add_argument("--marks", type=int, default=20_000)
    options.add_argument("--folder", type=Path, default=ROOT / "bench" / ".libraries")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    name = f"long-{given.words}-{given.marks}"
    measure("long", made(given.words, given.marks, given.folder / name))
    measure("ordinary", made(800, 0, given.folder / "ordinary"))


if __name__ == "__main__":
    main()
