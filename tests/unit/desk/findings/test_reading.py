"""What the Findings screen is told: order, history, and what may be done by whom."""

from datetime import date
from pathlib import Path

import pytest

from rolcheck.desk.findings.life import FindingEntry, Statement
from rolcheck.desk.findings.reading import findings_seen
from tests.world import World, after_round_two, make_world


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a campaign in round 3 with an answered finding and an overdue one."""
    made = after_round_two(make_world(tmp_path))
    co = made.desk("co")
    co.open_round(3)
    co.add_finding(FindingEntry("east", "1.1.1", "Q03", "补附表"))
    (row,) = made.desk().standing().findings["east", "1.1.1"]
    co.move_finding(f"F{row.number}", "answer", Statement("已补", "facts", ("E-1",)))
    made.desk("r1").add_finding(FindingEntry("east", "1.1.2", "Q13", "核日期", date(2026, 6, 2)))
    made.time = made.time.replace(day=5)
    return made


def test_the_overdue_one_comes_first(world: World) -> None:
    found = findings_seen(world.desk("co")).findings

    assert [(one.code, one.days_late) for one in found] == [("Q13", 3), ("Q03", 0)]


def test_the_history_says_who_did_what(world: World) -> None:
    _late, answered = findings_seen(world.desk("co")).findings

    (move,) = answered.history
    assert (move.move, move.name, move.text, move.evidence) == ("answer", "co", "已补", ("E-1",))


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("co", {"answer", "accept", "reject", "withdraw"}),
        ("r1", {"accept", "reject", "withdraw"}),
        ("ar", set()),
    ],
)
def test_the_steps_are_those_that_the_desk_takes(world: World, who: str, may: set[str]) -> None:
    _late, answered = findings_seen(world.desk(who)).findings

    assert {step for step, why in answered.forbidden.items() if why is None} == may


def test_somebody_without_a_name_sees_none(world: World) -> None:
    seen = findings_seen(world.desk())

    assert seen.findings == ()
    assert seen.cannot_add is not None
    assert seen.choices == ()


def test_a_reviewer_may_raise_one_on_own_items_only(world: World) -> None:
    world.desk("co").recuse("r1", "east", "亲属")

    assert findings_seen(world.desk("r1")).choices == ()
    assert findings_seen(world.desk("r2")).choices
