"""What comes back in a workbook: moved, sorted and copied it is understood, broken it is refused."""

import shutil
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from rolcheck.desk.handing.sheets.reading import read_sheets
from tests.factories import Town, make_town
from tests.sheet_filling import Opened, exported, filled


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town in round 2, of which nothing is scored."""
    town = make_town(tmp_path / "town").play(until=1)
    town.desk("boss").open_round(2)
    return town


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r1.xlsx"


def taken_back(desk: Desk, path: Path) -> tuple[Judged, ...]:
    return desk.hand_in([read_sheets(path)])


def outcomes(judged: tuple[Judged, ...]) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (one.item.submission, one.item.indicator): (one.outcome, one.value)
        for one in judged
        if one.outcome != "blank"
    }


def said_of(desk: Desk, path: Path) -> str:
    """Return why nothing of a workbook is recorded, a line each."""
    before = desk.length()
    try:
        failure: RolcheckError | None = problems_of(taken_back(desk, path))
    except RolcheckError as error:
        failure = error
    assert failure is not None
    assert desk.length() == before
    return str(failure).replace(str(path.parent), "")


# what people do to workbooks, and what is understood all the same


def swap_columns(opened: Opened) -> None:
    sheet = opened.sheet("east")
    for row in (1, *range(5, sheet.max_row + 1)):
        one, other = sheet.cell(row, 10), sheet.cell(row, 11)
        one.value, other.value = other.value, one.value


def sort_rows(opened: Opened) -> None:
    sheet = opened.sheet("east")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    for row, values in enumerate(reversed(rows), start=6):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value


def copy_sheet(opened: Opened) -> None:
    opened.book.copy_worksheet(opened.sheet("east")).title = "east (2)"


def rename_sheet(opened: Opened) -> None:
    opened.sheet("east").title = "东岸区（改）"


def reverse_sheets(opened: Opened) -> None:
    opened.book.move_sheet("east", offset=3)


def add_notes(opened: Opened) -> None:
    notes = opened.book.create_sheet("我的笔记", 0)
    notes.append(["1.1.1", "再问一下部署文件"])


def drop_columns(opened: Opened) -> None:
    opened.sheet("east").delete_cols(3, 7)


def insert_row_on_top(opened: Opened) -> None:
    opened.sheet("east").insert_rows(1, 2)


def leave_a_sheet_out(opened: Opened) -> None:
    del opened.book["court"]


def forget_whose_rows(opened: Opened) -> None:
    for cells in opened.sheet("east").iter_rows(min_col=13, max_col=13, min_row=6):
        cells[0].value = None


@pytest.mark.parametrize(
    "change",
    [
        swap_columns,
        sort_rows,
        copy_sheet,
        rename_sheet,
        reverse_sheets,
        add_notes,
        drop_columns,
        insert_row_on_top,
        leave_a_sheet_out,
        forget_whose_rows,
    ],
)
def test_entries_are_bound_by_names_and_ids_not_by_place(
    town: Town, path: Path, change: Callable[[Opened], None]
) -> None:
    opened = exported(town.desk("boss"), "r1", path)
    opened.fill({("east", "1.1.1"): ("B", "照片不全"), ("west", "1.2.1"): ("是",)})
    change(opened)

    judged = taken_back(town.desk("boss"), opened.save())

    recorded = tuple(one for one in judged if one.outcome == "recorded")
    assert outcomes(recorded) == {
        ("east", "1.1.1"): ("recorded", "B"),
        ("west", "1.2.1"): ("recorded", "yes"),
    }
    own = town.desk().standing().own_latest("east", "1.1.1", "r1")
    assert own is not None
    assert (own.value, own.remark, own.author) == ("B", "照片不全", "boss")


def test_what_is_left_out_and_what_is_no_score_sheet_is_named(town: Town, path: Path) -> None:
    opened = exported(town.desk("boss"), "r1", path)
    add_notes(opened)
    leave_a_sheet_out(opened)

    read = read_sheets(opened.save())

    assert [str(problem).rpartition("/")[2] for problem in read.passed_over] == [
        "r1.xlsx:我的笔记: this sheet is no score sheet and was passed over",
        "r1.xlsx:rolcheck: no sheet holds court, which was handed out",
    ]


@pytest.mark.parametrize(
    ("indicator", "typed", "value"),
    [
        pytest.param("1.1.2", 0.5, "0.5", id="a number"),
        pytest.param("1.1.2", 2, "2", id="a whole number"),
        pytest.param("1.1.2", " １．５ ", "1.5", id="full-width digits and blanks"),
        pytest.param("2.1.2", "19／20", "19/20", id="a full-width count"),
        pytest.param("2.1.2", "'19/20", "19/20", id="an apostrophe that stayed"),
        pytest.param("1.2.1", True, "yes", id="a tick"),
        pytest.param("1.1.1", "ａ", "A", id="a full-width letter"),
    ],
)
def test_values_are_read_however_the_program_holds_them(
    town: Town, path: Path, indicator: str, typed: object, value: str
) -> None:
    file = filled(town.desk("boss"), "r1", path, {("east", indicator): (typed,)})

    judged = taken_back(town.desk("boss"), file)

    assert outcomes(judged) == {("east", indicator): ("recorded", value)}


# what is refused, cell by cell


@pytest.mark.parametrize(
    ("indicator", "entry", "said"),
    [
        pytest.param(
            "2.1.2",
            (date(2026, 11, 12),),
            "east!J10: a date stands here, 2026-11-12: the office program made one of what was "
            "typed; to type a count, begin with an apostrophe, as in '11/12",
            id="a date where a count was meant",
        ),
        pytest.param("2.1.2", (datetime(2026, 1, 2, 3, 4),), "east!J10: a date", id="a moment"),
        pytest.param("2.1.2", (0.95,), "'0.95' is not a count", id="a share"),
        pytest.param("2.1.2", ("21/20",), "21 of 20 is more than there are", id="too many"),
        pytest.param("2.2.1", ("3/5",), "holds 4 of these, not 5", id="another period"),
        pytest.param("1.1.2", (0.3,), "0.3 is not on a step of 0.5", id="between two steps"),
        pytest.param("1.1.2", (7,), "7 points is outside 0 to 2", id="above the full points"),
        pytest.param("1.1.2", ("-1",), "'-1' is not a number", id="a sign"),
        pytest.param("1.1.2", ("1E+0",), "'1E+0' is not a number", id="an exponent"),
        pytest.param("1.1.1", ("D",), "no level 'D'; expected A, B, C", id="no such level"),
        pytest.param("1.1.1", (1,), "no level '1'", id="points instead of a level"),
        pytest.param("2.1.1", ("K7",), "no defect 'K7'", id="no such defect"),
        pytest.param("1.2.1", ("perhaps",), "neither yes nor no", id="no answer"),
        pytest.param("V.1.1", ("veto",), "a remark is required for veto", id="a veto unexplained"),
        pytest.param("1.1.2", ("n/a",), "a remark is required for n/a", id="n/a unexplained"),
        pytest.param("1.1.1", ("n/a", "x"), "1.1.1 cannot be n/a", id="n/a where it cannot be"),
        pytest.param("1.1.1", (None, "x"), "a remark or evidence but no value", id="no value"),
        pytest.param("1.1.1", ("A", "", "E-9"), "no evidence 'E-9' in east", id="no such evidence"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_stored(
    town: Town, path: Path, indicator: str, entry: tuple[object, ...], said: str
) -> None:
    entries = {("east", indicator): entry, ("west", "1.1.1"): ("A",)}
    file = filled(town.desk("boss"), "r1", path, entries)

    answer = said_of(town.desk("boss"), file)

    assert said in answer
    assert answer.startswith("/r1.xlsx:east!J")


def test_every_bad_cell_is_named_at_once(town: Town, path: Path) -> None:
    entries = {("east", "1.1.1"): ("D",), ("east", "1.1.2"): (9,), ("west", "2.1.1"): ("K9",)}

    answer = said_of(town.desk("boss"), filled(town.desk("boss"), "r1", path, entries))

    assert [line.split(": ")[0] for line in answer.splitlines()] == [
        "/r1.xlsx:east!J6",
        "/r1.xlsx:east!J7",
        "/r1.xlsx:west!J9",
    ]


def put(name: str, address: str, value: object) -> Callable[[Opened], None]:
    def change(opened: Opened) -> None:
        opened.sheet(name)[address] = value  # type: ignore[assignment]

    return change


def delete_names(opened: Opened) -> None:
    opened.sheet("east").delete_rows(1)


def delete_names_of_a_renamed_sheet(opened: Opened) -> None:
    opened.sheet("east").delete_rows(1)
    rename_sheet(opened)


def delete_about(opened: Opened) -> None:
    del opened.book["rolcheck"]


def delete_items_handed_out(opened: Opened) -> None:
    opened.sheet("rolcheck").delete_rows(7, 100)


def fill_a_copy_otherwise(opened: Opened) -> None:
    copy_sheet(opened)
    opened.sheet("east")["J6"] = "A"
    opened.sheet("east (2)")["J6"] = "B"


def two_value_columns(opened: Opened) -> None:
    opened.sheet("east")["H1"] = "value"


def other_material(opened: Opened) -> None:
    sheet = opened.sheet("rolcheck")
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 4).value = "0" * 64


def merge(cells: str) -> Callable[[Opened], None]:
    return lambda opened: opened.sheet("east").merge_cells(cells)


def as_percentage(opened: Opened) -> None:
    cell = opened.sheet("east")["J7"]
    cell.value, cell.number_format = 1, "0%"


def value_below_the_table(opened: Opened) -> None:
    opened.sheet("east")["J30"] = "见附件"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            put("east", "J6", '=IF(1,"A","B")'),
            'east!J6: a formula stands here that was never worked out: =IF(1,"A","B")',
            id="a formula in a value",
        ),
        pytest.param(put("east", "K6", "=1+1"), "east!K6: a formula", id="a formula in a remark"),
        pytest.param(put("east", "J6", "#REF!"), "east!J6: the cell shows an error", id="an error"),
        pytest.param(delete_names, "east: the hidden first row", id="no row of names"),
        pytest.param(delete_names_of_a_renamed_sheet, ": the hidden first row", id="renamed too"),
        pytest.param(delete_about, "no sheet 'rolcheck' that says", id="no hidden sheet"),
        pytest.param(delete_items_handed_out, "not say the submission", id="no items handed out"),
        pytest.param(fill_a_copy_otherwise, "filled in twice, and not alike", id="a copy"),
        pytest.param(two_value_columns, "column 'value' is there twice", id="two columns"),
        pytest.param(value_below_the_table, "in a row without an indicator", id="below the table"),
        pytest.param(put("east", "A6", None), "east!J6: there is a value in a row", id="no number"),
        pytest.param(put("east", "A6", "一"), "east!J6: there is a value in a row", id="a word"),
        pytest.param(
            put("east", "A6", date(2001, 1, 1)), "east!J6: there is a value in", id="a date"
        ),
        pytest.param(merge("J6:J7"), "east!J6: the cells J6:J7 were merged", id="merged rows"),
        pytest.param(merge("J6:K6"), "east!J6: the cells J6:K6 were merged", id="merged columns"),
        pytest.param(as_percentage, "east!J7: '100%' is not a number", id="a percentage"),
        pytest.param(put("rolcheck", "B1", "9"), "rolcheck!B1: this workbook was", id="version"),
        pytest.param(
            put("rolcheck", "B2", "other"), "made for the campaign 'other'", id="campaign"
        ),
        pytest.param(put("rolcheck", "B2", None), "does not say the campaign", id="no campaign"),
        pytest.param(put("rolcheck", "B3", "1"), "round 1 is closed", id="a closed round"),
        pytest.param(put("rolcheck", "B3", "7"), "no round 7", id="no such round"),
        pytest.param(put("rolcheck", "B3", "two"), "'two' is no round's number", id="no number"),
        pytest.param(put("rolcheck", "B4", "r9"), "nobody named 'r9'", id="nobody"),
        pytest.param(put("rolcheck", "B4", "guest"), "guest may not score", id="no reviewer"),
        pytest.param(put("rolcheck", "B5", "0" * 64), "made for other criteria", id="criteria"),
        pytest.param(
            put("rolcheck", "C9", "x"),
            "rolcheck!C9: the hidden sheet does not say",
            id="an edition",
        ),
        pytest.param(other_material, "the material of 1.1.1 of east changed", id="material"),
        pytest.param(put("east", "A6", "9.9.9"), "no indicator '9.9.9'", id="no such indicator"),
        pytest.param(put("east", "P6", "north"), "no submission 'north'", id="no such submission"),
    ],
)
def test_a_damaged_workbook_is_refused_with_its_place(
    town: Town, path: Path, change: Callable[[Opened], None], said: str
) -> None:
    opened = exported(town.desk("boss"), "r1", path).fill({("east", "1.1.1"): ("A",)})
    change(opened)

    answer = said_of(town.desk("boss"), opened.save())

    assert said in answer
    assert answer.startswith("/r1.xlsx:")


def not_a_workbook(path: Path) -> None:
    path.write_bytes(b"submission,indicator,value\n")


def an_old_workbook(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(512))


def an_empty_file(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4000])


def one_of_our_own(path: Path) -> None:
    Workbook().save(path)


def a_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (8 << 20))


def broken_xml(path: Path) -> None:
    copy = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if "sheet1" in name else data)
    shutil.move(copy, path)


@pytest.mark.parametrize(
    "break_it",
    [not_a_workbook, an_old_workbook, an_empty_file, cut_off, one_of_our_own, a_bomb, broken_xml],
)
def test_a_file_that_is_no_workbook_of_ours_is_refused_by_its_name(
    town: Town, path: Path, break_it: Callable[[Path], None]
) -> None:
    filled(town.desk("boss"), "r1", path, {("east", "1.1.1"): ("A",)})
    break_it(path)

    answer = said_of(town.desk("boss"), path)

    assert answer.startswith("/r1.xlsx: ")


def test_sheets_without_names_are_all_named(town: Town, path: Path) -> None:
    opened = exported(town.desk("boss"), "r1", path)
    for name in ("east", "west"):
        opened.sheet(name).delete_rows(1)

    with pytest.raises(ProblemsError) as raised:
        read_sheets(opened.save())

    assert len(raised.value.problems) == 2
