"""`sheet` and `form`: out to reviewers who have no terminal, and back."""

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.terminal import Terminal
from tests.sheet_filling import Entries, Opened


def fill(terminal: Terminal, name: str, entries: Entries) -> None:
    path = terminal.folder / name
    Opened(path, load_workbook(path)).fill(entries).save()


def answer_form(terminal: Terminal, name: str, item: str, value: str) -> None:
    path = terminal.folder / name
    head, mark, rest = path.read_text("utf-8").partition(f"==*== {item}\n")
    said, remark, tail = rest.partition("\n==+== Remark\n")
    path.write_text(f"{head}{mark}{said}{value}\n{remark}{tail}", "utf-8")


def scores(terminal: Terminal) -> list[tuple[str, str, str]]:
    rows = json.loads(terminal.done("--as co scores export --format json"))
    return [(row["reviewer"], row["indicator"], row["value"]) for row in rows]


def test_a_coordinator_sends_workbooks_and_takes_them_back(scoring: Terminal) -> None:
    for who in ("r1", "r2"):
        scoring.done(f"--as co sheet export --for {who} -o {who}.xlsx")
        fill(scoring, f"{who}.xlsx", {("east", "1.1.1"): ("A",), ("east", "1.1.2"): ("９／１０",)})

    would = scoring("--as", "co", "sheet", "import", "r1.xlsx", "r2.xlsx", "--dry-run")
    assert scores(scoring) == []
    did = scoring("--as", "co", "sheet", "import", "r1.xlsx", "r2.xlsx")
    again = scoring("--as", "co", "sheet", "import", "r1.xlsx")

    assert (would.status, would.err) == (0, "4 would be recorded, 8 blank\n")
    assert (did.status, did.err) == (0, "4 recorded, 8 blank\n")
    assert did.out.splitlines()[1].split() == [
        "r1.xlsx:east!J6",
        "east",
        "1.1.1",
        "r1",
        "recorded",
        "A",
    ]
    assert again.err == "2 unchanged, 4 blank\n"
    assert scores(scoring) == [
        ("r1", "1.1.1", "A"),
        ("r1", "1.1.2", "9/10"),
        ("r2", "1.1.1", "A"),
        ("r2", "1.1.2", "9/10"),
    ]


def test_every_item_is_listed_for_programs_blank_ones_too(scoring: Terminal) -> None:
    scoring.done("--as r1 sheet export --for r1 -o r1.xlsx")
    fill(scoring, "r1.xlsx", {("east", "2.1.1"): ("K2*9",)})

    rows = json.loads(scoring.done("--as r1 sheet import r1.xlsx --format json"))

    assert {(row["indicator"], row["outcome"]) for row in rows} == {
        ("1.1.1", "blank"),
        ("1.1.2", "blank"),
        ("1.2.1", "blank"),
        ("2.1.1", "recorded"),
        ("B.1.1", "blank"),
        ("V.1.1", "blank"),
    }
    assert rows[0]["place"] == "r1.xlsx:east!J6"


def test_bad_cells_are_named_and_nothing_is_recorded(scoring: Terminal) -> None:
    scoring.done("--as co sheet export --for r1 -o r1.xlsx")
    fill(scoring, "r1.xlsx", {("east", "1.1.1"): ("D",), ("east", "1.1.2"): ("9/10",)})

    answer = scoring("--as", "co", "sheet", "import", "r1.xlsx")

    assert answer.status == 2
    assert answer.err == "error: r1.xlsx:east!J6: no level 'D'; expected A, B, C\n"
    assert [line.split()[4:] for line in answer.out.splitlines()[1:]] == [
        ["bad", "D"],
        ["could", "be", "recorded", "9/10"],
    ]
    assert scores(scoring) == []


def test_a_newer_score_is_shown_and_kept_until_somebody_says_otherwise(scoring: Terminal) -> None:
    scoring.done("--as co sheet export --for r1 -o r1.xlsx")
    scoring.done("--as r1 score east 1.1.1 A")
    fill(scoring, "r1.xlsx", {("east", "1.1.1"): ("B", "照片不全")})

    refused = scoring("--as", "co", "sheet", "import", "r1.xlsx")
    assert scores(scoring) == [("r1", "1.1.1", "A")]
    scoring.done("--as co sheet import r1.xlsx --override")

    assert refused.status == 3
    assert "error: r1.xlsx:east!J6: A was recorded for 1.1.1 of east since" in refused.err
    assert "give --override" in refused.err
    assert scores(scoring)[-1] == ("r1", "1.1.1", "B")


