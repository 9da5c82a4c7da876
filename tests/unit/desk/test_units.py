"""What waits for the responsible units, and what a unit knows of its own indicators."""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.desk.overview import overview
from rolcheck.desk.units import unit_items, unit_rows
from tests.tui.campaign_world import re_examining, self_checking


def test_every_unit_has_what_is_missing_at_risk_and_due(tmp_path: Path) -> None:
    world = self_checking(tmp_path)

    rows = {row.name: row for row in unit_rows(world.desk("co"))}

    office = rows["司法局"]
    assert (office.indicators, office.findings) == (1, 1)
    assert office.at_risk >= Fraction(2)  # an open finding counts in full
    assert str(office.due) == "2026-06-02"


def test_a_unit_sees_its_own_indicators_and_no_scores_before_the_seal(tmp_path: Path) -> None:
    world = self_checking(tmp_path)

    seen = overview(world.desk("un"))

    assert seen.unit == "司法局"
    assert {one.indicator for one in seen.answers_for} == {"1.1.1"}
    asked = next(one for one in seen.answers_for if one.findings)
    assert asked.overdue == 1
    assert seen.units == ()
    assert seen.submissions == ()


def test_a_unit_is_shown_nothing_of_others_though_it_asks(tmp_path: Path) -> None:
    assert not list(unit_items(self_checking(tmp_path).desk("un"), ""))


@pytest.mark.parametrize("who", ["co", "r1", "ob", ""])
def test_where_applicants_are_compared_no_units_are_listed(tmp_path: Path, who: str) -> None:
    assert overview(re_examining(tmp_path).desk(who)).units == ()
