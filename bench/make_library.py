"""Make a library of many invented articles, to measure Reader on.

    .venv/bin/python bench/make_library.py 100000 DIR      # then: reader --home DIR

About 350 words each, from a vocabulary of its own in which, as in any language, few words stand
often and most hardly ever; names, figures and dates throughout; every title ends in its number.
One article in twenty has a note on a passage and a tag. The same number gives the same library.
"""

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from hashlib import sha256
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from reader.library.indexing import rebuild
from reader.library.recognisers import recogniser_version
from reader.model import Annotation, ReaderState, Source
from reader.store import Store
from reader.store.originals import description_of
from reader.text.anchoring import describe, hash_of

WORDS, VOCABULARY, NAMES, BODIES = 350, 40_000, 4_000, 1_500
SPREAD = 30  # a paragraph more or less
NOTED, LAST_DAY, BATCH = 20, date(2026, 11, 1), 500
_ONSETS = (
    "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sh sl st th tr " * 2
).split(" ")
_VOWELS = "a e i o u ai ea ee io ou oa".split()
_ENDS = ["", "", "", "n", "r", "l", "s", "t", "nd", "rt", "st", "ck", "m"]
_SMALL = (
    "the of and to in a that for on with as by at from is was it has are were be not had"
    " will would have been their which this its an but after more than who into over"
).split()
_FIRST = (
    "Anna Boris Carla David Elena Frank Grace Hassan Irina James Karim Laura Maria Nina Omar Paul"
    " Rosa Sergei Tomas Vera William Yusuf John Peter Sarah Michael Susan Robert Alice Daniel"
).split()
_CITIES = (
    "London Paris Berlin Madrid Rome Vienna Prague Warsaw Moscow Kyiv Istanbul Cairo Nairobi Lagos"
    " Accra Tokyo Seoul Beijing Shanghai Delhi Mumbai Jakarta Manila Sydney Toronto Chicago Boston"
    " Houston Lima Bogota Santiago Lisbon Dublin Oslo Stockholm Helsinki Athens Budapest"
).split()
_LANDS = (
    "France Germany Spain Italy Austria Poland Russia Ukraine Turkey Egypt Kenya Nigeria Ghana"
    " Japan China India Indonesia Australia Canada Brazil Peru Chile Portugal Ireland Norway"
).split()
_SAYS = ["said", "told reporters", "warned", "argued", "announced"]


