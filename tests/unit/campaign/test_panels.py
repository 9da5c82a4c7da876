"""Whose scores count, and why the others are strays."""

import pytest

from rolcheck.campaign.panels import panel, strays, why_stray
from rolcheck.campaign.standing import Standing
from tests.factories_standing import (
    PEOPLE,
    assigned,
    barred,
    manifest,
    observed,
    round_row,
    settings,
    standing,
)

LISTED = 'assignment = "listed"'


def counted(now: Standing, number: int = 2) -> dict[str, str]:
    """Return the values on the panel of 1.1.1 of east by reviewer."""
    return {row.reviewer: row.value for row in panel(now, "east", "1.1.1", number)}


def left_out(now: Standing, number: int = 2) -> list[tuple[str, str]]:
    """Return the strays of 1.1.1 of east with their reasons."""
    return [(one.row.reviewer, one.reason) for one in strays(now, "east", "1.1.1", number)]


def test_a_panel_sits_in_the_order_of_campaign_toml_whoever_scored_first() -> None:
    now = standing(observed("r3", "1"), observed("r1", "2"), observed("r2", "3"))

    assert list(counted(now)) == ["r1", "r2", "r3"]


def test_the_latest_score_of_a_reviewer_counts_alone() -> None:
    now = standing(observed("r1", "1"), observed("r1", "2"))

    assert counted(now) == {"r1": "2"}


def test_whoever_does_not_score_again_keeps_the_earlier_score() -> None:
    now = standing(observed("r1", "1"), observed("r2", "1"), observed("r1", "4", round=3))

    assert counted(now, 3) == {"r1": "4", "r2": "1"}


def test_as_of_an_earlier_round_later_scores_are_not_there() -> None:
    now = standing(observed("r1", "1"), observed("r1", "4", round=3))

    assert counted(now, 2) == {"r1": "1"}


def test_what_was_taken_back_uncovers_what_stood_before() -> None:
    now = standing(observed("r1", "1"), observed("r1", "4", undone=True))

    assert counted(now) == {"r1": "1"}


def test_other_cells_do_not_sit_on_this_panel() -> None:
    now = standing(observed("r1", indicator="1.1.2"), observed("r2", submission="west"))

    assert counted(now) == {}


def test_words_for_not_applicable_sit_on_the_panel() -> None:
    assert counted(standing(observed("r1", "n/a"))) == {"r1": "n/a"}


@pytest.mark.parametrize("kind", ["recusal", "abstention"])
def test_a_barred_reviewers_score_is_kept_and_shown_outside_the_panel(kind: str) -> None:
    now = standing(observed("r1"), observed("r2"), barred("r1", kind))

    assert list(counted(now)) == ["r2"]
    assert left_out(now) == [("r1", kind)]


def test_a_bar_holds_for_its_submission_only() -> None:
    now = standing(observed("r1"), barred("r1", submission="west"))

    assert counted(now) == {"r1": "3"}


def test_a_score_counts_again_once_the_bar_is_lifted() -> None:
    now = standing(observed("r1"), barred("r1", in_force=False))

    assert counted(now) == {"r1": "3"}
    assert left_out(now) == []


@pytest.mark.parametrize("named_as", ["name", "office"])
def test_an_own_office_bars_without_anybody_saying_so(named_as: str) -> None:
    office = "东局" if named_as == "office" else "east区"
    people = PEOPLE.replace('name = "r1"\n', f'name = "r1"\noffices = ["{office}"]\n')
    east = manifest("east", 'offices = ["东局"]')
    now = standing(observed("r1"), observed("r2"), under=settings(people=people), manifests=(east,))

    assert list(counted(now)) == ["r2"]
    assert left_out(now) == [("r1", "own-office")]


def test_whoever_lost_the_assignment_has_a_stray_score() -> None:
    now = standing(
        assigned("r1"),
        assigned("r2"),
        observed("r1"),
        observed("r2"),
        assigned("r1", action="unassign"),
        under=settings(head=LISTED),
    )

    assert list(counted(now)) == ["r2"]
    assert left_out(now) == [("r1", "unassigned")]


def test_a_score_counts_again_once_the_assignment_returns() -> None:
    now = standing(
        assigned("r1"),
        assigned("r1", action="unassign"),
        observed("r1"),
        assigned("r1", "1.1"),
        under=settings(head=LISTED),
    )

    assert counted(now) == {"r1": "3"}


def test_the_assignment_of_the_round_in_which_it_was_made_is_what_counts() -> None:
    scored_in_two = observed("r1", round=2)
    under = settings(head=LISTED)
    now = standing(
        assigned("r1", round=2), assigned("r1", action="unassign", round=3), scored_in_two,
        under=under,
    )  # fmt: skip

    assert counted(now, 3) == {"r1": "3"}
    assert not counted(standing(assigned("r1", round=3), scored_in_two, under=under), 3)


def test_a_latest_score_that_strays_leaves_the_one_before_on_the_panel() -> None:
    now = standing(
        assigned("r1", round=2),
        observed("r1", "1", round=2),
        observed("r1", "4", round=3),
        under=settings(head=LISTED),
    )

    assert counted(now, 3) == {"r1": "1"}
    assert left_out(now, 3) == [("r1", "unassigned")]
    assert left_out(now, 2) == []


@pytest.mark.parametrize("who", ["boss", "nobody"])
def test_whoever_is_no_reviewer_has_a_stray_score(who: str) -> None:
    now = standing(round_row(2), observed(who))

    assert counted(now) == {}
    assert left_out(now) == [(who, "unassigned")]


def test_a_bar_is_named_before_a_lost_assignment() -> None:
    now = standing(barred("r1"), under=settings(head=LISTED))

    assert why_stray(now, observed("r1")) == "recusal"
