"""Tables laid out as offices published theirs (sources: `tests/fixtures/tables/public.py`)."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.criteria.drafting.draft import Draft, cell
from rolcheck.criteria.drafting.drafting import draft_of
from rolcheck.criteria.drafting.loader import read_tables
from rolcheck.criteria.drafting.toml import toml_of
from rolcheck.desk.drafting import drafted
from tests.fixtures.tables.layouts import Layout, write
from tests.fixtures.tables.public import PUBLIC


def stated(made: Draft) -> dict[str, str]:
    return {area.title: str(area.stated) for area in made.areas}


def draft(name: str, folder: Path) -> Draft:
    return draft_of(read_tables(write(PUBLIC[name], folder / f"{name}.xlsx")))


@pytest.mark.parametrize("layout", PUBLIC.values(), ids=PUBLIC)
def test_a_published_table_becomes_a_draft_that_loads_or_says_what_to_fill_in(
    layout: Layout, tmp_path: Path
) -> None:
    made = drafted(write(layout, tmp_path / "table.xlsx"), None)
    found = made.draft

    assert (len(found.areas), len(found.groups), len(found.indicators)) == layout.counts
    assert Counter(one.kind for one in found.indicators) == layout.kinds
    assert sum(one.state == "unread" for one in found.indicators) == layout.unread
    assert found.differences == ()
    assert len(made.problems) == made.text.count("未能识别: 分值") == layout.missing
    assert found.points == (None if layout.missing else Fraction(layout.points or 0))
    assert "未用到的单元格" not in made.text


def test_points_behind_titles_of_areas_and_indicators_need_no_brackets(tmp_path: Path) -> None:
    made = draft("district", tmp_path)

    assert stated(made) == {"组织领导工作": "4", "决策工作": "3"}
    assert {one.title: str(one.points) for one in made.indicators} == {
        "年度计划要求明确": "3",
        "任务落实到人": "1",
        "按时报送报表": "3",
    }


def test_one_heading_over_two_columns_names_two_levels_with_points_behind(tmp_path: Path) -> None:
    made = draft("organs", tmp_path)

    assert stated(made) == {"保障措施": "10", "转变职能": "4"}
    assert [one.points for one in made.indicators] == [5, 5, 4]
    assert "考核方法：查看资料" in made.indicators[0].guidance


def test_page_numbers_and_notes_of_several_rows_are_no_indicators(tmp_path: Path) -> None:
    made = draft("business", tmp_path)

    assert [cell(one.where) for one in made.below] == ["Sheet1!A4", "Sheet1!A7", "Sheet1!A8"]
    assert [one.id for one in made.areas] == ["1", "2"]


def test_codes_beside_titles_are_taken_for_numbers(tmp_path: Path) -> None:
    assert [one.title for one in draft("model", tmp_path).indicators] == [
        "审批在期限内办结",
        "依法实施许可",
        "制定文件遵守程序",
    ]
    assert [area.title for area in draft("school", tmp_path).areas] == ["组织领导", "章程"]


def test_scoring_notes_name_the_rows_beside_a_merged_title(tmp_path: Path) -> None:
    made = draft("education", tmp_path)

    assert [group.title for group in made.groups] == ["组织", "队伍"]
    assert [one.title for one in made.indicators][:2] == ["定有工作制度", "制定规划(2分)，召开会议"]


def test_bonus_and_malus_rows_across_the_levels_are_areas_of_their_own(tmp_path: Path) -> None:
    made = draft("performance", tmp_path)
    text = toml_of(made)

    assert [area.title for area in made.areas] == ["指标考核", "加分项", "减分项"]
    assert "at-most = 3" in text
    assert "# 请核对: 扣分项没有满分可扣" in text
    assert made.indicators[2].offices == ("政府办", "经信委")


def test_weights_in_percent_are_noted_and_not_used(tmp_path: Path) -> None:
    made = draft("performance", tmp_path)

    assert [one.weight for one in made.indicators] == [None] * 5
    assert made.indicators[0].remarks == ("表中权重 70%，未用于计分",)
    assert "# 表中另有权重" in toml_of(made)


def test_a_second_table_with_other_headings_is_read_by_them(tmp_path: Path) -> None:
    made = draft("files", tmp_path)

    assert made.title == "处罚案卷评查标准"
    assert stated(made) == {"基本标准": "None", "卷面标准": "6"}
