"""Which language a text is in, by its script and its commonest small words.

Rough on purpose: it has to be right for an article of some sentences and silent otherwise. The
words are in `language.toml`. Scripts that one language of the press uses settle it at once.
"""

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib import resources

_SAMPLE = 20_000
"""Code points looked at: a language does not change half-way through."""
_ENOUGH_LETTERS = 20
_ENOUGH_WORDS = 12
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.1

_SCRIPTS = {
    "hangul": "\uac00-\ud7af\u1100-\u11ff",
    "kana": "\u3040-\u30ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "cyrillic": "\u0400-\u04ff",
    "arabic": "\u0600-\u06ff",
    "hebrew": "\u0590-\u05ff",
    "greek": "\u0370-\u03ff",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "tamil": "\u0b80-\u0bff",
    "thai": "\u0e00-\u0e7f",
    "georgian": "\u10a0-\u10ff",
    "armenian": "\u0530-\u058f",
}
_ALONE = {
    "hangul": "ko", "kana": "ja", "han": "zh", "hebrew": "he", "greek": "el",
    "devanagari": "hi", "bengali": "bn", "tamil": "ta", "thai": "th",
    "georgian": "ka", "armenian": "hy",
}  # fmt: skip
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{span}])" for name, span in _SCRIPTS.items()))
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of a text is in; None when unsure."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < _ENOUGH_LETTERS:
        return None
    others = () if sample.isascii() else _SCRIPT.finditer(sample)
    scripts = Counter(found.lastgroup or "" for found in others)
    # Japanese is mostly Han with kana between; Chinese has none.
    if scripts["kana"] > 0.05 * letters and scripts["kana"] + scripts["han"] > 0.4 * letters:
        return "ja"
    script, count = scripts.most_common(1)[0] if scripts else ("latin", 0)
    if count < 0.4 * letters:
        return _by_words(sample, ("ru", "uk"), wanted=False)
    if script == "cyrillic":
        return _by_words(sample, ("ru", "uk"), wanted=True)
    if script == "arabic":
        return "fa" if re.search("[پچژگ]", sample) else "ar"
    return _ALONE.get(script)


def small_words(language: str | None) -> frozenset[str]:
    """The commonest small words of a language, case folded; none for a language not known."""
    return _words().get(language or "", frozenset())


def _by_words(sample: str, languages: tuple[str, ...], *, wanted: bool) -> str | None:
    counts = Counter(word.casefold() for word in _WORD.findall(sample.replace("’", "'")))
    total = counts.total()
    if total < _ENOUGH_WORDS:
        return None
    scores = sorted(
        (
            (sum(counts[word] for word in words & counts.keys()), language)
            for language, words in _words().items()
            if (language in languages) == wanted
        ),
        reverse=True,
    )
    (best, language), (second, _) = scores[0], scores[1]
    if best < _LEAST_SHARE * total or best < _LEAST_LEAD * second:
        return None
    return language


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    file = resources.files("reader.text.cleaning") / "language.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}
