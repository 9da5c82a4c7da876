"""What the responsible units answer for, in both modes."""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from rolcheck.desk.reporting import units_of
from rolcheck.reports.blocks import Table
from rolcheck.reports.documents.units import units_document
from rolcheck.reports.documents.units_sheet import COLUMNS, units_sheet
from rolcheck.reports.model import Summary
from rolcheck.reports.units import UnitShare, together
from rolcheck.reports.units_json import units_json
from tests.factories import CRITERIA, Town, make_town
from tests.unit.reports.towns import drawn, played

SHARED = CRITERIA.replace(
    'office = "城管局"\n[indicator.rule]\nkind = "deduct"',
    'office = "城管局"\nco-offices = ["司法局", "检察院"]\n[indicator.rule]\nkind = "deduct"',
)


def of(town: Town, submission: str) -> dict[str, UnitShare]:
    _summary, (units,) = units_of(town.desk("boss"), submission=submission)
    return {unit.unit: unit for unit in units}


@cache
def found(until: int, mode: str) -> tuple[Summary, tuple[tuple[UnitShare, ...], ...]]:
    return units_of(played(until, mode).desk("boss"))


@pytest.mark.parametrize("until", [1, 2, 4])
def test_what_units_lost_is_what_the_indicators_lost(until: int) -> None:
    summary, submissions = found(until, "ranking")

    for line, units in zip(summary.submissions, submissions, strict=True):
        lost = sum((one.missed or Fraction() for one in line.indicators), Fraction())
        assert sum(unit.lost for unit in units) == lost
        assert sum(unit.pending for unit in units) == line.pending


def test_what_applies_is_earned_lost_or_pending() -> None:
    for until in (1, 2, 4):
        for units in found(until, "ranking")[1]:
            assert all(unit.points == unit.score + unit.lost + unit.pending for unit in units)


def test_in_a_self_check_units_have_at_risk_what_the_outlook_says() -> None:
    summary, submissions = found(2, "self-check")

    for line, units in zip(summary.submissions, submissions, strict=True):
        assert line.outlook is not None
        assert sum(unit.lost for unit in units) == line.outlook.at_risk


def test_a_self_check_names_what_is_expected_asked_and_due() -> None:
    units = of(played(2, "self-check"), "west")

    assert units["城管局"].score == Fraction("1.53") + Fraction(1)
    assert (units["城管局"].open_findings, units["城管局"].due) == (1, date(2023, 6, 25))
    assert (units["住建局"].open_findings, units["住建局"].due) == (0, date(2023, 6, 20))
    assert units[""].indicators == 1


def test_a_ranking_gives_no_day_but_those_of_findings() -> None:
    units = of(played(2), "west")

    assert units["城管局"].due == date(2023, 6, 25)
    assert {unit.due for name, unit in units.items() if name != "城管局"} == {None}


def test_who_works_beside_is_told_but_not_charged(tmp_path: Path) -> None:
    town = make_town(tmp_path, criteria=SHARED).play(2)
    alone, units = of(played(2), "west"), of(town, "west")

    lost = Fraction("1.47")
    assert units["检察院"].indicators == 0
    assert (units["检察院"].lost, units["检察院"].beside) == (Fraction(), lost)
    assert units["司法局"].beside == lost
    assert units["司法局"].lost == alone["司法局"].lost


def test_material_is_missing_by_its_verdict_else_where_none_was_offered(tmp_path: Path) -> None:
    town = make_town(tmp_path)
    assert of(town, "east")["司法局"].missing == 0

    town.desk("boss").open_round(1)
    town.desk("r1").complete("east", "1.1.1/a", "supplement")
    assert of(town, "east")["司法局"].missing == 1

    bare = (town.folder / "west" / "submission.toml").read_text("utf-8").partition("[[evidence]]")
    other = make_town(tmp_path / "other")
    (other.folder / "west" / "submission.toml").write_text(bare[0], "utf-8")
    assert of(other, "west")["司法局"].missing == 1


def test_indicators_are_counted_once_however_many_submissions_there_are() -> None:
    _summary, submissions = found(4, "ranking")
    every = {unit.unit: unit for unit in together(submissions)}

    assert every["城管局"].indicators == 3
    assert every["城管局"].lost == sum(
        unit.lost for units in submissions for unit in units if unit.unit == "城管局"
    )


@pytest.mark.parametrize("form", ["text", "md", "csv", "html", "svg"])
@pytest.mark.parametrize("mode", ["ranking", "self-check"])
def test_units_are_drawn_in_every_format(mode: str, form: str) -> None:
    summary, submissions = found(2, mode)

    assert "城管局" in drawn(units_document(summary, submissions), form)


def test_json_and_csv_say_the_same() -> None:
    summary, submissions = found(2, "ranking")
    (table,) = units_sheet(summary, submissions).blocks
    rows = units_json(summary, submissions)["units"]

    assert isinstance(rows, list)
    names = [name for name, _kind in COLUMNS]
    assert isinstance(table, Table)
    for row, cells in zip(rows, table.rows, strict=True):
        shown = dict(zip(names, cells, strict=True))
        assert {name: "" if value is None else str(value) for name, value in row.items()} == {
            name: shown[name] for name in row
        }
