"""Whole tables as offices lay them out become drafts that load."""

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from rolcheck.base.errors import InputError
from rolcheck.base.places import Place
from rolcheck.base.workbook import Cell, Sheet, Workbook
from rolcheck.criteria.drafting.draft import Draft, DraftIndicator, cell
from rolcheck.criteria.drafting.drafting import draft_of
from rolcheck.criteria.drafting.headings import role_of
from rolcheck.criteria.drafting.loader import read_tables
from rolcheck.criteria.drafting.toml import toml_of
from rolcheck.criteria.loader import load_criteria
from rolcheck.criteria.model import Criteria
from tests.fixtures.tables.layouts import LAYOUTS, Layout, Row, write


def draft(name: str, folder: Path) -> Draft:
    return draft_of(read_tables(write(LAYOUTS[name], folder / f"{name}.xlsx")))


def table(*rows: Row) -> Workbook:
    cells = {
        (row, column): Cell(str(value), "formula" if str(value).startswith("=") else "text")
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    file = Path("table.xlsx")
    return Workbook(file, (Sheet(file, "Sheet1", False, cells, ()),))


def loaded(made: Draft, folder: Path) -> Criteria:
    path = folder / "draft.toml"
    path.write_text(toml_of(made), "utf-8")
    return load_criteria(path).criteria


def only(*rows: Row) -> DraftIndicator:
    [one] = draft_of(table(*rows)).indicators
    return one


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_becomes_a_draft_that_loads(layout: Layout, tmp_path: Path) -> None:
    made = draft_of(read_tables(write(layout, tmp_path / "table.xlsx")))
    criteria = loaded(made, tmp_path)

    assert (len(made.areas), len(made.groups), len(made.indicators)) == layout.counts
    assert Counter(one.kind for one in made.indicators) == layout.kinds
    assert sum(one.state == "unread" for one in made.indicators) == layout.unread
    assert [cell(one.where) for one in made.differences] == list(layout.differences)
    assert criteria.points == Fraction(layout.points or 0)
    assert not layout.ids or tuple(one.id for one in criteria.indicators) == layout.ids


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_text_of_a_table_that_is_read_stands_in_the_draft(
    layout: Layout, tmp_path: Path
) -> None:
    text = toml_of(draft_of(read_tables(write(layout, tmp_path / "table.xlsx"))))
    tables = [one for one in layout.sheets.values() if not one.hidden and len(one.rows) > 2]
    said = [str(value) for one in tables for row in one.rows for value in row if value]
    runs = {run for one in said for run in re.findall("[\u4e00-\u9fff]{2,}", one)}

    assert {run for run in runs if run not in text and not role_of(run)} <= {"合计", "小计"}


def test_each_part_of_a_draft_says_where_it_stood(tmp_path: Path) -> None:
    text = toml_of(draft("merged", tmp_path))

    assert "# 来源: Sheet1!A4（原编号 一），表中 12 分\n[[area]]" in text
    assert "# 来源: Sheet1!C6（原编号 3）\n[[indicator]]" in text


def test_what_was_not_understood_is_marked_and_kept(tmp_path: Path) -> None:
    text = toml_of(draft("sections", tmp_path))

    assert "# 未能识别: 视落实情况评定\n[[indicator]]" in text
    assert 'hint = "视落实情况评定"' in text


def test_points_that_do_not_add_up_are_named_with_both_numbers(tmp_path: Path) -> None:
    made = draft("two-row-heading", tmp_path)

    assert "# 分值不符: 评分表!D10 表中 25 分，各行合计 20 分" in toml_of(made)


def test_an_area_whose_rows_do_not_bear_out_its_points_is_named() -> None:
    head = ("一级指标", "三级指标", "分值", "评分标准")
    [found] = draft_of(table(head, ("一、公开（5分）", "目录", "3", "未公开不得分"))).differences

    assert (found.of, cell(found.where), found.stated, found.summed) == (
        "1",
        "Sheet1!A2",
        Fraction(5),
        Fraction(3),
    )


def test_a_continued_row_belongs_to_the_indicator_above(tmp_path: Path) -> None:
    first = draft("continued", tmp_path).indicators[0]

    assert first.title == "领导干部学法"
    assert "每少一次扣0.5分" in first.guidance
    assert [title for title, _ in first.evidence] == ["计划", "签到表"]


def test_a_sheet_without_a_table_is_named_and_a_hidden_one_is_not_read(tmp_path: Path) -> None:
    made = draft("continued", tmp_path)

    assert [problem.where.sheet for problem in made.problems] == ["说明"]
    assert "旧指标" not in toml_of(made)


def test_one_sheet_can_be_chosen(tmp_path: Path) -> None:
    path = write(LAYOUTS["continued"], tmp_path / "table.xlsx")

    made = draft_of(read_tables(path), sheet="部门", name="offices")

    assert (made.id, [one.title for one in made.indicators]) == ("offices", ["审核率"])


def test_a_sheet_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="no sheet 'Sheet2'") as caught:
        draft_of(table(("分值",)), sheet="Sheet2")

    assert caught.value.params["near"] == "Sheet1"


