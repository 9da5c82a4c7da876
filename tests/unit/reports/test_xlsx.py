"""Documents as workbooks, read back with another library."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from rolcheck.reports.blocks import Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers.xlsx import write

TABLE = Table(
    (Column("编号", "id"), Column("名称"), Column("分值", "number")),
    (("1.1.1", "甲", "2.50"), ("1.1.2", "乙", "-")),
    keys=1,
)


def book(*blocks: Heading | Paragraph | Note | Table, title: str = "指标") -> Workbook:
    target = io.BytesIO()
    write(Document(title, ("副标题",), blocks), target)
    return load_workbook(target)


def test_a_table_stands_below_the_title_with_its_head_frozen() -> None:
    sheet = book(TABLE)["指标"]

    assert [cell.value for cell in sheet[3]] == ["编号", "名称", "分值"]
    assert [cell.value for cell in sheet[4]] == ["1.1.1", "甲", 2.5]
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:C5"


def test_numbers_are_numbers_and_what_is_none_stays_text() -> None:
    sheet = book(TABLE)["指标"]

    assert sheet["C4"].number_format == "0.00"
    assert (sheet["C4"].data_type, sheet["C5"].data_type, sheet["A4"].data_type) == ("n", "s", "s")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://a.b", "{=1}"])
def test_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    cell = book(Table((Column("c"),), ((text,),)))["指标"]["A4"]

    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.hyperlink is None


def test_each_section_has_a_sheet_of_its_own_under_its_heading() -> None:
    made = book(Paragraph("前言"), Heading("一/二"), TABLE, Heading("一/二"), Heading("长" * 40))

    assert made.sheetnames == ["一二", "一二 2", "长" * 31]


def test_whoever_opens_the_workbook_sees_title_and_first_table() -> None:
    sheet = book(Paragraph("前言"), Heading("排名"), TABLE)["排名"]

    assert [sheet.cell(row, 1).value for row in range(1, 7)] == [
        "指标",
        "副标题",
        "前言",
        "排名",
        "编号",
        "1.1.1",
    ]
    assert sheet.freeze_panes == "B6"


def test_headings_that_columns_share_stand_over_them() -> None:
    columns = (Column("名称"), Column("一", "number", "领域"), Column("二", "number", "领域"))
    sheet = book(Table(columns, (("甲", "1", "2"),)))["指标"]

    assert sheet["B3"].value == "领域"
    assert [str(area) for area in sheet.merged_cells.ranges if area.min_row == 3] == ["B3:C3"]


def test_long_text_is_wrapped_and_its_row_grows() -> None:
    sheet = book(Table((Column("c"),), (("很长的说明，" * 30,),)))["指标"]

    assert sheet["A4"].alignment.wrap_text
    assert (sheet.row_dimensions[4].height or 0) > 60
    assert sheet.column_dimensions["A"].width < 60


def test_text_without_a_table_has_room_to_be_read() -> None:
    sheet = book(Paragraph("评分一致性较好，" * 20))["指标"]

    assert sheet.column_dimensions["A"].width >= 80
    assert (sheet.row_dimensions[3].height or 0) > 40


def test_text_beside_a_table_runs_across_its_columns() -> None:
    sheet = book(Paragraph("前言"), TABLE)["指标"]

    assert "A3:C3" in {str(area) for area in sheet.merged_cells.ranges}
