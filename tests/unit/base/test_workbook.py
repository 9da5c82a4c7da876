import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from rolcheck.base.errors import InputError
from rolcheck.base.workbook import Area, Cell, read_workbook


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "评分表.xlsx"
    book.save(path)
    return path


def test_cells_come_as_an_office_program_shows_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "云澜区"
    values: list[str | float | bool | date] = [
        "较好 ",
        0.1 + 0.2,
        3,
        1e-7,
        True,
        date(2023, 11, 12),
        datetime(2023, 1, 2, 3, 4),
    ]
    for row, value in enumerate(values, start=1):
        sheet.cell(row, 2, value)

    read = read_workbook(saved(book, tmp_path)).sheets[0]

    assert read.name == "云澜区"
    assert [read.cells[row, 2] for row in range(1, 8)] == [
        Cell("较好", "text"),
        Cell("0.3", "number"),
        Cell("3", "number"),
        Cell("0.0000001", "number"),
        Cell("TRUE", "boolean"),
        Cell("2023-11-12", "date"),
        Cell("2023-01-02T03:04:00", "date"),
    ]
    assert str(read.place(7, 2)).endswith("评分表.xlsx:云澜区!B7")


def test_a_formula_that_nobody_worked_out_is_never_read_as_empty(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "=1+1"

    read = read_workbook(saved(book, tmp_path)).sheets[0]

    assert read.cells[1, 1] == Cell("=1+1", "formula")


def test_hidden_sheets_and_merged_cells_are_told(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A2"] = "一、组织领导"
    book.worksheets[0].merge_cells("A2:A5")
    book.create_sheet("rolcheck").sheet_state = "veryHidden"

    first, second = read_workbook(saved(book, tmp_path)).sheets

    assert first.merged == (Area(2, 1, 5, 1),)
    assert (first.hidden, second.hidden) == (False, True)


def test_control_characters_are_gone(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "好\u202eab"

    assert read_workbook(saved(book, tmp_path)).sheets[0].text(1, 1) == "好ab"


def test_a_cell_at_the_far_end_neither_hangs_nor_passes(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].cell(1_048_576, 16_384, "x")

    with pytest.raises(InputError, match="goes on to row 1048576"):
        read_workbook(saved(book, tmp_path))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "old .xls file", id="old or locked"),
        pytest.param(b"a,b\n1,2\n", r"no \.xlsx workbook", id="another format"),
        pytest.param(b"", r"no \.xlsx workbook", id="empty"),
    ],
)
def test_what_is_no_workbook_is_said_so(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)

    with pytest.raises(InputError, match=said):
        read_workbook(path)


def test_an_archive_that_unfolds_too_far_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(50 << 20))

    with pytest.raises(InputError, match="unfolds to more"):
        read_workbook(path)


def test_an_archive_without_a_workbook_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")

    with pytest.raises(InputError, match="the workbook is damaged"):
        read_workbook(path)


def test_a_percentage_is_told_from_a_number(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row, shown in enumerate(("0%", "0.00%", '0"%"', "0.0"), start=1):
        sheet.cell(row, 1, 0.5).number_format = shown

    read = read_workbook(saved(book, tmp_path)).sheets[0]

    assert [read.cells[row, 1] for row in range(1, 5)] == [
        Cell("50%", "percent"),
        Cell("50%", "percent"),
        Cell("0.5", "number"),
        Cell("0.5", "number"),
    ]


def test_an_open_document_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    with pytest.raises(InputError, match="this is an OpenDocument file") as raised:
        read_workbook(path)

    assert raised.value.hint == "open it, and save it as .xlsx"
