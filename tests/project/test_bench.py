"""The generator of libraries makes such as Reader makes itself."""

import sys
from pathlib import Path

import pytest

from reader.library import Library, doctor

ROOT = Path(__file__).parents[2]


def test_a_made_library_is_one_of_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    sys.modules.pop("make_library", None)
    from make_library import make

    make(40, tmp_path / "lib")
    assert "40 articles" in capsys.readouterr().err
    assert all(finding.ok for finding in doctor(tmp_path / "lib"))
    with Library.open(tmp_path / "lib") as library:
        rows = library.listing().rows(0, 99)
        assert {row.title.rsplit("(No. ")[-1] for row in rows} == {f"{n})" for n in range(1, 41)}
        assert 250 < sum(row.words for row in rows) / 40 < 450
        noted = [row for row in rows if row.notes]
        assert len(noted) == 2
        for row in noted:
            [mark] = library.annotations(row.id)
            assert mark.span is not None
        assert len(library.names()) > 10
        assert len(library.all_figures()) > 10
    with pytest.raises(SystemExit):
        make(1, tmp_path / "lib")
