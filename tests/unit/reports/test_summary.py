"""What the summary says of a small campaign, and as of which moment."""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.summary_json import summary_json
from tests.factories import Town, make_town
from tests.unit.reports.towns import played


def one(summary: Summary, submission: str) -> SubmissionLine:
    return next(line for line in summary.submissions if line.id == submission)


def cell(line: SubmissionLine, indicator: str) -> IndicatorLine:
    return next(each for each in line.indicators if each.indicator.id == indicator)


def test_districts_come_before_projects_and_the_disqualified_stand_last() -> None:
    summary = summary_of(played().desk("boss"))

    assert [(line.id, line.rank) for line in summary.submissions] == [
        ("east", 1),
        ("west", None),
        ("court", 1),
    ]
    assert one(summary, "west").disqualified


def test_an_upheld_veto_says_who_ruled_it_and_why() -> None:
    (veto,) = one(summary_of(played().desk("boss")), "west").vetoes

    assert veto.source == "upheld"
    assert veto.ruling is not None
    assert (veto.ruling.who, veto.ruling.reason) == ("组长", "鉴定为伪造")


def test_a_score_says_how_many_of_its_reviewers_are_from_this_round() -> None:
    line = one(summary_of(played(3).desk("boss")), "west")

    assert (cell(line, "2.1.1").n, cell(line, "2.1.1").n_here) == (5, 5)
    assert (cell(line, "2.1.2").n, cell(line, "2.1.2").n_here) == (5, 0)


def test_observations_of_not_applicable_are_no_part_of_n() -> None:
    line = cell(one(summary_of(played().desk("boss")), "court"), "1.1.2")

    assert (line.source, line.n, line.score, line.missed) == ("not-applicable", 0, None, None)
    assert not line.under_quorum


def test_the_claims_go_through_the_same_roll_up() -> None:
    claims = one(summary_of(played().desk("boss")), "east").claims

    assert (claims.total, claims.count) == (Fraction(11), 5)
    assert claims.over == (3 - 3) + (2 - Fraction("1.67")) + (1 - 1) + (3 - Fraction("2.57")) + (
        2 - Fraction("1.2")
    )


def test_losses_are_listed_from_the_largest_on() -> None:
    losses = one(summary_of(played().desk("boss")), "east").losses

    assert [(line.indicator.id, line.missed) for line in losses] == [
        ("2.1.2", Fraction("0.8")),
        ("2.1.1", Fraction("0.43")),
        ("1.1.2", Fraction("0.33")),
        ("2.2.2", Fraction("0.1")),
    ]


def test_the_strongest_have_the_best_share_and_then_the_most_points() -> None:
    strongest = one(summary_of(played().desk("boss")), "east").strongest

    assert [line.indicator.id for line in strongest[:3]] == ["1.1.1", "2.2.1", "1.2.1"]


def test_a_finding_is_overdue_on_the_day_of_the_closing_not_on_that_of_the_reading(
    tmp_path: Path,
) -> None:
    town = make_town(tmp_path).play(2)  # due on the 25th, closed on the 11th
    town.time = town.time.replace(month=9)

    assert one(summary_of(town.desk("boss"), 2), "west").findings.overdue == 0

    town.desk("boss").open_round(3)

    findings = one(summary_of(town.desk("boss")), "west").findings
    assert (findings.open, findings.overdue) == (1, 1)
    assert one(summary_of(town.desk("boss"), 2), "west").findings.overdue == 0


def test_an_earlier_round_stays_as_it_was_at_its_closing() -> None:
    then = summary_json(summary_of(played(2).desk("boss"), 2))
    now = summary_json(summary_of(played(4).desk("boss"), 2))

    assert {**now, "ledger": None} == {**then, "ledger": None}


def test_a_round_that_is_sealed_says_when() -> None:
    facts = summary_of(played().desk("boss")).round

    assert facts is not None
    assert facts.state == "sealed"
    assert facts.closed_at is not None
    assert facts.sealed_at is not None
    assert facts.sealed_at > facts.closed_at
    assert len(facts.seal) == 64


def test_the_ledger_of_a_summary_is_the_head_that_the_store_has_kept() -> None:
    town = played()

    ledger = summary_of(town.desk("boss")).ledger

    assert ledger is not None
    assert ledger.events == town.store.length()
    assert town.store.kept_frontier(ledger.head) == ledger.frontier


@pytest.fixture
def blind(tmp_path: Path) -> Town:
    town = make_town(tmp_path, first_blind=True)
    town.desk("boss").open_round(1)
    return town


@pytest.mark.parametrize("who", ["r1", "guest", ""])
def test_while_no_round_was_closed_a_blind_reader_sees_neither_round_nor_ledger(
    blind: Town, who: str
) -> None:
    summary = summary_of(blind.desk(who))

    assert summary.round is None
    assert summary.ledger is None
    assert {line.total for line in summary.submissions} == {None}
    with pytest.raises(RefusedError):
        summary_of(blind.desk(who), 1)


def test_a_coordinator_sees_the_blind_round(blind: Town) -> None:
    summary = summary_of(blind.desk("boss"))

    assert summary.round is not None
    assert summary.ledger is not None


def test_one_submission_alone_keeps_its_rank() -> None:
    summary = summary_of(played(2).desk("boss"), submission="west")

    assert [(line.id, line.rank) for line in summary.submissions] == [("west", 2)]


def test_a_submission_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no submission 'wset'"):
        summary_of(played(2).desk("boss"), submission="wset")
