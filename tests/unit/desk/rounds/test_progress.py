"""Progress by every line, with who may see it; and reminders."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.rounds.burndown import burn_down
from rolcheck.desk.rounds.progress import By, progress
from rolcheck.desk.rounds.reminder_words import reminder_text
from rolcheck.desk.rounds.reminders import reminders
from rolcheck.desk.rounds.seen import BurnDown
from rolcheck.desk.seen import ProgressRow
from rolcheck.locale import set_language
from tests.tui.campaign_world import re_examining, scoring
from tests.world import World


def rows(world: World, who: str, by: By, number: int | None = None) -> dict[str, ProgressRow]:
    desk = world.desk(who)
    found = progress(desk.standing(), desk.sight(), by, number, today=desk.today())
    return {row.id: row for row in found}


def test_the_lines_of_every_kind_add_up_to_the_round(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    whole = rows(world, "co", "round")["2"]

    assert (whole.due, whole.done) == (70, 2)
    for by in ("reviewer", "submission", "area", "unit"):
        found = rows(world, "co", by).values()
        assert sum(row.due for row in found) == whole.due
        assert sum(row.done for row in found) == whole.done


def test_speed_and_end_follow_from_the_days_of_the_entries(tmp_path: Path) -> None:
    """r1 scored one item of many today: the rest takes as many working days as items."""
    world = scoring(tmp_path)
    row = rows(world, "co", "reviewer")["r1"]
    today = world.desk("co").today()
    calendar = world.desk("co").standing().settings.working_days

    assert (row.done, row.a_day) == (1, Fraction(1))
    assert row.end == calendar.after(today, row.left)
    assert rows(world, "co", "reviewer")["r3"].end is None


def test_items_are_late_from_the_day_after_the_due_day_until_the_round_is_closed(
    tmp_path: Path,
) -> None:
    world = re_examining(tmp_path)
    due = world.desk("co").standing().plan(3).due
    assert due is not None
    world.time += timedelta(days=(due - world.time.date()).days)
    assert {row.late for row in rows(world, "co", "reviewer").values()} == {0}

    world.time += timedelta(days=1)
    row = rows(world, "co", "reviewer")["r1"]
    assert row.late == row.left > 0
    world.desk("co").close_round(3, waive="试用")
    assert {(row.late, row.end) for row in rows(world, "co", "reviewer", 3).values()} == {(0, None)}


def test_items_an_hour_come_from_the_time_between_entries(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    assert rows(world, "co", "reviewer")["r1"].an_hour is None

    world.time += timedelta(seconds=60)
    before = world.desk().standing().own_latest("east", "1.1.1", "r1")
    world.score("r1", "1.2.1", "yes")
    after = world.desk().standing().own_latest("east", "1.2.1", "r1")
    assert before is not None
    assert after is not None
    seconds = (
        int(after.at[17:19])
        - int(before.at[17:19])
        + 60 * (int(after.at[14:16]) - int(before.at[14:16]))
    )
    assert rows(world, "co", "reviewer")["r1"].an_hour == Fraction(3600, seconds)


def test_a_reviewer_sees_the_own_progress_and_burn_down_alone(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    one, other = burnt(world, "r1"), burnt(world, "co")

    assert set(rows(world, "r1", "reviewer")) == {"r1"}
    assert rows(world, "ob", "reviewer") == {}
    assert one is not None
    assert other is not None
    assert one.owed < other.owed
    assert burnt(world, "ob") is None


def burnt(world: World, who: str) -> BurnDown | None:
    desk = world.desk(who)
    return burn_down(desk.standing(), desk.sight(), today=desk.today())


@pytest.fixture
def english() -> object:
    set_language("en")
    return None


@pytest.mark.usefixtures("english")
def test_everybody_who_owes_something_is_reminded_of_just_that(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    found = {one.id: one for one in reminders(world.desk("co"))}

    assert set(found) >= {"r1", "r2", "r3", "r4", "r5"}
    text = reminder_text(found["r1"])
    assert (
        f"{found['r1'].open} of your {found['r1'].owed} items are still open, 1 are done." in text
    )
    assert "1.1.1" not in text.split("东区", 1)[1].split("\n")[0]
    assert "rolcheck --as r1" in text
    assert [one.id for one in reminders(world.desk("co"), reviewer="r3")] == ["r3"]


@pytest.mark.usefixtures("english")
def test_arbiters_are_reminded_of_rulings_and_units_of_findings(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    world.desk("ar").rule("east", "1.1.1", "lift", "再议")
    found = {one.kind: one for one in reminders(world.desk("co"))}

    assert "1 item waits for your ruling" in reminder_text(found["arbiter"])
    finding = found["unit"].findings[0]
    assert finding.asked in reminder_text(found["unit"])
    name = found["unit"].name
    assert [one.name for one in reminders(world.desk("co"), unit=name)] == [name]
    with pytest.raises(InputError, match="no unit 'nobody'"):
        reminders(world.desk("co"), unit="nobody")


def test_nobody_is_told_what_others_owe(tmp_path: Path) -> None:
    world = scoring(tmp_path)

    assert [one.id for one in reminders(world.desk("r1"))] == ["r1"]
    for who, reviewer in (("r1", "r2"), ("ob", "")):
        with pytest.raises(RefusedError, match="for coordinators and arbiters"):
            reminders(world.desk(who), reviewer=reviewer)
