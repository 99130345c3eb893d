"""The one gate: every string that enters the model comes through here.

Behind it there is nothing a terminal would act on, the only control character is "\\n", and
offsets never move again: `canonical(canonical(x)) == canonical(x)`, and `splitlines()` agrees
with `split("\\n")`. Textual and Rich strip only BEL, BS, VT, FF and CR, so ESC, OSC and C1
sequences would otherwise reach the terminal, and bidirectional overrides the reader's eye.
"""

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")

# ECMA-48: CSI … final byte; OSC, DCS, APC, PM, SOS … ST or BEL; other escapes; their 8-bit forms.
# A string without its terminator is cut at the end of the line, so that it cannot eat an article.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n\r]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]"
)

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, but for the line breaks
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # soft hyphen, fillers, joiners
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff"  # zero width, invisible operators, byte order mark
    "\ufff9-\ufffc"  # interlinear annotation, object replacement
    "\ud800-\udfff\ufdd0-\ufdef"  # surrogates and non-characters
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "\U000e0000-\U000e007f"  # tags: invisible text
    "]"
)

_SPACES = str.maketrans({"\t": " ", "\xa0": " "})

# Joiners mean something between letters of Arabic or Indic scripts and between emoji; beside
# Latin, Greek, Cyrillic or Hebrew letters they are only there to fool a search.
_JOINERS = re.compile(
    "(?:^|(?<=[\x00-\u05ff\u1e00-\u200b\u2010-\u206f]))[\u200c\u200d]+"
    "|[\u200c\u200d]+(?=[\x00-\u05ff\u1e00-\u200b\u2010-\u206f]|$)",
    re.MULTILINE,
)


def canonical(text: str) -> str:
    """Make a string safe to print and fixed in its offsets: NFC, "\\n" only, no controls."""
    if text.isascii() and text.isprintable():
        return text  # as most lines of a page: nothing below would change them
    text = _LINE_BREAKS.sub("\n", _ESCAPES.sub("", text))
    text = _UNSAFE.sub("", text).translate(_SPACES)
    text = unicodedata.normalize("NFC", text)
    while (joined := unicodedata.normalize("NFC", _JOINERS.sub("", text))) != text:
        text = joined
    return text


def canonical_line(text: str) -> str:
    """Make a string safe and put it on one line, white space folded: titles, tags, names, paths."""
    return " ".join(canonical(text).split())
