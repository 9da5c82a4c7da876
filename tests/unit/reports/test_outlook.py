"""Points at risk by responsible unit, in mode self-check."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from rolcheck.desk.reporting import summary_of
from rolcheck.reports.outlook import Outlook
from tests.factories import Town, make_town
from tests.unit.reports.towns import played


def outlook(town: Town, submission: str) -> Outlook:
    (line,) = summary_of(town.desk("boss"), submission=submission).submissions
    assert line.outlook is not None
    return line.outlook


def test_without_any_review_the_claims_are_expected(tmp_path: Path) -> None:
    found = outlook(make_town(tmp_path, mode="self-check"), "east")

    assert found.expected == 11
    assert found.at_risk == 4
    assert not any(line.known for line in found.lines)


def test_an_open_finding_puts_the_whole_indicator_at_risk() -> None:
    found = outlook(played(2, "self-check"), "west")
    line = next(one for one in found.lines if one.indicator.id == "2.1.1")

    assert line.expected == Fraction("1.53")
    assert (line.at_risk, line.open_findings) == (Fraction(3), 1)
    assert line.due == date(2023, 6, 25)


def test_units_stand_with_most_at_risk_first_and_with_their_due_date() -> None:
    found = outlook(played(2, "self-check"), "west")

    assert [(unit.unit, unit.lost, unit.due) for unit in found.units] == [
        ("城管局", Fraction(5), date(2023, 6, 25)),
        ("司法局", Fraction("2.16"), date(2023, 6, 20)),
        ("住建局", Fraction("0.5"), date(2023, 6, 20)),
        ("", Fraction("0.5"), date(2023, 6, 20)),
    ]


def test_what_does_not_apply_is_nobodys_risk() -> None:
    found = outlook(played(2, "self-check"), "court")
    unit = next(one for one in found.units if one.unit == "司法局")

    assert "1.1.2" not in {line.indicator.id for line in found.lines}
    assert unit.points == 3


def test_a_ranking_has_no_outlook() -> None:
    assert {line.outlook for line in summary_of(played().desk("boss")).submissions} == {None}
