"""What blocks a closing in each kind of round, and what is only carried on."""

from collections.abc import Set
from datetime import date

import pytest

from rolcheck.campaign.blockers import (
    Blocker,
    blockers,
    carried,
    is_overdue,
    raised_vetoes,
    rulings_to_confirm,
)
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import Row
from tests.factories_standing import (
    assigned,
    barred,
    found,
    manifest,
    observed,
    received,
    round_row,
    ruled,
    settings,
    standing,
    verdict,
)

TODAY = date(2023, 6, 20)
EAST = (manifest("east"),)
CELL = ("east", "1.1.1")
LISTED = settings(head='assignment = "listed"', aggregation="quorum = 1")


def only_east(*rows: Row) -> Standing:
    return standing(*rows, manifests=EAST)


def left(now: Standing, number: int, disputes: Set[tuple[str, str]] = frozenset()) -> list[str]:
    """Return what blocks closing, each as one line of words."""
    return [said(one) for one in blockers(now, number, disputes=disputes, today=TODAY)]


def handed_on(
    now: Standing, number: int, disputes: Set[tuple[str, str]] = frozenset()
) -> list[str]:
    """Return what is carried into the next round, each as one line of words."""
    return [said(one) for one in carried(now, number, disputes=disputes, today=TODAY)]


def said(one: Blocker) -> str:
    return " ".join((one.kind, one.submission, one.indicator, one.subject)).strip()


def scored(*who: str, round: int = 2, indicator: str = "1.1.1", value: str = "3") -> list[Row]:
    return [observed(each, value, round=round, indicator=indicator) for each in who]


def test_in_the_completeness_round_each_required_item_wants_a_verdict() -> None:
    assert left(standing(round_row(1)), 1) == ["no-verdict east 1.1.1 a", "no-verdict west 1.1.1 a"]
    assert left(standing(round_row(1), verdict()), 1) == ["no-verdict west 1.1.1 a"]
    assert left(only_east(round_row(1), verdict(undone=True)), 1) == ["no-verdict east 1.1.1 a"]


def test_in_a_scoring_round_every_reviewer_owes_what_can_be_scored() -> None:
    now = only_east(round_row(2), *scored("r1"))

    assert left(now, 2) == [
        "unfinished east 1.1.1 r2",
        "unfinished east 1.1.1 r3",
        "under-quorum east 1.1.1",
    ]


def test_nothing_blocks_once_everybody_scored() -> None:
    assert left(only_east(round_row(2), *scored("r1", "r2", "r3")), 2) == []


def test_a_barred_reviewer_owes_nothing_and_counts_towards_no_quorum() -> None:
    scored_before = only_east(round_row(2), *scored("r1", "r2"), barred("r2"))
    never_scored = only_east(round_row(2), *scored("r1", "r2"), barred("r3"))

    assert left(scored_before, 2) == ["unfinished east 1.1.1 r3", "under-quorum east 1.1.1"]
    assert left(never_scored, 2) == []


def test_under_listed_assignment_only_whoever_is_assigned_owes() -> None:
    now = standing(
        round_row(2), assigned("r1", "1.1.1"), assigned("r2", "1.1.2"), under=LISTED, manifests=EAST
    )

    assert left(now, 2) == ["unfinished east 1.1.1 r1", "under-quorum east 1.1.1"]


def test_what_came_back_is_finished_by_a_score_of_this_round_only() -> None:
    back = round_row(3, returned={"east": {"1.1.1": ["finding"]}})
    before = scored("r1", "r2", "r3")

    assert left(only_east(back, *before), 3) == [
        f"unfinished east 1.1.1 {who}" for who in ("r1", "r2", "r3")
    ]
    assert left(only_east(back, *before, *scored("r1", "r2", "r3", round=3)), 3) == []


def test_what_did_not_come_back_is_owed_by_nobody() -> None:
    assert left(only_east(round_row(3)), 3) == []