class Language:
    """Words, names and places that exist nowhere, and how often each is used."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made[self._word(chance.choice((1, 1, 2, 2, 2, 3)))] = None
        self.words = sorted(made, key=lambda word: len(word) + chance.uniform(0, 6))
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        last = [self._word(2).title() for _ in range(2000)]
        self.people = [f"{chance.choice(_FIRST)} {chance.choice(last)}" for _ in range(NAMES)]
        self.places = _CITIES + _LANDS
        kinds = ["Bank", "Ministry", "Group", "University", "Institute", "Agency", "Holdings"]
        self.bodies = [f"{self._word(2).title()} {chance.choice(kinds)}" for _ in range(BODIES)]

    def some(self, count: int) -> list[str]:
        """So many words of a running text."""
        words = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        words[::3] = self.chance.choices(_SMALL, k=len(words[::3]))
        return words

    def long_word(self) -> str:
        """A word of six letters or more."""
        return next(
            word for word in iter(lambda: self.chance.choice(self.words), "") if len(word) > 5
        )

    def _word(self, syllables: int) -> str:
        pick = self.chance.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_ENDS) for _ in range(syllables))


def title_of(language: Language, number: int) -> str:
    """A headline that ends in its number, which is how a benchmark knows it."""
    words = language.some(language.chance.randint(3, 7))
    words.insert(0, language.long_word())  # “By …” and “Le …” would be read as bylines
    return f"{' '.join(words).capitalize()} (No. {number})"


def article(language: Language, number: int) -> tuple[str, date]:
    """An article as plain text, and its day."""
    chance = language.chance
    day = LAST_DAY - timedelta(days=number % 7000, hours=chance.randrange(24))
    words, paragraphs = 0, []
    while words < WORDS - SPREAD:
        paragraph = " ".join(sentence(language) for _ in range(chance.randint(2, 4)))
        words += paragraph.count(" ") + 1
        paragraphs.append(paragraph)
    dated = f"{day.isoformat()} {chance.randrange(24):02}:{chance.randrange(60):02}"
    return "\n\n".join([title_of(language, number), dated, *paragraphs]), day


def sentence(language: Language) -> str:
    """A sentence; every other has a name, a place, a figure or a day in it."""
    chance = language.chance
    words = language.some(chance.randint(8, 24))
    middle = len(words) // 2
    kind = chance.randrange(7)
    if kind == 0:
        words[middle:middle] = [chance.choice(language.people), chance.choice(_SAYS)]
    elif kind == 1:
        words[middle:middle] = ["in", chance.choice(language.places)]
    elif kind == 2:
        words[middle:middle] = ["the", chance.choice(language.bodies)]
    elif kind == 3:
        words[middle:middle] = [chance.choice(_FIGURES)(chance)]
    return f"{' '.join(words).capitalize() if kind > 3 else _begun(words)}."


def _begun(words: list[str]) -> str:
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


_FIGURES = [
    lambda chance: f"${chance.randint(1, 900)} million",
    lambda chance: f"{chance.randint(1, 99)}.{chance.randint(0, 9)}%",
    lambda chance: f"{chance.randint(2, 900)},{chance.randint(0, 999):03} tonnes",
    lambda chance: f"on {chance.randint(1, 28)} March {chance.randint(2020, 2030)}",
]


@cache
def language_of(count: int) -> Language:
    """The language of a library of so many articles, made once in each process."""
    return Language(random.Random(count))


def written(folder: Path, count: int, numbers: range) -> list[tuple[int, Annotation]]:
    """Write some articles of a library of `count` as imports keep them; notes, by their number."""
    language = language_of(count)
    language.chance = random.Random(f"{count} from {numbers.start}")
    notes = []
    for number in numbers:
        text, day = article(language, number)
        data = text.encode()
        imported = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        digest = sha256(data).hexdigest()
        path = f"articles/{number}.txt"
        keep(folder, Source(digest, "text/plain", imported, path, None, "utf-8"), data)
        if number % NOTED == 0:
            notes.append((number, noted(language.chance, digest[:16], text, number)))
    return notes


def keep(originals: Path, source: Source, data: bytes) -> None:
    """Put an original where imports do, without waiting for the disk each time."""
    folder = originals / source.sha256[:2]
    folder.mkdir(exist_ok=True)
    (folder / f"{source.sha256}.json").write_bytes(description_of(source))
    (folder / f"{source.sha256}.original").write_bytes(data)


def noted(chance: random.Random, article: str, text: str, number: int) -> Annotation:
    """A note on a passage of an article."""
    start = text.index("\n\n", 200) + 2
    quote, position = describe(text, start, start + chance.randint(10, 120))
    now = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=number)
    return Annotation(
        id=f"{number:032x}",
        article=article,
        quote=quote,
        position=position,
        source_hash=hash_of(text),
        body=f"Check this against the report for {number}.",
        created=now,
        modified=now,
    )


def make(count: int, home: Path) -> None:
    """Make the library. Raises SystemExit where something is already."""
    if home.exists() and any(home.iterdir()):
        raise SystemExit(f"{home} is there already and not empty")
    store = Store.open(home, recogniser_version=recogniser_version())
    states, notes = {}, []
    chunks = [range(at, min(at + BATCH, count + 1)) for at in range(1, count + 1, BATCH)]
    write = partial(written, store.location.originals, count)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        for numbers, found in zip(chunks, processes.map(write, chunks), strict=True):
            for number, note in found:
                states[note.article] = ReaderState(tags=(f"story-{number % 40}",))
                notes.append(note)
            say(f"written {numbers.stop - 1:,}")
    store.notes.save(states, notes, now=datetime(2026, 11, 2, tzinfo=UTC))
    failed = rebuild(store, lambda one: say(f"indexed {one.done:,}"))
    store.close()
    say(f"{count:,} articles in {home}, {len(failed)} failed\n")


def say(words: str) -> None:
    """One line, written over."""
    sys.stderr.write(f"\r\x1b[K{words}")
    sys.stderr.flush()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("count", type=int, metavar="N")
    options.add_argument("home", type=Path, metavar="DIR")
    given = options.parse_args()
    begun = time.perf_counter()
    make(given.count, given.home)
    say(f"{time.perf_counter() - begun:.0f} s\n")


if __name__ == "__main__":
    main()
