"""What a standing tells of settings and rows, and what it keeps when rows come."""

import pytest

from rolcheck.base.errors import InputError
from rolcheck.events.rows import BarRow, DeclarationRow, FindingMoveRow, ObservationRow, Row
from tests.factories_standing import (
    assigned,
    barred,
    found,
    observed,
    recalled,
    received,
    round_row,
    ruled,
    settings,
    standing,
    verdict,
)

LISTED = 'assignment = "listed"'
ALL = {"1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5"}


@pytest.mark.parametrize(
    ("rows", "open_one", "closed", "current", "following"),
    [
        pytest.param([], None, None, 1, 1, id="before the first"),
        pytest.param([round_row(1)], 1, None, 1, 2, id="the first is open"),
        pytest.param([round_row(1, "closed")], None, 1, 1, 2, id="between two"),
        pytest.param([round_row(1, "closed"), round_row(2)], 2, 1, 2, 3, id="the second is open"),
        pytest.param(
            [round_row(n, "closed") for n in (1, 2, 3)] + [round_row(4, "sealed")],
            None, 4, 4, None, id="sealed",
        ),
    ],
)  # fmt: skip
def test_the_rounds_stand_as_far_as_they_have_come(
    rows: list[Row], open_one: int | None, closed: int | None, current: int, following: int | None
) -> None:
    now = standing(*rows)

    assert now.open_round == open_one
    assert now.latest_closed == closed
    assert now.current_round == current
    assert now.next_round == following
    assert now.is_sealed == (following is None)


def test_a_round_is_planned_until_it_is_opened() -> None:
    now = standing(round_row(1, "closed"), round_row(2))

    assert [now.state_of(number) for number in (1, 2, 3)] == ["closed", "open", "planned"]


def test_a_reopened_round_is_open_and_the_one_before_is_the_latest_closed() -> None:
    now = standing(round_row(1, "closed"), round_row(2, "open", reopened=True))

    assert (now.open_round, now.latest_closed, now.next_round) == (2, 1, 3)


def test_a_round_that_is_not_planned_is_answered_with_those_that_are() -> None:
    with pytest.raises(InputError) as refused:
        standing().plan(5)

    assert str(refused.value) == "no round 5"
    assert refused.value.params["rounds"] == "1, 2, 3, 4"


def test_the_version_is_that_of_the_last_receipt() -> None:
    now = standing(received(i1_1_1="v1"), received(i1_1_1="v2"), received("west", i1_1_1="v9"))

    assert now.version("east", "1.1.1") == "v2"
    assert now.version("east", "1.1.2") == ""
    assert now.version("nowhere", "1.1.1") == ""
    assert len(now.receipts["east"]) == 2


def test_an_unknown_submission_is_answered_with_the_nearest_or_with_all() -> None:
    now = standing()

    assert now.manifest("east").submission.name == "east区"
    with pytest.raises(InputError, match="no submission 'eats'") as near:
        now.manifest("eats")
    assert near.value.hint.format(**near.value.params) == "perhaps east"
    with pytest.raises(InputError) as far:
        now.manifest("xyz")
    assert far.value.hint.format(**far.value.params) == "the submissions are east, west"


def test_under_open_assignment_every_reviewer_has_everything_and_nobody_else() -> None:
    now = standing(assigned("r1", "1.1.1", action="unassign"))

    assert now.assigned(2, "east", "r1") == ALL
    assert now.assigned(2, "east", "boss") == now.assigned(2, "east", "nobody") == frozenset()


@pytest.mark.parametrize(
    ("scope", "covers"),
    [
        pytest.param((), ALL, id="nothing named is everything"),
        pytest.param(("1",), ALL, id="an area"),
        pytest.param(("1.1",), ALL, id="a group"),
        pytest.param(("1.1.2",), {"1.1.2"}, id="an indicator"),
        pytest.param(("1.1.2", "1.1.3"), {"1.1.2", "1.1.3"}, id="two indicators"),
    ],
)
def test_a_scope_names_areas_groups_or_indicators(scope: tuple[str, ...], covers: set[str]) -> None:
    now = standing(assigned("r1", *scope), under=settings(head=LISTED))

    assert now.assigned(2, "east", "r1") == covers
    assert now.assigned(3, "east", "r1") == now.assigned(2, "west", "r1") == frozenset()


def test_later_lines_of_an_assignment_add_and_take_away() -> None:
    now = standing(
        assigned("r1", "1.1.1", "1.1.2"),
        assigned("r1", "1.1.1", action="unassign"),
        assigned("r1", "1.1.3"),
        under=settings(head=LISTED),
    )

    assert now.assigned(2, "east", "r1") == {"1.1.2", "1.1.3"}


def test_the_own_latest_score_is_that_of_any_round() -> None:
    now = standing(observed("r1", "1"), observed("r1", "2", round=3), observed("r2", "4", round=3))
    latest = now.own_latest("east", "1.1.1", "r1")

    assert latest is not None
    assert latest.value == "2"
    assert now.own_latest("east", "1.1.1", "r3") is None


def test_the_last_ruling_stands_and_a_lifted_one_does_not() -> None:
    assert standing(ruled("1"), ruled("2")).rulings["east", "1.1.1"].value == "2"
    assert not standing(ruled("1"), ruled("")).rulings


def test_findings_and_recalls_stand_by_cell_and_round() -> None:
    now = standing(found(id="a"), found("accepted", id="b"), recalled(), recalled("1.1.2", round=4))

    assert [row.id for row in now.findings["east", "1.1.1"]] == ["a", "b"]
    assert now.recalls == {3: {("east", "1.1.1")}, 4: {("east", "1.1.2")}}


def test_the_steps_of_a_finding_stand_by_its_event() -> None:
    step = FindingMoveRow("m1", "f1", "answer", "facts", "已补", "[]", "boss", 2, "t")

    assert standing(step).finding_moves == {"f1": (step,)}


def test_the_latest_verdict_counts_unless_it_was_taken_back() -> None:
    first, second = verdict(), verdict()

    assert standing(first, second).verdicts["east", "1.1.1", "a"] == second
    assert standing(first, verdict(undone=True)).verdicts["east", "1.1.1", "a"] == first


def test_a_declaration_that_was_taken_back_is_none() -> None:
    rows = [
        DeclarationRow(f"d{n}", who, "[]", 2, "t", "", undone, who)
        for n, (who, undone) in enumerate((("r1", False), ("r2", True)))
    ]

    assert standing(*rows).declared == {"r1"}


def test_what_rests_on_changed_rows_is_worked_out_again_and_nothing_else() -> None:
    before = standing(observed("r1"), barred("r1"))
    kept, gone = before.bars, before.observations

    later = before.after({ObservationRow})

    assert later.bars is kept
    assert later.observations is not gone
    assert before.after({BarRow}).bars is not kept
