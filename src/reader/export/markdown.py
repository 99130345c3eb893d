"""An article with the reader's words on it as a Markdown note, several as a digest.

A note is front matter (the properties Obsidian's Web Clipper writes, and the article's `id`), then
Reader's part between two comments that no renderer shows. The second carries a seal: what tells,
at the next export, whether anyone has written in the front matter or in Reader's part since.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain

from reader.export.escape import escape_inline, quoted
from reader.export.exported import Exported
from reader.export.values import figure_words, office_words, sentence_around, where_from
from reader.model import Annotation, Article

LOST = "(no longer found in the text)"
_SAFE_ID = re.compile(r"[\w:.-]+", re.ASCII)
_WEB = re.compile(r"https?://[^\s<>\\]+", re.IGNORECASE)


def markdown_note(exported: Exported) -> str:
    """One article's note: front matter, then Reader's part between its markers."""
    head, id = front_matter(exported), safe_id(exported.article.id)
    part = _body(exported)
    return f"{head}\n{begin(id)}\n\n{part}\n{end(id, part, head)}\n"


def markdown_digest(articles: Iterable[Exported]) -> Iterator[str]:
    """Several articles one below the other, a rule between them; pieces to be joined."""
    for number, exported in enumerate(articles):
        yield ("\n---\n\n" if number else "") + _body(exported)


def begin(id: str) -> str:
    """The comment in front of Reader's part."""
    return f"<!-- reader:begin {id} -->"


def end(id: str, part: str, head: str) -> str:
    """The comment behind Reader's part, with the seals of the part and of the front matter."""
    return f"<!-- reader:end {id} {seal(part)} {seal(head)} -->"


def seal(text: str) -> str:
    """A short hash of a text, whatever an editor did to white space around it and line ends."""
    lines = (line.rstrip() for line in text.strip().splitlines())
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def safe_id(id: str) -> str:
    """An id that can stand in a comment, a file and front matter; odd ones become a hash."""
    harmless = _SAFE_ID.fullmatch(id) and "--" not in id
    return id if harmless else sha256(id.encode("utf-8", "replace")).hexdigest()[:16]


def front_matter(exported: Exported) -> str:
    """YAML between two `---` lines, each property unfolded.

    The id is in quotation marks for readers of YAML that would take `12e34` for a number.
    """
    import yaml

    article = exported.article
    properties = {
        "title": article.title,
        "source": where_from(article),
        "author": list(article.authors),
        "published": _day(article.published),
        "created": article.source.imported.date(),
        "tags": tag_names(exported.state.tags),
    }
    said = {name: value for name, value in properties.items() if value}
    dumped = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=float("inf"))
    return f'---\nid: "{safe_id(article.id)}"\n{dumped}---\n'


def tag_names(tags: Iterable[str]) -> list[str]:
    """Tags as Markdown apps take them: hyphens for spaces, none twice."""
    return list(dict.fromkeys("-".join(tag.split()) for tag in tags))


def _day(published: str | None) -> date | str | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return published


def _body(exported: Exported) -> str:
    parts = [f"# {escape_inline(exported.article.title)}", _about(exported)]
    if exported.note.strip():
        parts.append(exported.note.strip())
    if exported.state.follow_up:
        follow_up = exported.state.follow_up
        parts.append(f"**Follow up on {follow_up.on}:** {escape_inline(follow_up.why)}")
    if highlights := list(_highlights(exported)):
        parts += ["## Highlights", *highlights]
    if exported.recognised.quotations:
        parts += ["## Quotations", *_quotations(exported)]
    if exported.recognised.figures:
        parts += ["## Figures", "\n".join(_figures(exported))]
    return "\n\n".join(parts) + "\n"


def _about(exported: Exported) -> str:
    article = exported.article
    said = [", ".join(article.authors), article.site, article.published]
    line = " · ".join(escape_inline(one) for one in said if one)
    return "  \n".join(filter(None, [line, _source(article), _tags(exported.state.tags)]))


def _source(article: Article) -> str:
    """A link only for the web: nothing else in an article may become one."""
    source = where_from(article)
    return f"Source: <{source}>" if _WEB.fullmatch(source) else f"Source: {escape_inline(source)}"


def _tags(tags: Iterable[str]) -> str:
    return " ".join(f"#{escape_inline(name)}" for name in tag_names(tags))


def _highlights(exported: Exported) -> Iterator[str]:
    passages = [(mark, span) for mark, span in exported.annotations if mark.quote]
    found = sorted((one for one in passages if one[1]), key=lambda one: one[1] or (0, 0))
    lost = (one for one in passages if not one[1])
    for annotation, span in chain(found, lost):
        words = exported.article.read(*span) if span else ""
        yield "\n\n".join(filter(None, _highlight(annotation, words)))


def _highlight(annotation: Annotation, words: str) -> Iterator[str]:
    """`words` are what it stands on, "" where they are gone."""
    quote = quoted(words or (annotation.quote.exact if annotation.quote else ""))
    yield f"<!-- reader:highlight {safe_id(annotation.id)} {annotation.colour} -->\n{quote}"
    yield "" if words else LOST
    yield annotation.body.strip()
    yield _tags(annotation.tags)


def _quotations(exported: Exported) -> Iterator[str]:
    """What is quoted, as it stands in the text, each with its speaker where the text says who."""
    offices = {one.name: office_words(one) for one in exported.recognised.entities}
    for quotation in exported.recognised.quotations:
        words = quoted(exported.article.read(quotation.start, quotation.end))
        speaker = quotation.speaker
        said = [f"**{escape_inline(speaker)}**"] if speaker else []
        if office := offices.get(speaker or "", ""):
            said.append(escape_inline(office))
        yield f"{words}\n>\n> — {', '.join(said)}" if said else words


def _figures(exported: Exported) -> Iterator[str]:
    yield "| Words | Value | Unit | Sentence |"
    yield "| --- | --- | --- | --- |"
    for figure in exported.recognised.figures:
        value = figure_words(figure).removesuffix(f" {figure.unit}")
        sentence = sentence_around(exported.article, figure.start)
        cells = (figure.text, value, figure.unit or "", sentence)
        yield f"| {' | '.join(map(escape_inline, cells))} |"