def test_bonus_and_veto_block_nothing_when_nobody_scores_them() -> None:
    lines = left(only_east(round_row(4)), 4)

    assert {line.split()[2] for line in lines} == {"1.1.3"}


LOOSE: list[tuple[str, list[Row], Set[tuple[str, str]], list[str]]] = [
    ("a dispute", [], {CELL}, ["dispute east 1.1.1"]),
    ("a ruled dispute", [ruled()], {CELL}, []),
    ("a raised veto", scored("r1", indicator="1.1.5", value="veto"), set(), ["veto east 1.1.5"]),
    ("a clear veto", scored("r1", indicator="1.1.5", value="clear"), set(), []),
    (
        "a ruled veto",
        [*scored("r1", indicator="1.1.5", value="veto"), ruled("uphold", indicator="1.1.5")],
        set(),
        [],
    ),
    (
        "a ruling on older material",
        [ruled(version="v1"), received(i1_1_1="v2")],
        set(),
        ["ruling-to-confirm east 1.1.1"],
    ),
    ("a ruling on this material", [ruled(version="v2"), received(i1_1_1="v2")], set(), []),
    ("an open finding", [found(id="f")], set(), ["finding-open east 1.1.1 f"]),
    ("an answered finding", [found("answered", id="f")], set(), ["finding-open east 1.1.1 f"]),
    ("an accepted finding", [found("accepted")], set(), []),
    ("a withdrawn finding", [found("withdrawn")], set(), []),
    (
        "a finding due yesterday",
        [found(due="2023-06-19", id="f")],
        set(),
        ["finding-overdue east 1.1.1 f"],
    ),
    (
        "a finding due today",
        [found(due="2023-06-20", id="f")],
        set(),
        ["finding-open east 1.1.1 f"],
    ),
]


@pytest.mark.parametrize(
    ("rows", "disputes", "expected"), [case[1:] for case in LOOSE], ids=[case[0] for case in LOOSE]
)
def test_a_loose_end_blocks_the_final_round_and_is_carried_on_from_the_others(
    rows: list[Row], disputes: Set[tuple[str, str]], expected: list[str]
) -> None:
    final = only_east(round_row(4), *rows, *scored("r1", "r2", "r3", round=4, indicator="1.1.3"))
    third = only_east(round_row(3), *rows)

    assert left(final, 4, disputes) == expected
    assert handed_on(final, 4, disputes) == []
    assert handed_on(third, 3, disputes) == expected
    assert left(third, 3, disputes) == []


def test_disputes_are_told_in_the_order_of_their_cells() -> None:
    cells = {("west", "1.1.1"), ("east", "1.1.2"), ("east", "1.1.1")}

    assert handed_on(standing(round_row(2)), 2, cells) == [
        "dispute east 1.1.1",
        "dispute east 1.1.2",
        "dispute west 1.1.1",
    ]


def test_an_answered_finding_waits_for_the_judge_and_is_never_overdue() -> None:
    assert is_overdue(found(due="2023-06-19"), TODAY)
    assert not is_overdue(found("answered", due="2023-06-19"), TODAY)
    assert not is_overdue(found(), TODAY)


def test_a_veto_that_a_barred_reviewer_raised_is_not_raised() -> None:
    raised = scored("r1", indicator="1.1.5", value="veto")

    assert list(raised_vetoes(only_east(*raised), 2)) == [("east", "1.1.5")]
    assert not list(raised_vetoes(only_east(*raised, barred("r1")), 2))
    assert not list(raised_vetoes(only_east(*raised), 1))


def test_a_ruling_is_confirmed_by_the_version_it_was_made_on() -> None:
    assert list(rulings_to_confirm(standing(ruled(version="v1"), received(i1_1_1="v2")))) == [CELL]
    assert not list(rulings_to_confirm(standing(ruled(version="v2"), received(i1_1_1="v2"))))
