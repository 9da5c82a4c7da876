"""Assignments proposed, recorded and listed; and what moves between rounds."""

import json
import sys
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, ProblemsError, RefusedRowsError
from rolcheck.cli.output import csv_text
from rolcheck.desk.assigning.allotment import Wish
from rolcheck.desk.assigning.assignments import COLUMNS
from rolcheck.desk.assigning.consequences import consequences
from rolcheck.desk.imports import read_lines
from tests.cli.terminal import Terminal
from tests.world import HEAD, PEOPLE, World, assignment, make_world

LISTED = HEAD + 'assignment = "listed"\n'


def listed(world: World) -> dict[tuple[int, str], frozenset[str]]:
    standing = world.desk("co").standing()
    shares = {
        (number, who): standing.planned(number, "east", who)
        for number in (1, 2, 3)
        for who in standing.reviewers
    }
    return {share: has for share, has in shares.items() if has}


def test_none_assigns_only_where_nothing_of_the_scope_is_assigned(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("2", scope="1.1.1")])

    done = co.assign(
        [
            assignment("none:2", scope="1"),
            assignment("none:2", scope="2"),
            assignment("none:2", "r2"),
        ]
    )

    assert [draft.subject for draft in done] == ["r1", "r2"]
    assert listed(world)[2, "r1"] == {"1.1.1", "2.1.1", "2.1.2"}


def test_a_transition_moves_what_is_there_and_no_more(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("1", scope="1.1"), assignment("3", scope="2.1.1")])
    co.assign([assignment("1:2", scope="1.1.1"), assignment("1:2", "r2")])
    assert listed(world) == {
        (1, "r1"): {"1.1.2"},
        (2, "r1"): {"1.1.1"},
        (3, "r1"): {"2.1.1"},
    }

    co.assign([assignment("any:2")])
    assert listed(world) == {(2, "r1"): {"1.1.1", "1.1.2", "2.1.1"}}

    co.assign([assignment("any:none", scope="2")])
    assert listed(world) == {(2, "r1"): {"1.1.1", "1.1.2"}}
    assert not co.assign([assignment("1:none")]), "a row that changes nothing records nothing"


def test_rounds_that_closed_keep_their_assignments(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("1")])
    co.open_round(1)
    co.close_round(1, waive="trial")

    with pytest.raises(RefusedRowsError, match="round 1 is closed"):
        co.assign([assignment("1:2")])
    assert not co.assign([assignment("any:2")])


@pytest.mark.parametrize(
    ("round", "action"), [("none:none", "assign"), ("1:2", "unassign"), ("x:2", "assign")]
)
def test_a_transition_that_is_none_is_named_and_nothing_is_recorded(
    tmp_path: Path, round: str, action: str
) -> None:
    world = make_world(tmp_path, head=LISTED)

    with pytest.raises(ProblemsError, match=r"who\.csv:2"):
        world.desk("co").assign([assignment("2", "r2"), assignment(round, action=action)])
    assert not listed(world)


