"""What may be scored in which round: the table of the design, cell by cell, and what comes back."""

import pytest

from rolcheck.campaign.openings import came_back, disputed, first_kind, may_be_scored, returned
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import Row
from tests.factories_standing import (
    ROUNDS,
    found,
    indicator,
    observed,
    recalled,
    received,
    round_row,
    ruled,
    settings,
    standing,
)

ROUND = dict(enumerate(ROUNDS.split("[[round]]"), start=0))
SCORING, AGAIN, FINAL, BONUS, VETO = "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5"


def plans(*numbers: int) -> str:
    """Return the rounds of these numbers alone."""
    return "".join(f"[[round]]{ROUND[number]}" for number in numbers)


def known(*rows: Row, number: int = 3, scored: str = SCORING) -> list[str]:
    """Return why 1.1.1 of east comes back when a round opens now."""
    return returned(standing(*rows), number).get("east", {}).get(scored, [])


def reasons(now: Standing, number: int = 3, scored: str = SCORING) -> tuple[str, ...]:
    """Return why an indicator of east is open again."""
    return came_back(now, number, "east", indicator(scored))


@pytest.mark.parametrize(
    ("scored", "rounds"),
    [
        pytest.param(SCORING, [2], id="first scored in a scoring round"),
        pytest.param(AGAIN, [], id="first scored in a re-examination"),
        pytest.param(FINAL, [4], id="first scored in the final round"),
        pytest.param(BONUS, [3, 4], id="a bonus from its first-scored on"),
        pytest.param(VETO, [1, 2, 3, 4], id="a veto at any time"),
    ],
)
def test_where_nothing_came_back_the_table_says_what_may_be_scored(
    scored: str, rounds: list[int]
) -> None:
    now = standing(*(round_row(number, "closed") for number in (1, 2, 3, 4)))

    assert [n for n in (1, 2, 3, 4) if may_be_scored(now, n, "east", indicator(scored))] == rounds


@pytest.mark.parametrize("scored", [SCORING, AGAIN, FINAL])
@pytest.mark.parametrize("number", [3, 4])
def test_what_came_back_may_be_scored_again(scored: str, number: int) -> None:
    now = standing(round_row(number, returned={"east": {scored: ["pending"]}}))

    assert may_be_scored(now, number, "east", indicator(scored))
    assert may_be_scored(now, number, "west", indicator(scored)) == ((scored, number) == (FINAL, 4))


def test_a_bonus_first_scored_in_a_scoring_round_is_open_from_there_on() -> None:
    bonus = indicator(BONUS).model_copy(update={"first_scored": "scoring"})
    late = indicator(BONUS).model_copy(update={"first_scored": "final"})
    now = standing()

    assert [n for n in (1, 2, 3, 4) if may_be_scored(now, n, "east", bonus)] == [2, 3, 4]
    assert [n for n in (1, 2, 3, 4) if may_be_scored(now, n, "east", late)] == [4]


@pytest.mark.parametrize(
    ("rounds", "kinds"),
    [
        pytest.param((1, 2, 3, 4), ("scoring", "re-examination", "final"), id="all four"),
        pytest.param((2, 4), ("scoring", "final", "final"), id="the next takes over"),
        pytest.param((2,), ("scoring", "scoring", "scoring"), id="the last takes what has no next"),
        pytest.param((3,), ("re-examination",) * 3, id="one round takes everything"),
        pytest.param((1,), (None, None, None), id="completeness takes no scores"),
    ],
)
def test_a_kind_of_round_that_is_left_out_hands_on(
    rounds: tuple[int, ...], kinds: tuple[str | None, ...]
) -> None:
    under = settings(rounds=plans(*rounds))

    assert tuple(first_kind(under, indicator(one)) for one in (SCORING, AGAIN, FINAL)) == kinds


def test_without_a_round_that_scores_nothing_is_scored_but_a_veto_raised() -> None:
    now = standing(round_row(1), under=settings(rounds=plans(1)))

    assert not may_be_scored(now, 1, "east", indicator(BONUS))
    assert may_be_scored(now, 1, "east", indicator(VETO))


def test_nothing_comes_back_into_a_round_that_takes_first_scores_only() -> None:
    now = standing(found(), observed("r1"))

    assert returned(now, 1) == returned(now, 2) == {}


def test_what_was_never_scored_comes_back_as_pending_and_under_quorum() -> None:
    assert known(observed("r1", submission="west")) == ["pending", "under-quorum"]


def test_what_is_ruled_is_not_pending() -> None:
    assert known(ruled()) == ["under-quorum"]


def test_fewer_scores_than_the_quorum_come_back_and_as_many_do_not() -> None:
    assert known(observed("r1")) == ["under-quorum"]
    assert known(observed("r1"), observed("r2")) == []


