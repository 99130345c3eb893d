"""Texts of two and more articles in many shapes, made from single articles, to fit and to measure.

A set is a directory with `truth.jsonl` (id, group, title, body, and where known authors and date)
and `txt-innertext/ID.txt`, `txt-lynx/ID.txt`: the page as two programs print it. `split_shapes`
have further articles, `whole_shapes` look as if they had.
"""

import json
import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

from reader.text.cleaning.language import detect_language

SETS = ("fundus", "scrapinghub", "wcxb", "mozilla")
HEADINGS = (
    "You May Also Like", "Related", "More news", "Read Next", "Related articles",
    "Das könnte Sie auch interessieren", "Lesen Sie auch", "À lire aussi", "Te puede interesar",
    "Leggi anche", "Les også", "Читайте также", "推荐阅读", "Lees ook", "Czytaj też", "Leia também",
    "In other news", "Recommended for you", "اقرأ أيضا",
)  # fmt: skip
SEPARATORS = (
    "---",
    "* * *",
    "====================",
    "***",
    "-----------------------",
    "• • •",
    "⁂⁂⁂",
)
BYLINES = ("By {}", "by {}", "Von {}", "Par {}", "Por {}", "{}", "Written by {}", "Автор: {}")
DATES = ("{y}-{m:02}-{d:02}", "{d}.{m:02}.{y}", "{y}/{m:02}/{d:02} 18:5{n}", "{d} {M} {y}",
         "Published {M} {d}, {y} at 10:2{n}", "{M} {d}, {y}")  # fmt: skip
SAME_LANGUAGE = 0.85
BRIEF = 0.25
MONTHS = "January February March April May June July August September October November December"
NAMES = ("Ada Winters", "Jon Sample", "Maria Oliveira", "Karl Neumann", "Li Wei", "Anna Kowalska")
DATELINES = ("LONDON (Reuters) - ", "BERLIN, April 3 – ", "WASHINGTON (AP) — ", "Paris (AFP) – ",
             "MÜNCHEN (dpa) - ", "Tokyo — ")  # fmt: skip
FURNITURE = (
    "Share", "Share this article", "Facebook\nTwitter\nWhatsApp", "Print\nEmail", "Comments (12)",
    "© 2024 The Example. All rights reserved.", "Tags: economy, news", "Teilen", "Back to top",
    "Subscribe to our newsletter", "Report an error", "Partager", "Follow us on Facebook",
)  # fmt: skip
MENU = (
    "Home", "World", "Politics", "Business", "Sport", "Culture", "Opinion", "Video", "Sign in",
    "Search", "Weather", "Startseite", "Wirtschaft", "Podcasts", "Live", "Menu",
)  # fmt: skip


@dataclass
class Article:
    """A single article of a set, with the page it came from."""

    id: str
    group: str
    title: str
    body: list[str]
    author: str
    scrapes: dict[str, str]
    language: str | None

    @property
    def name(self) -> str:
        return self.author or NAMES[len(self.title) % len(NAMES)]


@dataclass
class Made:
    """A text, the articles in it after the first, and which sites its words come from."""

    text: str
    further: list[Article] = field(default_factory=list)
    first: Article | None = None
    groups: tuple[str, ...] = ()


