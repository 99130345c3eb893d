"""Changes in plain words and as values."""

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.text.comparing import as_object, compare, folded, in_short, unified

RATE = "The central bank raised its key rate on Thursday, as most analysts had expected."
TEXTS = st.lists(st.text("XY \n財", max_size=8), max_size=12)


def told(old, new, **how) -> str:
    return "\n".join(unified(compare(old, new), **how))


def test_each_paragraph_has_its_sign_and_changed_words_their_marks() -> None:
    old = ["one", RATE, "gone altogether", "last"]
    new = ["one", RATE.replace("raised", "cut"), "last", "quite new"]
    assert told(old, new).split("\n\n") == [
        "  one",
        "~ " + RATE.replace("raised", "[-raised-]{+cut+}"),
        "- gone altogether",
        "  last",
        "+ quite new",
    ]


def test_what_is_far_from_a_change_is_counted() -> None:
    old = [f"number {n}" for n in range(20)]
    new = [*old[:10], "here", *old[10:]]
    assert told(old, new, context=2).split("\n\n") == [
        "… 8 paragraphs unchanged",
        "  number 8",
        "  number 9",
        "+ here",
        "  number 10",
        "  number 11",
        "… 8 paragraphs unchanged",
    ]


def test_a_single_paragraph_is_counted_as_one() -> None:
    assert told(["a", "b"], ["a", "b", "c"], context=1).startswith("… 1 paragraph unchanged\n")
    assert told(["a"], ["a"]) == "… 1 paragraph unchanged"


def test_no_text_tells_nothing() -> None:
    assert told([], []) == ""


def test_a_moved_paragraph_has_its_own_sign() -> None:
    assert told([RATE, "b", "c"], ["b", "c", RATE]).endswith("↕ " + RATE)


def test_lines_are_wrapped_under_their_sign() -> None:
    lines = told([RATE], [RATE.replace("raised", "cut")], width=40).split("\n")
    assert len(lines) == 3
    assert lines[0].startswith("~ The central")
    assert all(line.startswith("  ") and len(line) <= 40 for line in lines[1:])


def test_every_line_of_what_is_all_new_has_the_sign() -> None:
    assert told([], ["if x:\n    y"]) == "+ if x:\n+     y"
    assert all(line.startswith("+ ") for line in told([], [RATE], width=30).split("\n"))


def test_wide_characters_are_wrapped_by_the_cells_they_take() -> None:
    lines = told([], ["財務省は百五十億ドルを発表した"], width=22).split("\n")
    assert [len(line) for line in lines] == [12, 7]


def test_a_word_too_long_for_a_line_is_left_whole() -> None:
    address = "https://example.org/" + "x" * 60
    assert f"+ {address}" in told([], [f"see {address} there"], width=30).split("\n")
    assert f"+ {address}" in told([], [f"見よ {address} 見よ"], width=30).split("\n")


@given(TEXTS, TEXTS, st.integers(0, 3))
def test_what_is_folded_away_is_counted_to_the_last(old, new, context) -> None:
    changes = compare(old, new)
    shown = [one for one in folded(changes, context) if not isinstance(one, int)]
    hidden = sum(one for one in folded(changes, context) if isinstance(one, int))
    assert len(shown) + hidden == len(changes)
    assert [one for one in changes if one.edit != "kept"] == [
        one for one in shown if one.edit != "kept"
    ]


@given(TEXTS, TEXTS, st.none() | st.integers(1, 30))
def test_wrapping_loses_no_word(old, new, width) -> None:
    assume(old != new)
    changes = compare(old, new)
    letters = "".join(one.text for change in changes for one in change.segments)
    lines = "".join(unified(changes, len(changes), width))
    assert [lines.count(one) for one in "XY財"] == [letters.count(one) for one in "XY財"]


def test_numbers_in_short() -> None:
    changes = compare(["a", RATE], [RATE.replace("raised", "cut"), "b", "c"])
    assert in_short(changes) == "1 changed, 2 added, 1 removed"


def test_an_object_holds_all_of_it() -> None:
    answer = json.loads(json.dumps(as_object(compare(["a b c d", "x"], ["a b z d"]))))
    assert answer["counts"] == {"kept": 0, "changed": 1, "added": 0, "removed": 1, "moved": 0}
    assert answer["changes"] == [
        {
            "kind": "changed",
            "old_paragraph": 1,
            "new_paragraph": 1,
            "words": [
                {"kind": "kept", "text": "a b "},
                {"kind": "removed", "text": "c"},
                {"kind": "added", "text": "z"},
                {"kind": "kept", "text": " d"},
            ],
        },
        {
            "kind": "removed",
            "old_paragraph": 2,
            "new_paragraph": None,
            "words": [{"kind": "removed", "text": "x"}],
        },
    ]
