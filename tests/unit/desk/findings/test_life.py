"""A finding's name tells nothing of the findings of others."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.campaign.loader import load_campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry, Statement, add
from rolcheck.desk.ledger import Ledger
from tests.world import World, make_world

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
ENTRY = FindingEntry("east", "1.1.2", "Q03", "补交签到表")


def in_blind_round(folder: Path) -> World:
    """Return the campaign with round 2 open."""
    world = make_world(folder)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    return world


def number(world: World, who: str) -> object:
    """Return the number that a finding of `who` would get at noon."""
    (draft,) = add(world.desk().standing(), who, ENTRY, now=NOON)
    return draft.payload["number"]


def test_the_number_is_the_same_however_many_findings_others_have(tmp_path: Path) -> None:
    quiet, busy = in_blind_round(tmp_path / "quiet"), in_blind_round(tmp_path / "busy")
    for _ in range(5):
        busy.desk("r2").add_finding(ENTRY)

    assert number(quiet, "r1") == number(busy, "r1")


def test_a_number_that_is_taken_is_not_given_again(tmp_path: Path) -> None:
    world = in_blind_round(tmp_path / "a")
    ledger = Ledger(world.store, load_campaign(world.folder), lambda: NOON)
    for _ in range(3):
        Desk(ledger, "r1").add_finding(ENTRY)

    rows = world.desk().standing().findings["east", "1.1.2"]
    assert len({row.number for row in rows}) == 3
    assert all(100_000 <= row.number < 1_000_000 for row in rows)


def test_what_one_may_not_see_cannot_be_told_from_what_is_not_there(tmp_path: Path) -> None:
    world = in_blind_round(tmp_path / "a")
    (event,) = world.desk("r2").add_finding(ENTRY)

    for name in (f"F{event.payload['number']}", "F1"):
        with pytest.raises(InputError, match=f"no finding '{name}'"):
            world.desk("r1").move_finding(name, "withdraw", Statement("试探"))