def load(data: Path, name: str) -> list[Article]:
    """The single articles of a set."""
    found = []
    for line in (data / name / "truth.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        row = json.loads(line)
        scrapes = {
            kind: path.read_text(encoding="utf-8", errors="replace")
            for kind in ("innertext", "lynx")
            if (path := data / name / f"txt-{kind}" / f"{row['id']}.txt").exists()
        }
        body = [line.strip() for line in row["body"].split("\n") if line.strip()]
        author = next(iter(row.get("authors") or ()), "")
        title = " ".join((row.get("title") or "").split())
        found.append(
            Article(
                row["id"],
                row["group"],
                title,
                body,
                author[:40],
                scrapes,
                detect_language(row["body"]),
            )
        )
    return found


class Maker:
    """Makes texts out of articles; the same seed makes the same texts."""

    def __init__(self, articles: list[Article], seed: int) -> None:
        self.rng = random.Random(seed)
        self.articles = articles
        self.long = [a for a in articles if a.title and len(a.body) > 2 and 180 < words(a) < 2500]
        self.spaced = [a for a in self.long if a.language not in {"zh", "ja", "th", None}]
        self.stems = {a.id: stems(a) for a in self.long}

    # -- pieces ---------------------------------------------------------------------------------

    def clean(self, article: Article, gap: str = "\n\n") -> str:
        return gap.join([article.title, *article.body])

    def scrape(self, article: Article) -> str:
        kinds = sorted(article.scrapes)
        return article.scrapes[self.rng.choice(kinds)].rstrip() if kinds else self.clean(article)

    def first(self, article: Article, where: str) -> str:
        """The first article as it stands in front: its scrape, or itself and what ends it."""
        if where == "scrape":
            return self.scrape(article)
        gap = self.gap()
        text = self.clean(article, gap)
        if where == "furniture":
            text += "\n\n" + "\n".join(self.rng.sample(FURNITURE, self.rng.randint(2, 6)))
        if where == "menu":
            text += "\n\n" + "\n".join(self.rng.sample(MENU, 9))
        return text

    def gap(self) -> str:
        return self.rng.choice(("\n\n", "\n\n", "\n", "\n\n\n"))

    def date(self) -> str:
        month = self.rng.randint(1, 12)
        parts = {"y": self.rng.randint(2012, 2024), "m": month, "d": self.rng.randint(1, 28),
                 "n": self.rng.randint(0, 9), "M": MONTHS.split()[month - 1]}  # fmt: skip
        return self.rng.choice(DATES).format(**parts)

    def body(self, article: Article) -> list[str]:
        """As one paragraph, as lines, or as paragraphs."""
        how = self.rng.random()
        if how < 0.25:
            return [" ".join(article.body)]
        return ["\n".join(article.body)] if how < 0.5 else list(article.body)

    def second(self, article: Article, head: str) -> str:
        """A further article under a head of these letters: H heading, S separator, T title, t the
        same in capitals, B byline, D date, L dateline, P points, X a menu."""
        parts: list[str] = []
        body = self.body(article)
        for letter in head:
            parts += {
                "H": lambda: [self.rng.choice(HEADINGS)],
                "S": lambda: [self.rng.choice(SEPARATORS)],
                "T": lambda: [article.title],
                "t": lambda: [article.title.upper()],
                "B": lambda: [self.rng.choice(BYLINES).format(article.name)],
                "D": lambda: [self.date()],
                "P": lambda: ["Key points", *(f"• {p}" for p in sentences(article.body)[1:4])],
                "X": lambda: ["\n".join(self.rng.sample(MENU, 8))],
                "L": list,
            }[letter]()
        if "L" in head:
            body[0] = self.rng.choice(DATELINES) + body[0]
        end = [self.date()] if self.rng.random() < 0.3 else []
        if self.rng.random() < 0.4:
            end.append("\n".join(self.rng.sample(FURNITURE, 3)))
        return self.gap().join([*parts, *body, *end])

    def pair(self, alike: bool = False) -> tuple[Article, Article]:
        one = self.rng.choice(self.long)
        same = self.rng.random() < SAME_LANGUAGE
        some = [a for a in self.rng.sample(self.long, len(self.long))
                if a.group != one.group and a.title != one.title
                and (a.language == one.language or not same)][:60]  # fmt: skip
        if not some:
            return self.pair(alike)
        two = some[0]
        if alike:
            two = max(some, key=lambda a: likeness(self.stems[one.id], self.stems[a.id]))
        return self.by_chance_brief(one), self.by_chance_brief(two)

    def by_chance_brief(self, article: Article) -> Article:
        """The article, or as many of its paragraphs as make a short piece of news."""
        if self.rng.random() > BRIEF:
            return article
        enough = self.rng.randint(130, 300)
        body = list(accumulate(article.body, "{}\n{}".format))
        short = next((b for b in body if len(b.split()) >= enough), body[-1])
        return replace(article, body=short.split("\n"))

    # -- shapes ---------------------------------------------------------------------------------

    def spliced(self, where: str, head: str, *, alike: bool = False, times: int = 1) -> Made:
        one, two = self.pair(alike)
        more = [two]
        while len(more) < times:
            more.append(self.pair()[1])
        texts = [self.first(one, where), *(self.second(a, head) for a in more)]
        return Made(self.gap().join(texts), more, one, tuple(a.group for a in (one, *more)))

    def joined(self, kind: str) -> Made:
        one, two = self.pair()
        a, b = (x.scrapes.get(kind) or self.clean(x) for x in (one, two))
        return Made(a.rstrip() + "\n\n" + b, [two], one, (one.group, two.group))

    def wrapped(self, head: str) -> Made:
        one, two = self.pair()
        width, indent = self.rng.choice((66, 72, 78, 80)), self.rng.choice(("", "   "))
        paragraphs = [one.title, *one.body, *self.second(two, head).split("\n")]
        lines = [textwrap.fill(p, width, initial_indent=indent, subsequent_indent=indent)
                 for p in paragraphs if p.strip()]  # fmt: skip
        return Made("\n\n".join(lines), [two], one, (one.group, two.group))

    def alone(self, kind: str) -> Made:
        one = self.rng.choice(self.articles)
        text = one.scrapes.get(kind) if kind != "clean" else self.clean(one, self.gap())
        return Made(text or self.clean(one), [], None, (one.group,))

    def teasers(self) -> Made:
        """Under the article a list of others, each its title and its beginning, no more."""
        one = self.rng.choice(self.long)
        others = self.rng.sample(self.spaced, self.rng.randint(2, 8))
        under = [
            f"{o.title}\n{' '.join(' '.join(o.body).split()[: self.rng.randint(15, 60)])}…"
            for o in others
        ]
        head = self.rng.choice(HEADINGS)
        where = self.rng.choice(("scrape", "furniture", "clean"))
        return Made("\n\n".join([self.first(one, where), head, *under]), [], None, (one.group,))

    def digest(self) -> Made:
        """Many short items, each with a title: one newsletter."""
        items = self.rng.sample(self.spaced, self.rng.randint(5, 10))
        size = self.rng.randint(40, 110)
        parts = [f"{i.title}\n\n{' '.join(' '.join(i.body).split()[:size])}." for i in items]
        head = f"{items[0].group} daily briefing\n\n{self.date()}"
        return Made("\n\n".join([head, *parts]), [], None, (items[0].group,))

    def live(self) -> Made:
        """One article's paragraphs as the entries of a live blog, each under a time and a line."""
        one = self.rng.choice(self.long)
        parts = [one.title, self.date()]
        for at, paragraph in enumerate(one.body):
            if at % 2 == 0:
                parts.append(f"{self.rng.randint(6, 23)}:{self.rng.randint(10, 59)}")
                parts.append(" ".join(paragraph.split()[:8]).rstrip(".,"))
            parts.append(paragraph)
        return Made("\n\n".join(parts), [], None, (one.group,))

    def comments(self) -> Made:
        """An article and what readers say: name, date, paragraphs that share its words."""
        one, other = self.pair(alike=True)
        parts = [
            self.first(one, "furniture"),
            self.rng.choice(("Comments", "Kommentare", "3 replies")),
        ]
        for paragraph in self.rng.sample(other.body, min(6, len(other.body))):
            parts += [self.rng.choice(NAMES), self.date(), paragraph, "Reply"]
        return Made("\n\n".join(parts), [], None, (one.group,))

    def sections(self) -> Made:
        """One long article under headings made of its own sentences, by chance numbered."""
        one = self.rng.choice(self.long)
        numbered = self.rng.random() < 0.4
        parts, chapter = [one.title], 0
        for at, paragraph in enumerate(one.body):
            if at % 3 == 2:
                chapter += 1
                said = paragraph.split()
                start = self.rng.randrange(max(1, len(said) - 8))
                line = (
                    " ".join(said[start : start + self.rng.randint(2, 8)])
                    .strip(".,:;")
                    .capitalize()
                )
                parts.append(f"{chapter}. {line}" if numbered else line)
            parts.append(paragraph)
        return Made(self.gap().join(parts), [], None, (one.group,))


def split_shapes() -> dict[str, Callable[[Maker], Made]]:
    """Shapes with further articles: where the first ends, and the head of the next."""
    heads = {
        "heading, title twice": ("scrape", "HTT"), "title twice": ("scrape", "TT"),
        "heading, title": ("scrape", "HT"), "title": ("scrape", "T"),
        "title, byline, date": ("scrape", "TBD"), "title, date": ("scrape", "TD"),
        "clean: title": ("clean", "T"), "clean: title twice": ("clean", "TT"),
        "clean: title, byline, date": ("clean", "TBD"), "clean: title, date": ("clean", "TD"),
        "clean: heading, title": ("clean", "HT"), "clean: separator, title": ("clean", "ST"),
        "clean: capitals": ("clean", "t"), "clean: title, dateline": ("clean", "TL"),
        "clean: title, points": ("clean", "TP"), "separator, title": ("scrape", "ST"),
        "furniture, title": ("furniture", "T"), "furniture, title, byline": ("furniture", "TB"),
        "furniture, capitals": ("furniture", "t"), "menu, title, date": ("menu", "XTD"),
    }  # fmt: skip
    made: dict[str, Callable[[Maker], Made]] = {
        name: (lambda m, w=where, h=head: m.spliced(w, h)) for name, (where, head) in heads.items()
    }
    made |= {
        "alike: heading, title": lambda m: m.spliced("scrape", "HT", alike=True),
        "alike: title, byline, date": lambda m: m.spliced("clean", "TBD", alike=True),
        "three, clean": lambda m: m.spliced("clean", "T", times=2),
        "three, heading": lambda m: m.spliced("furniture", "HTD", times=2),
        "two scrapes": lambda m: m.joined("innertext"),
        "two scrapes, lynx": lambda m: m.joined("lynx"),
        "wrapped: title": lambda m: m.wrapped("T"),
        "wrapped: separator, title, byline": lambda m: m.wrapped("STB"),
    }
    return made


def whole_shapes() -> dict[str, Callable[[Maker], Made]]:
    """Shapes of one article, or of none that stands for itself."""
    return {
        "single clean": lambda m: m.alone("clean"), "teasers": Maker.teasers,
        "digest": Maker.digest, "live blog": Maker.live,
        "comments": Maker.comments, "sections": Maker.sections,
    }  # fmt: skip


def sentences(body: list[str]) -> list[str]:
    return [s.strip() for p in body for s in p.split(". ") if 6 <= len(s.split()) <= 25]


def words(article: Article) -> int:
    return sum(len(p.split()) for p in article.body)


def stems(article: Article) -> frozenset[str]:
    said = " ".join([article.title, *article.body]).casefold().split()
    return frozenset(w[:6] for w in said if len(w) > 5)


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / (len(one) * len(two)) ** 0.5 if one and two else 0.0
