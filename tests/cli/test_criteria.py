"""Criteria sets from tables, as tables, and compared."""

import csv
import io
import json

import pytest

from tests.cli.terminal import Terminal
from tests.fixtures.tables.layouts import LAYOUTS, write


@pytest.fixture
def office(empty: Terminal) -> Terminal:
    """A terminal in a folder with one workbook of each layout."""
    for name, layout in LAYOUTS.items():
        write(layout, empty.folder / f"{name}.xlsx")
    return empty


def test_a_table_becomes_a_draft_that_check_accepts(office: Terminal) -> None:
    answer = office("criteria", "import", "merged.xlsx", "-o", "spring.toml")

    assert (answer.status, answer.out) == (0, "")
    assert "read: 2 areas, 4 groups, 6 indicators" in answer.err
    assert "rules: graded 1, binary 1, deduct 1, ratio 1, periodic 1, sampled 1" in answer.err
    assert "6 rules understood, 0 in part, 0 not" in answer.err
    assert "0 problems in the draft" in answer.err
    assert office("check", "spring.toml").status == 0
    assert 'id = "spring"' in (office.folder / "spring.toml").read_text("utf-8")


def test_without_a_file_the_draft_goes_to_stdout(office: Terminal) -> None:
    answer = office("criteria", "import", "flat.xlsx", "--id", "projects")

    assert answer.out.startswith("# 由 flat.xlsx 生成的草稿")
    assert 'id = "projects"' in answer.out
    assert "flat.xlsx:Sheet1!B3: 1.1.1: its scoring notes were not understood" in answer.err


def test_sums_that_differ_are_told_with_their_cell(office: Terminal) -> None:
    answer = office("criteria", "import", "two-row-heading.xlsx")

    assert "two-row-heading.xlsx:评分表!D10: the table states 25 points" in answer.err


def test_what_is_missing_in_the_draft_is_told_as_check_would(office: Terminal) -> None:
    (office.folder / "table.csv").write_text("三级指标,分值\n公开,按情况\n", "utf-8")

    answer = office("criteria", "import", "table.csv", "-o", "draft.toml")

    assert answer.status == 0
    assert "table.csv:table!B2: no points can be read from 按情况" in answer.err
    assert "draft.toml:" in answer.err
    assert "1 problem in the draft" in answer.err


def test_a_file_that_is_there_is_only_replaced_when_asked_to(office: Terminal) -> None:
    command = ("criteria", "import", "merged.xlsx", "-o", "spring.toml")
    office(*command)

    assert office(*command).status == 2
    assert office(*command, "--force").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.xlsx",), "there is no such file"),
        (("notes.txt",), "this is no .xlsx workbook"),
        (("letter.csv",), "letter.csv:letter!A1: no table of indicators was found"),
        (("merged.xlsx", "--sheet", "Sheet2"), "no sheet 'Sheet2'"),
        (("merged.xlsx", "--id", "a b"), "'a b' is no id"),
    ],
)
def test_what_cannot_be_read_is_named(
    office: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    (office.folder / "notes.txt").write_text("notes", "utf-8")
    (office.folder / "letter.csv").write_text("各单位：\n请报送。\n", "utf-8")

    answer = office("criteria", "import", *arguments)

    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_a_set_goes_out_as_a_workbook_and_comes_back(empty: Terminal) -> None:
    empty("criteria", "export", "nankai-2023", "--format", "xlsx", "-o", "out.xlsx")
    answer = empty("criteria", "import", "out.xlsx")

    assert "42 rules understood, 0 in part, 0 not" in answer.err


def test_markdown_goes_to_stdout(empty: Terminal) -> None:
    assert empty.done("criteria export general").startswith("# ")


def test_two_sets_are_compared_row_by_row(office: Terminal) -> None:
    office("criteria", "import", "dotted.xlsx", "-o", "old.toml")
    text = (office.folder / "old.toml").read_text("utf-8")
    new = text.replace('title = "公众参与"', 'title = "公众参与度"').replace(
        "points = 1,", "points = 0.5,"
    )
    (office.folder / "new.toml").write_text(new, "utf-8")

    rows = list(
        csv.DictReader(io.StringIO(office.done("criteria diff old.toml new.toml --format csv")))
    )
    table = office.done("criteria diff old.toml new.toml")

    changed = [row for row in rows if row["change"] == "changed"]
    assert [(row["field"], row["part"]) for row in changed] == [
        ("title", ""),
        ("rule.defects.points", "K1"),
        ("rule.defects.points", "K2"),
    ]
    assert (changed[1]["before"], changed[1]["after"]) == ("1", "0.5")
    assert [row["id"] for row in rows if row["change"] == "points"] == []
    assert "rule: points of a defect" in table


@pytest.mark.parametrize("form", ["json", "csv"])
def test_two_equal_sets_have_no_rows_between_them(office: Terminal, form: str) -> None:
    office("criteria", "import", "dotted.xlsx", "-o", "old.toml")

    said = office.done(f"criteria diff old.toml old.toml --format {form}")

    rows = json.loads(said) if form == "json" else list(csv.DictReader(io.StringIO(said)))
    assert rows == []
