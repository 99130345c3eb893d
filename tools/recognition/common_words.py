"""Build data/common.txt: the ordinary English words of the licensed training texts.

    python tools/recognition/common_words.py TRAIN_DIR

A word counts as ordinary when it is written in lower case at least FEWEST times, and more often so
than not. Needs nothing but the standard library; the sources are listed in docs/data.md.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

FEWEST = 4
OUT = Path(__file__).parents[2] / "src/reader/text/recognition/mentions/data/common.txt"
WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}")  # not "wen" of "Ing-wen"


def main(train: Path) -> None:
    """Count the words of every set, and write those that are ordinary."""
    lower: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for path in sorted(train.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in WORD.findall(json.loads(line)["text"]):
                (lower if word.islower() else other)[word.lower()] += 1
    words = sorted(w for w, n in lower.items() if n >= FEWEST and n > other[w] and w.isascii())
    head = "# Ordinary words of the texts named in docs/data.md. Built by common_words.py.\n"
    rows = [" ".join(words[i : i + 20]) for i in range(0, len(words), 20)]
    OUT.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
