"""How the reading view looks, in the theme's own colours; nothing is said by colour alone.

People are underlined, organisations and other names in italics, figures bold; highlights have
their colour's letter in the gutter, notes a pencil, the sentence under the cursor a bar. Without
colours, or with sixteen, where faint backgrounds are lost, underline and reverse stand in.
"""

from reader.model import Colour, EntityType

_LOOKS = (
    "title subtitle meta heading subheading body item quote code caption question entry correction"
    " footnote removed label"
)
_OVER = "figure date match here sentence selection"
_BESIDE = "note cursor margin hint"

COMPONENTS: tuple[str, ...] = (
    *f"{_LOOKS} {_OVER} {_BESIDE}".split(),
    *(kind.value for kind in EntityType),
    *(colour.value for colour in Colour),
    *(f"{colour.value}-sign" for colour in Colour),
)

CSS = """
Page {
    background: $background;
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
    scrollbar-color: $foreground 20%;
    scrollbar-color-hover: $foreground 40%;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;

    & > .reading--title { color: $primary; text-style: bold; }
    & > .reading--subtitle { text-style: italic; }
    & > .reading--meta { color: $foreground 60%; }
    & > .reading--heading { color: $primary; text-style: bold; }
    & > .reading--subheading { color: $primary; text-style: italic; }
    & > .reading--quote { color: $foreground 85%; }
    & > .reading--code { color: $foreground 85%; }
    & > .reading--caption { color: $foreground 70%; text-style: italic; }
    & > .reading--question { text-style: bold; }
    & > .reading--entry { color: $accent; }
    & > .reading--correction { text-style: italic; }
    & > .reading--footnote { color: $foreground 70%; }
    & > .reading--removed { color: $foreground 50%; }
    & > .reading--label { color: $foreground 50%; text-style: italic; }

    & > .reading--person { text-style: underline; }
    & > .reading--organization { text-style: italic; }
    & > .reading--place { text-style: italic; }
    & > .reading--group { text-style: italic; }
    & > .reading--asset { text-style: italic; }
    & > .reading--product { text-style: italic; }
    & > .reading--event { text-style: italic; }
    & > .reading--law { text-style: italic; }
    & > .reading--work { text-style: italic; }
    & > .reading--figure { text-style: bold; }
    & > .reading--date { text-style: bold; }

    & > .reading--yellow { background: $warning 25%; }
    & > .reading--green { background: $success 25%; }
    & > .reading--blue { background: $primary 25%; }
    & > .reading--red { background: $error 25%; }
    & > .reading--yellow-sign { color: $warning; text-style: bold; }
    & > .reading--green-sign { color: $success; text-style: bold; }
    & > .reading--blue-sign { color: $primary; text-style: bold; }
    & > .reading--red-sign { color: $error; text-style: bold; }

    & > .reading--match { background: $accent 35%; }
    & > .reading--here { text-style: bold reverse; }
    & > .reading--sentence { background: $foreground 7%; }
    & > .reading--selection { background: $primary 45%; }

    & > .reading--note { color: $accent; }
    & > .reading--cursor { color: $foreground 30%; }
    & > .reading--margin { color: $foreground 45%; }
    & > .reading--hint { color: $foreground 50%; text-style: italic; }

    &:focus > .reading--cursor { color: $accent; }
    &:focus > .reading--sentence { background: $foreground 10%; }

    &:nocolor, &:ansi, &.-sixteen {
        & > .reading--sentence { text-style: underline; }
        & > .reading--selection { text-style: reverse; }
        & > .reading--match { text-style: bold underline; }
    }
    &:ansi, &.-sixteen {
        & > .reading--yellow { background: ansi_yellow; color: ansi_black; }
        & > .reading--green { background: ansi_green; color: ansi_black; }
        & > .reading--blue { background: ansi_blue; color: ansi_bright_white; }
        & > .reading--red { background: ansi_red; color: ansi_bright_white; }
        & > .reading--sentence { background: transparent; }
        & > .reading--selection { background: transparent; }
        & > .reading--match { background: transparent; }
    }
}
"""
