"""An article written against terminals reaches one as words and nothing else, byte for byte."""

import re
import sys
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal

READER = [sys.executable, "-m", "reader"]
NAME = "8-hostile.txt"

# What the piece tries, as it would look if it came through.
FORBIDDEN = [
    b"\x1b]0;",  # the title of the window
    b"\x1b]2;",
    b"\x1b]52;",  # the clipboard
    b"\x1b]8;;http://evil",  # a link over a link
    "\x9b".encode(),  # eight-bit CSI, OSC, DCS in UTF-8
    "\x9d".encode(),
    "\x90".encode(),
    "\x85".encode(),
    b"PWNED",
    "\u202e".encode(),  # right to left
    "\u200b".encode(),  # zero width
    "\U000e0041".encode(),  # invisible tags
    b"\x07",
    b"\x08",
    b"\x00",
]
TEXTUALS_OWN = re.compile(rb"\x1b\]22;[a-z-]*\x07")  # the shape of the mouse pointer


def assert_harmless(raw: bytes) -> None:
    raw = TEXTUALS_OWN.sub(b"", raw)
    for sequence in FORBIDDEN:
        assert sequence not in raw, raw[max(0, raw.index(sequence) - 80) :][:200]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_the_app(samples: Path, own_home: Path, size: tuple[int, int]) -> None:
    with Terminal([*READER, "import", str(samples / NAME)]) as imported:
        assert imported.wait_for_end() == 0
        assert_harmless(imported.raw)
    with Terminal(READER, *size) as app:
        app.wait_for("Researchers name the terminal")
        app.press("\r")
        app.wait_for("escape sequences in 212 of 9,000 pages")
        for key in ("W", "h", " ", " ", "g"):
            app.press(key)
        app.wait_for("escape sequences in 212 of 9,000 pages")
        app.press("q", "q")
        assert app.wait_for_end() == 0
        assert_harmless(app.raw)


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["show", "Researchers"],
        ["entities"],
        ["figures", "--csv"],
        ["export"],
        ["export", "--format", "csv"],
        ["tag", "bad\x1b]0;PWNED\x07", "+x"],
        ["list", "is:\x1b]0;PWNED\x07"],
    ],
    ids=lambda command: command[0],
)
def test_the_commands(samples: Path, own_home: Path, command: list[str]) -> None:
    with Terminal([*READER, "import", str(samples / NAME)]) as imported:
        imported.wait_for_end()
        article = imported.text.split()[0]
    command = [article if word == "Researchers" else word for word in command]
    with Terminal([*READER, *command], 160, 50) as ran:
        ran.wait_for_end()
        assert_harmless(ran.raw)


def test_a_hostile_file_name(samples: Path, own_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    name = "\x1b]0;PWNED\x07\u202e[x][@click=app.quit].txt"
    (folder / name).write_text("Words without a title of their own\nand some more of them.")
    (folder / f"empty{name}").touch()
    with Terminal([*READER, "import", str(folder)]) as imported:
        assert imported.wait_for_end() == 1
        assert_harmless(imported.raw)
    with Terminal(READER) as app:
        app.wait_for("Words without a title")
        app.press("q")
        app.wait_for_end()
        assert_harmless(app.raw)
