"""Imports run downward only, and nothing heavy loads before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "reader"

# What each floor may import of Reader, besides itself. Read it from the ground up.
FLOORS: dict[str, set[str]] = {
    "model": set(),
    "text": {"model"},
    "sources": {"model", "text", "__init__"},
    "export": {"model", "text"},
    "store": {"model", "text"},
    "library": {"model", "text", "sources", "export", "store"},
    "ui": {"model", "text", "library"},
    "cli": {"model", "text", "sources", "export", "library", "ui", "__init__"},
    "__main__": {"cli"},
    "__init__": set(),
    "lazily": set(),
}
EVERYWHERE = {"lazily"}
PURE = {"os", "pathlib", "socket", "time", "tempfile", "shutil", "subprocess", "urllib3", "sqlite3"}


def files() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        first = path.relative_to(ROOT).parts[0]
        yield first.removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize(
    ("floor", "path"), list(files()), ids=lambda value: str(value).split("reader/")[-1]
)
def test_imports_run_downward(floor: str, path: Path) -> None:
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "reader":
            other = parts[1] if len(parts) > 1 else "__init__"
            assert other in {floor} | FLOORS[floor] | EVERYWHERE, f"{path.name} imports {name}"
        if floor != "ui":
            assert parts[0] != "textual", f"{path.name} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "text").rglob("*.py")), ids=lambda path: path.stem)
def test_text_is_pure(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & PURE


def test_the_model_needs_the_standard_library_only() -> None:
    for path in (ROOT / "model").glob("*.py"):
        for name in imported(path):
            assert name.split(".")[0] in {"reader", *sys.stdlib_module_names}


# Modules that must not be loaded by what people wait for most.
HEAVY = [
    "jinja2",
    "rapidfuzz",
    "icalendar",
    "textual",
    "rich",
    "lxml",
    "trafilatura",
    "dateparser",
    "yaml",
    "urllib3",
    "charset_normalizer",
]


@pytest.mark.parametrize(
    "package",
    [
        "export",
        "library",
        "store",
        "store.index",
        "store.index.across",
        "store.notes",
        "text.anchoring",
        "ui.dialogs",
    ],
)
def test_what_is_imported_late_is_what_is_promised(package: str) -> None:
    module = import_module(f"reader.{package}")
    late = {name for names in vars(module)["_WHERE"].values() for name in names}
    assert late == set(module.__all__)
    for name in late:
        assert getattr(module, name) is not module
    with pytest.raises(AttributeError):
        module.no_such_name  # noqa: B018


@pytest.mark.parametrize(
    ("command", "may_load"),
    [
        (["list"], set()),
        (["tag", "nothing", "+x"], set()),
        (["search", "words"], set()),
        (["--help"], set()),
    ],
)
def test_commands_load_nothing_heavy(
    tmp_path: Path, command: list[str], may_load: set[str]
) -> None:
    code = (
        "import sys\nfrom reader.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "--home", str(tmp_path), *command],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(ran.stderr.splitlines()[-1].split()) <= may_load, ran.stderr


def test_only_the_index_knows_its_database() -> None:
    knowing = {path.parent for _, path in files() if "sqlite3" in set(imported(path))}
    index = ROOT / "store" / "index"
    assert knowing <= {index, index / "across"}