def test_a_form_goes_out_and_comes_back(scoring: Terminal) -> None:
    scoring.done("--as co form export --for r1 -o r1.txt")
    answer_form(scoring, "r1.txt", "east 1.1.1", "2")

    answer = scoring("--as", "co", "form", "import", "r1.txt")

    assert (answer.status, answer.err) == (0, "1 recorded, 5 blank\n")
    place = answer.out.splitlines()[1].split()[0]
    lines = (scoring.folder / "r1.txt").read_text("utf-8").splitlines()
    assert place.startswith("r1.txt:")
    assert lines[int(place.rpartition(":")[2]) - 1] == "2"
    assert scores(scoring) == [("r1", "1.1.1", "B")]


def test_a_file_that_is_there_is_not_overwritten_unasked(scoring: Terminal) -> None:
    for kind in ("sheet", "form"):
        (scoring.folder / kind).write_text("filled in", "utf-8")

        refused = scoring("--as", "co", kind, "export", "--for", "r1", "-o", kind)
        kept = (scoring.folder / kind).read_text("utf-8")
        scoring.done(f"--as co {kind} export --for r1 -o {kind} --force")

        assert refused.status == 2
        assert (
            "there is a file already\nhint: name another one, or replace it with --force"
            in refused.err
        )
        assert kept == "filled in"
        assert (scoring.folder / kind).read_bytes() != b"filled in"


def test_what_is_passed_over_is_a_warning(scoring: Terminal) -> None:
    text = scoring.done("--as r1 form export --for r1")
    (scoring.folder / "r1.txt").write_text(f"您好\n{text}", "utf-8")

    answer = scoring("--as", "r1", "form", "import", "r1.txt")

    assert answer.status == 0
    assert answer.err.startswith("warning: r1.txt:1: text before the form was passed over\n")


def test_a_reviewer_has_no_business_with_anothers(scoring: Terminal) -> None:
    scoring.done("--as co sheet export --for r1 -o r1.xlsx")
    before = sorted(Path(scoring.folder).iterdir())

    out = scoring("--as", "r2", "sheet", "export", "--for", "r1", "-o", "x.xlsx")
    back = scoring("--as", "r2", "sheet", "import", "r1.xlsx")

    assert (out.status, back.status) == (3, 3)
    assert sorted(Path(scoring.folder).iterdir()) == before


def test_without_a_name_nothing_goes_out_or_comes_in(scoring: Terminal) -> None:
    for line in ("sheet export --for r1 -o x.xlsx", "form export --for r1", "form import x.txt"):
        answer = scoring(*line.split())

        assert answer.status == 2
        assert "this command must know who you are" in answer.err


def test_whose_declarations_are_missing_is_said_when_the_sheet_goes_out(scoring: Terminal) -> None:
    settings = scoring.folder / "campaign.toml"
    text = settings.read_text("utf-8").replace(
        "period =", 'declarations = ["回避承诺"]\nperiod =', 1
    )
    settings.write_text(text, "utf-8")
    scoring("--as", "co", "campaign", "amend", "--reason", "补承诺")

    answer = scoring("--as", "co", "form", "export", "--for", "r1")
    (scoring.folder / "r1.txt").write_text(answer.out, "utf-8")
    answer_form(scoring, "r1.txt", "east 1.1.1", "A")
    back = scoring("--as", "co", "form", "import", "r1.txt")

    assert answer.err == "warning: r1 has not declared yet: 回避承诺\n"
    assert back.status == 3
    assert "r1 has not declared yet" in back.err


def test_a_coordinator_enters_a_verdict_for_a_reviewer_and_takes_it_back(town: Terminal) -> None:
    town.done("--as co round open 1")

    said = town.done("--as co complete east 1.1.1/a supplement --for r1")
    refused = town("--as", "r2", "complete", "east", "1.1.1/a", "ok", "--for", "r1")
    not_own = town("--as", "r1", "undo")
    town.done("--as co undo")

    (event,) = (
        event
        for event in json.loads(town.done("--as co audit log --format json"))
        if event["kind"] == "verdict-recorded"
    )
    assert said.split()[-4:] == ["east", "1.1.1/a", "supplement", "r1"]
    assert (refused.status, not_own.status) == (3, 3)
    assert (event["author"], event["payload"]["reviewer"]) == ("co", "r1")