def test_a_submission_of_which_nothing_comes_back_is_left_out() -> None:
    west = [observed(who, submission="west", indicator=one, value=value)
            for who in ("r1", "r2") for one, value in ((SCORING, "3"), (AGAIN, "yes"))]  # fmt: skip

    assert list(returned(standing(*west), 3)) == ["east"]


def test_an_n_a_counts_towards_the_quorum() -> None:
    assert known(observed("r1", "n/a"), observed("r2", "n/a")) == []


@pytest.mark.parametrize(
    ("state", "comes"),
    [("open", True), ("answered", True), ("accepted", False), ("withdrawn", False)],
)
def test_an_open_or_answered_finding_brings_its_indicator_back(state: str, comes: bool) -> None:
    assert known(observed("r1"), observed("r2"), found(state)) == (["finding"] if comes else [])


def test_a_dispute_of_the_latest_closing_comes_back_unless_it_is_ruled() -> None:
    scored = (observed("r1"), observed("r2"), round_row(2, "closed", disputes=(("east", SCORING),)))

    assert known(*scored) == ["dispute"]
    assert known(*scored, ruled()) == []
    assert disputed(standing(*scored)) == {("east", SCORING)}


def test_disputes_of_an_earlier_closing_are_over() -> None:
    first = round_row(2, "closed", disputes=(("east", SCORING),))

    assert disputed(standing(first, round_row(3, "closed"))) == frozenset()
    assert disputed(standing()) == frozenset()


def test_new_material_brings_back_what_was_scored_or_ruled_on_older() -> None:
    scored = (observed("r1", version="v1"), observed("r2", version="v1"))

    assert known(*scored, received(i1_1_1="v1")) == []
    assert known(*scored, received(i1_1_1="v2")) == ["new-material"]
    assert known(
        observed("r1", version="v2"),
        observed("r2", version="v2"),
        ruled(version="v1"),
        received(i1_1_1="v2"),
    ) == ["new-material"]


def test_into_the_final_round_only_what_lacks_scores_comes_back() -> None:
    scored = (observed("r1"), observed("r2"))
    loose = (found(), round_row(3, "closed", disputes=(("east", SCORING),)), received(i1_1_1="v2"))

    assert known(*scored, *loose, number=3) == ["finding", "dispute", "new-material"]
    assert known(*scored, *loose, number=4) == []
    assert known(*loose, number=4) == ["pending", "under-quorum"]


def test_what_is_first_scored_later_does_not_come_back_yet() -> None:
    assert known(scored=AGAIN) == ["pending", "under-quorum"]
    assert known(scored=FINAL) == []
    assert known(scored=FINAL, number=4) == ["pending", "under-quorum"]


def test_bonus_and_veto_come_back_by_the_table_not_by_reasons() -> None:
    assert known(found(indicator=BONUS), scored=BONUS) == []


def test_a_round_that_is_not_open_yet_has_nothing_back() -> None:
    assert reasons(standing(recalled())) == ()


def test_what_was_known_at_the_opening_stays_although_it_is_settled_since() -> None:
    now = standing(
        round_row(3, returned={"east": {SCORING: ["pending"]}}),
        observed("r1", round=3),
        observed("r2", round=3),
    )

    assert reasons(now) == ("pending",)


def test_a_recall_adds_to_its_round_only() -> None:
    now = standing(round_row(3, "closed"), round_row(4), recalled(round=3))

    assert reasons(now, 3) == ("recalled",)
    assert reasons(now, 4) == ()


def test_new_material_adds_when_it_came_in_this_round_and_touches_the_indicator() -> None:
    before = received(round=3, i1_1_1="v1")
    opened = round_row(3)

    assert reasons(standing(opened, received(round=3, i1_1_1="v2"))) == ("new-material",)
    assert reasons(standing(opened, received(round=3, i1_1_2="v2"))) == ()
    assert reasons(standing(opened, before)) == ()
    assert reasons(standing(opened, received(round=2, i1_1_1="v2"))) == ()
    assert reasons(standing(opened, received("west", round=3, i1_1_1="v2"))) == ()


def test_a_finding_of_this_round_adds_whatever_becomes_of_it() -> None:
    opened = round_row(3)

    assert reasons(standing(opened, found("withdrawn", round=3))) == ("finding",)
    assert reasons(standing(opened, found(round=2))) == ()


def test_into_an_open_final_round_only_a_recall_adds() -> None:
    now = standing(round_row(4), found(round=4), received(round=4, i1_1_1="v2"))

    assert reasons(now, 4) == ()
    assert reasons(standing(round_row(4), recalled(round=4)), 4) == ("recalled",)


def test_each_reason_is_named_once() -> None:
    now = standing(
        round_row(3, returned={"east": {SCORING: ["finding"]}}),
        found(round=3),
        found(round=3),
        recalled(),
    )

    assert reasons(now) == ("finding", "recalled")


def test_nothing_adds_to_what_is_first_scored_later() -> None:
    now = standing(round_row(3), recalled(FINAL), found(indicator=FINAL, round=3))

    assert reasons(now, scored=FINAL) == ()
