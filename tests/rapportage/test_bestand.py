"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from rapportage.bestand import write_whole


def test_file_holds_exactly_the_bytes(tmp_path: Path):
    write_whole(tmp_path / "rapport.csv", b"a;b\r\n")
    assert (tmp_path / "rapport.csv").read_bytes() == b"a;b\r\n"


def test_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path):
    (tmp_path / "rapport.csv").write_bytes(b"veel langer dan straks")
    write_whole(tmp_path / "rapport.csv", b"kort")
    assert [(pad.name, pad.read_bytes()) for pad in tmp_path.iterdir()] == [("rapport.csv", b"kort")]


def test_link_keeps_pointing_to_its_file(tmp_path: Path):
    doel = tmp_path / "echt.csv"
    (tmp_path / "link.csv").symlink_to(doel)
    write_whole(tmp_path / "link.csv", b"kort")
    assert (doel.read_bytes(), (tmp_path / "link.csv").is_symlink()) == (b"kort", True)


def test_folder_in_the_way_is_an_os_error_and_stays(tmp_path: Path):
    (tmp_path / "rapport.csv").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "rapport.csv", b"kort")
    assert [pad.name for pad in tmp_path.iterdir()] == ["rapport.csv"]
