"""A reader's template takes the place of Reader's own, can do little harm, and is told by line."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path

import pytest
from exported_samples import BARE, FULL, titled

from reader.export import (
    Exported,
    Flavour,
    Templates,
    html_digest,
    html_note,
    markdown_digest,
    markdown_note,
    org_digest,
    org_note,
)
from reader.export import templating as module
from reader.model import UnknownArticle, UsageError


def templates(folder: Path, **written: str) -> Templates:
    """Templates of the reader's: `note_md` is `note.md.jinja`."""
    for name, text in written.items():
        (folder / f"{name.replace('_', '.')}.jinja").write_text(text, "utf-8")
    return Templates(folder)


def note(folder: Path, text: str) -> str:
    return markdown_note(FULL, templates(folder, note_md=text))


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert markdown_note(FULL, Templates(tmp_path / "none")) == markdown_note(FULL)


def test_a_template_of_the_reader_goes_first(tmp_path: Path) -> None:
    written = note(tmp_path, "# {{ title | md }}\n\n{{ highlights | length }} passages\n\n\n")
    head, _, part = written.partition("<!-- reader:begin 0f3c5a7e9b1d2c4f -->\n")
    assert head == markdown_note(FULL).partition("<!-- reader:begin")[0]
    expected = (
        "\n# Harbour tunnel gets its money\n\n3 passages\n\n<!-- reader:end 0f3c5a7e9b1d2c4f "
    )
    assert part.startswith(expected)


def test_one_block_can_be_left_out(tmp_path: Path) -> None:
    text = '{% extends "reader/note.md.jinja" %}\n{% block figures %}{% endblock %}\n'
    written = note(tmp_path, text)
    whole = markdown_note(FULL)
    assert "## Figures" not in written
    assert whole.partition("## Figures")[0] == written.partition("<!-- reader:end")[0]


def test_each_format_and_flavour_has_its_own_template(tmp_path: Path) -> None:
    own = templates(
        tmp_path, note_md="MD", note_logseq_md="- LOGSEQ", note_org="ORG", note_html="HTML<p>"
    )
    assert "\nMD\n" in markdown_note(FULL, own)
    assert "\nMD\n" in markdown_note(FULL, own, Flavour.PLAIN)
    assert "\n- LOGSEQ\n" in markdown_note(FULL, own, Flavour.LOGSEQ)
    assert "\nORG\n" in org_note(FULL, own)
    assert "\nHTML<p>\n" in html_note(FULL, own)
    assert "".join(markdown_digest([FULL, BARE], own)) == "MD\n\n---\n\nMD\n"
    assert "".join(org_digest([FULL, BARE], own)) == "ORG\n\nORG\n"
    assert "HTML<p>\nHTML<p>\n" in "".join(html_digest([FULL, BARE], own))


def test_a_digest_can_be_the_readers_too(tmp_path: Path) -> None:
    own = templates(
        tmp_path, digest_md="{% for one in articles %}\n- {{ one.title | md }}\n{% endfor %}"
    )
    assert "".join(markdown_digest([BARE, titled("*A*")], own)) == "- Pasted words\n- \\*A\\*\n"


def test_a_template_may_include_others(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "foot.jinja").write_bytes("\ufeffMade of {{ site | md }}\r\n".encode())
    assert "\nMade of news.example\n" in note(tmp_path, '{% include "mine/foot.jinja" %}')


def test_in_html_what_is_not_said_to_be_safe_is_escaped(tmp_path: Path) -> None:
    own = templates(tmp_path, note_html='{% include "part.jinja" %}', part="{{ title }}")
    assert "&lt;script&gt;" in html_note(titled("<script>"), own)


def test_no_control_character_leaves(tmp_path: Path) -> None:
    assert "\na[31mb\tc\n" in note(tmp_path, r'{{ "a\x1b[31m\x00\x9bb\tc" }}')


# What goes wrong --------------------------------------------------------------------------------

