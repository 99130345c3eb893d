"""Objects for JSON: what is there only sometimes, and ids and offsets that others can use."""

import pytest
from exported_samples import ARTICLE, FULL, RECOGNISED, figure, titled

from reader.export import annotation_collection, error_object, extract_object, figure_words
from reader.export.w3c import annotations
from reader.model import Figure, FigureKind, Recognised


def test_every_text_is_the_text_at_its_offsets() -> None:
    one = extract_object(ARTICLE, RECOGNISED)
    for found in one["entities"] + one["figures"]:
        assert one["source_text"][found["start"] : found["end"]] == found["text"]


def test_a_second_value_and_resolved_stand_only_where_they_are() -> None:
    plain = Recognised(figures=(figure("2031", FigureKind.DATE, "2031"),))
    assert list(extract_object(ARTICLE, plain)["figures"][0]) == [
        *("start", "end", "text", "kind", "value", "unit", "approximate")
    ]
    *_, resolved, between = extract_object(ARTICLE, RECOGNISED)["figures"]
    assert resolved["resolved"] is True
    assert list(between)[4:7] == ["value", "value_to", "unit"]


@pytest.mark.parametrize(
    ("name", "path", "url"),
    [
        ("a/b.txt", "a/b.txt", None),
        ("HTTPS://a.b/c", None, "HTTPS://a.b/c"),
        ("-", None, None),
    ],
)
def test_an_error_says_of_what(name: str, path: str | None, url: str | None) -> None:
    one = error_object(name, "is empty")
    assert one == {
        "source": {"path": path, "url": url, "media_type": None, "sha256": None},
        "error": "is empty",
    }


def test_offsets_for_others_are_code_points_of_the_quote() -> None:
    items = annotation_collection([FULL])["first"]["items"]
    for item in items:
        for target in item["target"]:
            selectors = {one["type"]: one for one in target.get("selector", [])}
            if position := selectors.get("TextPositionSelector"):
                exact = selectors["TextQuoteSelector"]["exact"]
                assert ARTICLE.source_text[position["start"] : position["end"]] == exact


def test_every_annotation_has_an_iri_of_its_own() -> None:
    ids = [item["id"] for item in annotations(titled("A", "odd id/ä"))]
    assert len(set(ids)) == len(ids) == 5
    assert all(id.startswith("urn:") and " " not in id and id.isascii() for id in ids)


@pytest.mark.parametrize(
    ("value", "value_to", "unit", "approximate", "words"),
    [
        (15e9, None, "USD", True, "about 15,000,000,000 USD"),
        (3.0, 5.5, "percent", False, "3 – 5.5 percent"),
        (0.1 + 0.2, None, None, False, "0.3"),
        (1e24, None, None, False, "1e+24"),
        (1e-9, None, None, False, "1e-09"),
        (0.0, None, "job", False, "0 job"),
        ("2025-10", "2026", None, False, "2025-10 – 2026"),
        (None, None, None, False, "?"),
    ],
)
def test_a_figure_in_words(
    value: float | str | None,
    value_to: float | str | None,
    unit: str | None,
    approximate: bool,
    words: str,
) -> None:
    one = Figure(0, 1, "x", FigureKind.COUNT, value, value_to, unit, approximate)
    assert figure_words(one) == words
