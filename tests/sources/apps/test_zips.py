"""Zips from anywhere: what is too large, too many, packed strangely or broken is refused."""

import zipfile

import pytest
from app_exports import OMNIVORE, OMNIVORE_ITEM, POCKET, dumped, packed

from reader.model import SourceError
from reader.sources.apps import recognise_export, zips

ITEM = dumped([OMNIVORE_ITEM])


def test_an_entry_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LARGEST", 2000)
    data = packed(
        {"metadata_0_to_20.json": ITEM, "content/harbour-plan.html": b" " * 3000},
    )
    with pytest.raises(SourceError, match=r"“content/harbour-plan\.html” in it is larger than"):
        recognise_export("a.zip", data)


def test_entries_that_unpack_to_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "TOTAL", 2000)
    data = packed({"metadata_0_to_20.json": ITEM, "a": b" " * 1500, "b": b" " * 1500})
    with pytest.raises(SourceError, match="unpacks to more than"):
        recognise_export("a.zip", data)


def test_one_entry_read_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "TOTAL", 20_000)
    metadata = dumped([OMNIVORE_ITEM] * 20)
    data = packed({"metadata_0_to_20.json": metadata, "content/harbour-plan.html": b" " * 2000})
    with pytest.raises(SourceError, match="unpacks to more than"):
        recognise_export("a.zip", data)


def test_a_declared_size_is_not_believed() -> None:
    text = b"<p>" + b"x" * 5000
    data = packed({"metadata_0_to_20.json": ITEM, "content/harbour-plan.html": text})
    lying = data.replace(len(text).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(SourceError, match=r"“content/harbour-plan\.html” in it is broken"):
        recognise_export("a.zip", lying)


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "ENTRIES", 3)
    data = packed({"metadata_0_to_20.json": ITEM} | {str(number): b"" for number in range(4)})
    with pytest.raises(SourceError, match="more than 3 entries"):
        recognise_export("a.zip", data)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packed_in_a_way_that_cannot_be_bounded(compression: int) -> None:
    with pytest.raises(SourceError, match="packed in an unknown way"):
        recognise_export("a.zip", packed({"metadata_0_to_20.json": ITEM}, compression))


def test_broken_zips() -> None:
    with pytest.raises(SourceError, match="the zip is broken"):
        recognise_export("a.zip", OMNIVORE[: len(OMNIVORE) // 2])
    broken = bytearray(packed({"part_000000.csv": POCKET}))
    broken[60] ^= 0xFF
    with pytest.raises(SourceError, match="part_000000"):
        recognise_export("a.zip", bytes(broken))


def test_other_zips_are_none() -> None:
    assert recognise_export("a.docx", packed({"word/document.xml": b"<w/>"})) is None
    assert recognise_export("a.epub", b"PK\x03\x04 and then nothing") is None


def test_an_entry_without_a_name() -> None:
    data = bytearray(packed({"part_000000.csv": POCKET, "x": b""}))
    header = data.rindex(b"PK\x01\x02")
    data[header + 28], data[header + 30] = 0, 1  # the byte of its name is something else now
    assert recognise_export("a.zip", bytes(data)) is not None


def test_nothing_is_written(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    monkeypatch.chdir(folder)
    recognise_export("a.zip", packed({"metadata_0_to_20.json": ITEM, "../out": b"x", "/abs": b"x"}))
    assert list(folder.iterdir()) == []
    assert not (folder.parent / "out").exists()
