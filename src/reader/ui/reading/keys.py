"""The keys of the reading view. Each has an id, so that a keymap can change it.

While a selection is being made (`v`), some keys change their meaning: their first binding is
refused otherwise (`ReadingView.check_action`), and the next one is tried.
"""

from textual.binding import Binding


def _key(keys: str, action: str, description: str, name: str, *, show: bool = False) -> Binding:
    return Binding(keys, action, description, show=show, id=f"reading.{name}")


SELECTING = (
    _key("right,w", "grow('word', 1)", "Select the next word", "select-next-word"),
    _key("left,b", "grow('word', -1)", "Select the word before", "select-previous-word"),
    _key("down,j", "grow_line(1)", "Select down a line", "select-down"),
    _key("up,k", "grow_line(-1)", "Select up a line", "select-up"),
    _key(")", "grow('sentence', 1)", "Select to the sentence's end", "select-sentence"),
    _key("(", "grow('sentence', -1)", "Select to the sentence's start", "select-sentence-back"),
    _key("}", "grow('paragraph', 1)", "Select to the paragraph's end", "select-paragraph"),
    _key("{", "grow('paragraph', -1)", "Select to the paragraph's start", "select-paragraph-back"),
    _key("o", "swap_ends", "Move the other end", "swap-ends"),
)

MOVING = (
    _key("down,j", "line(1)", "Line down", "down"),
    _key("up,k", "line(-1)", "Line up", "up"),
    _key("space,pagedown,ctrl+f", "page(1)", "Page down", "page-down"),
    _key("b,pageup,ctrl+b", "page(-1)", "Page up", "page-up"),
    _key("d,ctrl+d", "half_page(1)", "Half a page down", "half-page-down"),
    _key("u,ctrl+u", "half_page(-1)", "Half a page up", "half-page-up"),
    _key("g,home", "top", "Top", "top"),
    _key("G,end", "bottom", "Bottom", "bottom"),
    _key("),full_stop", "move('sentence', 1)", "Next sentence", "next-sentence"),
    _key("(,comma", "move('sentence', -1)", "Sentence before", "previous-sentence"),
    _key("}", "move('paragraph', 1)", "Next paragraph", "next-paragraph"),
    _key("{", "move('paragraph', -1)", "Paragraph before", "previous-paragraph"),
    _key("ctrl+right", "move('word', 1)", "Next word", "next-word"),
    _key("ctrl+left", "move('word', -1)", "Word before", "previous-word"),
    _key("]", "jump('highlights', 1)", "Next highlight", "next-highlight"),
    _key("[", "jump('highlights', -1)", "Highlight before", "previous-highlight"),
    _key("p", "jump('names', 1)", "Next name", "next-name"),
    _key("P", "jump('names', -1)", "Name before", "previous-name"),
    _key("s", "jump('figures', 1)", "Next figure", "next-figure"),
    _key("S", "jump('figures', -1)", "Figure before", "previous-figure"),
    _key("n", "match(1)", "Next match", "next-match"),
    _key("N", "match(-1)", "Match before", "previous-match"),
    _key("shift+right", "extend(1)", "Select a word more", "extend-right"),
    _key("shift+left", "extend(-1)", "Select a word less", "extend-left"),
    _key("shift+down", "extend_line(1)", "Select a line more", "extend-down"),
    _key("shift+up", "extend_line(-1)", "Select a line less", "extend-up"),
)

MARKING = (
    _key("h", "highlight", "Highlight", "highlight", show=True),
    _key("a", "note", "Note", "note", show=True),
    _key("v", "select", "Select", "select", show=True),
    _key("y,ctrl+c,super+c", "copy", "Copy", "copy", show=True),
    _key("R", "toggle_block", "Put back / set aside", "toggle-block"),
    _key("equals_sign", "entitle", "This is the title", "this-is-the-title"),
    _key("X", "rule", "Always set aside on this site, or not", "always-set-aside"),
    _key("escape", "leave", "Leave the selection", "leave"),
)

LOOKING = (
    _key("W", "toggle_removed", "Removed", "show-removed", show=True),
    _key("E", "toggle_marks", "Marks", "show-marks"),
    _key("<", "width(-4)", "Narrower", "narrower"),
    _key(">", "width(4)", "Wider", "wider"),
)
