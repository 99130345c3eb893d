"""Commands run in this process, as the shell would run them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reader.cli.root import reader
from reader.model import InvalidQuery, ReaderError


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run() -> Run:
    """Run `reader` with these arguments on the test's own library."""

    def command(*arguments: str | Path, stdin: str | bytes = "") -> Ran:
        result = CliRunner().invoke(reader, [str(one) for one in arguments], input=stdin)
        if isinstance(result.exception, ReaderError):  # what main() makes of it
            code = 2 if isinstance(result.exception, InvalidQuery) else 1
            return Ran(code, result.stdout, f"reader: {result.exception}\n")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture
def story(run: Run, samples: Path) -> str:
    """The id of an imported article, with another imported beside it."""
    ran = run("import", samples / "3-repost-stablecoin.txt", "--json")
    assert ran.code == 0, ran.err
    return str(ran.json[0]["id"])
