"""Reader's own two themes: ink on paper, and paper at night. Any of Textual's may be chosen."""

from __future__ import annotations

from textual.theme import Theme

_CURSOR = {"block-cursor-text-style": "none", "block-cursor-blurred-text-style": "none"}

NIGHT = Theme(
    name="reader-night",
    primary="#8fb4d8",
    secondary="#7a9cbf",
    accent="#e0af68",
    warning="#e0af68",
    error="#e06c75",
    success="#98c379",
    foreground="#d5d0c4",
    background="#16181d",
    surface="#1c1f26",
    panel="#272b34",
    dark=True,
    variables=_CURSOR
    | {"block-cursor-background": "#2c3644", "block-cursor-foreground": "#f2ede1"},
)

PAPER = Theme(
    name="reader-paper",
    primary="#2f5d8a",
    secondary="#4a6f94",
    accent="#9a5b13",
    warning="#9a5b13",
    error="#a8323e",
    success="#3f7a35",
    foreground="#2b2a27",
    background="#f6f1e5",
    surface="#efe8d8",
    panel="#e2d9c5",
    dark=False,
    variables=_CURSOR
    | {"block-cursor-background": "#dcd3bd", "block-cursor-foreground": "#1d1c1a"},
)

THEMES = (NIGHT, PAPER)
