"""What the next step with the rounds would bring, held against what it then brings."""

from pathlib import Path

from rolcheck.desk.rounds.forecast import forecast
from rolcheck.desk.rounds.seen import Forecast
from tests.tui.campaign_world import before_rounds, re_examining, scoring


def test_before_the_first_round_all_submissions_would_be_received(tmp_path: Path) -> None:
    world = before_rounds(tmp_path)
    seen = forecast(world.desk("co"))

    assert (seen.received, seen.scores, seen.events) == (2, 0, 0)
    world.desk("co").open_round(1)
    assert len(world.desk("co").standing().receipts) == seen.received


def test_of_an_open_round_its_scores_and_disputes_are_counted(tmp_path: Path) -> None:
    world = scoring(tmp_path)

    assert forecast(world.desk("co")) == Forecast(scores=2, events=world.store.length())


def test_what_a_round_would_give_out_is_what_it_gives_out(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.desk("co").close_round(2, waive="试用")
    seen = forecast(world.desk("co"))

    assert (seen.received, seen.scores) == (0, 2)
    assert seen.owed > 0
    assert seen.returned > 0
    world.desk("co").open_round(3)
    left = [one for one in world.desk("co").blockers() if one.kind == "unfinished"]
    assert len(left) == seen.owed
    assert len({one.subject for one in left}) == seen.people


def test_disputes_that_were_ruled_on_do_not_count(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    desk = world.desk("co")
    disputed = desk.results(3).disputes

    assert forecast(desk).disputes == len(disputed.difference(desk.standing().rulings))
