"""The texts and places of the problems of broken criteria files; `make golden` rewrites them."""

import os
from pathlib import Path

import pytest

from rolcheck.base.errors import ProblemsError
from rolcheck.criteria.loader import load_criteria

GOLDEN = Path(__file__).parents[2] / "golden" / "criteria"


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.toml")), ids=lambda file: file.stem)
def test_every_problem_of_a_broken_file_is_told_with_its_place(file: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_criteria(file)
    said = str(caught.value).replace(f"{GOLDEN}/", "") + "\n"
    golden = file.with_suffix(".txt")
    if os.environ.get("ROLCHECK_GOLDEN") == "write":
        golden.write_text(said, "utf-8")

    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.toml")), ids=lambda file: file.stem)
def test_line_ends_and_a_bom_move_no_place(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / file.name
    copy.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    with pytest.raises(ProblemsError) as caught:
        load_criteria(copy)

    said = str(caught.value).replace(f"{tmp_path}/", "") + "\n"
    assert said == file.with_suffix(".txt").read_text("utf-8")
