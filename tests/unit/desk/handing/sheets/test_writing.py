from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rolcheck.desk.handing.sheets.layout import LONGEST_NAME, sheet_names
from tests.factories import BEGIN, make_town
from tests.sheet_filling import Opened, exported


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """The workbook of r1 in round 2."""
    town = make_town(tmp_path / "town").play(until=1)
    town.desk("boss").open_round(2)
    return exported(town.desk("boss"), "r1", tmp_path / "r1.xlsx")


def offered(sheet: Worksheet, address: str) -> tuple[str, str, str]:
    """Return the kind, the formula and the message of the validation of a cell."""
    found = next(one for one in sheet.data_validations.dataValidation if address in one.sqref)
    return str(found.type), str(found.formula1), str(found.prompt)


def test_there_is_a_sheet_for_every_submission_and_a_hidden_one(opened: Opened) -> None:
    assert opened.book.sheetnames == ["court", "east", "west", "rolcheck"]
    assert opened.sheet("rolcheck").sheet_state == "veryHidden"
    assert [cell.value for cell in opened.sheet("rolcheck")["A"][:5]] == [
        "version",
        "campaign",
        "round",
        "reviewer",
        "criteria",
    ]
    assert [cell.value for cell in opened.sheet("rolcheck")["B"][1:4]] == ["small-2023", "2", "r1"]


def test_a_hidden_row_names_the_columns_and_heads_stay_in_sight(opened: Opened) -> None:
    sheet = opened.sheet("east")

    assert sheet.row_dimensions[1].hidden
    assert [cell.value for cell in sheet[1]][:2] == ["indicator", "title"]
    assert sheet.column_dimensions["P"].hidden
    assert sheet.freeze_panes == "C6"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$5:$5", "landscape")
    assert sheet.page_setup.fitToHeight == 0


def test_only_the_cells_to_fill_in_are_unlocked_and_hold_text(opened: Opened) -> None:
    sheet = opened.sheet("east")

    cells = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    places = {cell.coordinate for cell in cells}
    assert places == {f"{letter}{row}" for letter in "JKLMNO" for row in range(6, 15)}
    assert {cell.number_format for cell in cells} == {"@"}
    assert {cell.font.name for cell in cells} == {"微软雅黑"}


def test_what_may_be_written_is_offered_as_the_rule_has_it(opened: Opened) -> None:
    sheet = opened.sheet("east")

    assert offered(sheet, "J6")[:2] == ("list", '"A,B,C,no material"')
    assert offered(sheet, "J7")[1] == '"0,0.5,1,1.5,2,no material,not applicable"'
    assert offered(sheet, "J8")[1] == '"yes,no,no material"'
    assert offered(sheet, "J9")[2].startswith("Write which defects and how often, as in K1*2;K2")
    assert offered(sheet, "J10")[0] == "custom"
    assert offered(sheet, "J11")[2].startswith("Write how many of 4 are there, as in 3/4")
    assert offered(sheet, "J14")[1] == '"clear: not found,raise the veto"'


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town").play(until=1)
    town.desk("boss").open_round(2)
    town.score("r1", "east", "1.1.1", "A", '=HYPERLINK("http://x")')

    sheet = exported(town.desk("boss"), "r1", tmp_path / "r1.xlsx").sheet("east")

    assert sheet["I6"].data_type == "s"
    assert sheet["I6"].value == 'round 2: A (=HYPERLINK("http://x"))'


def test_nobody_but_the_reviewer_is_named_in_the_file(opened: Opened) -> None:
    properties = load_workbook(BytesIO(opened.path.read_bytes())).properties

    assert properties.creator in (None, "")
    assert properties.lastModifiedBy in (None, "")
    assert properties.created is not None
    assert properties.created.date() == BEGIN.date()  # the campaign's clock, not this machine's


def test_an_id_that_cannot_name_a_sheet_is_shortened_and_stays_its_own() -> None:
    long = "a" * 64
    names = sheet_names(["east", long, long[:-1] + "b", "history", "Rolcheck"])

    assert names["east"] == "east"
    assert all(len(name) <= LONGEST_NAME for name in names.values())
    assert len({name.casefold() for name in names.values()} | {"rolcheck", "history"}) == 7