def test_consequences_name_scores_that_become_stray_or_count_again(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    co.assign([assignment("2")])
    world.score("r1", "1.1.1", "A")

    away = [assignment("2", scope="1", action="unassign")]
    gone = consequences(co.standing(), co.assign(away, dry_run=True))
    co.assign(away)
    back = consequences(co.standing(), co.assign([assignment("2")], dry_run=True))

    assert [(one.lost, one.stray, one.again) for one in gone.changes] == [
        (("1.1.1", "1.1.2", "1.2.1"), ("1.1.1",), ())
    ]
    assert [(one.stray, one.again) for one in back.changes] == [((), ("1.1.1",))]
    loads = {one.reviewer: (one.items_before, one.items) for one in gone.loads}
    assert (loads["r1"], loads["r2"]) == ((7, 4), (0, 0))


def test_a_shortage_is_explained_in_numbers(tmp_path: Path) -> None:
    people = PEOPLE.replace('name = "r1"\n', 'name = "r1"\nareas = ["1"]\n')
    people = people.replace('name = "r2"\n', 'name = "r2"\noffices = ["东区（虚构）"]\n')
    world = make_world(tmp_path, head=LISTED, people=people)
    co = world.desk("co")
    co.recuse("r3", "east", "亲属")
    world.desk("r4").abstain("east", "曾参与")
    co.assign([assignment("1", "r5")])

    with pytest.raises(RefusedRowsError) as short:
        co.allot(Wish(per=2, by_area=True, round="2", fresh=True))

    said = {str(one.params["place"]): one.params for one in short.value.problems}
    assert set(said) == {f"东区（虚构） {area}" for area in ("1", "2", "B", "V")}
    for place, counts in said.items():
        free = 1 if place.endswith(" 1") else 0
        assert counts["free"] == free
        assert {key: counts[key] for key in ("recused", "abstained", "own", "before")} == {
            "recused": 1, "abstained": 1, "own": 1, "before": 1,
        }  # fmt: skip
        assert counts["others"] == 1 - free


def test_a_load_that_is_too_small_is_explained_in_numbers(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")

    assert set(co.allot(Wish(per=2, by_area=True, most=2)).loads.values()) == {1, 2}
    with pytest.raises(RefusedRowsError) as short:
        co.allot(Wish(per=3, by_area=True, most=2))

    (problem,) = short.value.problems
    names = ("n", "wanted", "found", "names", "bound", "most")
    assert [problem.params[name] for name in names] == [4, 12, 10, "r1, r2, r3, r4, r5", 10, 2]
    with pytest.raises(InputError, match="0 is no load"):
        co.allot(Wish(per=1, most=0))


def test_without_the_solver_one_line_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_world(tmp_path, head=LISTED)
    monkeypatch.setitem(sys.modules, "highspy", None)

    answer = Terminal(tmp_path, capsys)("--as", "co", "assign", "auto", "--per", "1")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err.splitlines() == [
        "error: the solver for assignments is not installed",
        "hint: install it with: pip install 'rolcheck[assign]'",
    ]


def test_a_score_that_was_given_keeps_its_reviewer(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    co.assign([assignment("2", f"r{n}") for n in range(1, 6)])
    world.score("r4", "1.1.1", "A")

    found = co.allot(Wish(per=1))

    assert found.chosen == (frozenset({"r4"}),)
    assert [(row.action, row.reviewer) for row in found.rows] == [
        ("unassign", who) for who in ("r1", "r2", "r3", "r5")
    ]


def test_what_auto_proposes_is_what_set_records(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    found = co.allot(Wish(per=3, by_area=True))
    rows = [(r.submission, r.action, r.reviewer, r.round, r.scope) for r in found.rows]

    co.assign(read_lines(csv_text(COLUMNS, rows), "auto.csv", required=COLUMNS))

    assert max(found.loads.values()) - min(found.loads.values()) <= 1
    for area, given in zip(("1", "2", "B", "V"), found.chosen, strict=True):
        below = co.standing().indicators_in([area])
        assert {who for (_n, who), has in listed(world).items() if has & below} == given
    assert not co.allot(Wish(per=3, by_area=True)).rows, "a second proposal changes nothing"


def test_auto_set_and_list_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_world(tmp_path, head=LISTED)
    shell = Terminal(tmp_path, capsys)

    auto = shell("--as", "co", "assign", "auto", "--per", "2", "-o", "a.csv")
    dry = shell("--as", "co", "assign", "set", "a.csv", "--dry-run", "--format", "json")
    shell("--as", "co", "assign", "set", "a.csv")
    rows = json.loads(shell("--as", "co", "assign", "list", "--format", "json").out)

    assert (auto.status, auto.out) == (0, "")
    assert "0 of 2 places stay; loads are 0 to 1" in auto.err
    assert [one["reviewer"] for one in json.loads(dry.out)["changes"]] == [
        row["reviewer"] for row in rows
    ]
    assert len(rows) == 2
    assert shell("--as", "co", "assign", "auto", "--per", "9").status == 3
    assert shell("--as", "r1", "assign", "auto").status == 3
    assert shell("--as", "co", "assign", "auto", "--per", "0").status == 2