def test_a_workbook_without_a_table_is_named_with_what_was_expected() -> None:
    with pytest.raises(InputError, match="no table of indicators") as caught:
        draft_of(table(("通知",), ("各单位：",)))

    assert caught.value.where == Place("table.xlsx", 1, 1, sheet="Sheet1")
    assert "一级指标" in caught.value.hint


def test_headings_with_nothing_below_are_refused() -> None:
    with pytest.raises(InputError, match="no row stands below the headings"):
        draft_of(table(("一级指标", "三级指标", "分值")))


def test_a_formula_that_nobody_worked_out_is_named() -> None:
    head = ("三级指标", "分值", "评分标准")
    made = draft_of(table(head, ("公开", "=B9+1", "未公开的扣1分")))

    assert [str(problem.where) for problem in made.problems] == ["table.xlsx:Sheet1!B2"]
    assert made.indicators[0].points is None
    assert "# 未能识别: 分值" in toml_of(made)


def test_points_of_the_levels_above_are_not_taken_for_those_of_rows() -> None:
    head = ("一级指标", "权重", "二级指标", "分值", "三级指标", "计量单位", "分值")
    made = draft_of(
        table(
            head,
            ("管理", "50", "预算", "12", "执行进度", "%", "7"),
            (None, None, None, None, "调整次数", "次", "5"),
            head,
            ("产出", "50", "数量", "8", "完成率", "%", "8"),
        )
    )

    assert [one.points for one in made.indicators] == [7, 5, 8]
    assert [group.stated for group in made.groups] == [12, 8]
    assert made.differences == ()
    assert "计量单位：%" in made.indicators[0].guidance


def test_rows_with_points_of_their_own_are_indicators_of_their_own() -> None:
    made = draft_of(
        table(
            ("三级指标", "评分标准", "分值"),
            ("学法", "有计划得1分，无计划不得分", "1"),
            (None, "每缺一次扣0.5分", "2"),
        )
    )

    assert [(one.title, one.points) for one in made.indicators] == [
        ("学法", Fraction(1)),
        ("每缺一次扣0.5分", Fraction(2)),
    ]


def test_ids_are_counted_unless_all_of_the_table_fit() -> None:
    head = ("编号", "一级指标", "二级指标", "三级指标", "分值")
    rows = (("1.1.2", "甲", "乙", "丙", "1"), ("2.1.1", "甲", "乙", "丁", "1"))

    assert [one.id for one in draft_of(table(head, *rows)).indicators] == ["1.1.1", "1.1.2"]
    assert [one.id for one in draft_of(table(head, rows[0])).indicators] == ["1.1.2"]


def test_a_long_text_is_cut_for_a_title_and_kept_as_guidance() -> None:
    text = (
        "领导干部带头学法用法，把法治素养作为考核干部的重要内容，每年组织不少于两次的旁听庭审活动"
    )
    one = only(("三级指标", "分值", "评分标准"), (text, "2", "缺一次扣1分"))

    assert one.title == "领导干部带头学法用法"
    assert one.guidance.startswith(text)


def test_an_office_that_is_merged_over_rows_answers_for_each(tmp_path: Path) -> None:
    made = draft("two-row-heading", tmp_path)

    assert [one.offices for one in made.indicators[2:]] == [("复议科",), ("复议科",)]


def test_offices_and_evidence_are_parted_but_not_inside_brackets() -> None:
    one = only(
        ("三级指标", "分值", "责任单位", "佐证材料"),
        ("公开", "2", "司法局（含所、站）、督查室", "文件（通知、方案）、照片"),
    )

    assert one.offices == ("司法局（含所、站）", "督查室")
    assert [title for title, _ in one.evidence] == ["文件（通知、方案）", "照片"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_same_table_can_be_csv(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("三级指标,分值,评分标准\n公开,2,未公开的不得分\n", encoding)

    [one] = draft_of(read_tables(path)).indicators

    assert (one.title, one.points, one.kind) == ("公开", Fraction(2), "binary")
    assert str(one.where) == f"{path}:table!A2"


@pytest.mark.parametrize(
    "value",
    [
        '=cmd|"/c"!A1',
        'a"b\\c\'\'\'"""',
        "\x1b[31m红\u202e",
        "[x]\n]]\n#",
        "第一条" * 9,
        "一" * 40_000,
    ],
)
def test_whatever_a_cell_holds_the_draft_loads(value: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    cell_text = value.replace('"', '""')
    path.write_text(
        f'三级指标,分值,评分标准,备注\n"{cell_text}",2,"{cell_text}","{cell_text}"\n', "utf-8"
    )

    criteria = loaded(draft_of(read_tables(path)), tmp_path)

    assert len(criteria.indicators) == 1


@pytest.mark.parametrize("first", ["类别", "备用"])
def test_a_cell_merged_over_rows_that_the_next_column_names_is_a_group(
    first: str, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        [first, "项目", "内容", "分值", "评分标准"],
        ["一、基础工作", "（一）队伍", "1.配备人员", 10, "未配备的扣1分"],
        [None, None, "2.培训", 10, "未培训的扣1分"],
    ):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "merged.xlsx")

    made = draft_of(read_tables(tmp_path / "merged.xlsx"))

    assert [one.title for one in made.indicators] == ["配备人员", "培训"]
    assert "队伍" in {*(area.title for area in made.areas), *(group.title for group in made.groups)}
