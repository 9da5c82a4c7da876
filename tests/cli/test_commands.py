"""Every command: what it answers, where it says it, and how it ends."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ASSIGNMENTS = "submission,action,reviewer,round,scope\neast,assign,r1,,1 2.1.1\neast,assign,r2,,\n"


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("--as r1 score east 1.1.1 A", "east 1.1.1 A -> 4 / 4\n"),
        ("--as r1 score east 1.1.2 ９／１０", "east 1.1.2 9/10 -> 2 / 3\n"),
        ("--as r1 score east 1.2.1 n/a --remark none", "east 1.2.1 n/a\n"),
        ("--as r1 score east 2.1.1 K2*9", "east 2.1.1 K2*9 -> 5 / 6\n"),
        ("--as r1 score east V.1.1 veto --remark seen", "east V.1.1 veto\n"),
        ("--as r1 score east 1.1.1 B --round 2 --evidence E-1,E-1", "east 1.1.1 B -> 2 / 4\n"),
        ("--as ar rule east 1.1.1 B --reason seen", "ruling made: east 1.1.1 B\n"),
        ("--as co recuse r1 east --reason kin", "reviewer recused: east r1\n"),
        ("--as r1 abstain east --reason kin", "reviewer stepped back: east\n"),
        ("--as co receive east", "unchanged\n"),
        ("--as r1 keep east", "unchanged\n"),
    ],
)
def test_a_writing_command_says_in_one_line_what_was_recorded(
    scoring: Terminal, line: str, answer: str
) -> None:
    said = scoring(*line.split())

    assert (said.status, said.out) == (0, answer), said.err


def test_the_same_score_again_is_unchanged(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")

    assert scoring.done("--as r1 score east 1.1.1 A") == "unchanged\n"


def test_undo_takes_one_step_back_at_a_time(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    scoring.done("--as r1 score east 1.1.2 9/10")

    assert scoring.done("--as r1 undo") == "taken back: east 1.1.2\n"
    assert scoring.done("--as r1 undo") == "taken back: east 1.1.1\n"
    assert scoring("--as", "r1", "undo").status == 3


def test_a_verdict_names_its_item(town: Terminal) -> None:
    town.done("--as co round open 1")

    assert town.done("--as r1 complete east 1.1.1/a ok") == "verdict given: east 1.1.1/a ok\n"
    assert town.done("--as r1 complete east 1.1.1/a ok") == "unchanged\n"


def test_a_finding_lives_from_asking_to_acceptance(scoring: Terminal) -> None:
    said = scoring.done("--as r1 finding add east 1.1.1 --code q03 --ask more --due 2026-06-01")
    name = said.split()[2]
    assert said == f"finding added: {name} east 1.1.1 Q03\n"
    scoring.done(f"--as co finding answer {name} sent --nature substance --evidence E-1")
    scoring.done(f"--as r1 finding reject {name} blurred")
    assert scoring.done(f"--as co finding extend {name} --reason flood --due 9wd").startswith(
        f"finding given more time: {name} east 1.1.1 Q03 2026-06-"
    )
    scoring.done(f"--as co finding answer {name.lower()} again")
    accepted = scoring.done(f"--as r1 finding accept {name[1:]}")
    assert accepted == f"finding accepted: {name} east 1.1.1 Q03\n"
    scoring.done("--as r1 finding add east 1.1.2 --code Q04 --ask other --due 2026-06-01")
    scoring.time += timedelta(days=1)
    (first, second) = json.loads(scoring.done("--as co finding list --format json"))

    assert (first["id"], first["state"], first["overdue"]) == (name, "accepted", False)
    assert (second["state"], second["overdue"]) == ("open", True)
    assert json.loads(scoring.done("finding list --format json")) == [], "nobody sees findings"
    withdrawn = scoring.done(f"--as r1 finding withdraw {second['id']} mistaken")
    assert withdrawn == f"finding withdrawn: {second['id']} east 1.1.2 Q04\n"


def test_a_receipt_lists_every_file_with_its_hash_and_the_head(town: Terminal) -> None:
    said = town.done("--as co receive east")
    (town.folder / "east" / "e1.txt").write_text("更多", encoding="utf-8")
    receipt = json.loads(town.done("--as co receive east --format json"))

    assert said.startswith("receipt 1 of east, 2026-06-01 16:01:00+08:00, by co\n")
    assert said.splitlines()[-1].startswith("head 1:")
    assert receipt["number"] == 2
    assert set(receipt["files"]) == {"submission.toml", "e1.txt"}
    assert receipt["changed"] == ["1.1.1"]
    assert receipt["head"].startswith("2:")


def test_rounds_go_from_planned_to_sealed(town: Terminal) -> None:
    for number in range(1, 5):
        town.done(f"--as co round open {number}")
        town.done(f"--as co round close {number} --waive trial")
    sealed = town.done("--as co round seal")
    rounds = json.loads(town.done("round status --format json"))

    assert sealed.startswith("round sealed: ")
    assert [row["state"] for row in rounds] == ["closed", "closed", "closed", "sealed"]
    assert rounds[1]["waived"] > 0
    assert town("--as", "r1", "score", "east", "1.1.1", "A").status == 3


def test_the_open_round_lists_what_is_left_to_do(scoring: Terminal) -> None:
    rounds = json.loads(scoring.done("--as co round status --format json"))
    own = json.loads(scoring.done("--as r1 round status --format json"))
    table = scoring.done("--as co round status")

    assert len(rounds[1]["left"]) == 5 * 4 + 4, "five reviewers' items, and as many under quorum"
    assert "left" not in rounds[0]
    assert {row["subject"] for row in own[1]["left"]} == {"r1"}
    assert "assignment unfinished" in table
    assert len(records(scoring.done("round status --format csv"))) == 4


def test_opening_a_blind_round_says_that_a_shared_file_is_no_wall(town: Terminal) -> None:
    town.done("--as co round open 1")
    town.done("--as co round close 1 --waive trial")

    said = town("--as", "co", "round", "open", "2")

    assert said.out == "round opened: 2\n"
    assert "a courtesy, not a wall" in said.err


def test_a_round_reopens_until_a_time_in_the_campaigns_zone(scoring: Terminal) -> None:
    scoring.done("--as co round close 2 --waive trial")
    scoring.done("--as co round reopen 2 --reason late --until 2026-06-01T18:00")
    closes = json.loads(scoring.done("round status --format json"))[1]["closes"]

    assert closes == "2026-06-01T10:00:00.000000Z"
    assert (
        scoring("--as", "co", "round", "reopen", "2", "--reason", "x", "--until", "noon").status
        == 2
    )


def test_recalled_items_come_back(scoring: Terminal) -> None:
    scoring.done("--as co round close 2 --waive trial")
    scoring.done("--as co round open 3")

    assert scoring.done("--as co round recall east 1.1.1 --reason doubt") == (
        "item recalled: east 1.1.1\n"
    )


def test_several_scores_are_kept_at_once(scoring: Terminal) -> None:
    for item in ("1.1.1 A", "1.1.2 9/10"):
        scoring.done(f"--as r1 score east {item}")
    scoring.done("--as co round close 2 --waive trial")
    scoring.done("--as co round open 3")

    assert scoring.done("--as r1 keep east") == "east: 2 scores kept\n"
    assert scoring.done("--as r1 undo") == "taken back: 2 entries\n"
    assert scoring.done("--as co keep east 1.1.1 --for r1 --reason away") == (
        "east 1.1.1 A -> 4 / 4\n"
    )


def test_scores_go_out_as_they_can_come_in(scoring: Terminal) -> None:
    file = scoring.folder / "in.csv"
    file.write_text(
        "submission,indicator,value,remark\neast,1.1.1,A,'=1+1\neast,1.1.2,9/10,\n", "utf-8"
    )
    would = scoring.done(f"--as r1 scores import {file} --dry-run")
    assert json.loads(scoring.done("--as r1 scores export --format json")) == []
    did = scoring.done(f"--as r1 scores import {file}")
    out = scoring.done("--as r1 scores export -o out.csv")
    again = scoring.done("--as r1 scores import out.csv")
    exported = json.loads(scoring.done("--as r1 scores export --format json"))

    assert (would, did, again, out) == (
        "2 rows would be recorded\n",
        "2 rows recorded\n",
        "0 rows recorded, 2 unchanged\n",
        "",
    )
    assert [row["remark"] for row in exported] == ["=1+1", ""]
    assert "'=1+1" in (scoring.folder / "out.csv").read_text("utf-8"), "no spreadsheet runs it"


def test_bad_and_refused_rows_are_all_named(scoring: Terminal) -> None:
    file = scoring.folder / "in.csv"
    file.write_text("submission,indicator,value\neast,1.1.1,Z\neast,2.1.2,yes\n", "utf-8")
    mixed = scoring("--as", "r1", "scores", "import", "in.csv")
    file.write_text("submission,indicator,value\neast,2.1.2,yes\n", "utf-8")
    refused = scoring("--as", "r1", "scores", "import", "in.csv")

    assert mixed.status == 2
    assert [line.partition(": ")[2][:9] for line in mixed.err.splitlines()] == [
        "in.csv:2:",
        "in.csv:3:",
    ]
    assert refused.status == 3
    assert refused.err.startswith("error: in.csv:2: ")


def test_assignments_are_set_and_listed(empty: Terminal) -> None:
    from tests.world import HEAD, make_world

    make_world(empty.folder, head=HEAD + 'assignment = "listed"\n')
    (empty.folder / "who.csv").write_text(ASSIGNMENTS, "utf-8")
    dry = empty.done("--as co assign set who.csv --dry-run")
    assert dry.startswith("2 assignments would change\n")
    assert empty.done("--as co assign set who.csv") == "2 assignments changed\n"
    empty.done("--as co recuse r2 east --reason kin")
    rows = json.loads(empty.done("--as co assign list --format json"))

    assert [(row["round"], row["reviewer"], row["barred"]) for row in rows] == [
        (1, "r1", ""),
        (1, "r2", "recusal"),
    ]
    assert rows[0]["indicators"] == ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]
    assert not records(empty.done("--as r1 assign list --format csv"))
    dry = json.loads(empty.done("--as co assign publish --dry-run --format json"))
    assert [one["reviewer"] for one in dry["changes"]] == ["r1", "r2"]
    assert empty("--as", "r1", "assign", "publish", "--dry-run").status == 3
    assert empty.done("--as co assign publish") == "assignments published: round 1\n"
    assert empty.done("--as co assign publish") == "unchanged\n"
    assert [row["reviewer"] for row in records(empty.done("--as r1 assign list --format csv"))] == [
        "r1"
    ]


def test_a_conflict_is_declared_ruled_on_and_listed(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    said = scoring.done("--as r1 conflict declare east --kind kinship")
    assert said == "reviewer stepped back: east (kinship)\n"
    refused = scoring("--as", "r1", "score", "east", "1.1.2", "1/1")
    assert (refused.status, refused.err) == (
        3,
        "error: r1 has stepped back from east (kinship)\n",
    )
    scoring.done("--as co conflict rule r1 east dismiss --reason 查无此事")
    again = scoring("--as", "r1", "conflict", "declare", "east", "--kind", "drafter")
    assert "the ruling stands" in again.err
    rows = records(scoring.done("--as co conflict list --format csv"))

    assert [
        [row[name] for name in ("reviewer", "kind", "origin", "ruling", "barred", "by", "reason")]
        for row in rows
    ] == [["r1", "drafter", "declared", "dismissed", "false", "co", "查无此事"]]
    assert scoring.done("--as ob conflict list --format json") == "[]\n"
    assert (
        scoring("--as", "r1", "conflict", "rule", "r1", "east", "dismiss", "--reason", "x").status
        == 3
    )


def test_declarations_come_before_the_first_score(empty: Terminal) -> None:
    from tests.world import HEAD, make_world

    make_world(empty.folder, head=HEAD + 'declarations = ["回避", "保密"]\n')
    for line in ("open 1", "close 1 --waive trial", "open 2"):
        empty.done(f"--as co round {line}")

    assert empty("--as", "r1", "score", "east", "1.1.1", "A").status == 3
    assert empty.done("--as r1 declare") == "declarations made: 回避 保密\n"
    empty.done("--as r1 score east 1.1.1 A")


@pytest.mark.parametrize("by", ["reviewer", "submission", "area", "unit"])
def test_progress_counts_what_is_done(scoring: Terminal, by: str) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    rows = json.loads(scoring.done(f"--as co progress --by {by} --format json"))

    assert sum(row["due"] for row in rows) == 20
    assert sum(row["done"] for row in rows) == 1
    assert {row["due"] - row["done"] - row["left"] for row in rows} == {0}


def test_progress_names_areas_in_the_language_in_use_but_not_for_programs(empty: Terminal) -> None:
    from tests.world import CRITERIA, make_world

    make_world(empty.folder, criteria=CRITERIA.replace('"甲领域"', '"甲领域"\ntitle_en = "First"'))
    for line in ("open 1", "close 1 --waive trial", "open 2"):
        empty.done(f"--as co round {line}")
    line = "--as co progress --by area"

    assert "First" in empty.done(line)
    assert "甲领域" in empty.done(f"{line} --lang zh")
    assert "甲领域" in empty.done(f"{line} --format csv")


def test_changed_settings_are_refused_until_they_are_on_record(scoring: Terminal) -> None:
    file = scoring.folder / "campaign.toml"
    file.write_text(file.read_text("utf-8").replace("quorum = 3", "quorum = 2"), "utf-8")

    refused = scoring("--as", "r1", "score", "east", "1.1.1", "A")
    warned = scoring("round", "status")
    amended = scoring("--as", "co", "campaign", "amend", "--reason", "fewer came")

    assert refused.status == 3
    assert refused.err.splitlines()[-1].startswith("hint: ")
    assert warned.status == 0
    assert warned.err.startswith("warning: campaign.toml changed")
    assert amended.out == "settings amended\n"
    scoring.done("--as r1 score east 1.1.1 A")


def test_the_log_shows_what_the_reader_may_see(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A --remark plain")
    everything = json.loads(scoring.done("--as co audit log --format json"))
    own = json.loads(scoring.done("--as r1 audit log --format json"))
    table = scoring.done("--as r1 audit log")

    assert [event["kind"] for event in own] == ["score-recorded"]
    assert everything[-1] == own[0]
    assert len(everything) > 5
    assert "score recorded" in table
    assert "A plain" in table
    assert scoring.done("audit log").splitlines()[1:] == []
    assert len(records(scoring.done("--as r1 audit log --format csv"))) == 1


def test_verify_finds_nothing_in_a_whole_ledger_and_a_cut_tail_against_a_head(
    scoring: Terminal,
) -> None:
    ledger = scoring.folder / "rolcheck.db"
    before = ledger.read_bytes()
    scoring.done("--as r1 score east 1.1.1 A")
    head = json.loads(scoring.done("--as co audit receipt --format json"))[0]["head"]
    report = scoring.folder / "report.json"
    report.write_text(json.dumps({"ledger": {"head": head}}), "utf-8")
    assert scoring.done(f"audit verify --against {head}") == ""
    assert scoring.done("audit verify --against report.json") == ""
    ledger.write_bytes(before)

    cut = scoring("audit", "verify", "--against", head)

    assert scoring.done("audit verify") == ""
    assert (cut.status, cut.err) == (1, "")
    assert "head" in cut.out
    assert json.loads(scoring("audit", "verify", "--against", head, "--format", "json").out)
    assert scoring("audit", "verify", "--against", "nonsense").status == 2


def test_a_file_without_a_head_cannot_be_verified_against(scoring: Terminal) -> None:
    (scoring.folder / "report.json").write_text("[]", "utf-8")

    said = scoring("audit", "verify", "--against", "report.json")

    assert said.status == 2
    assert said.err.startswith("error: report.json: the file carries no head")


def test_a_reviewers_receipt_is_the_end_of_the_own_chain(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    (event,) = json.loads(scoring.done("--as r1 audit log --format json"))
    (receipt,) = json.loads(scoring.done("--as r1 audit receipt --format json"))

    assert receipt["last_hash"] == event["hash"]
    assert (receipt["author"], receipt["events"]) == ("r1", 1)
    assert receipt["head"] is None, "its number would tell how much the others have done"


def test_criteria_are_listed_and_shown(town: Terminal) -> None:
    listed = {row["id"]: row for row in json.loads(town.done("criteria list --format json"))}
    shown = json.loads(town.done("criteria show paper --format json"))

    assert {"paper", "general", "nankai-2023"} <= set(listed)
    assert (listed["paper"]["points"], listed["paper"]["indicators"]) == ("20", 7)
    assert [row["level"] for row in shown[:3]] == ["area", "group", "indicator"]
    assert shown[2]["points"] == "4"
    assert "Enforcement" not in town.done("criteria show criteria/paper.toml")


@pytest.mark.parametrize("name", ["criteria", "campaign", "submission", "summary"])
def test_schemas_are_json_schemas(empty: Terminal, name: str) -> None:
    schema = json.loads(empty.done(f"schema {name}"))

    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False


def test_check_prints_every_problem_as_data(town: Terminal) -> None:
    whole = town("check")
    file = town.folder / "east" / "submission.toml"
    file.write_text(file.read_text("utf-8").replace("points = 4", "points = 5"), "utf-8")
    broken = town("check")
    rows = json.loads(town("check", "--format", "json", "--lang", "zh").out)

    assert (whole.status, whole.out, whole.err) == (0, "", "0 problems\n")
    assert broken.status == 1
    assert broken.out.startswith("east/submission.toml:7:10: 5 points are claimed, 1.1.1 gives 4")
    assert broken.err == "1 problem\n"
    assert rows[0]["problem"] == "5 points are claimed, 1.1.1 gives 4 at most"
    assert rows[0]["line"] == 7


def test_init_makes_a_campaign_that_passes_the_check(empty: Terminal) -> None:
    made = empty.done("init trial-2026 --criteria nankai-2023")
    later = empty.done("init --from trial-2026")

    assert made == "trial-2026/campaign.toml\n"
    assert Path(later.strip()) == empty.folder / "trial-2027" / "campaign.toml"
    for folder in ("trial-2026", "trial-2027"):
        assert empty.done(f"check {folder}") == ""
    empty.done("-C trial-2026 --as coordinator-01 round open 1")
    assert "# edit this" in (empty.folder / "trial-2027" / "campaign.toml").read_text("utf-8")
    assert empty("init", "trial-2026", "--criteria", "general").status == 2
