"""`check` finds every problem of every file at once, each at its place."""

from pathlib import Path

import pytest

from rolcheck.desk.receiving.checking import check
from tests.world import CRITERIA, EAST, make_world

REGISTER = """
[[register]]
id = "visits"
title = "走访台账"
key = ["no"]
[[register.column]]
name = "no"
title = "编号"
type = "string"
[[register.column]]
name = "day"
title = "日期"
type = "date"
required = true
[[register.column]]
name = "kind"
title = "类型"
type = "enum"
values = ["a", "b"]
[[register.column]]
name = "phone"
type = "string"
unique = true
"""

NAMED = '[[register]]\nid = "visits"\nfile = "visits.csv"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "campaigns" / "here"
    make_world(made, criteria=CRITERIA + REGISTER)
    return made


def found(*paths: Path, below: Path) -> list[str]:
    return [str(problem).replace(f"{below}/", "") for problem in check(paths)]


def manifest(folder: Path, text: str) -> None:
    (folder / "east" / "submission.toml").write_text(text, "utf-8")


def table(folder: Path, text: str) -> list[str]:
    manifest(folder, EAST + NAMED)
    (folder / "east" / "visits.csv").write_text(text, "utf-8")
    return found(folder, below=folder)


def test_a_campaign_without_faults_has_no_problems(folder: Path) -> None:
    assert table(folder, "编号,day,类型,phone\n1,2023年3月1日,a,12\n2,45000,,\n") == []


def test_names_that_the_criteria_do_not_have_are_found_at_their_place(folder: Path) -> None:
    manifest(
        folder,
        EAST.replace('indicators = ["1.1.1"]', 'indicators = ["1.1.1", "1.1.9"]')
        .replace('["1.1.1/a"]', '["1.1.1/z"]')
        .replace('file = "e1.txt"', 'file = "gone.txt"')
        + '[[claim]]\nindicator = "9.9.9"\npoints = 1\n'
        + '[[claim]]\nindicator = "V.1.1"\npoints = 1\n'
        + '[[register]]\nid = "visit"\nfile = "v.csv"\n',
    )

    assert found(folder, below=folder) == [
        "east/submission.toml:11:8: no file 'gone.txt' in the folder; "
        "expected a file inside the submission's folder",
        "east/submission.toml:12:24: no indicator '1.1.9'; perhaps 1.1.2",
        "east/submission.toml:13:12: no expected item '1.1.1/z'; perhaps 1.1.1/b",
        "east/submission.toml:15:13: no indicator '9.9.9'; expected one of 1.1.1, 1.1.2, "
        "1.2.1, 2.1.1, 2.1.2, B.1.1, V.1.1",
        "east/submission.toml:18:13: V.1.1 is a veto: nothing can be claimed",
        "east/submission.toml:21:6: no register 'visit' in the criteria; perhaps visits",
        "east/submission.toml:22:8: no file 'v.csv' in the folder; "
        "expected a file inside the submission's folder",
    ]


def test_a_claim_above_the_points_is_found(folder: Path) -> None:
    manifest(folder, EAST.replace("points = 4", "points = 4.5"))

    assert found(folder, below=folder) == [
        "east/submission.toml:7:10: 4.5 points are claimed, 1.1.1 gives 4 at most; expected 4 at most"
    ]


def test_headings_of_registers_are_bound_by_name_or_title(folder: Path) -> None:
    assert table(folder, "days,类型,kind\n1,a,a\n") == [
        "east/visits.csv:1: unknown column 'days'; perhaps day",
        "east/visits.csv:1: column 'kind' is there twice",
        "east/visits.csv:1: no column 'no'; expected a column no or 编号",
        "east/visits.csv:1: no column 'day'; expected a column day or 日期",
    ]


def test_broken_rows_of_registers_are_named_by_line(folder: Path) -> None:
    rows = '编号,日期,类型,phone\n1,2023-02-30,c,1\n\n"2\n3",2023.3.1,a,1\n1,,a,\n,45000,b,2,5\n'

    assert table(folder, rows) == [
        "east/visits.csv:2: column day: '2023-02-30' is not of type date; "
        "expected a date as in 2023-03-01, 2023/3/1, 2023.3.1 or 2023年3月1日",
        "east/visits.csv:2: column kind: 'c' is not of type enum; expected one of a, b",
        "east/visits.csv:4: column phone: 1 stands in line 2 already",
        "east/visits.csv:6: column day is empty; expected a value",
        "east/visits.csv:6: the key 1 stands in line 2 already",
        "east/visits.csv:7: 5 cells under 4 headings",
        "east/visits.csv:7: column no is empty; expected a value",
    ]


def test_a_register_that_is_no_csv_is_found(folder: Path) -> None:
    (problem,) = table(folder, '编号,日期\n"1,2\n')

    assert problem.startswith("east/visits.csv:2: the file is no CSV: ")


def test_faults_of_settings_criteria_and_submissions_are_named_together(folder: Path) -> None:
    (folder / "campaign.toml").write_text('[campaign]\nid = "x"\ncriteria = "paper"\n', "utf-8")
    file = folder / "criteria" / "paper.toml"
    file.write_text(file.read_text("utf-8").replace('id = "2.1"', 'id = "3.1"'), "utf-8")
    manifest(folder, EAST.replace("points = 4", "points = -4"))

    files = {problem.partition(":")[0] for problem in found(folder, below=folder)}

    assert files == {"campaign.toml", "criteria/paper.toml", "east/submission.toml"}


def test_paths_may_be_files_submissions_and_folders_that_hold_such(folder: Path) -> None:
    manifest(folder, EAST.replace("points = 4", "points = 5"))
    everything = found(folder, below=folder)

    assert len(everything) == 1
    for path in ("campaign.toml", "east", "east/submission.toml"):
        assert found(folder / path, below=folder) == everything
    assert found(folder / "criteria", folder / "criteria" / "paper.toml", below=folder) == []
    assert found(folder.parent, below=folder) == everything
    (folder / "bare").mkdir()
    (nothing,) = found(folder / "bare", folder / "bare", below=folder)
    assert nothing.startswith("bare: nothing to check here; ")


def test_what_ships_has_no_problems() -> None:
    from rolcheck.base.shipped import shipped

    assert [str(one) for one in check((shipped("criteria"), shipped("submissions")))] == []
