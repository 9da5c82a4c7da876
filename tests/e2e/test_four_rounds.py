"""One campaign through four rounds, against numbers that were worked out on paper.

Round 2, trimmed mean of five (one dropped at each end), panel and total to two places:
    1.1.1  4 2 2 2 0       -> (2+2+2)/3       = 2      spread 4/4 = 1: dispute
    1.1.2  9/10 by all     -> band 0.9        = 2
    1.2.1  4 4.5 3.5 4 5   -> (4+4+4.5)/3     = 4.17   spread 1.5/5 = 0.3
    2.1.1  6 5 5 4.5 5.5   -> (5+5+5.5)/3     = 5.17   spread 1.5/6 = 0.25
    2.1.2  pending (2 points), first scored in round 3
    area 1 = 2 + 2 + 4.17 = 8.17; area 2 = 5.17 + 0; base 13.34
Round 3: 1.1.1 keeps r2..r4, r1 B, r5 B -> all 2 = 2; 2.1.2 yes yes yes no no
    -> (2+2+0)/3 = 1.33; bonus 0.7 0.7 0.7 0.7 0.7 -> capped 0.5
    base 2 + 2 + 4.17 + 5.17 + 1.33 = 14.67; total 15.17
Round 4: r1 is recused: four are left, so plain means:
    1.1.1 2; 1.1.2 2; 1.2.1 (4.5+3.5+4+5)/4 = 4.25; 2.1.1 (5+5+4.5+5.5)/4 = 5
    2.1.2 is ruled yes -> 2; bonus 0.5; base 15.25; total 15.75
"""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.desk.rounds.steps import BlockedError
from rolcheck.scoring.results import SubmissionResult
from rolcheck.store.verify import verify
from tests.world import World, after_round_two, everybody, make_world


@pytest.fixture
def world(tmp_path: Path) -> World:
    return after_round_two(make_world(tmp_path))


def east(world: World, number: int) -> SubmissionResult:
    return world.desk("co").results(number).of("east")


def points(text: str) -> Fraction:
    return Fraction(text)


def third_round(world: World) -> None:
    co = world.desk("co")
    co.open_round(3)
    for who in ("r2", "r3", "r4"):
        world.desk(who).keep("east", ["1.1.1"])
    world.panel("1.1.1", {"r1": "B", "r5": "B"}, "重新核对")
    world.panel("2.1.2", {"r1": "yes", "r2": "yes", "r3": "yes", "r4": "no", "r5": "no"})
    world.panel("B.1.1", everybody("0.7"))
    co.close_round(3)


def fourth_round(world: World) -> None:
    co = world.desk("co")
    co.open_round(4)
    co.recuse("r1", "east", "曾任顾问")
    with pytest.raises(BlockedError) as blocked:
        co.close_round(4)
    assert [(one.kind, one.indicator) for one in blocked.value.blockers] == [("dispute", "2.1.2")]
    world.desk("ar").rule("east", "2.1.2", "yes", "材料齐全")
    co.close_round(4)
    co.seal()


def test_round_two_gives_the_numbers_of_the_paper(world: World) -> None:
    result = east(world, 2)

    assert result.cells["1.1.1"].score == 2
    assert result.cells["1.1.2"].score == 2
    assert result.cells["1.2.1"].score == points("4.17")
    assert result.cells["2.1.1"].score == points("5.17")
    assert result.cells["2.1.2"].source == "pending"
    assert [area.score for area in result.root.children] == [points("8.17"), points("5.17")]
    assert result.total.base == points("13.34")
    assert (result.total.complete, result.total.pending) == (False, Fraction(2))
    assert world.desk("co").results(2).disputes == {("east", "1.1.1")}
    assert world.desk("co").results(2).ranks == {"east": None}


def test_round_three_holds_what_came_back_and_gives_the_numbers_of_the_paper(world: World) -> None:
    third_round(world)
    result = east(world, 3)

    assert result.cells["1.1.1"].score == 2
    assert not result.cells["1.1.1"].disputed
    assert result.cells["2.1.2"].score == points("1.33")
    assert (result.total.base, result.total.bonus) == (points("14.67"), points("0.5"))
    assert result.total.total == points("15.17")


def test_round_four_recuses_rules_and_seals_to_the_numbers_of_the_paper(world: World) -> None:
    third_round(world)
    fourth_round(world)
    result = east(world, 4)

    assert result.cells["1.2.1"].score == points("4.25")
    assert result.cells["2.1.1"].score == 5
    assert (result.cells["2.1.2"].source, result.cells["2.1.2"].score) == ("ruling", Fraction(2))
    assert result.total.base == points("15.25")
    assert result.total.total == points("15.75")
    assert world.desk("co").results(4).ranks == {"east": 1}
    assert world.desk("co").standing().state_of(4) == "sealed"


def test_earlier_rounds_stay_as_they_were_at_their_closing(world: World) -> None:
    before = east(world, 2)
    third_round(world)
    fourth_round(world)

    assert east(world, 2).total == before.total
    assert [cell.score for cell in east(world, 2).cells.values()] == [
        cell.score for cell in before.cells.values()
    ]
    assert east(world, 3).total.total == points("15.17")


def test_a_recusal_makes_stray_and_its_lifting_makes_count_again(world: World) -> None:
    co = world.desk("co")
    co.recuse("r1", "east", "亲属")
    assert len(co.results(2).of("east").cells["1.2.1"].values) == 5, "round 2 is closed"
    co.open_round(3)
    assert len(co.results(3).of("east").cells["1.2.1"].values) == 4
    co.recuse("r1", "east", "查明无关系", lift=True)

    assert len(co.results(3).of("east").cells["1.2.1"].values) == 5


def test_the_ledger_of_the_whole_campaign_is_sound(world: World) -> None:
    third_round(world)
    fourth_round(world)

    assert list(verify(world.store)) == []
