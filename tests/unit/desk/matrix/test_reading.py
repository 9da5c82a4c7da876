"""What the Matrix reads: the numbers of the summary, the states, and nothing that is hidden."""

import json
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from tempfile import mkdtemp

import pytest

from rolcheck.base.errors import RefusedError
from rolcheck.desk.desk import Desk
from rolcheck.desk.matrix.reading import matrix_of
from rolcheck.desk.matrix.seen import MatrixSeen, SubmissionScores
from rolcheck.desk.reporting import summary_of
from rolcheck.desk.starting.sample import make
from rolcheck.reports.summary_json import number, summary_json
from rolcheck.wiring import open_desk, open_store
from tests.factories import make_town
from tests.unit.reports.towns import blind_town, played
from tests.world import World, after_round_two, make_world


def row(seen: MatrixSeen, submission: str) -> SubmissionScores:
    return next(one for one in seen.submissions if one.id == submission)


def state(seen: MatrixSeen, submission: str, indicator: str) -> str:
    at = [one.id for one in seen.indicators].index(indicator)
    return row(seen, submission).states[at]


def same(desk: Desk, wanted: int | None = None) -> None:
    """Hold every number of the matrix against the summary that other programs read."""
    seen, told = matrix_of(desk, wanted), summary_json(summary_of(desk, wanted))
    submissions = json.loads(json.dumps(told["submissions"], default=list))
    assert [one.id for one in seen.submissions] == [one["id"] for one in submissions]
    for one, line in zip(seen.submissions, submissions, strict=True):
        assert (one.rank, number(one.total, seen.places)) == (line["rank"], line["total"])
        indicators = line["indicators"]
        assert [shown.id for shown in seen.indicators] == [cell["id"] for cell in indicators]
        for at, cell in enumerate(indicators):
            score = None if cell["score"] is None else Fraction(cell["score"])
            exact = one.scores[at]
            assert (None if exact is None else round(exact, 9)) == score, (one.id, cell["id"])
            assert number(one.spreads[at], 6) == cell["spread"]
            assert one.counts[at] == cell["n"]
            assert number(seen.indicators[at].points) == cell["points"]


@pytest.mark.parametrize("until", [1, 2, 3, 4])
def test_every_number_is_that_of_the_summary_in_every_round(until: int) -> None:
    same(played(4).desk("boss"), until)


@pytest.mark.slow
def test_every_number_of_the_sample_campaign_is_that_of_its_summary() -> None:
    folder = Path(mkdtemp()) / "sample"
    make(folder, datetime(2026, 6, 1, tzinfo=UTC), open_store)

    same(open_desk(folder, "coordinator-01"))


def test_states_say_what_waits_and_for_whom(tmp_path: Path) -> None:
    world = after_round_two(make_world(tmp_path))
    seen = matrix_of(world.desk("co"))

    assert {one.id: state(seen, "east", one.id) for one in seen.indicators} == {
        "1.1.1": "dispute",
        "1.1.2": "done",
        "1.2.1": "done",
        "2.1.1": "done",
        "2.1.2": "later",
        "B.1.1": "none",
        "V.1.1": "clear",
    }


def test_a_score_of_too_few_is_marked_and_one_that_nobody_gave_is_open(tmp_path: Path) -> None:
    world = in_round_two(tmp_path)
    world.panel("1.1.1", {"r1": "A", "r2": "A"})
    seen = matrix_of(world.desk("co"))

    assert state(seen, "east", "1.1.1") == "partly"
    assert state(seen, "east", "1.1.2") == "open"


def test_a_ruling_settles_a_dispute_and_new_material_asks_for_it_again(tmp_path: Path) -> None:
    world = after_round_two(make_world(tmp_path))
    world.desk("co").open_round(3)
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    assert state(matrix_of(world.desk("co")), "east", "1.1.1") == "done"

    (tmp_path / "east" / "e1.txt").write_text("补交", encoding="utf-8")
    world.desk("co").receive("east")

    assert state(matrix_of(world.desk("co")), "east", "1.1.1") == "confirm"


def test_what_does_not_apply_and_a_veto_have_states_of_their_own() -> None:
    seen = matrix_of(played(2).desk("boss"))

    assert state(seen, "court", "1.1.2") == "na"
    assert state(seen, "west", "V.1.1") == "raised"
    assert state(matrix_of(played(4).desk("boss")), "west", "V.1.1") in ("upheld", "clear")


def test_scores_of_the_scoring_round_before_stand_beside(tmp_path: Path) -> None:
    seen = matrix_of(played(4).desk("boss"), 3)
    before = matrix_of(played(4).desk("boss"), 2)

    assert seen.before == 2
    assert row(seen, "east").before == row(before, "east").scores
    assert row(seen, "east").total_before == row(before, "east").total
    assert before.before is None  # completeness gives no scores
    assert row(before, "east").before == ()


def test_areas_have_the_share_that_the_summary_shades() -> None:
    seen = matrix_of(played(4).desk("boss"))
    line = next(one for one in summary_of(played(4).desk("boss")).submissions if one.id == "east")
    shares = {
        one.area.id: one.score / one.points
        for one in line.areas
        if one.score is not None and one.points
    }

    found = dict(zip((area.id for area in seen.areas), row(seen, "east").areas, strict=True))
    assert {id: share for id, share in found.items() if share is not None} == shares


def test_in_self_check_claims_stand_in_for_scores_and_units_for_ranks(tmp_path: Path) -> None:
    seen = matrix_of(make_town(tmp_path, mode="self-check").desk("boss"))
    east = row(seen, "east")

    assert not seen.is_ranking
    assert east.rank is None
    assert sum(east.risks) == 4
    assert "claimed" in east.states
    assert not seen.scores_due


def test_units_stand_with_what_they_may_lose_and_when() -> None:
    seen = matrix_of(played(2, "self-check").desk("boss"))
    lines = summary_of(played(2, "self-check").desk("boss")).submissions
    wanted: dict[str, Fraction] = {}
    for line in lines:
        for unit in line.outlook.units if line.outlook else ():
            wanted[unit.unit] = wanted.get(unit.unit, Fraction()) + unit.lost

    assert {unit.name: unit.at_risk for unit in seen.units} == wanted
    assert [unit.at_risk for unit in seen.units] == sorted(wanted.values(), reverse=True)
    assert next(unit.due for unit in seen.units if unit.name == "城管局") == date(2023, 6, 20)


def in_round_two(folder: Path) -> World:
    world = make_world(folder)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    return world


@pytest.mark.parametrize("who", ["r1", "guest", ""])
def test_an_open_blind_round_shows_nothing_of_others(tmp_path: Path, who: str) -> None:
    one = matrix_of(blind_town(tmp_path / "one", "A", "clear").desk(who))
    other = matrix_of(blind_town(tmp_path / "other", "C", "veto").desk(who))

    assert one == other
    assert (one.number, one.hidden, one.choices) == (1, 2, (1,))
    assert not any(score for line in one.submissions for score in line.scores)


def test_the_hidden_round_is_refused_when_asked_for(tmp_path: Path) -> None:
    town = blind_town(tmp_path, "A", "clear")

    with pytest.raises(RefusedError, match="blind"):
        matrix_of(town.desk("r1"), 2)
    assert matrix_of(town.desk("boss"), 2).number == 2


def test_before_the_first_round_there_is_nothing(tmp_path: Path) -> None:
    seen = matrix_of(make_world(tmp_path).desk("ob"))

    assert seen.choices == ()
    assert not seen.scores_due
