from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.base.files import inside, read_bytes, read_text, write_atomic


def test_a_bom_and_carriage_returns_are_dropped(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")

    assert read_text(file) == "a = 1\nb = 2\n"


def test_a_byte_that_is_not_utf8_is_named_by_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes("\ufeff评审\n分工 ".encode() + b"\xb7\xd6")

    with pytest.raises(InputError, match=r"a\.toml:2:4: the file is not UTF-8 text"):
        read_text(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none: there is no such file"):
        read_bytes(tmp_path / "none")


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no regular file"):
        read_bytes(tmp_path)


def test_what_is_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")

    write_atomic(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_what_stood_there(tmp_path: Path) -> None:
    taken = tmp_path / "a"
    taken.mkdir()
    (taken / "kept").touch()

    with pytest.raises(InputError, match="cannot be written"):
        write_atomic(taken, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("name", ["a.pdf", "evidence/x/y.pdf", "评审/件.pdf", "a..b"])
def test_a_path_below_the_folder_is_taken(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../a",
        "a/../../b",
        "a/..",
        "/etc/passwd",
        "C:\\a",
        "\\\\host\\a",
        "a\\..\\..\\b",
        "a\0b",
    ],
)
def test_a_path_that_climbs_or_is_rooted_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="is not inside its folder"):
        inside(tmp_path, name)


def test_a_link_that_leads_out_is_refused_and_one_within_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "out").symlink_to(tmp_path)
    (folder / "file").touch()
    (folder / "within").symlink_to(folder / "file")

    assert inside(folder, "within")
    with pytest.raises(InputError, match="is not inside its folder"):
        inside(folder, "out/other")


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(InputError):
        inside(tmp_path, "a")
