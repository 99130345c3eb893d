"""The head of a note: its properties, as each app takes them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from reader.export.exported import Exported
from reader.export.flavours import Flavour
from reader.export.markers import safe_id
from reader.export.orgescape import escape_org_inline, org_tag
from reader.export.values import web_address, where_from

_BARE = re.compile(r"\w[\w -]*")
_BRACKETS = re.compile(r"[\[\]{}<>`\\]+|(?<=:):+")
_REFERENCES = re.compile(r"(?<=\[)(?=\[)|(?<=\()(?=\()|(?<=\{)(?=\{)|(?<=\s#)|(?<=\A#)")


def markdown_head(exported: Exported, flavour: Flavour) -> str:
    """The properties of a Markdown note, with its id among them."""
    return _page_properties(exported) if flavour is Flavour.LOGSEQ else _yaml(exported, flavour)


def org_head(exported: Exported) -> str:
    """A property drawer and keywords, as Org mode reads them at the beginning of a file."""
    article = exported.article
    source = where_from(article)
    keywords = {
        "title": escape_org_inline(article.title),
        "author": escape_org_inline(", ".join(article.authors)),
        "date": escape_org_inline(article.published or ""),
        "filetags": "".join(f":{org_tag(tag)}" for tag in exported.state.tags),
    }
    drawer = f":PROPERTIES:\n:READER_ID: {safe_id(article.id)}\n:SOURCE: "
    drawer += f"{web_address(source) or escape_org_inline(source)}\n:END:\n"
    if keywords["filetags"]:
        keywords["filetags"] += ":"
    return drawer + "".join(f"#+{name}: {said}\n" for name, said in keywords.items() if said)


def tag_names(tags: Iterable[str]) -> list[str]:
    """Tags as Obsidian takes them: hyphens for spaces, none twice."""
    return list(dict.fromkeys("-".join(tag.split()) for tag in tags))


def logseq_page(name: str) -> str:
    """A name as the name of a page in Logseq, without what would end or nest it."""
    return " ".join(_BRACKETS.sub("", name).split())


def _yaml(exported: Exported, flavour: Flavour) -> str:
    """YAML between two `---` lines, each property unfolded.

    The id is in quotation marks for readers of YAML that would take `12e34` for a number.
    """
    import yaml

    tags = exported.state.tags
    said = _said(exported, list(tags) if flavour is Flavour.PLAIN else tag_names(tags))
    dumped = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=float("inf"))
    return f'---\nid: "{safe_id(exported.article.id)}"\n{dumped}---\n'


def _said(exported: Exported, tags: list[str]) -> dict[str, Any]:
    article = exported.article
    properties = {
        "title": article.title,
        "source": where_from(article),
        "author": list(article.authors),
        "published": _day(article.published),
        "created": article.source.imported.date(),
        "tags": tags,
    }
    return {name: value for name, value in properties.items() if value}


def _day(published: str | None) -> date | str | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return published


def _page_properties(exported: Exported) -> str:
    """`key:: value` lines. No `title::`: Logseq would take it for the name of the page."""
    said = _said(exported, [])
    said.pop("title", None)
    said["author"] = ", ".join(said.get("author", ()))
    lines = {name: _property(str(value)) for name, value in said.items()}
    lines["tags"] = ", ".join(_property_tags(exported.state.tags))
    properties = "".join(f"{name}:: {value}\n" for name, value in lines.items() if value)
    return f"reader-id:: {safe_id(exported.article.id)}\n{properties}"


def _property(words: str) -> str:
    """A value on one line. Logseq knows no escapes here, so a space parts what would be a link."""
    return _REFERENCES.sub(" ", " ".join(words.split()))


def _property_tags(tags: Iterable[str]) -> Iterator[str]:
    for page in dict.fromkeys(filter(None, map(logseq_page, tags))):
        yield page if _BARE.fullmatch(page) else f"[[{page}]]"