WRONG = {
    "{% if %}": "Expected an expression",
    "{{ nothing }}": "'nothing' is undefined",
    "{{ title.nothing }}": "nothing",
    "{{ figures[0].nothing }}": "nothing",
    "{{ title | nothing }}": "No filter named 'nothing'",
    "{{ title | org }}": "No filter named 'org'",
    "{{ title.__class__.__mro__ }}": "unsafe",
    "{{ articles.gi_frame }}": "unsafe",
    "{{ tags.append('x') }}": "unsafe",
    "{% for one in range(10 ** 9) %}{% endfor %}": "makes too much",
    "{% for one in range(999999999) %}{% endfor %}": "Range too big",
    "{{ 'a' * 999999999 }}": "makes too much",
    "{{ 999999999 * [1] }}": "makes too much",
    "{{ 1 / 0 }}": "division by zero",
    "{{ 'a' + 1 }}": "concatenate",
    '{% include "../secret" %}': "no template",
    '{% include "/etc/passwd" %}': "no template",
    '{% include "note.md.jinja" %}': "itself without end",
    "{{ '\x1b[31m' ~ nothing }}": "undefined",
}


@pytest.mark.parametrize("text", WRONG)
def test_an_error_is_told_with_file_and_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = tmp_path / "templates"
    folder.mkdir()
    with pytest.raises(UsageError, match=WRONG[text]) as caught:
        note(folder, f"# A title\n\n{text}\n")
    assert caught.value.subject == f"{folder / 'note.md.jinja'}, line 3"
    assert "take the file away" in caught.value.message
    assert caught.value.message.isprintable()


def test_an_error_in_what_is_included_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "part.jinja").write_text("\n\n\n{{ nothing }}")
    with pytest.raises(UsageError, match=r"part\.jinja, line 4: "):
        note(tmp_path, '{% include "part.jinja" %}')


def test_a_block_that_goes_wrong_is_told_there(tmp_path: Path) -> None:
    text = '{% extends "reader/note.md.jinja" %}\n{% block note %}{{ nothing }}{% endblock %}'
    with pytest.raises(UsageError, match=r"note\.md\.jinja, line 2: "):
        note(tmp_path, text)


def test_a_relative_folder_is_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md.jinja").write_text("{{ nothing }}")
    with pytest.raises(UsageError, match=r"note\.md\.jinja, line 1: "):
        markdown_note(FULL, Templates(Path()))


@pytest.mark.parametrize("text", [b"\xff\xfe\x00", b"caf\xe9"])
def test_a_template_that_is_no_text_is_told(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "note.md.jinja").write_bytes(text)
    with pytest.raises(UsageError, match=r"note\.md\.jinja: the template is not in UTF-8"):
        markdown_note(FULL, Templates(tmp_path))


def test_a_template_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 1000)
    with pytest.raises(UsageError, match=r"note\.md\.jinja: it writes without end"):
        note(tmp_path, "{% for one in range(1000) %}{{ title }}{% endfor %}")
    digest = (
        "{% for one in articles %}{% for _ in range(500) %}{{ one.title }}{% endfor %}{% endfor %}"
    )
    with pytest.raises(UsageError, match=r"digest\.md\.jinja: it writes without end"):
        "".join(markdown_digest([BARE], templates(tmp_path, note_md="", digest_md=digest)))


def test_a_digest_tells_of_the_note_that_goes_wrong(tmp_path: Path) -> None:
    own = templates(tmp_path, note_md="{{ nothing }}")
    with pytest.raises(UsageError, match=r"/note\.md\.jinja, line 1: "):
        "".join(markdown_digest([FULL], own))


@pytest.mark.parametrize("error", [UnknownArticle("no such article"), ValueError("a defect")])
def test_what_goes_wrong_elsewhere_is_not_the_templates_fault(
    tmp_path: Path, error: Exception
) -> None:
    def articles() -> Iterator[Exported]:
        yield FULL
        raise error

    own = templates(tmp_path, digest_md="{% for one in articles %}{{ one.body }}{% endfor %}")
    with pytest.raises(type(error)) as caught:
        "".join(markdown_digest(articles(), own))
    assert caught.value is error


# What Reader brings -----------------------------------------------------------------------------


@pytest.mark.parametrize("digest", [markdown_digest, org_digest, html_digest])
def test_a_digest_is_written_as_it_goes(digest: object) -> None:
    assert callable(digest)

    def endless() -> Iterator[Exported]:
        while True:
            yield BARE

    assert "Pasted words" in "".join(islice(digest(endless()), 12))


def test_readers_own_templates_come_with_it() -> None:
    names = {file.name for file in (files("reader.export") / "templates").iterdir()}
    bodies = {f"note.{one}.jinja" for one in ("md", "logseq.md", "org", "html")}
    assert names == bodies | {f"digest.{one}.jinja" for one in ("md", "org", "html")}


def test_jinja_is_loaded_only_to_render() -> None:
    code = "import sys, reader.export.files; sys.exit('jinja2' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
