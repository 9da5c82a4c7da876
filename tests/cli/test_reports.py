"""`summary`, `explain` and `agreement` as somebody types them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def scored(scoring: Terminal) -> Terminal:
    """Two reviewers have scored two indicators, and the round is closed."""
    for line in (
        "--as r1 score east 1.1.1 A",
        "--as r2 score east 1.1.1 B",
        "--as r1 score east 1.1.2 9/10",
        "--as r2 score east 1.1.2 10/10",
        "--as co round close 2 --waive trial",
    ):
        scoring.done(line)
    return scoring


def test_a_summary_is_text_for_people_unless_another_format_is_asked_for(scored: Terminal) -> None:
    text = scored.done("summary")
    found = json.loads(scored.done("summary --format json"))
    (row, *_rest) = csv.DictReader(io.StringIO(scored.done("summary --format csv")))

    assert text.startswith("算例   Summary of results   round 2 实质审查 (closed 2026-06-01)\n")
    assert found["round"] == {"number": 2, "state": "closed"}
    assert found["submissions"][0]["indicators"][0]["score"] == "3.00"
    assert (row["indicator"], row["score"]) == ("1.1.1", "3.00")
    assert scored.done("summary --format md").startswith("# 算例\n")


def test_a_page_and_a_picture_are_written_into_files(scored: Terminal) -> None:
    scored.done("summary --format html -o s.html")
    scored.done("summary --format svg -o s.svg")

    assert (scored.folder / "s.html").read_text("utf-8").startswith("<!doctype html>")
    assert (scored.folder / "s.svg").read_text("utf-8").startswith("<svg xmlns=")


def test_the_summary_by_unit_names_who_answers(scored: Terminal) -> None:
    found = json.loads(scored.done("summary --by unit --format json"))
    rows = list(csv.DictReader(io.StringIO(scored.done("summary --by unit --format csv"))))

    assert found["round"] == {"number": 2, "state": "closed"}
    assert [row["unit"] for row in found["units"]] == [row["unit"] for row in rows]
    assert "Points lost by responsible unit" in scored.done("summary --by unit")
    assert scored("summary", "--by", "unit", "--submission", "nobody").status == 2


def test_who_may_not_see_results_sees_none_by_unit_either(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")

    shown = scoring.done("--as r2 summary --by unit --format json")

    scoring.done("--as r1 score east 1.1.1 B --remark again")
    assert json.loads(shown)["round"] == {"number": 1, "state": "closed"}
    assert scoring.done("--as r2 summary --by unit --format json") == shown


def test_data_does_not_change_with_the_language(scored: Terminal) -> None:
    for form in ("json", "csv"):
        assert scored.done(f"--lang zh summary --format {form}") == scored.done(
            f"--lang en summary --format {form}"
        )


def test_a_summary_goes_into_a_file_whole(scored: Terminal, tmp_path: Path) -> None:
    answer = scored("summary", "--format", "json", "-o", str(tmp_path / "s.json"))

    assert (answer.status, answer.out) == (0, "")
    assert json.loads((tmp_path / "s.json").read_text("utf-8"))["schema"] == 1


def test_a_csv_file_opens_in_excel_and_a_pipe_gets_none_of_that(scored: Terminal) -> None:
    for command in ("summary --format csv", "--as co scores export"):
        printed = scored.done(command)
        scored.done(f"{command} -o out.csv")

        assert not printed.startswith("\ufeff")
        assert (scored.folder / "out.csv").read_text("utf-8") == f"\ufeff{printed}"


def test_every_row_of_the_csv_names_head_and_seal(scored: Terminal) -> None:
    head = json.loads(scored.done("--as co summary --format json"))["ledger"]["head"]
    rows = list(csv.DictReader(io.StringIO(scored.done("--as co summary --format csv"))))

    assert {row["head"] for row in rows} == {head}
    assert {(row["round_state"], row["seal"]) for row in rows} == {("closed", "")}
    assert {len(row["criteria_sha256"]) for row in rows} == {64}


def test_the_ledger_extends_the_head_that_a_summary_printed(scored: Terminal) -> None:
    scored.done("summary --format json -o s.json")
    head = json.loads((scored.folder / "s.json").read_text("utf-8"))["ledger"]["head"]

    scored.done("--as co round open 3")

    assert scored("audit", "verify", "--against", "s.json").status == 0
    assert scored("audit", "verify", "--against", head).status == 0


def test_one_submission_is_shown_with_its_indicators(scored: Terminal) -> None:
    assert "Indicators: 东区（虚构）" in scored.done("summary --submission east")
    assert scored("summary", "--submission", "west").status == 2


def test_explaining_takes_an_indicator_or_the_whole(scored: Terminal) -> None:
    assert "mean: (2 + 4) / 2 = 3" in scored.done("--as r1 explain east 1.1.1")
    assert "total: " in scored.done("explain east")
    found = json.loads(scored.done("explain east 1.1.1 --format json"))
    assert found["line"]["score"] == "3"
    assert scored("explain", "east", "9.9.9").status == 2


def test_agreement_is_said_in_words_and_in_numbers(scored: Terminal) -> None:
    found = json.loads(scored.done("agreement --format json"))

    assert list(found) == ["level", "units", "pairable", "alpha", "fleiss", "icc", "kendall_w"]
    assert list(found["icc"]) == ["1_1", "2_1", "3_1", "1_k", "2_k", "3_k"]
    assert (found["level"], found["units"], found["pairable"]) == ("interval", 2, 4)
    assert len(found["alpha"].partition(".")[2]) == 6
    assert "The reviewers agree" in scored.done("agreement --level ordinal")
    alone = json.loads(scored.done("agreement --indicator 2.1.1 --format json"))
    assert (alone["units"], alone["pairable"], alone["alpha"]) == (0, 0, None)
    assert {alone["fleiss"], *alone["icc"].values(), alone["kendall_w"]} == {None}
    assert "Fleiss" in scored.done("agreement --indicator 1.1.1")


def test_agreement_by_indicator_lists_the_least_agreed_first(scored: Terminal) -> None:
    rows = json.loads(scored.done("agreement --by indicator --format json"))

    assert [row["units"] for row in rows if row["indicator"] in ("1.1.1", "1.1.2")] == [1, 1]
    assert [row["alpha"] for row in rows][-1] is None
    assert "1.1.1" in scored.done("agreement --by indicator")


def test_severity_is_for_those_who_see_everything(scored: Terminal) -> None:
    rows = {
        one["reviewer"]: one for one in json.loads(scored.done("--as co severity --format json"))
    }

    assert {one["items"] for one in rows.values()} == {2}
    assert rows["r1"]["low"] is not None
    assert sum(float(one["deviation"]) for one in rows.values()) == 0
    assert "scored two items" not in scored.done("--as co severity")
    assert [scored("--as", who, "severity").status for who in ("r1", "ob")] == [3, 3]
    assert scored("severity").status == 3


def test_sensitivity_names_reviewers_only_to_those_who_see_everything(scored: Terminal) -> None:
    full = json.loads(scored.done("--as co sensitivity --format json"))
    public = json.loads(scored.done("sensitivity --format json"))

    assert list(full) == ["round", "submissions", "methods", "without"]
    assert [one["name"] for one in full["methods"]] == ["mean", "median", "trimmed-mean"]
    assert [one["name"] for one in full["without"]] == ["r1", "r2"]
    assert [one["name"] for one in public["without"]] == [None, None]
    assert "Nothing has a rank yet." in scored.done("sensitivity")


def test_an_unknown_indicator_or_round_is_bad_usage(scored: Terminal) -> None:
    assert scored("agreement", "--indicator", "7.7.7").status == 2
    assert scored("summary", "--round", "9").status == 2


def test_what_the_events_do_not_account_for_is_shown_but_not_handed_on(scored: Terminal) -> None:
    with closing(sqlite3.connect(scored.folder / "rolcheck.db")) as ledger, ledger:
        ledger.execute("UPDATE observations SET value = 'A' WHERE indicator = '1.1.1'")

    refused = scored("summary", "-o", "s.md")

    assert (refused.status, refused.out) == (3, "")
    assert "error: the ledger is not what was written" in refused.err
    assert not (scored.folder / "s.md").exists()
    assert scored("summary").status == 0
