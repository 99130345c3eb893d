"""The reader's word on whole sites, laid over what cleaning said. Pure: values in, values out."""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from reader.model import Article, Block, SiteRule

_NUMBER = re.compile(r"\d(?:[\d.,:/’'-]*\d)?")
"""A count, a date or a time: what differs from one copy of the same words to the next."""

Key = tuple[str, str]
"""A rule as it is compared: its site and its words, folded."""


def folded_words(text: str) -> str:
    """Words as rules compare them: case, white space and numbers do not count.

    Where there is nothing but numbers they do, or one rule would take every table and every year.
    """
    words = " ".join(text.casefold().split())
    return _NUMBER.sub("0", words) if any(map(str.isalpha, words)) else words


def site_of(article: Article) -> str | None:
    """What a new rule calls the site: the host or, without one, the name; None for neither."""
    return _host(article) or _bare(article.site or "") or None


def key_of(rule: SiteRule) -> Key:
    """Rules of one key say the same."""
    return _bare(rule.site), folded_words(rule.words)


def written(keys: Iterable[Key]) -> str:
    """Keys as one text, the same for the same keys; "" for none."""
    ordered = sorted(set(keys))
    return json.dumps(ordered, ensure_ascii=False) if ordered else ""


def parsed(text: str) -> set[Key]:
    """The keys that `written` made a text of."""
    return {(site, words) for site, words in json.loads(text or "[]")}


def holding(article: Article, words: str, rules: Iterable[SiteRule]) -> list[SiteRule]:
    """The rules that set such words aside in an article."""
    names, folded = _names(article), folded_words(words)
    return [one for one in rules if _bare(one.site) in names and key_of(one)[1] == folded]


def ruled(article: Article, rules: Iterable[SiteRule]) -> Article:
    """The article with every kept block set aside that a rule for its site is about."""
    names = _names(article)
    of_site = {key_of(rule)[1]: rule for rule in rules if _bare(rule.site) in names}
    if not of_site:
        return article

    def judged(block: Block) -> Block:
        rule = of_site.get(folded_words(block.text(article.source_text))) if block.kept else None
        return block if rule is None else _set_aside(block, rule)

    return article.with_blocks(tuple(map(judged, article.blocks)))


def concerns(article: Article, keys: Collection[Key]) -> bool:
    """Whether any block of an article is what rules of these keys are about, kept or not."""
    names = _names(article)
    words = {key[1] for key in keys if key[0] in names}
    return bool(words) and any(
        folded_words(block.text(article.source_text)) in words for block in article.blocks
    )


def _set_aside(block: Block, rule: SiteRule) -> Block:
    return replace(block, kept=False, reason=f"set aside on {rule.site} by your rule", score=None)


def _names(article: Article) -> set[str]:
    return {_host(article), _bare(article.site or "")} - {""}


def _host(article: Article) -> str:
    try:
        return _bare(urlsplit(article.url or article.source.url or "").hostname or "")
    except ValueError:
        return ""


def _bare(site: str) -> str:
    return " ".join(site.casefold().split()).removeprefix("www.")
