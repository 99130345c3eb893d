"""No words of an article are ever read as markup: a rule held by reading our own source."""

import ast
from pathlib import Path

import pytest

import reader.ui

UI = Path(reader.ui.__file__).parent
PARSES = {
    "Static", "Label", "Button", "Option", "Checkbox", "Collapsible", "update", "add_option",
    "add_options", "from_markup", "notify", "with_tooltip",
}  # fmt: skip
TITLES = {"border_title", "border_subtitle", "tooltip"}


def is_safe(node: ast.expr) -> bool:
    """Whether a value cannot be a string made of somebody else's words."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="Content")):
            return True
        case ast.Call(func=ast.Attribute(attr="assemble" | "styled" | "join")):
            return True
    return False


def markup_is_off(call: ast.Call) -> bool:
    """`markup=False`, or handing on the parameter of a method that is off unless asked."""
    return any(
        word.arg == "markup"
        and (
            (isinstance(word.value, ast.Constant) and word.value.value is False)
            or (isinstance(word.value, ast.Name) and word.value.id == "markup")
        )
        for word in call.keywords
    )


def parses_markup(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    unsafe = bool(call.args) and not is_safe(call.args[0])
    return name in PARSES and unsafe and not markup_is_off(call)


def unsafe_lines(source: str) -> list[int]:
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and parses_markup(node)]
    assigned = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(to, ast.Attribute) and to.attr in TITLES for to in node.targets)
        and not is_safe(node.value)
    ]
    return [node.lineno for node in (*calls, *assigned)]


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.stem)
def test_no_variable_text_where_markup_is_parsed(path):
    assert not unsafe_lines(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "Static(title)",
        'Label(f"{title}")',
        "app.notify(words)",
        "app.notify(words, markup=True)",
        "static.update(words)",
        "self.border_title = title",
        "Content.from_markup(words)",
        'Static("a" + title)',
    ],
)
def test_the_rule_finds_what_it_forbids(line):
    assert unsafe_lines(line)


@pytest.mark.parametrize(
    "line",
    ["Static(Content(title))", 'Label("fixed")', "app.notify(words, markup=False)", "Static()"],
)
def test_the_rule_allows_what_is_safe(line):
    assert not unsafe_lines(line)


async def test_notices_are_no_markup_unless_asked():
    from piloting import driving

    async with driving() as reader:
        reader.app.notify("[/x] and [@click=app.quit]this")
        await reader.settle()
        assert reader.app.is_running
        assert not list(reader.app._notifications)[-1].markup
