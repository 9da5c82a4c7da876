"""Rows that are no indicators, rows out of place, and what the office program does not show."""

from pathlib import Path

import openpyxl

from rolcheck.base.workbook import Cell, Sheet, Workbook
from rolcheck.criteria.drafting.accounting import unaccounted
from rolcheck.criteria.drafting.draft import Draft, Remark, cell
from rolcheck.criteria.drafting.drafting import draft_of
from rolcheck.criteria.drafting.loader import read_tables
from rolcheck.criteria.drafting.toml import toml_of
from tests.fixtures.tables.layouts import Row

HEAD: Row = ("序号", "考核项目", "考核内容", "分值", "评分标准")


def draft(*rows: Row) -> Draft:
    cells = {
        (row, column): Cell(str(value), "text")
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    file = Path("table.xlsx")
    return draft_of(Workbook(file, (Sheet(file, "Sheet1", False, cells, ()),)))


def test_a_bonus_row_with_empty_cells_beside_it_leaves_the_area_above() -> None:
    made = draft(
        HEAD,
        ("1", "执法（5分）", "公示", "5", "未公示的扣1分"),
        ("小计", None, None, "5", None),
        ("加分项", None, "获表彰", "≤3分", "获国家级的每项加2分，最高加3分"),
        ("一票否决", None, "重大违法案件", "—", "发生的一票否决"),
    )

    assert [(area.title, area.stated) for area in made.areas] == [
        ("执法", 5),
        ("加分项", None),
        ("一票否决", None),
    ]
    assert [one.kind for one in made.indicators] == ["deduct", "bonus", "veto"]
    assert (made.differences, made.problems) == ((), ())


def test_titles_of_tables_and_footnotes_between_rows_are_notes() -> None:
    head = ("一级指标", "三级指标", "分值", "评分标准")
    made = draft(
        ("表一 宣传考核",),
        head,
        ("普法", "年度计划", "2", "未制定不得分"),
        ("备注", "以平台数据为准"),
        ("表二 化解考核",),
        head,
        ("调解", "规范化", "3", "不规范的扣3分"),
        ("合计", None, "5", None),
        ("说明：本表由司法局解释",),
        ("2.各项扣完为止，不计负分。",),
    )

    assert [(one.id, one.title) for one in made.indicators] == [
        ("1.1.1", "年度计划"),
        ("2.1.1", "规范化"),
    ]
    assert [cell(one.where) for one in made.below] == [
        "Sheet1!A4",
        "Sheet1!B4",
        "Sheet1!A5",
        "Sheet1!A9",
        "Sheet1!A10",
        "Sheet1!C8",
    ]


def test_what_is_hidden_is_said_whether_it_is_read_or_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD, ("1", "执法", "公示", 5, "未公示的扣1分"), ("2", "执法", "旧项", 5, "无")):
        sheet.append(list(row))
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    old = book.create_sheet("旧表")
    old["A1"], old.sheet_state = "旧", "hidden"
    book.save(tmp_path / "table.xlsx")

    made = draft_of(read_tables(tmp_path / "table.xlsx"))
    text = toml_of(made)

    assert [problem.params for problem in made.hidden] == [{}, {"rows": "3"}, {"columns": "E"}]
    assert made.indicators[1].remarks == ("表中第 3 行是隐藏行，请确认是否保留",)
    for said in ("工作表 旧表，未读入", "Sheet 第 3 行，已读入", "Sheet E 列，已读入"):
        assert f"# 隐藏的内容: {said}" in text


def test_weights_that_add_up_to_a_hundred_are_no_factors() -> None:
    head = ("一级指标", "三级指标", "分值", "权重")
    made = draft(head, ("甲（权重60%）", "一", "5", "60"), ("乙（权重40%）", "二", "5", "40"))

    assert made.points == 10
    assert [one.weight for one in made.indicators] == [None, None]
    assert "# 来源: Sheet1!A2，表中权重 60%" in toml_of(made)


def test_a_column_of_scores_stands_in_for_points_only_with_a_word_about_it() -> None:
    [problem] = draft(("类别", "考核内容", "得分"), ("公开", "目录", "2分")).problems

    assert problem.params == {"heading": "得分"}


def test_a_cell_that_stands_nowhere_in_the_draft_is_named() -> None:
    made = draft(HEAD, ("1", "执法", "公示", "5", "未公示的扣1分"))
    lost = Remark(made.indicators[0].where, "漏掉的文字")

    assert list(unaccounted((*made.cells, lost), toml_of(made))) == [lost]
