"""Each flavour has its own properties and tags, and none of them lets an article add any."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml
from exported_samples import BARE, FULL, noted, titled
from hypothesis import given
from hypothesis import strategies as st

from reader.export import Exported, Flavour, markdown_note, org_note
from reader.export.markers import LOGSEQ, MARKDOWN, ORG, Markers
from reader.export.merging import KEPT, merged
from reader.export.notehead import head_of, note_id
from reader.model import ReaderState
from reader.text.canonical import canonical_line

Write = Callable[[Exported], str]

WRITERS: dict[str, tuple[Write, Markers]] = {
    "obsidian": (markdown_note, MARKDOWN),
    "logseq": (lambda one: markdown_note(one, flavour=Flavour.LOGSEQ), LOGSEQ),
    "plain": (lambda one: markdown_note(one, flavour=Flavour.PLAIN), MARKDOWN),
    "org": (org_note, ORG),
}
ID = FULL.article.id
lines = st.text(max_size=80).map(canonical_line).filter(bool)
hostile = st.one_of(
    lines,
    st.lists(
        st.sampled_from(
            [
                *"a:: [[ ]] (( )) {{ }} # :: - * > --- ::: + : | <!-- --> $ \\ id:x &".split(),
                *["reader-id:: 0", ":END:", "#+title:", "# reader:begin 0", "* TODO", "[[a][b]]"],
                *["<!-- reader:end 0 0 0 -->", "https://a.b/c", "shell:rm", ", ", "#tag"],
            ]
        ),
        min_size=1,
        max_size=6,
    ).map(" ".join),
)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("exported", [FULL, BARE])
def test_every_head_is_found_with_its_id(name: str, exported: Exported) -> None:
    note = WRITERS[name][0](exported)
    assert note_id(note) == exported.article.id
    assert note_id(note.replace("\n", "\r\n")) == exported.article.id
    assert note_id("\ufeff" + note) == exported.article.id
    head = head_of(note)
    assert note.startswith(f"{head}\n")
    assert "reader:begin" in note[len(head) :].split("\n")[1]


@pytest.mark.parametrize("name", WRITERS)
@given(title=hostile, site=hostile, tag=hostile, author=hostile, path=hostile)
def test_no_article_adds_a_property(
    name: str, title: str, site: str, tag: str, author: str, path: str
) -> None:
    article = replace(titled(title).article, site=site, authors=(author,), url=None)
    article = replace(article, source=replace(article.source, url=None, path=path))
    write, _ = WRITERS[name]
    exported = replace(FULL, article=article, state=ReaderState(tags=(tag,)))
    note = write(exported)
    assert note_id(note) == ID
    head = head_of(note)
    assert "reader:begin" in note[len(head) :].split("\n")[1]
    if name == "logseq":
        names = [line.partition("::")[0] for line in head.splitlines()]
        assert names[:2] == ["reader-id", "source"]
        assert set(names) <= {"reader-id", "source", "author", "published", "created", "tags"}
        assert len(names) == len(set(names))
        assert "::" not in note[len(head) :].replace(FULL.note, "")


@pytest.mark.parametrize("name", WRITERS)
@given(title=hostile, site=hostile)
def test_no_article_writes_a_marker(name: str, title: str, site: str) -> None:
    write, markers = WRITERS[name]
    note = write(replace(FULL, article=replace(FULL.article, title=title, site=site)))
    assert len(markers.begins.findall(note)) == len(markers.ends.findall(note)) == 1


def test_plain_has_tags_as_they_are_and_none_in_the_text() -> None:
    note = WRITERS["plain"][0](FULL)
    head = yaml.safe_load(note.split("---\n")[1])
    assert head["tags"] == ["public works", "ostholm"]
    assert not [line for line in note.split("---\n")[2].splitlines() if line.startswith("#p")]
    assert "\nTags: to check\n" in note


@pytest.mark.parametrize(
    ("tag", "in_head", "inline"),
    [
        ("ostholm", "ostholm", "#ostholm"),
        ("public works", "public works", "#[[public works]]"),
        ("a, b", "[[a, b]]", "#[[a, b]]"),
        ("[[x]] y", "x y", "#[[x y]]"),
        ("c/d", "[[c/d]]", "#[[c/d]]"),
    ],
)
def test_tags_in_logseq(tag: str, in_head: str, inline: str) -> None:
    note = WRITERS["logseq"][0](replace(FULL, state=ReaderState(tags=(tag,))))
    assert f"\ntags:: {in_head}\n" in note
    assert f"\n\t  {inline}\n" in note


def test_logseq_is_bullets_from_end_to_end() -> None:
    note = replace(FULL, notes=noted("Two\n\nparagraphs\n- and a list"))
    _, _, body = WRITERS["logseq"][0](note).partition("\n\n")
    for line in filter(None, body.split("\n")):
        assert line.lstrip("\t").startswith(("- ", "  "))


@pytest.mark.parametrize("old", ["obsidian", "logseq", "plain"])
@pytest.mark.parametrize("new", ["obsidian", "logseq", "plain"])
def test_a_vault_may_change_its_flavour(old: str, new: str) -> None:
    (write_old, _), (write_new, markers) = WRITERS[old], WRITERS[new]
    assert merged(write_old(FULL), write_new(FULL), markers) == write_new(FULL)
    touched = write_old(FULL).replace("By how much?", "By how much?\nMine.\n") + "\nBelow.\n"
    note = merged(touched, write_new(FULL), markers)
    assert note_id(note) == ID
    assert note.startswith(write_new(FULL))
    kept = note[len(write_new(FULL)) :]
    assert kept.index("Below.") < kept.index(KEPT) < kept.index("Mine.")
    assert "Mayor Ida Falk" not in kept  # what only stands in other blocks is not kept twice
    assert merged(note, write_new(FULL), markers) == note


@pytest.mark.parametrize("old", ["obsidian", "logseq"])
def test_properties_of_the_reader_stay_in_another_flavour(old: str) -> None:
    (write_old, _), (write_new, markers) = (
        WRITERS[old],
        WRITERS["plain" if old == "logseq" else "logseq"],
    )
    mine = {"obsidian": "rating: 5\ncreated", "logseq": "rating:: 5\ncreated"}[old]
    note = merged(write_old(FULL).replace("created", mine, 1), write_new(FULL), markers)
    assert "rating" in head_of(note)
    assert note_id(note) == ID
    assert merged(note, write_new(FULL), markers) == note
