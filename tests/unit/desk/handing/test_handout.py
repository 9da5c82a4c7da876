from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.handing.forms.writing import form
from rolcheck.desk.handing.handout import Handout, handout
from rolcheck.desk.handing.scored import HandoutItem
from tests.factories import Town, make_town


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town with round 2 worked and round 3 open."""
    town = make_town(tmp_path).play(until=2)
    town.desk("boss").open_round(3)
    return town


def item(made: Handout, submission: str, indicator: str) -> HandoutItem:
    found = next(one for one in made.submissions if one.id == submission)
    return next(one for one in found.items if one.indicator.id == indicator)


def text(made: Handout, town: Town) -> str:
    return form(made, town.desk().standing().settings.period)


def test_a_handout_holds_what_may_be_scored_now_and_what_helps(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")

    came_back = item(made, "west", "2.1.1")
    assert (made.campaign, made.round, made.reviewer, made.panel_round) == (
        "small-2023",
        3,
        "r1",
        2,
    )
    assert len(made.criteria) == 64
    assert (str(came_back.claim), str(came_back.panel)) == ("27/10", "153/100")
    assert came_back.own is not None
    assert (came_back.own.round, came_back.own.value) == (2, "K1*2;K2*3")
    assert [(one.code, one.asked) for one in came_back.findings] == [("Q13", "说明日期倒置")]
    assert came_back.came_back == ("finding", "dispute")
    assert (came_back.basis.edition, len(came_back.basis.material)) == (1, 64)


def test_what_did_not_come_back_is_left_out(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")

    ids = [one.indicator.id for one in made.submissions[1].items]
    assert made.submissions[1].id == "east"
    assert ids == ["1.1.1", "B.1.1", "V.1.1"]


def test_a_coordinator_is_handed_what_the_reviewer_would_see_and_no_more(tmp_path: Path) -> None:
    """Two towns, equal but for what r2 did in the open blind round."""
    one, other = (make_town(tmp_path / name).play(until=1) for name in ("one", "other"))
    for town in (one, other):
        town.desk("boss").open_round(2)
    one.score("r2", "east", "1.1.1", "C", "CANARY")
    other.score("r2", "east", "1.1.1", "A")
    other.score("r2", "east", "2.1.1", "none")

    assert text(handout(one.desk("boss"), "r1"), one) == text(
        handout(other.desk("boss"), "r1"), other
    )
    assert text(handout(one.desk("boss"), "r1"), one) == text(handout(one.desk("r1"), "r1"), one)


def test_who_is_barred_from_a_submission_is_handed_nothing_of_it(town: Town) -> None:
    made = handout(town.desk("boss"), "r5")

    assert "court" not in [one.id for one in made.submissions]


@pytest.mark.parametrize(
    ("who", "reviewer", "number", "said"),
    [
        pytest.param("r2", "r1", None, "r2 may take out what r2", id="another reviewer"),
        pytest.param("judge", "r1", None, "judge may take out", id="an arbiter"),
        pytest.param("boss", "guest", None, "guest may not score", id="for an observer"),
        pytest.param("boss", "r1", 2, "round 2 is closed", id="a closed round"),
    ],
)
def test_a_handout_is_refused(
    town: Town, who: str, reviewer: str, number: int | None, said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        handout(town.desk(who), reviewer, number)


def test_an_unknown_reviewer_is_named(town: Town) -> None:
    with pytest.raises(InputError, match="nobody named 'r9'"):
        handout(town.desk("boss"), "r9")


def test_where_nothing_can_be_scored_nothing_is_handed_out(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(until=1)
    town.desk("boss").open_round(2)
    for submission in ("east", "west", "court"):
        town.desk("boss").recuse("r1", submission, "曾任顾问")

    with pytest.raises(RefusedError, match="round 2 has nothing for r1 to fill in"):
        handout(town.desk("boss"), "r1")
