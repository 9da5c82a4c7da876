"""A criteria set as a table: what is said, and that reading it gives the same set."""

import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.criteria.drafting.drafting import draft_of
from rolcheck.criteria.drafting.loader import read_tables
from rolcheck.criteria.drafting.toml import toml_of
from rolcheck.criteria.loader import CriteriaFile, load_criteria, shipped_criteria
from rolcheck.criteria.model import Criteria
from rolcheck.locale import set_language
from rolcheck.reports.documents.criteria import criteria_document
from rolcheck.reports.writers import writer
from tests.unit.reports.towns import drawn

FILES = {path.stem: path for path in shipped_criteria()}


def shipped(name: str) -> CriteriaFile:
    return load_criteria(FILES[name])


def read_back(file: CriteriaFile, folder: Path) -> Criteria:
    (folder / "registers").symlink_to(file.path.parent / "registers")
    target = io.BytesIO()
    writer("xlsx").write(criteria_document(file), target)
    table = folder / "table.xlsx"
    table.write_bytes(target.getvalue())
    path = folder / "back.toml"
    path.write_text(toml_of(draft_of(read_tables(table))), "utf-8")
    return load_criteria(path).criteria


@pytest.mark.parametrize("name", FILES)
def test_a_set_that_went_out_as_a_workbook_comes_back_the_same(name: str, tmp_path: Path) -> None:
    set_language("zh")
    file = shipped(name)

    back = read_back(file, tmp_path)

    assert back.about == file.criteria.about
    assert back.indicators == file.criteria.indicators
    assert (back.areas, back.groups) == (file.criteria.areas, file.criteria.groups)


@pytest.mark.parametrize("name", FILES)
def test_a_workbook_in_english_comes_back_with_the_chinese_titles(
    name: str, tmp_path: Path
) -> None:
    set_language("en")
    file = shipped(name)

    back = read_back(file, tmp_path)

    assert back.indicators == file.criteria.indicators
    assert (back.areas, back.groups) == (file.criteria.areas, file.criteria.groups)


def test_weights_of_areas_and_groups_come_back_too(tmp_path: Path) -> None:
    file = shipped("project")
    area = file.criteria.areas[0].model_copy(update={"weight": Fraction(5, 2)})
    criteria = file.criteria.model_copy(update={"areas": (area, *file.criteria.areas[1:])})

    back = read_back(replace(file, criteria=criteria), tmp_path)

    assert back.areas[0] == area


def test_markdown_has_a_section_for_each_area_with_what_it_comes_to() -> None:
    set_language("zh")
    text = drawn(criteria_document(shipped("nankai-2023"), parted=True), "md")

    assert "## 1 统筹推进与创建（18分）\n" in text
    assert "| 1.1 年度报告（7分） | 1.1.1 | 区级年度报告经常务会审议并公开 | 4 |" in text
    assert "常务会议纪要；公开链接；报告正文" in text
    assert "kind =" not in text
