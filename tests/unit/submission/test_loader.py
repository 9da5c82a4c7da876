"""An applicant's folder: its manifest, the hashes of what it names, and what is not there."""

import os
from pathlib import Path

import pytest

from rolcheck.base.canon import sha256_hex
from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.submission.loader import (
    SubmissionFolder,
    differing_files,
    file_problems,
    hash_files,
    load_submission,
)

MANIFEST = """[submission]
id = "east"
name = "东区"
[[evidence]]
id = "E-1"
title = "t"
file = "plan.txt"
[[evidence]]
id = "E-2"
title = "t"
file = "plan.txt"
[[register]]
id = "r"
file = "registers/r.csv"
"""


@pytest.fixture
def east(tmp_path: Path) -> SubmissionFolder:
    (tmp_path / "submission.toml").write_text(MANIFEST)
    (tmp_path / "plan.txt").write_text("plan")
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers" / "r.csv").write_text("no\n1\n")
    return load_submission(tmp_path)


def rewrite(east: SubmissionFolder, name: str, text: str) -> None:
    """Write a file as somebody would later: its time changes."""
    path = east.folder / name
    before = path.stat().st_mtime_ns
    path.write_text(text)
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


def test_the_manifest_and_each_file_that_it_names_are_hashed_once(east: SubmissionFolder) -> None:
    hashes = hash_files(east)

    assert list(hashes) == ["submission.toml", "plan.txt", "registers/r.csv"]
    assert hashes["submission.toml"] == sha256_hex((east.folder / "submission.toml").read_bytes())


@pytest.mark.parametrize("name", ["plan.txt", "registers/r.csv"])
def test_a_missing_file_cannot_be_received(east: SubmissionFolder, name: str) -> None:
    (east.folder / name).unlink()

    with pytest.raises(InputError, match="there is no such file"):
        hash_files(east)


def test_files_as_received_do_not_differ(east: SubmissionFolder) -> None:
    assert differing_files(east, hash_files(east)) == ()


@pytest.mark.parametrize("name", ["submission.toml", "plan.txt", "registers/r.csv"])
def test_a_changed_file_differs(east: SubmissionFolder, name: str) -> None:
    before = hash_files(east)
    assert differing_files(east, before) == ()
    rewrite(east, name, MANIFEST + "# later\n")

    assert differing_files(east, before) == (name,)


def test_what_is_gone_from_the_folder_or_the_manifest_differs(east: SubmissionFolder) -> None:
    before = hash_files(east)
    (east.folder / "plan.txt").unlink()

    assert differing_files(east, before | {"old.txt": "f" * 64}) == ("plan.txt", "old.txt")


def test_a_file_that_was_not_received_yet_differs(east: SubmissionFolder) -> None:
    before = hash_files(east)
    del before["plan.txt"]

    assert differing_files(east, before) == ("plan.txt",)


def test_what_is_no_file_differs(east: SubmissionFolder) -> None:
    before = hash_files(east)
    (east.folder / "plan.txt").unlink()
    (east.folder / "plan.txt").mkdir()

    assert differing_files(east, before) == ("plan.txt",)


def test_files_that_are_not_there_or_lie_outside_are_told_with_their_lines(tmp_path: Path) -> None:
    text = MANIFEST.replace("registers/r.csv", "../r.csv")
    (tmp_path / "submission.toml").write_text(text)

    said = [str(one).partition("submission.toml:")[2] for one in file_problems(
        load_submission(tmp_path)
    )]  # fmt: skip

    missing = "no file 'plan.txt' in the folder; expected a file inside the submission's folder"
    assert said[:2] == [f"7:8: {missing}", f"11:8: {missing}"]
    assert said[2].startswith("14:8: ")
    assert len(said) == 3


def test_nothing_is_wrong_with_files_that_are_there(east: SubmissionFolder) -> None:
    assert list(file_problems(east)) == []


def test_a_manifest_with_faults_names_them_all(tmp_path: Path) -> None:
    (tmp_path / "submission.toml").write_text('[submission]\nid = "a b"\n')

    with pytest.raises(ProblemsError) as caught:
        load_submission(tmp_path)

    assert len(caught.value.problems) == 2
