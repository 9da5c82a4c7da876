"""What is to be done by a time is not asked by one that is past."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.desk.findings.life import FindingEntry
from tests.world import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a campaign whose first round is open on 2026-06-01 in Shanghai."""
    world = make_world(tmp_path)
    world.desk("co").open_round(1)
    return world


def asked(world: World, due: date | None) -> None:
    entry = FindingEntry("east", "1.1.1", code="Q01", asked="补", due=due)
    world.desk("r1").add_finding(entry)


def test_a_finding_cannot_be_due_on_a_day_that_is_past(world: World) -> None:
    with pytest.raises(InputError) as refused:
        asked(world, date(2026, 5, 31))

    assert str(refused.value) == "a finding cannot be due on 2026-05-31: that is past"
    assert refused.value.hint.format(**refused.value.params) == "give 2026-06-01 or a later day"


def test_a_finding_may_be_due_today_or_at_no_time(world: World) -> None:
    asked(world, date(2026, 6, 1))
    asked(world, None)

    assert len(world.desk("co").standing().findings["east", "1.1.1"]) == 2


def test_the_day_that_counts_is_that_of_the_campaigns_zone(world: World) -> None:
    world.time += timedelta(hours=16)  # past midnight in Shanghai, 1 June still in UTC

    with pytest.raises(InputError, match="that is past"):
        asked(world, date(2026, 6, 1))


def test_a_round_cannot_reopen_until_a_time_that_is_past(world: World) -> None:
    world.desk("co").close_round(1, waive="示例")

    with pytest.raises(InputError) as refused:
        world.desk("co").reopen_round(1, "补录", world.time - timedelta(days=1))

    assert str(refused.value) == "no scores can be taken until 2026-05-31T08:00: that is past"
    assert refused.value.hint.format(**refused.value.params) == (
        "give a time after 2026-06-01T08:00, or none"
    )
    assert world.desk("co").standing().state_of(1) == "closed"
    world.desk("co").reopen_round(1, "补录", world.time + timedelta(days=1))
    assert world.desk("co").standing().open_round == 1
