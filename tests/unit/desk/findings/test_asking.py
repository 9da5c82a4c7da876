"""What a finding may ask, by when, and how its time is extended once."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.findings.asking import due_of
from rolcheck.desk.findings.life import FindingEntry, Statement
from rolcheck.desk.findings.reading import finding_seen
from rolcheck.events.rows import FindingRow
from tests.world import AGGREGATION, World, make_world

CALENDAR = "[calendar]\nholidays = [2026-06-03]\nworkdays = [2026-06-06]\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a campaign in round 1, on a Monday, with a calendar of its own."""
    made = make_world(tmp_path, aggregation=AGGREGATION + CALENDAR)
    made.desk("co").open_round(1)
    return made


def raised(world: World, entry: FindingEntry) -> FindingRow:
    """Return the finding that `entry` becomes."""
    (event,) = world.desk("co").add_finding(entry)
    return next(one for one in world.desk().standing().tables.of(FindingRow) if one.id == event.id)


def test_working_days_pass_over_days_off_and_count_saturdays_worked(world: World) -> None:
    row = raised(world, FindingEntry("east", "1.1.1", "Q04", within=5))

    assert row.due == "2026-06-08"  # 2, 4, 5, the 6th (a Saturday worked), 8


@pytest.mark.parametrize("text", ["5wd", "5 workdays", "５个工作日", "5工作日"])
def test_working_days_are_written_in_several_ways(text: str) -> None:
    assert due_of(text) == (None, 5)


def test_a_day_that_is_none_is_refused() -> None:
    assert due_of("2026-06-30") == (date(2026, 6, 30), 0)
    with pytest.raises(InputError, match="'soon' is no day"):
        due_of("soon")


def test_what_no_criterion_asks_is_refused(world: World) -> None:
    with pytest.raises(RefusedError, match=r"no criterion asks for 1.1.1/z"):
        raised(world, FindingEntry("east", "1.1.1", "Q01", items=("z",)))
    with pytest.raises(RefusedError, match=r"V.1.1 expects no material"):
        raised(world, FindingEntry("east", "V.1.1", "Q01", "补汇总表"))


def test_without_words_the_words_of_the_code_are_asked(world: World) -> None:
    row = raised(world, FindingEntry("east", "1.1.1", "Q01", items=("1.1.1/a",), seen="目录有名"))

    assert "纪要" in row.asked
    assert (row.items, row.seen) == ('["a"]', "目录有名")


def test_more_time_is_given_once_and_by_half(world: World) -> None:
    row = raised(world, FindingEntry("east", "1.1.1", "Q04", within=5))
    name, co = f"F{row.number}", world.desk("co")

    co.extend_finding(name, "汛期")

    seen = finding_seen(co, name)
    assert seen.due == date(2026, 6, 11)  # three working days more
    assert [(one.move, one.text, one.due) for one in seen.history] == [
        ("extend", "汛期", date(2026, 6, 11))
    ]
    with pytest.raises(RefusedError, match="had its extension"):
        co.extend_finding(name, "再延", within=20)


def test_time_is_given_by_a_coordinator_to_what_is_open_and_has_a_day(world: World) -> None:
    name = f"F{raised(world, FindingEntry('east', '1.1.1', 'Q04')).number}"

    with pytest.raises(RefusedError, match="no day that could be put off"):
        world.desk("co").extend_finding(name, "汛期", within=5)
    with pytest.raises(RefusedError, match="may not extend findings"):
        world.desk("r1").extend_finding(name, "汛期", within=5)
    world.desk("co").move_finding(name, "answer", Statement("已补"))
    with pytest.raises(RefusedError, match="is answered"):
        world.desk("co").extend_finding(name, "汛期", within=5)


def test_the_material_that_came_in_since_stands_beside_the_answer(world: World) -> None:
    name = f"F{raised(world, FindingEntry('east', '1.1.1', 'Q04', evidence=('E-1',))).number}"
    (world.folder / "east" / "e1.txt").write_text("盖章件", "utf-8")
    world.time = datetime(2026, 6, 2, tzinfo=UTC)
    world.desk("co").receive("east")

    (one,) = finding_seen(world.desk("co"), name).supplements
    assert (one.receipt, one.evidence) == (2, ("E-1",))


def test_an_answer_is_of_the_kind_that_its_code_wants(world: World) -> None:
    name = f"F{raised(world, FindingEntry('east', '1.1.1', 'Q10')).number}"
    world.desk("co").move_finding(name, "answer", Statement("正在补"))

    assert finding_seen(world.desk("co"), name).history[0].nature == "substance"
